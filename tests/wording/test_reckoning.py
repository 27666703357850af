"""Dates from a letter: one table of cases, made with dateutil, holds for Python, for the script in the browser, and for dateutil now."""

from __future__ import annotations

import gzip
import json
import shutil
import subprocess
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from dateutil.easter import easter
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from localoffer.overlay import NATIONAL
from localoffer.system.carried import PACKAGE
from localoffer.wording.reckoning import last_day
from localoffer.yamlfile import LOADER
from tests.table import each_of

ROOT = Path(__file__).resolve().parents[2]
SCRIPTS = ROOT / "theme/assets/javascripts"
CASES = json.loads((ROOT / "tests/cases/reckoning.json").read_text(encoding="utf-8"))
LISTED = yaml.load((PACKAGE.parent / NATIONAL / "_data/bank_holidays.yml").read_text(encoding="utf-8"), LOADER)
HOLIDAYS = [date.fromisoformat(holiday["id"]) for holiday in LISTED]
UNITS = {"days", "weeks", "months", "years"}


def test_there_are_sixty_cases_of_every_unit() -> None:
    assert len(CASES) >= 60
    assert {unit for _start, _number, unit, _end in CASES} == UNITS | {"working days", "school days"}


def test_python_counts_to_the_day() -> None:
    each_of(CASES, lambda case: python_counts_to_the_day(*case))


def python_counts_to_the_day(start: str, number: int, unit: str, end: str | None) -> None:
    found = last_day(date.fromisoformat(start), number, unit, HOLIDAYS)
    assert found == (date.fromisoformat(end) if end else None)


def test_dateutil_counts_to_the_same_day() -> None:
    each_of([case for case in CASES if case[2] in UNITS], lambda case: dateutil_counts_to_the_same_day(*case))


def dateutil_counts_to_the_same_day(start: str, number: int, unit: str, end: str) -> None:
    step = {
        "days": {"days": number},
        "weeks": {"weeks": number},
        "months": {"months": number},
        "years": {"years": number},
    }
    assert (date.fromisoformat(start) + relativedelta(**step[unit])).isoformat() == end  # type: ignore[arg-type]


@given(st.dates(date(2014, 9, 1), date(2090, 1, 1)), st.integers(1, 60))
def test_months_end_on_the_same_number_or_on_the_last_day(start: date, months: int) -> None:
    found = last_day(start, months, "months")
    assert found == start + relativedelta(months=months)
    assert found is not None
    assert found.day == min(start.day, monthrange(found.year, found.month)[1])


@given(st.dates(date(2026, 1, 1), date(2027, 10, 1)), st.integers(1, 60))
def test_so_many_working_days_lie_between(start: date, number: int) -> None:
    found = last_day(start, number, "working days", HOLIDAYS)
    assert found is not None
    after = (start + timedelta(days=passed) for passed in range(1, (found - start).days + 1))
    working = [day for day in after if day.weekday() < 5 and day not in HOLIDAYS]
    assert len(working) == number
    assert working[-1] == found


def test_the_bank_holidays_are_those_of_the_rule() -> None:
    for year in {holiday.year for holiday in HOLIDAYS}:
        listed = {holiday for holiday in HOLIDAYS if holiday.year == year}
        assert len(listed) == 8
        assert {easter(year) - timedelta(days=2), easter(year) + timedelta(days=1)} <= listed
        assert all(holiday.weekday() < 5 for holiday in listed)
        for month, week in ((5, 0), (5, -1), (8, -1)):
            mondays = [date(year, month, day) for day in range(1, 32) if date(year, month, day).weekday() == 0]
            assert mondays[week] in listed


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed")
def test_the_script_counts_to_the_day() -> None:
    ask = f"""
    import {{ calendar, dayOf, howFar, inWords, lastDay }} from {json.dumps((SCRIPTS / "reckon.js").as_uri())};
    const holidays = {json.dumps([day.isoformat() for day in HOLIDAYS])};
    console.log(JSON.stringify({{
      days: {json.dumps(CASES)}.map(([start, number, unit]) => lastDay(start, number, unit, holidays)),
      words: inWords('2027-01-26'), far: [howFar('2027-01-26', '2026-11-26'), howFar('2026-11-26', '2026-11-26'), howFar('2026-11-25', '2026-11-26')],
      none: ['2027-02-29', '', '26/11/2026', '0026-11-26'].map((text) => dayOf(text)),
      file: calendar([{{ day: '2027-12-31', title: 'Appeal, by post; today', words: 'é'.repeat(60) }}], '20261126T093000Z'),
    }}));
    """
    node = [shutil.which("node") or "node", "--input-type=module", "-e", ask]
    clocks = [{"TZ": zone, "PATH": "/usr/bin:/bin"} for zone in ("Europe/London", "Pacific/Auckland")]
    for clock in clocks:
        said = json.loads(subprocess.run(node, check=True, capture_output=True, text=True, env=clock).stdout)
        assert said["days"] == [end for _start, _number, _unit, end in CASES]
        assert said["words"] == "Tuesday 26 January 2027"
        assert said["far"] == ["in 61 days", "today", "1 day ago"]
        assert said["none"] == [None] * 4
        lines = said["file"].split("\r\n")
        assert all(len(line.encode()) <= 75 for line in lines)
        assert {"DTSTART;VALUE=DATE:20271231", "DTEND;VALUE=DATE:20280101", r"SUMMARY:Appeal\, by post\; today"} <= set(
            lines
        )
        assert "é" * 60 in said["file"].replace("\r\n ", "")


@pytest.mark.skipif(not shutil.which("node"), reason="Node is not installed")
def test_open_now_and_dates_from_a_letter_know_the_same_bank_holidays() -> None:
    years = sorted({holiday.year for holiday in HOLIDAYS})
    start = date(years[0], 1, 1)
    days = [start + timedelta(days=passed) for passed in range((date(years[-1], 12, 31) - start).days + 1)]
    working = [day.isoformat() for day in days if day.weekday() < 5]
    ask = f"""
    import {{ isBankHoliday }} from {json.dumps((SCRIPTS / "open.js").as_uri())};
    console.log(JSON.stringify({json.dumps(working)}.filter((day) => isBankHoliday(Date.parse(day)))));
    """
    node = [shutil.which("node") or "node", "--input-type=module", "-e", ask]
    said = json.loads(subprocess.run(node, check=True, capture_output=True, text=True).stdout)
    assert said == [day.isoformat() for day in HOLIDAYS]


def test_the_scripts_are_small() -> None:
    together = sum(len(gzip.compress((SCRIPTS / name).read_bytes(), 9)) for name in ("reckon.js", "dates.js"))
    assert together <= 4096
