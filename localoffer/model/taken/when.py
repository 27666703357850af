"""Days and times as people write them.

A day of the month comes before the month, as everybody here writes it; a year has four digits. A time without am or pm
is on the 24-hour clock; from 1 to 7 a nought in front is wanted, because an afternoon is often meant.
"""

from __future__ import annotations

import re
from datetime import date

from localoffer.model.taken.text import any_of, tidy

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_SHORT_DAYS = ("mon", "tue", "tues", "wed", "weds", "thu", "thur", "thurs", "fri", "sat", "sun")
_DAY_NAME = any_of(*WEEKDAYS, *_SHORT_DAYS)
_MONTH_NAME = any_of(*MONTHS, *(month[:3] for month in MONTHS), "sept")
_TH = any_of("st", "nd", "rd", "th")
DAY_FORMS = (
    r"^\s*(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\s*$",
    r"^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})\s*$",
    rf"^\s*(?:({_DAY_NAME})\.?,? +)?(?:[Tt]he )?(\d{{1,2}}){_TH}?[- ](?:[Oo]f )?({_MONTH_NAME})\.?,?[- ](\d{{4}})\s*$",
    rf"^\s*(?:({_DAY_NAME})\.?,? +)?({_MONTH_NAME})\.? (\d{{1,2}}){_TH}?,? (\d{{4}})\s*$",
)
"""Patterns for editors' tools too: year first; day first; the month in words; the month in words first."""
_ISO, _UK, _WORDS, _MONTH_FIRST = (re.compile(form, re.ASCII) for form in DAY_FORMS)


class DateParts:
    """A date as read, before anybody asks the calendar."""

    __slots__ = ("day", "month", "weekday", "year")

    def __init__(self, year: str, month: int, day: str, weekday: str | None = None) -> None:
        self.year, self.month, self.day = int(year), month, int(day)
        self.weekday = "" if weekday is None else WEEKDAYS[_weekday(weekday)]

    def as_date(self) -> date | None:
        """The day; None when the calendar has no such day."""
        try:
            return date(self.year, self.month, self.day)
        except ValueError:
            return None


def read_date(text: str) -> DateParts | None:
    """The parts of a date in any form that can mean one day only."""
    plain = tidy(text)
    if match := _ISO.match(plain):
        return DateParts(match[1], int(match[3]), match[4])
    if match := _UK.match(plain):
        return DateParts(match[3], int(match[2]), match[1])
    if match := _WORDS.match(plain):
        return DateParts(match[4], _month(match[3]), match[2], match[1])
    if match := _MONTH_FIRST.match(plain):
        return DateParts(match[4], _month(match[2]), match[3], match[1])
    return None


def standard_date(text: str) -> str | None:
    """`Thursday 12th November 2026`, `12/11/2026` → `2026-11-12`; None where the weekday is not true."""
    parts = read_date(text)
    day = parts.as_date() if parts else None
    if parts is None or day is None or parts.weekday not in ("", WEEKDAYS[day.weekday()]):
        return None
    return day.isoformat()


def _month(name: str) -> int:
    return [month[:3] for month in MONTHS].index(name[:3].title()) + 1


def _weekday(name: str) -> int:
    return [day[:2] for day in WEEKDAYS].index(name[:2].title())


_HALF = r"(?:[Aa]\.?[Mm]\.?|[Pp]\.?[Mm]\.?)"
NOON = ("noon", "midday", "mid-day", "12 noon", "12noon", "12 midday")
MIDNIGHT = ("midnight", "mid-night", "12 midnight", "12midnight")
TIME_FORMS = (
    rf"^\s*(\d{{1,2}})(?:[:.]([0-5]\d))? ?({_HALF})\s*$",
    r"^\s*([01]\d|2[0-3])[:.]?([0-5]\d) ?(?:[Hh]ours|[Hh]rs?)?\.?\s*$",
    r"^\s*([089])[:.]([0-5]\d) ?(?:[Hh]ours|[Hh]rs?)?\.?\s*$",
    rf"^\s*{any_of(*NOON, *MIDNIGHT)}\s*$",
)
_HALF_DAY, _FULL, _BARE, _NAMED = (re.compile(form, re.ASCII) for form in TIME_FORMS)


def standard_time(text: str) -> str | None:
    """`9.30am`, `9:30` → `09:30`; `noon`, `12pm` → `12:00`; `midnight`, `12am` → `00:00`."""
    plain = tidy(text)
    if _NAMED.match(plain):
        return "12:00" if plain.lower() in NOON else "00:00"
    if match := _HALF_DAY.match(plain):
        return _half_day(int(match[1]), match[2] or "00", match[3][0].lower() == "p")
    if match := _FULL.match(plain) or _BARE.match(plain):
        return f"{int(match[1]):02}:{match[2]}"
    return None


def _half_day(hour: int, minutes: str, afternoon: bool) -> str | None:
    if afternoon and 13 <= hour <= 23:  # 16:00pm says it twice, and truly
        return f"{hour}:{minutes}"
    if not 1 <= hour <= 12:
        return None
    return f"{hour % 12 + 12 * afternoon:02}:{minutes}"


_ALL_DAYS = {"every day", "everyday", "daily", "7 days a week", "seven days a week", "all week", "all days", "any day"}
_WORKING = {"weekdays", "weekday", "working days", "week days", "every weekday"}
_WEEKEND = {"weekends", "weekend", "at weekends", "every weekend"}
DAY_WORD = any_of(*WEEKDAYS, *_SHORT_DAYS, *CODES) + r"(?:[Ss]|['\u2019][Ss])?\.?"
DAYS_FORM = rf"^\s*(?:(?:[Ee]very|[Oo]n) )?{DAY_WORD}(?: *(?:[-\u2010-\u2015&/,;+]|[Tt][Oo]|[Aa][Nn][Dd]|, ?[Aa][Nn][Dd]| ) *{DAY_WORD})*\s*$"
GROUPS_FORM = rf"^\s*{any_of(*_ALL_DAYS, *_WORKING, *_WEEKEND)}\s*$"


def standard_days(text: str) -> list[str] | None:
    """`Monday to Friday`, `Mon-Fri`, `weekdays` → `MO TU WE TH FR`; `Sat & Sun`, `weekends` → `SA SU`."""
    plain = tidy(text).lower()
    if plain in _ALL_DAYS:
        return list(CODES)
    if plain in _WORKING:
        return list(CODES[:5])
    if plain in _WEEKEND:
        return list(CODES[5:])
    found: list[str] = []
    for part in re.split(r"\s*(?:[&/,;+]|\band\b)+\s*", re.sub(r"^(?:every|on) ", "", plain)):
        days = _days_of(part) if part else []
        if days is None:
            return None
        found += days
    return list(dict.fromkeys(found)) or None


def _days_of(part: str) -> list[str] | None:
    """`mon - fri`, `tuesdays`, `mon wed fri`."""
    ends = re.split(r"\s*-\s*|\s+to\s+", part)
    if len(ends) == 2:
        first, last = (_code(end) for end in ends)
        if first is None or last is None:
            return None
        span = (last - first) % 7 + 1
        return [CODES[(first + step) % 7] for step in range(span)] if span > 1 else None
    codes = [_code(word) for word in part.split()] if len(ends) == 1 else [None]
    return None if None in codes else [CODES[code] for code in codes if code is not None]


def _code(word: str) -> int | None:
    bare = re.sub(r"'?s$", "", word.strip(". ")) if len(word) > 4 else word.strip(". ")
    names = {bare, word.strip(". ")}
    known = {name.lower() for name in (*WEEKDAYS, *_SHORT_DAYS, *CODES)}
    match = next((name for name in names if name in known), None)
    return CODES.index(match[:2].upper()) if match else None
