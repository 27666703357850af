"""The dates of a page in words."""

from __future__ import annotations

from datetime import date

import pytest

from localoffer.model import PageDate
from localoffer.wording import date_line, date_sentences, dates_to_come

DAY = "2026-12-08"
SAID = [
    (
        {"opens_at": "10:30", "closes_at": "12:00", "place": "Easton Library and online"},
        "Tuesday 8 December 2026, 10:30am to midday: what you told us. Easton Library and online",
        [
            "The day is Tuesday 8 December 2026, 10:30am to midday.",
            "What you told us.",
            "The place is Easton Library and online.",
        ],
    ),
    ({}, "Tuesday 8 December 2026: what you told us", ["The day is Tuesday 8 December 2026.", "What you told us."]),
    (
        {"opens_at": "18:00"},
        "Tuesday 8 December 2026, from 6pm: what you told us",
        ["The day is Tuesday 8 December 2026, from 6pm.", "What you told us."],
    ),
    (
        {"closes_at": "5pm"},
        "Tuesday 8 December 2026, until 5pm: what you told us",
        ["The day is Tuesday 8 December 2026, until 5pm.", "What you told us."],
    ),
    (
        {"opens_at": "21:00", "closes_at": "01:00"},
        "Tuesday 8 December 2026, 9pm to 1am the next day: what you told us",
        ["The day is Tuesday 8 December 2026, 9pm to 1am the next day.", "What you told us."],
    ),
    (
        {"place": "the town hall"},
        "Tuesday 8 December 2026: what you told us. The town hall",
        ["The day is Tuesday 8 December 2026.", "What you told us.", "The place is the town hall."],
    ),
]


@pytest.mark.parametrize(("fields", "line", "easy"), SAID)
def test_a_date_is_said_in_both_voices(fields: dict[str, str], line: str, easy: list[str]) -> None:
    each = PageDate.model_validate({"date": DAY, "name": "what you told us", **fields})
    assert date_line(each) == line
    assert list(date_sentences(each)) == easy


def test_a_question_keeps_its_mark() -> None:
    each = PageDate.model_validate({"date": DAY, "name": "what do you need?", "place": "online"})
    assert date_line(each) == "Tuesday 8 December 2026: what do you need? Online"


def test_days_that_are_past_fall_away_and_the_next_one_stands_first() -> None:
    days = ["2027-03-09", "2026-12-08", "2026-12-07"]
    dates = [PageDate.model_validate({"date": day, "name": "meeting"}) for day in days]
    assert [each.date.isoformat() for each in dates_to_come(dates, date(2026, 12, 8))] == ["2026-12-08", "2027-03-09"]


def test_two_of_one_day_stand_in_the_order_of_the_clock() -> None:
    dates = [
        PageDate.model_validate({"date": DAY, "name": name, "opens_at": start})
        for name, start in (("late", "14:00"), ("early", "9:30"))
    ]
    assert [each.name for each in dates_to_come(dates, date(2026, 12, 1))] == ["early", "late"]
