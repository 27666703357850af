"""Whatever a contributor writes, the theme shows it as text: the structure of the page stays the same."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import BaseModel
from selectolax.lexbor import LexborHTMLParser

from localoffer.catalogue import Catalogue
from localoffer.kinds import kind_of
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.pages import Page, write_pages
from localoffer.outputs.pages.service import service_page
from localoffer.prose import contacts_in
from tests.outputs.pages.conftest import html_of, text_of, tiny_catalogue, tiny_pages
from tests.outputs.pages.test_markdown import PIECES, folded

HOSTILE = st.lists(
    st.one_of(st.sampled_from([p for p in PIECES if "](" not in p]), st.text(max_size=10)), min_size=1, max_size=4
).map("".join)

# Fields whose words the page shows as they are; forms, ids and addresses are checked by the model instead.
SHOWN = (
    "name",
    "summary",
    "only_for",
    "eligibility.description",
    "access.who_can_refer",
    "access.decision.who",
    "access.decision.how",
    "access.decision.if_no",
    "waiting_time.source",
)


def with_words(record: BaseModel, path: str, words: str) -> BaseModel:
    """The record with other words in one of its fields, past every check."""
    name, _, rest = path.partition(".")
    inner = getattr(record, name)
    if rest and inner is None:
        return record
    return record.model_copy(update={name: with_words(inner, rest, words) if rest else words})


def hostile(service: Service, words: str) -> Service:
    made: Any = service
    for path in SHOWN:
        made = with_words(made, path, words)
    steps = [step.model_copy(update={"title": words, "text": words}) for step in made.access.steps]
    return made.model_copy(
        update={
            "access": made.access.model_copy(update={"steps": steps, "bring": [words]}),
            "eligibility": made.eligibility.model_copy(update={"criteria": [words]}),
            "locations": [place.model_copy(update={"travel": words}) for place in made.locations],
            "contacts": [contact.model_copy(update={"role": words}) for contact in made.contacts],
            "schedules": [schedule.model_copy(update={"description": words}) for schedule in made.schedules],
        }
    )


def shape(tree: LexborHTMLParser) -> list[tuple[str, tuple[str, ...]]]:
    """Every element with the names of its attributes, in order; but for links elsewhere, which addresses and phone numbers become."""
    return [
        (node.tag or "", tuple(node.attributes))
        for node in tree.css("*")
        if node.tag != "-text" and not leads_elsewhere(node.attributes)
    ]


def leads_elsewhere(attributes: Mapping[str, str | None]) -> bool:
    return tuple(attributes) == ("href",) and (attributes["href"] or "").startswith(
        ("http://", "https://", "mailto:", "tel:")
    )


def fullest(catalogue: Catalogue) -> Service:
    return max(catalogue.services.values(), key=lambda service: len(str(service)))


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE)
def test_no_words_of_a_listing_change_the_structure_of_its_page(words: str) -> None:
    catalogue = tiny_catalogue()
    service = fullest(catalogue)
    plain, odd = (
        LexborHTMLParser(html_of(service_page(hostile(service, text), Index(catalogue))))
        for text in ("plain words", f"x{words}")
    )
    assert shape(odd) == shape(plain)
    if not list(contacts_in(f"x{words}")):  # the words of a link leave out https:// and www.
        assert "".join(f"x{folded(words)}".split()).casefold() in "".join(folded(text_of(odd)).split()).casefold()


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(HOSTILE)
def test_no_name_changes_the_structure_of_lists_and_providers(words: str) -> None:
    catalogue = tiny_catalogue()

    def renamed(text: str) -> dict[str, Page]:
        services = {
            key: service.model_copy(update={"name": f"S{text}{key}", "summary": f"x{text}", "in_short": f"x{text}"})
            for key, service in catalogue.services.items()
        }
        providers = {
            key: provider.model_copy(update={"name": f"P{text}{key}"}) for key, provider in catalogue.providers.items()
        }
        index = Index(replace(catalogue, services=services, providers=providers))
        from localoffer.outputs.pages.lists import list_pages
        from localoffer.outputs.pages.provider import provider_pages
        from localoffer.outputs.pages.topics import topic_list

        topic = next(iter(catalogue.vocabulary.topics.values()))
        return {
            page.path: page
            for page in [*list_pages(topic_list(topic, index)), *provider_pages(next(iter(providers.values())), index)]
        }

    plain, odd = renamed("x"), renamed(words)
    assert plain.keys() == odd.keys()
    for path, page in odd.items():
        assert shape(LexborHTMLParser(html_of(page))) == shape(LexborHTMLParser(html_of(plain[path])))


def kinds() -> list[str]:
    first = {page.kind: path for path, page in reversed(tiny_pages().items())}
    return sorted(first.values())


def whole_kinds() -> list[str]:
    """One page of each kind, but for fragments, which stand inside the frame of somebody else's page."""
    return [path for path in kinds() if not kind_of(tiny_pages()[path].kind).is_light]


@pytest.mark.parametrize("path", whole_kinds())
def test_every_kind_of_page_has_its_landmarks_and_one_h1(path: str, html: Callable[[Page], LexborHTMLParser]) -> None:
    tree = html(tiny_pages()[path])
    assert len(tree.css("h1")) == 1
    for landmark in ("header", "main", "footer", "nav"):
        assert tree.css(landmark), landmark
    first = tree.css_first("body a")
    assert first is not None
    assert first.attributes["href"] == "#main"
    levels = [int(str(node.tag)[1]) for node in tree.css("h1, h2, h3, h4, h5")]
    assert all(after - before <= 1 for before, after in pairwise(levels)), levels


@pytest.mark.parametrize("path", whole_kinds())
def test_help_easy_read_and_print_are_on_every_page_in_the_same_order(
    path: str, html: Callable[[Page], LexborHTMLParser]
) -> None:
    tree = html(tiny_pages()[path])
    assert tree.css_first(".lo-switch") is not None
    assert "01632" in tree.css(".lo-tools a")[-1].text()
    assert tree.css_first(".lo-bar [data-lo-print]") is not None
    help_box = tree.css_first("footer section")
    assert help_box is not None
    assert "mailto:" in (help_box.html or "")


@pytest.mark.parametrize("path", kinds())
def test_no_inline_script_style_attribute_or_handler_and_unique_ids(
    path: str, html: Callable[[Page], LexborHTMLParser]
) -> None:
    tree = html(tiny_pages()[path])
    for node in tree.css("*"):
        assert "style" not in node.attributes
        assert not [name for name in node.attributes if name.startswith("on")]
    scripts = [script for script in tree.css("script") if script.attributes.get("type") != "application/ld+json"]
    assert all(script.attributes.get("src") for script in scripts)
    ids = [node.attributes["id"] for node in tree.css("[id]")]
    assert len(ids) == len(set(ids)), ids


def test_every_svg_is_hidden_or_named_and_every_picture_has_its_alt(html: Callable[[Page], LexborHTMLParser]) -> None:
    for path in kinds():
        tree = html(tiny_pages()[path])
        assert all(svg.attributes.get("aria-hidden") == "true" for svg in tree.css("svg"))
        assert all("alt" in image.attributes for image in tree.css("img"))


def test_the_sample_notice_is_on_every_kind_of_page(html: Callable[[Page], LexborHTMLParser]) -> None:
    assert all("made-up" in text_of(html(tiny_pages()[path])) for path in kinds())


def test_write_pages_is_pure() -> None:
    assert write_pages(tiny_catalogue()) == write_pages(tiny_catalogue())
