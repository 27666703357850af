"""Dates and times: what is taken, and why another is not."""

from __future__ import annotations

import re
from datetime import date, time
from typing import Annotated, Any

from localoffer.model import rules
from localoffer.model.form import Form, short, text_of
from localoffer.model.rules import refuse
from localoffer.model.taken import standard_date, standard_time, tidy
from localoffer.model.taken.when import DAY_FORMS, MONTHS, TIME_FORMS, WEEKDAYS, DateParts, read_date

EARLIEST, LATEST = 1990, 2100


def _day(value: str) -> date:
    """A date that exists in the calendar, its weekday true if it names one."""
    parts = read_date(value)
    if parts is None:
        message = f"“{short(value)}” is not written as a date we can read"
        refuse(rules.DATE_FORM, message, *_date_fix(tidy(value)))
    found = parts.as_date()
    if found is None:
        refuse(rules.DATE_IMPOSSIBLE, f"{short(value)} is not a day in the calendar", _calendar_fix(parts))
    if not EARLIEST <= found.year <= LATEST:
        refuse(rules.DATE_IMPOSSIBLE, f"{short(value)} cannot be right: the year is {found.year}", "check the year.")
    true = WEEKDAYS[found.weekday()]
    if parts.weekday not in ("", true):
        message = f"{found.day} {MONTHS[found.month - 1]} {found.year} is a {true}, not a {parts.weekday}"
        refuse(rules.DATE_IMPOSSIBLE, message, "check which of the two is right: the date or the day of the week.")
    return found


def _calendar_fix(parts: DateParts) -> str:
    if parts.month > 12:
        return "write the day first, then the month, then the year, like 25/12/2026; or the month in words."
    return "check the month and the day."


SHORT_YEAR = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ](\d\d)", re.ASCII)
STAMP = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d.*", re.ASCII)
USUAL = "write the day, the month and the year, like 5 October 2026 or 2026-10-05."


def _date_fix(text: str) -> tuple[str, str]:
    """The way out, and what can be put in place where that is sure."""
    if match := STAMP.fullmatch(text):
        if standard_date(match[1]):
            return f"write {match[1]}: the day only, without a time.", match[1]
    elif SHORT_YEAR.fullmatch(text):
        return "write the year with four digits: with two it is not sure which number is the year.", ""
    elif re.fullmatch(r"[A-Za-z]+ \d{4}|\d{1,2}[/-]\d{4}", text, re.ASCII):
        return "write the day too, like 5 October 2026.", ""
    elif re.search(r"\d{4}\D+\d.*\d{4}", text):
        return (
            "write one date here; a first and a last day have fields of their own, such as valid_from and valid_to.",
            "",
        )
    return USUAL, ""


Day = Annotated[date, Form(_day, standard_date, text_of(*DAY_FORMS), comma=True, blank=True)]


def _clock(value: str) -> time:
    """A time of day."""
    written = standard_time(value)
    if written is None:
        message = f"“{short(value)}” is not written as a time we can read"
        refuse(rules.TIME_FORM, message, *_clock_fix(tidy(value)))
    return time.fromisoformat(written)


LOOSE = re.compile(r"(\d{1,2})(?:[:.]([0-5]\d))?", re.ASCII)
TWO_TIMES = re.compile(
    r"(\d[\d:.]*\s*(?:[ap]\.?m\.?)?|noon|midday)\s*(?:-|to|until|till)\s*(\d\S*.*|noon|midday|midnight)", re.I
)


def _clock_fix(text: str) -> tuple[str, str]:
    match = LOOSE.fullmatch(text)
    if match and int(match[1]) == 24:
        return "write 00:00 for midnight.", ""
    if match and 1 <= int(match[1]) <= 12:
        hour, minutes = int(match[1]), match[2] or "00"
        morning, evening = f"{hour % 12:02}:{minutes}", f"{hour % 12 + 12}:{minutes}"
        return f"write {morning} if it is before noon, or {evening} if it is after.", ""
    if TWO_TIMES.fullmatch(text):
        return "write one time here: the start is opens_at, the end is closes_at.", ""
    return "write the hour and the minutes, like 09:30 or 16:00; 9.30am and 4pm are understood too.", ""


# 0930 and 9.30 are numbers for tools.
_NUMBERS: tuple[dict[str, Any], ...] = (
    {"type": "integer", "minimum": 800, "maximum": 2359},
    {"type": "number", "minimum": 8, "exclusiveMaximum": 24, "not": {"type": "integer"}},
)
Clock = Annotated[time, Form(_clock, standard_time, {"anyOf": [text_of(*TIME_FORMS), *_NUMBERS]})]


def _closing(value: str) -> time:
    """A time at which something ends: 24:00 is the end of the day."""
    return _clock("00:00" if tidy(value) in END_OF_DAY else value)


END_OF_DAY = {"24:00", "24.00", "2400"}


def standard_closing(text: str) -> str | None:
    """As `standard_time`; `24:00` → `00:00`, the end of the day."""
    return "00:00" if tidy(text) in END_OF_DAY else standard_time(text)


_CLOSING = text_of(*TIME_FORMS, r"^\s*24[:.]?00\s*$")
Closing = Annotated[time, Form(_closing, standard_closing, {"anyOf": [_CLOSING, *_NUMBERS]})]
