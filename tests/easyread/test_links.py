"""Phone numbers and addresses are links in both voices, wherever an editor has written them; headings and link words stay."""

from __future__ import annotations

from typing import Any

import pytest

from localoffer.easyread.twin import easy_twin, parts
from localoffer.facts import service_facts
from localoffer.facts.view import Link
from localoffer.outputs.index import Index
from localoffer.outputs.pages.service import service_page
from tests.easyread.council import changed, council, page_of
from tests.offer import tiny_council

pytestmark = pytest.mark.sample
ASK = "Ring 01632 960 777 or write to ask@marl.example"
HREFS = {"tel:01632960777", "mailto:ask@marl.example"}

#: Where a text stands → the record with it there; in easy read too, unless it says so.
STANDARD_ONLY = {"criteria", "if_no", "travel", "source", "steps", "summary"}
TEXTS: dict[str, dict[str, Any]] = {
    "summary": {"summary": ASK},
    "only_for": {"only_for": ASK},
    "who_can_refer": {"access": {"route": ["professional-referral"], "who_can_refer": ASK}},
    "bring": {"access": {"route": ["drop-in"], "bring": [ASK]}},
    "steps": {"access": {"route": ["drop-in"], "steps": [{"title": "Ask.", "text": ASK}]}},
    "criteria": {"eligibility": {"minimum_age": 8, "maximum_age": 18, "needs": ["all"], "criteria": [ASK]}},
    "price": {
        "cost": {"free": "no", "cost_options": [{"option": "A session", "amount": "3.50", "amount_description": ASK}]}
    },
    "schedule": {"schedules": [{"byday": ["SA"], "opens_at": "09:30", "closes_at": "12:00", "description": ASK}]},
    "hours": {
        "contacts": [
            {"phone": "01632 960 114", "email": "a@marl.example", "hours": [{"byday": ["SA"], "description": ASK}]}
        ]
    },
    "alert": {"alert": {"text": ASK, "until": "2027-01-31", "easy_read": ASK}},
    "source": {"waiting_time": {"typical": "none", "as_at": "2026-11-02", "source": ASK}},
    "point": {"easy_read": {"points": [{"text": ASK, "picture": "phone"}]}},
}


def hrefs(view: object) -> set[str]:
    if isinstance(view, Link):
        return {view.href}
    if isinstance(view, dict):
        return set().union(*map(hrefs, view.values()))
    if isinstance(view, list | tuple):
        return set().union(*map(hrefs, view))
    return set().union(*map(hrefs, vars(view).values())) if hasattr(view, "__dict__") else set()


@pytest.mark.parametrize("name", sorted(set(TEXTS) - {"point"}))
def test_a_text_of_a_listing_has_its_links_on_the_page(name: str) -> None:
    page = service_page(changed(**TEXTS[name]), Index(council()))
    assert hrefs(page.meta) >= HREFS


@pytest.mark.parametrize("name", sorted(set(TEXTS) - STANDARD_ONLY))
def test_a_text_of_a_listing_has_its_links_in_easy_read(name: str) -> None:
    page = page_of(changed(**TEXTS[name]))
    assert {part.href for idea in page.ideas for sentence in idea.sentences for part in sentence} >= HREFS


def test_a_written_link_in_a_field_is_a_link_in_easy_read_too() -> None:
    service = changed(
        access={"route": ["professional-referral"], "who_can_refer": "[Your school](https://school.example/)"}
    )
    said = [part for idea in page_of(service).ideas for sentence in idea.sentences for part in sentence]
    assert ("Your school", "https://school.example/") in [(part.text, part.href) for part in said]
    assert not any("](" in part.text for part in said)


def test_a_long_note_on_a_time_is_not_put_in_whole_and_something_true_stands_for_it() -> None:
    long = " ".join(["word"] * 30)
    service = changed(schedules=[{"byday": ["SA"], "opens_at": "09:30", "closes_at": "12:00", "description": long}])
    said = " ".join(idea.words for idea in page_of(service).ideas)
    assert "Ask them about this time." in said
    assert long not in said
    assert long[5:] in repr(list(service_facts(service, council()).values()))


def test_a_line_of_a_twin_has_links_and_no_entities() -> None:
    line = "Phone us&nbsp;on 01632 960 777, **now** &amp; [write to us](mailto:ask@marl.example) at www.marl.example."
    found = parts(line, council())
    assert [(part.text, part.href) for part in found if part.href] == [
        ("01632 960 777", "tel:01632960777"),
        ("write to us", "mailto:ask@marl.example"),
        ("marl.example", "https://www.marl.example"),
    ]
    assert "".join(part.text for part in found) == "Phone us on 01632 960 777, now & write to us at marl.example."
    assert [part.text for part in found if part.is_term] == ["now"]


def test_the_headings_of_a_twin_hold_no_links() -> None:
    catalogue, _ = tiny_council()
    assert catalogue is not None
    page = catalogue.content["guides/short-breaks"]
    assert page.easy is not None
    page.easy._body = "## Ring 01632 960 777 &amp; ask\n\n![](picture:phone)\nRing 01632 960 777.\n"
    twin = easy_twin(page, page.easy, catalogue)
    assert [section.heading for section in twin.sections] == ["Ring 01632 960 777 & ask"]
    assert [part.href for idea in twin.ideas for sentence in idea.sentences for part in sentence if part.href] == [
        "tel:01632960777"
    ]


def test_the_choices_of_a_long_menu_stand_below_their_number() -> None:
    menu = {"phone": "01632 960 114", "email": "a@marl.example", "extension": "option 2, then 1"}
    hours = [{"byday": ["SA"], "opens_at": "09:30", "closes_at": "12:00"}]
    (card,) = service_facts(changed(contacts=[{**menu, "hours": hours}]), council()).rows("contacts")
    phone = vars(card)["ways"][0]
    assert (phone.text, phone.note) == ("01632 960 114", "Choose option 2, then 1. Saturday, 9:30am to midday")
