"""The days on which something is: every second week, in term time, on bank holidays; and what a card says of them."""

from __future__ import annotations

import json
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.catalogue import read_catalogue
from localoffer.model import Schedule
from localoffer.wording.coming import Year, named_days, next_day, sessions
from tests.offer import SITE

THURSDAY = date(2026, 11, 26)
TERMS = ((date(2026, 11, 2), date(2026, 12, 18)), (date(2027, 1, 4), date(2027, 2, 12)))
YEAR = Year(TERMS, frozenset({date(2026, 12, 25), date(2026, 12, 28)}))
NEXT_JS = Path(__file__).resolve().parents[2] / "theme/assets/javascripts/next.js"


def schedule(**fields: Any) -> Schedule:
    times = {"opens_at": "09:30", "closes_at": "11:00"}
    return Schedule.model_validate({**times, **fields})


def days_of(year: Year = YEAR, days: int = 60, **fields: Any) -> list[tuple[str, bool]]:
    found = sessions([schedule(**fields)], THURSDAY, THURSDAY + timedelta(days=days), year)
    return [(session.day.strftime("%d.%m"), session.is_sure) for session in found]


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"byday": "SA", "valid_to": "2026-12-05"}, ["28.11", "05.12"]),
        ({"byday": "TH", "valid_to": "2026-12-03"}, ["26.11", "03.12"]),
        (
            {"byday": "SA", "every": "fortnight", "valid_from": "2026-11-21", "valid_to": "2026-12-31"},
            ["05.12", "19.12"],
        ),
        ({"byday": "SA", "every": "fortnight"}, []),
        (
            {"byday": "MO, WE", "every": "fortnight", "valid_from": "2026-11-25", "valid_to": "2026-12-20"},
            ["07.12", "09.12"],
        ),
        ({"byday": "SA", "every": "month", "week_of_month": "1"}, ["05.12", "02.01"]),
        ({"byday": "SA", "every": "month", "week_of_month": "5"}, ["28.11", "26.12"]),
        ({"byday": "SA", "every": "month"}, []),
        ({"dates": ["2026-11-01", "2026-12-24", "2026-12-01"]}, ["01.12", "24.12"]),
        ({"byday": "FR", "valid_from": "2027-01-01"}, ["01.01", "08.01", "15.01", "22.01"]),
        ({"byday": "WE", "term_time_only": "yes"}, ["02.12", "09.12", "16.12", "06.01", "13.01", "20.01"]),
        ({"byday": "WE", "holidays_only": "yes"}, ["23.12", "30.12"]),
    ],
)
def test_a_schedule_names_its_days(fields: dict[str, Any], wanted: list[str]) -> None:
    assert [day for day, _is_sure in days_of(**fields)] == wanted
    assert all(is_sure for _day, is_sure in days_of(**fields))


def test_nobody_is_sure_of_a_bank_holiday_and_what_closes_on_one_is_not_on() -> None:
    assert ("25.12", False) in days_of(byday="FR")
    assert "25.12" not in [day for day, _ in days_of(byday="FR", not_bank_holidays="yes")]
    assert ("25.12", True) in days_of(dates=["2026-12-25"])


def test_without_known_terms_nobody_is_sure_of_a_term() -> None:
    assert {is_sure for _day, is_sure in days_of(Year(), byday="SA", term_time_only="yes")} == {False}
    assert {is_sure for _day, is_sure in days_of(Year(), byday="SA", holidays_only="yes")} == {False}
    assert days_of(Year(TERMS[:1]), days=40, byday="SA", term_time_only="yes")[-1] == ("02.01", False)


DAYS = st.dates(date(2026, 1, 1), date(2027, 12, 31))


@given(
    st.lists(st.sampled_from("MO TU WE TH FR SA SU".split()), unique=True, max_size=7),
    st.sampled_from(["week", "fortnight", "month"]),
    st.none() | st.integers(1, 5),
    st.none() | DAYS,
    st.none() | DAYS,
    DAYS,
)
def test_every_day_is_one_of_its_weekdays_within_its_dates(
    byday: list[str], every: Any, week: int | None, start: date | None, end: date | None, first: date
) -> None:
    found = Schedule.model_construct(
        byday=byday, every=every, week_of_month=week, valid_from=start, valid_to=end, dates=[]
    )
    days = list(named_days(found, first, first + timedelta(days=90)))
    assert days == sorted(set(days))
    for day in days:
        assert "MO TU WE TH FR SA SU".split()[day.weekday()] in byday
        assert (start or day) <= day <= (end or day)
    if every != "week":
        weeks = {day - timedelta(days=day.weekday()) for day in days}
        assert all((one - other).days != 7 for one in weeks for other in weeks) or every == "month"


CATALOGUE, _ = read_catalogue(SITE, THURSDAY)
assert CATALOGUE is not None
CLUB = CATALOGUE.services["marl-trust/saturday-club"]


@pytest.mark.parametrize(
    ("given_times", "words", "marks"),
    [
        ([{"byday": "SA"}], "Sat 9:30am", "6@0930"),
        ([{"byday": "MO, TH"}], "Mon and Thu 9:30am", "1@0930 4@0930"),
        ([{"byday": "SA", "term_time_only": "yes"}], "Sat 9:30am", "2026-11-28@0930 2026-12-05@0930 2026-12-12@0930 2027-01-09@0930"),
        ([{"byday": "SA", "every": "month", "week_of_month": "1"}], "Next: Sat 5 December", "2026-12-05@0930 2027-01-02@0930 2027-02-06@0930 2027-03-06@0930"),
        ([{"dates": ["2027-07-26"]}], "Next: Mon 26 July", "2027-07-26@0930"),
        ([{"dates": ["2026-11-01"]}], "", ""),
        ([{"byday": "Monday to Friday"}], "", ""),
        ([], "", ""),
    ],
)  # fmt: skip
def test_a_card_says_the_next_day(given_times: list[dict[str, Any]], words: str, marks: str) -> None:
    service = CLUB.model_copy(update={"schedules": [schedule(**times) for times in given_times]})
    assert next_day(service, THURSDAY, YEAR) == (words, marks)


def test_where_no_terms_are_known_a_card_says_the_season() -> None:
    service = CLUB.model_copy(update={"schedules": [schedule(byday="SA", term_time_only="yes")]})
    assert next_day(service, THURSDAY, Year()) == ("Sat 9:30am in term time", "")


def test_a_place_where_people_turn_up_says_when_it_is_open() -> None:
    access = CLUB.access.model_copy(update={"route": ["drop-in"]})
    service = CLUB.model_copy(update={"schedules": [schedule(byday="Monday to Friday")], "access": access})
    assert next_day(service, THURSDAY, YEAR) == ("Open Mon to Fri", "")


@pytest.mark.node
def test_the_device_never_shows_a_day_that_is_over_as_coming() -> None:
    """Marks as the build writes them, read at another time."""
    asked: list[list[str | None]] = [
        ["6@0930", "2026-11-26T10:00", "Sat 9:30am"],
        ["6@0930", "2026-11-28T09:00", "Today 9:30am"],
        ["6@0930", "2026-11-28T10:00", "Next: Sat 5 December"],
        ["6@0930", "2026-11-27T23:00", "Tomorrow 9:30am"],
        ["1@0930 4@1800", "2026-11-26T10:00", "Today 6pm"],
        ["2026-11-28@0930 2026-12-12@0930", "2026-11-26T10:00", "Sat 9:30am"],
        ["2026-11-28@0930 2026-12-12@0930", "2026-11-28T09:31", "Next: Sat 12 December"],
        ["2026-11-28@0930 2026-12-12@0930", "2026-12-13T00:00", None],
        ["2026-11-28@", "2026-11-28T23:00", "Today"],
        ["2026-11-28@", "2026-11-29T00:00", None],
    ]
    script = (
        f"import {{ nextOf }} from {json.dumps(NEXT_JS.as_uri())};"
        f"console.log(JSON.stringify({json.dumps(asked)}.map(([marks, now]) => nextOf(marks, Date.parse(`${{now}}Z`))?.words ?? null)));"
    )
    node = shutil.which("node")
    assert node
    told = subprocess.run([node, "--input-type=module", "-e", script], capture_output=True, text=True, check=True)
    assert json.loads(told.stdout) == [wanted for _marks, _now, wanted in asked]
