"""The pages together: nothing is lost, nothing is a dead end, nothing private is shown."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from localoffer.addresses import page_url
from localoffer.catalogue import Catalogue
from localoffer.facts import service_facts
from localoffer.facts.view import Criteria
from localoffer.model import Alert, Origin, place
from localoffer.outputs.index import Index
from localoffer.outputs.pages import Page, a_to_z, page_text, write_pages
from localoffer.outputs.pages.lists import ListPage, list_pages
from localoffer.outputs.pages.service import service_page
from localoffer.outputs.view import Card, Group, View
from tests.outputs.pages.conftest import text_of, tiny_catalogue, tiny_pages


def links_in(value: Any) -> Iterator[str]:
    """Addresses of the offer's own pages in front matter: they end in a slash and have no colon."""
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9/-]*/(\?[\w=-]+)?(#[\w-]+)?", value):
        yield re.split(r"[?#]", value)[0]
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from links_in(inner)
    elif isinstance(value, View):
        yield from links_in(vars(value))
    elif isinstance(value, dict):
        for inner in value.values():
            yield from links_in(inner)


def by_url() -> dict[str, Page]:
    return {page.url: page for page in tiny_pages().values()}


OWED_BY_OTHERS = {
    "my-list/",
    "about/settings/",
    "about/checks/",
    "about/accessibility/",
    "take-part/",
    "take-part/tell-us-what-is-missing/",
}


def test_every_link_between_pages_leads_to_a_page(pages: dict[str, Page]) -> None:
    known = set(by_url()) | OWED_BY_OTHERS
    for page in pages.values():
        assert not [link for link in links_in(page.meta) if link not in known], page.path


def test_every_service_and_provider_has_its_page(pages: dict[str, Page], catalogue: Catalogue) -> None:
    for service in catalogue.services:
        assert pages[f"services/{service}.md"].source == catalogue.services[service].path
    for provider in catalogue.providers:
        assert pages[f"services/{provider}.md"].meta["template"] == "provider.html"


def test_every_service_is_at_most_three_links_from_home(catalogue: Catalogue) -> None:
    pages, steps, waiting = by_url(), {"": 0}, deque([""])
    while waiting:
        here = waiting.popleft()
        for link in links_in(pages[here].meta):
            if link in pages and link not in steps and not link.startswith("easy-read/"):
                steps[link] = steps[here] + 1
                waiting.append(link)
    far = {
        key: steps.get(f"services/{key}/", 99)
        for key, service in catalogue.services.items()
        if service.status != "closed"
    }
    assert max(far.values()) <= 3, far


def test_three_thousand_services_are_still_three_links_from_home(catalogue: Catalogue) -> None:
    pattern = next(service for service in catalogue.services.values() if service.status == "active")
    many = {}
    for number in range(3000):
        copy = place(
            pattern.model_copy(update={"name": f"{chr(65 + number % 26)} club {number}"}),
            Origin(f"providers/marl-trust/club-{number}.yml"),
        )
        many[copy.id] = copy
    assert len(many) == 3000
    index = Index(replace(catalogue, services=many))
    pages = {page.url: page for page in a_to_z.make_pages(index)}
    reached = {link for part in links_in(pages["a-z/"].meta) if part in pages for link in links_in(pages[part].meta)}
    assert {f"services/{key}/" for key in many} <= reached


def test_no_list_is_a_dead_end(pages: dict[str, Page]) -> None:
    for page in pages.values():
        if page.kind in {"topic", "need", "need-stage", "age", "area"}:
            leads_on = page.meta.get("groups") or page.meta.get("side")
            assert leads_on, page.path
            assert page.meta["missing"], page.path


def test_a_list_longer_than_fifty_has_parts_that_hold_every_row_once() -> None:
    rows = [Card(f"S{number}", f"services/p/s{number}/") for number in range(120)]
    parts = list_pages(
        ListPage("topic", "topics/x/", "f.yml", "X", groups=[Group("a", "A", rows[:70]), Group("b", "B", rows[70:])])
    )
    assert [part.path for part in parts] == ["topics/x.md", "topics/x/page/2.md", "topics/x/page/3.md"]
    shown = [row for part in parts for group in part.meta["groups"] for row in group.rows]
    assert shown == rows
    assert parts[1].meta["part"] == "page 2 of 3"


@pytest.mark.parametrize("status", ["closed", "planned", "temporarily closed"])
def test_a_service_that_is_not_running_says_so_and_leads_on(
    status: str, html: Callable[[Page], LexborHTMLParser]
) -> None:
    catalogue = tiny_catalogue()
    service = next(iter(catalogue.services.values())).model_copy(update={"status": status})
    page = service_page(service, Index(catalogue))
    said = text_of(html(page))
    assert {"closed": "has closed", "planned": "Not open yet", "temporarily closed": "Closed for now"}[status] in said
    assert page.meta["like"]


def test_a_closed_service_sends_nobody_there(html: Callable[[Page], LexborHTMLParser]) -> None:
    catalogue = tiny_catalogue()
    service = catalogue.services["marl-trust/saturday-club"].model_copy(update={"status": "closed"})
    page = service_page(service, Index(catalogue))
    assert not page.meta.keys() & {
        "answers",
        "call",
        "facts",
        "chips",
        "steps",
        "getting",
        "places",
        "times",
        "prices",
        "cost",
    }
    headings = [node.text(strip=True) for node in html(page).css("main h2")]
    assert not {"The main answers", "How to get it", "Where and when"} & set(headings)


@pytest.mark.parametrize(
    ("lines", "lead", "shown"),
    [
        (["You live here."], "This must be true:", ["You live here."]),
        (["You live here.", "Or you work here."], "One of these must be true:", ["You live here.", "You work here."]),
        (["You live here.", "You are 16."], "All of these must be true:", ["You live here.", "You are 16."]),
    ],
)
def test_criteria_say_if_one_or_all_must_be_true(lines: list[str], lead: str, shown: list[str]) -> None:
    catalogue = tiny_catalogue()
    service = catalogue.services["marl-trust/saturday-club"]
    eligibility = service.eligibility.model_copy(update={"criteria": lines})
    who = service_page(service.model_copy(update={"eligibility": eligibility}), Index(catalogue)).meta["who"]
    assert who["criteria"] == Criteria(lead, shown)


def test_words_fit_who_reads_and_how_it_happens() -> None:
    catalogue = tiny_catalogue()
    service = catalogue.services["marl-trust/saturday-club"]
    access = service.access.model_copy(update={"route": ["drop-in", "professional-referral"]})
    grown_up = service.eligibility.model_copy(update={"minimum_age": 18, "maximum_age": 25, "any_age": False})
    changed = service.model_copy(update={"access": access, "eligibility": grown_up, "delivery": ["text"]})
    how = service_facts(changed, catalogue)["route"].words
    assert "just get in touch" in str(how).lower()
    assert "works with you to" in str(how)


def test_closed_services_are_in_no_list(pages: dict[str, Page], catalogue: Catalogue) -> None:
    closed = [f"services/{key}/" for key, service in catalogue.services.items() if service.status == "closed"]
    assert closed
    for page in pages.values():
        if page.kind not in {"service", "provider", "easy-service", "easy-provider", "embed-service", "about"}:
            assert not set(closed) & set(links_in(page.meta)), page.path


def test_an_alert_is_shown_until_its_last_day_only(catalogue: Catalogue) -> None:
    service = next(iter(catalogue.services.values()))
    alert = Alert(text="The pool is shut.", until=date(2026, 12, 1))
    for today, shown in ((date(2026, 12, 1), True), (date(2026, 12, 2), False)):
        index = Index(replace(catalogue, today=today))
        page = service_page(service.model_copy(update={"alert": alert}), index)
        assert ("The pool is shut." in str(page.meta.get("notices"))) is shown


def test_a_private_address_is_nowhere(pages: dict[str, Page], catalogue: Catalogue) -> None:
    private = [spot for service in catalogue.services.values() for spot in service.locations if spot.sensitive]
    assert private
    for hidden in private:
        for page in pages.values():
            text = page_text(page)
            assert not hidden.address_1 or hidden.address_1 not in text, page.path
            assert not hidden.postal_code or hidden.postal_code not in text, page.path


def test_unknown_is_never_shown_as_no_and_never_makes_a_badge(catalogue: Catalogue) -> None:
    service = next(iter(catalogue.services.values()))
    unknown = service.model_copy(
        update={
            "cost": service.cost.model_copy(update={"free": "not known", "cost_options": []}),
            "eligibility": service.eligibility.model_copy(
                update={"ehc_plan_needed": "not known", "diagnosis_needed": "not known"}
            ),
            "access": service.access.model_copy(update={"route": ["appointment"], "can_stay": "not known"}),
            "waiting_time": None,
            "bsl": "not known",
        }
    )
    page = service_page(unknown, Index(catalogue))
    assert page.meta["chips"] == ["Ages 4 to 11"]
    answers = {fact.id: fact.answer for fact in page.meta["facts"]}
    assert page.meta["cost"][0].startswith("We do not know.")
    assert answers["first-needed"].startswith("We do not know")
    assert "can-stay" not in answers


def test_an_old_address_says_where_the_page_is_now(
    pages: dict[str, Page], catalogue: Catalogue, html: Callable[[Page], LexborHTMLParser]
) -> None:
    moved = [(old, service) for service in catalogue.services.values() for old in service.moved_from]
    assert moved
    for old, service in moved:
        tree = html(pages[f"services/{old}.md"])
        refresh = tree.css_first('meta[http-equiv="refresh"]')
        assert refresh is not None
        assert service.slug in str(refresh.attributes["content"])
        assert service.name in text_of(tree)
        assert tree.css_first('meta[name="robots"]') is not None


def test_edit_links_lead_to_the_file_a_person_edits(
    pages: dict[str, Page], catalogue: Catalogue, html: Callable[[Page], LexborHTMLParser]
) -> None:
    service = next(iter(catalogue.services.values()))
    footer = html(pages[f"services/{service.id}.md"]).css_first(".lo-footer__end a")
    assert footer is not None
    assert str(footer.attributes["href"]).endswith(service.path)


def test_front_matter_can_be_read_by_yaml_whatever_it_holds() -> None:
    import yaml
    from hypothesis import given
    from hypothesis import strategies as st

    values = st.recursive(
        st.text(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(min_size=1, max_size=5), inner, max_size=3),
        max_leaves=6,
    )

    @given(values)
    def check(value: Any) -> None:
        text = page_text(Page("x.md", {"template": "a.html", "value": value}))
        front = text.split("\n---\n")[0].removeprefix("---\n")
        assert yaml.load(front, Loader=yaml.CSafeLoader)["value"] == value

    check()


@pytest.mark.parametrize(
    ("path", "url"), [("index.md", ""), ("services/p/s.md", "services/p/s/"), ("guides/index.md", "guides/")]
)
def test_addresses(path: str, url: str) -> None:
    assert page_url(path) == url


def test_pages_are_in_order_and_each_path_is_used_once() -> None:
    paths = [page.path for page in write_pages(tiny_catalogue())]
    assert paths == sorted(set(paths))
