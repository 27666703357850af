"""A to Z holds each service exactly once, whatever letters its name is written in; and search knows its name."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import ValidationError

from localoffer.addresses import A_TO_Z, PROVIDERS, SERVICES, first_part, letter_url, service_url
from localoffer.catalogue import Catalogue
from localoffer.letters import folded, letter_of
from localoffer.model import Origin, Service, place
from localoffer.model.pasted import as_meant
from localoffer.outputs.index import Index
from localoffer.outputs.pages.a_to_z import make_pages
from localoffer.outputs.search.documents import documents
from tests.offer import tiny_council

#: Names with at least a letter or a sign, in all alphabets, as the model takes them.
NAMES = st.lists(
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Cn", "Co"]), min_size=3, max_size=80).filter(
        lambda name: len(" ".join(as_meant(name).split())) >= 3
    ),
    min_size=1,
    max_size=12,
)


@cache
def tiny() -> Catalogue:
    catalogue, findings = tiny_council()
    assert catalogue, findings
    return catalogue


def index_of(names: list[str]) -> Index:
    """The tiny council with services of these names and no others."""
    first = next(service for service in tiny().services.values() if service.status != "closed")
    services: dict[str, Service] = {}
    for number, name in enumerate(names):
        path = f"providers/{first.provider_id}/s{number}.yml"
        with suppress(ValidationError):  # a name that is too short once hidden signs are gone
            service = place(Service.model_validate({**first.model_dump(), "name": name}), Origin(path))
            services[service.id] = service
    return Index(replace(tiny(), services=services))


def links_by_list(index: Index) -> dict[str, list[str]]:
    """Each list → the services it leads to, over all its parts."""
    found: dict[str, list[str]] = {}
    for page in make_pages(index):
        hrefs = [card.href for group in page.meta["groups"] for card in group.rows]
        found.setdefault(first_part(page.url), []).extend(hrefs)
    return found


@given(NAMES)
def test_each_service_stands_once_under_its_letter_and_once_in_the_whole_list(names: list[str]) -> None:
    index = index_of(names)
    assume(index.catalogue.services)
    lists = links_by_list(index)
    wanted = sorted(service_url(id) for id in index.catalogue.services)
    letters = {url: hrefs for url, hrefs in lists.items() if url not in (A_TO_Z, PROVIDERS, SERVICES)}
    assert sorted(href for hrefs in letters.values() for href in hrefs) == wanted
    assert sorted(lists[SERVICES]) == wanted
    for service in index.catalogue.services.values():
        assert service_url(service.id) in letters[letter_url(letter_of(service.name))]
    assert sorted(letters) == sorted({first_part(href) for href in lists[A_TO_Z]})


@given(NAMES)
def test_search_knows_every_word_of_a_name_as_it_is_asked_for(names: list[str]) -> None:
    index = index_of(names)
    found = {document.card.href: document.words.keys() for document in documents(index)}
    for service in index.shown:
        assert set(folded(service.name).split()) <= found[service_url(service.id)]


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("Étoile", "Services that start with E"),
        ("24-hour line", "Services that start with a number"),
        ("Помощь", "Services that start with letters of other alphabets, or a sign"),
    ],
)
def test_a_letter_says_what_stands_under_it(name: str, title: str) -> None:
    assert title in {page.meta["title"] for page in make_pages(index_of([name]))}


def test_other_alphabets_come_last() -> None:
    pages = {page.url: page for page in make_pages(index_of(["Помощь", "Zoë’s", "3 Rivers", "Åsa’s"]))}
    rows = pages[A_TO_Z].meta["groups"][0].rows
    assert [card.name for card in rows] == ["0 to 9", "A", "Z", "Other letters"]
    assert [card.href for card in rows][-1] == "a-z/other/"
