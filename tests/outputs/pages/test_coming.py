"""What is on this weekend: only what is sure, only what a family can come to, the weekend first, honest about its day."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from localoffer.model import Alert, Origin, Schedule, Service, place
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page
from localoffer.outputs.pages.coming import coming_list, coming_sessions, easy_coming, make_pages
from tests.outputs.pages.conftest import tiny_catalogue

THURSDAY = date(2026, 11, 26)
SATURDAY = {"byday": ["SA"], "opens_at": "09:30", "closes_at": "12:00"}


def index_of(*times: dict[str, Any], **fields: Any) -> Index:
    """An offer with the Saturday club alone, with these times and fields, on a Thursday."""
    catalogue = tiny_catalogue()
    club = catalogue.services["marl-trust/saturday-club"]
    schedules = [Schedule.model_validate(one) for one in times]
    usual = {"waiting_time": None, "spaces": None, "alert": None, "schedules": schedules}
    service: Service = place(club.model_copy(update={**usual, **fields}), Origin(club.path))
    return Index(replace(catalogue, today=THURSDAY, services={service.id: service}))


def days(index: Index) -> list[str]:
    return [f"{coming.session.day:%d.%m}" for coming in coming_sessions(index)]


def test_the_weekend_comes_first_and_each_day_says_its_date() -> None:
    index = index_of(SATURDAY, {"byday": ["TH"], "opens_at": "16:00"}, {"byday": ["SU"], "opens_at": "10:00"})
    groups = coming_list(coming_sessions(index), index).groups
    assert [group.title for group in groups] == ["Saturday 28 November", "Sunday 29 November", "Thursday 26 November"]
    assert [group.day for group in groups] == ["2026-11-28", "2026-11-29", "2026-11-26"]
    card = groups[0].rows[0]
    assert [(line.strong, line.days) for line in card.says] == [("9:30am to midday", "2026-11-28@1200")]


def test_the_page_says_as_on_which_day_it_is() -> None:
    page: Page = next(iter(make_pages(index_of(SATURDAY))))
    assert page.meta["summary"].endswith("as on Thursday 26 November 2026.")
    assert page.meta["made"] == "2026-11-26"


@pytest.mark.parametrize(
    ("fields", "is_there"),
    [
        ({}, True),
        ({"status": "temporarily closed"}, False),
        ({"status": "planned"}, False),
        ({"spaces": "full"}, False),
        ({"for_whom": ["professional"]}, False),
        ({"delivery": ["phone"]}, False),
    ],
)
def test_only_what_a_family_can_come_to_is_there(fields: dict[str, Any], is_there: bool) -> None:
    assert bool(days(index_of(SATURDAY, **fields))) == is_there


def test_opening_hours_of_a_whole_week_are_no_event() -> None:
    assert days(index_of({**SATURDAY, "byday": ["MO", "TU", "WE", "TH", "FR"]})) == []


def test_what_nobody_is_sure_of_is_to_be_asked_first() -> None:
    index = index_of({**SATURDAY, "term_time_only": True})
    groups = coming_list(coming_sessions(index), index).groups
    assert [group.title for group in groups] == ["Ask first"]
    assert groups[0].rows[0].says[0].strong == "Saturday 28 November, 9:30am to midday"
    assert not [section for section in easy_coming(index).sections if section.rows]


def test_news_of_a_service_is_read_first() -> None:
    index = index_of(SATURDAY, alert=Alert(text="No club this week.", until=date(2026, 11, 30)))
    assert coming_list(coming_sessions(index), index).groups[0].rows[0].line == "Read first: No club this week."


def test_an_area_shows_what_is_there_and_says_so_where_there_is_nothing() -> None:
    index = index_of(SATURDAY)
    found = coming_sessions(index)
    shown = {area: coming_list(found, index, area) for area in index.catalogue.vocabulary.areas}
    assert {area for area, page in shown.items() if page.groups} == set(found[0].areas)
    assert all(page.groups or page.notices for page in shown.values())


def test_easy_read_says_the_same_days() -> None:
    sections = easy_coming(index_of(SATURDAY)).sections
    assert [section.heading for section in sections if section.rows] == ["Saturday 28 November"]


def test_with_nothing_on_both_pages_say_so() -> None:
    index = index_of()
    page = coming_list(coming_sessions(index), index)
    assert page.notices
    assert "We do not know what is on" in str(easy_coming(index))
