"""Opening hours for a script that says whether somebody answers now: days, opening, closing.

In: schedules. Out: `12345 0845-1700 closed;67 1000-1200`, or nothing where any of them hangs on something that a device
cannot know, such as a school's holidays. `closed`: not on bank holidays. Midnight at the end of the day is 2400.
"""

from __future__ import annotations

from collections.abc import Sequence

from localoffer.model import Schedule

_NUMBER = {code: str(number) for number, code in enumerate(("MO", "TU", "WE", "TH", "FR", "SA", "SU"), 1)}
ALWAYS = "1234567 0000-2400"


def open_hours(schedules: Sequence[Schedule]) -> str:
    """The hours of these schedules, all of them or none."""
    parts = [_part(schedule) for schedule in schedules]
    return ";".join(parts) if parts and all(parts) else ""


def _part(schedule: Schedule) -> str:
    opens, closes = schedule.opens_at, schedule.closes_at
    seasons = (schedule.term_time_only, schedule.holidays_only, schedule.dates, schedule.valid_from, schedule.valid_to)
    if opens is None or closes is None or not schedule.byday or any(seasons) or schedule.every != "week":
        return ""
    days = "".join(sorted(_NUMBER[code] for code in schedule.byday))
    ends = f"{closes:%H%M}"
    ends = "2400" if ends in ("2359", "0000") else ends
    return f"{days} {opens:%H%M}-{ends}" + (" closed" if schedule.not_bank_holidays else "")
