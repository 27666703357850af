"""Days, hours and schedules in words, in GOV.UK style: 9:30am, Monday 2 November 2026.

In: dates, times, schedules. Out: plain text.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from localoffer.model import Schedule
from localoffer.wording.sentences import first_capital, join

MONTHS = tuple("January February March April May June July August September October November December".split())
WEEKDAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
_ORDER = tuple(WEEKDAYS)
_WEEKS = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "last"}


def day_date(day: date) -> str:
    """`Monday 2 November 2026`."""
    return f"{weekday(day)} {day.day} {MONTHS[day.month - 1]} {day.year}"


def weekday(day: date) -> str:
    """`Monday`."""
    return WEEKDAYS[_ORDER[day.weekday()]]


def month_year(day: date) -> str:
    """`May 2027`."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def clock(moment: time) -> str:
    """`9:30am`, `4pm`, `midday`, `midnight`."""
    if (moment.hour, moment.minute) in {(0, 0), (12, 0)}:
        return "midday" if moment.hour else "midnight"
    minutes = f":{moment.minute:02}" if moment.minute else ""
    return f"{(moment.hour - 1) % 12 + 1}{minutes}{'am' if moment.hour < 12 else 'pm'}"


def hours(opens_at: time | None, closes_at: time | None) -> str:
    """`9:30am to midday`, `9pm to 2am the next day`, `from 9:30am`, `until 5pm`; empty when neither is known."""
    if opens_at is not None and closes_at is not None:
        whole_day = (opens_at.hour, opens_at.minute, closes_at.hour, closes_at.minute) == (0, 0, 23, 59)
        later = " the next day" if ends_next_day(opens_at, closes_at) and closes_at != time(0) else ""
        return "all day and night" if whole_day else f"{clock(opens_at)} to {clock(closes_at)}{later}"
    if opens_at:
        return f"from {clock(opens_at)}"
    return f"until {clock(closes_at)}" if closes_at else ""


def ends_next_day(opens_at: time | None, closes_at: time | None) -> bool:
    """True when the end is earlier on the clock than the start."""
    return opens_at is not None and closes_at is not None and closes_at < opens_at


def days(codes: Sequence[str]) -> str:
    """`Monday to Friday`, `Monday and Thursday`, `every day`; in the week's order."""
    known = sorted({code for code in codes if code in WEEKDAYS}, key=_ORDER.index)
    if len(known) == len(_ORDER):
        return "every day"
    first, last = (_ORDER.index(known[0]), _ORDER.index(known[-1])) if known else (0, 0)
    if len(known) > 2 and last - first == len(known) - 1:
        return f"{WEEKDAYS[known[0]]} to {WEEKDAYS[known[-1]]}"
    return join(WEEKDAYS[code] for code in known)


def schedule_days(schedule: Schedule) -> str:
    """Which days: `Monday and Thursday`, `First Saturday of the month`, `Saturday, every 2 weeks`, single dates."""
    if schedule.dates:
        return join(day_date(day) for day in sorted(schedule.dates))
    named = days(schedule.byday)
    if schedule.every == "month" and named:
        week = _WEEKS.get(schedule.week_of_month or 0, "")
        return first_capital(f"{week} {named} of the month".strip()) if week else f"{named}, once a month"
    if schedule.every == "fortnight" and named:
        return f"{first_capital(named)}, every 2 weeks"
    return first_capital(named)


def schedule_season(schedule: Schedule) -> str:
    """When in the year: `in term time`, `in school holidays`, `not on bank holidays`, `from … until …`; may be empty."""
    parts = []
    if schedule.term_time_only:
        parts.append("in term time")
    if schedule.holidays_only:
        parts.append("in school holidays")
    if schedule.not_bank_holidays:
        parts.append("not on bank holidays")
    if schedule.valid_from and schedule.valid_to:
        parts.append(f"from {day_date(schedule.valid_from)} to {day_date(schedule.valid_to)}")
    elif schedule.valid_from:
        parts.append(f"from {day_date(schedule.valid_from)}")
    elif schedule.valid_to:
        parts.append(f"until {day_date(schedule.valid_to)}")
    return ", ".join(parts)


def schedule_words(schedule: Schedule) -> str:
    """The whole schedule on one line: `Monday to Friday, 9am to 5pm, in term time`."""
    parts = [schedule_days(schedule), hours(schedule.opens_at, schedule.closes_at), schedule_season(schedule)]
    return ", ".join(part for part in parts if part)


def is_past(schedule: Schedule, today: date) -> bool:
    """True when none of its days is still to come."""
    if schedule.valid_to and schedule.valid_to < today:
        return True
    return bool(schedule.dates) and max(schedule.dates) < today


# Opening hours for a script that says whether somebody answers now: `12345 0845-1700 closed;67 1000-1200`, or nothing where they hang on
# what a device cannot know, such as holidays of a school. `closed`: not on bank holidays. Midnight at the end of the day is 2400


_DAY_NUMBER = {code: str(number) for number, code in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), 1)}
ALWAYS = "1234567 0000-2400"


def open_hours(schedules: Sequence[Schedule]) -> str:
    """The hours of these schedules, all of them or none."""
    parts = [_open_part(schedule) for schedule in schedules]
    return ";".join(parts) if parts and all(parts) else ""


def _open_part(schedule: Schedule) -> str:
    opens, closes = schedule.opens_at, schedule.closes_at
    seasons = (schedule.term_time_only, schedule.holidays_only, schedule.dates, schedule.valid_from, schedule.valid_to)
    if opens is None or closes is None or not schedule.byday or any(seasons) or schedule.every != "week":
        return ""
    days = "".join(sorted(_DAY_NUMBER[code] for code in schedule.byday))
    ends = f"{closes:%H%M}"
    ends = "2400" if ends in ("2359", "0000") else ends
    return f"{days} {opens:%H%M}-{ends}" + (" closed" if schedule.not_bank_holidays else "")
