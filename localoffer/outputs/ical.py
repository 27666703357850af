"""How a calendar file is written (RFC 5545): its head and time zone, texts and times in it, and lines of the right length.

In: lines, texts, days and hours. Out: the text of a file. What the events are, calendars.py and page_dates.py say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta

ZONE = """BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
DTSTART:19810329T010000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
DTSTART:19961027T020000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE""".split("\n")
LONGEST = 75
"""Bytes of a line; a longer one goes on below, behind a space."""


def calendar_text(events: Iterable[str]) -> str:
    """The file that holds these lines of events."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//localoffer//times//EN", *ZONE)
    return "".join(map(folded, (*head, *events, "END:VCALENDAR")))


def when(day: date, opens_at: time | None, closes_at: time | None) -> Iterator[str]:
    """When an event is: from one hour to another, which may be on the next day; without an hour, that day."""
    if opens_at is None:
        yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
        return
    yield f"DTSTART;TZID=Europe/London:{datetime.combine(day, opens_at):%Y%m%dT%H%M%S}"
    if closes_at:
        ends = datetime.combine(day + timedelta(days=int(closes_at <= opens_at)), closes_at)
        yield f"DTEND;TZID=Europe/London:{ends:%Y%m%dT%H%M%S}"


def escaped(text: str) -> str:
    """Words in a line: each sign with a meaning kept from having it."""
    for sign in ("\\", ";", ","):
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.splitlines())


def folded(line: str) -> str:
    """The line as it is written: never more than 75 bytes, and no letter in two pieces."""
    if len(line) * 4 <= LONGEST or len(line.encode("utf-8")) <= LONGEST:
        return f"{line}\r\n"
    found, size = "", 0
    for letter in line:
        width = len(letter.encode("utf-8"))
        if size + width > LONGEST:
            found, size = f"{found}\r\n ", 1
        found, size = found + letter, size + width
    return f"{found}\r\n"
