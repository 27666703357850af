"""Hours in words → days and times, only where they can be read one way: “Saturdays 10am to 12 noon, term time only”.

In: one clause. Out: the fields of a schedule, or None: the first Monday, every other week, “by appointment” and the like are
for a person to read.
"""

from __future__ import annotations

import re
from typing import Any

from localoffer.model.taken import standard_days, standard_time, tidy
from localoffer.model.taken.when import CODES, DAY_WORD

_TIME = r"(?:(?:12 ?)?(?:noon|midday|midnight)|\d{1,2}(?:[:.][0-5]\d)? ?(?:[ap]\.?m\.?)?)"
_RANGE = re.compile(
    rf"(?:from |between |at )?(?P<start>{_TIME}) ?(?:-|to|until|till|and) ?(?P<end>{_TIME})(?![\d:])", re.IGNORECASE
)
_DAYS_BEFORE = re.compile(r"[\s,:;-]+$")
_TERM = re.compile(r"[,;(]?\s*(?:\bduring\b |\bin\b |\()?\bterm[- ]?times?(?: only)?\b\)?", re.IGNORECASE)
_BANK = re.compile(
    r"[,;(]?\s*(?:except(?: on| for)?|excluding|not(?: on)?|closed(?: on)?)\s+bank holidays?\)?", re.IGNORECASE
)
_LABEL = re.compile(
    r"^(?:(?:opening|session|meeting|club|group|class) (?:times?|hours?)|opening|open|opens|when|times?|hours|days?|sessions?|we meet|we are open"
    r"|it is|the (?:club|group|session|class) (?:is|runs|meets)|meets?|runs?|held)(?: is| are| run| runs| on| every| each)*\s*[:-]?\s*",
    re.IGNORECASE,
)
_EVERY = re.compile(r"^(?:on|every|each)\s+", re.IGNORECASE)
_ANY_DAY = re.compile(rf"{DAY_WORD}|\bweek(?:days?|ends?)\b|\bevery ?day\b|\bdaily\b|\b7 days a week\b")


def read_hours(text: str) -> dict[str, Any] | None:
    """The schedule that a clause tells."""
    plain = tidy(text).strip(" .;,")
    if len(plain) > 120:
        return None
    rest, term = _TERM.subn("", plain)
    rest, bank = _BANK.subn("", rest)
    ranges = list(_RANGE.finditer(rest))
    if len(ranges) != 1:
        return None
    times = read_times(ranges[0]["start"], ranges[0]["end"])
    words = f"{rest[: ranges[0].start()]} {rest[ranges[0].end() :]}"
    words = _EVERY.sub("", _LABEL.sub("", _DAYS_BEFORE.sub("", words.strip(" ,;:()-")))).strip(" ,;:()-")
    days = standard_days(words) if words else None
    if not times or not days:
        return None
    found: dict[str, Any] = {
        "byday": [code for code in CODES if code in days],
        "opens_at": times[0],
        "closes_at": times[1],
    }
    return {**found, **({"term_time_only": "yes"} if term else {}), **({"not_bank_holidays": "yes"} if bank else {})}


def read_times(start: str, end: str) -> tuple[str, str] | None:
    """Both ends of a time as HH:MM; the half of the day may be said once, where that can mean one thing."""
    first, last = standard_time(start), standard_time(end)
    if last and not first:
        first = _same_half(tidy(start), tidy(end))
    if not first or not last or first >= last:
        return None
    return first, last


def _same_half(start: str, end: str) -> str | None:
    """`9.30-11am`, `1-3pm`, `10-12pm`: the start of these. 9-11pm could begin in the morning: nobody can tell."""
    if not re.fullmatch(r"\d{1,2}(?:[:.][0-5]\d)?", start):
        return None
    hour = int(re.split("[:.]", start)[0])
    last = standard_time(end)
    morning, evening = standard_time(f"{start}am"), standard_time(f"{start}pm")
    if not last or not morning or not evening:
        return None
    if re.search(r"a\.?m\.?$", end, re.IGNORECASE) or evening >= last:
        return morning if morning < last and hour >= 6 else None
    return evening if hour <= 6 else None


def names_a_day(text: str) -> bool:
    """True where a day of the week stands in the text."""
    return _ANY_DAY.search(text) is not None
