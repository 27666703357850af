"""From the day of a letter to the last day of what follows: the same arithmetic as theme/assets/javascripts/reckon.js.

In: a day, how many, of what, and the bank holidays of England. Out: a day; None where nobody can count it here: school days,
which each school sets, and working days beyond the last year whose bank holidays are known.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Collection
from datetime import date, timedelta

DAYS = {"days": 1, "weeks": 7}
MONTHS = {"months": 1, "years": 12}
WEEKEND = 5


def last_day(start: date, number: int, unit: str, holidays: Collection[date] = ()) -> date | None:
    """The last day of a period that is counted from `start`; the day itself is not counted. A month ends on the day of the
    same number, or on the last day of a shorter month."""
    if unit in DAYS:
        return start + timedelta(days=number * DAYS[unit])
    if unit in MONTHS:
        return add_months(start, number * MONTHS[unit])
    return _working_day(start, number, holidays) if unit == "working days" else None


def add_months(day: date, months: int) -> date:
    """The day of the same number so many months later, or the last day of a shorter month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _working_day(start: date, number: int, holidays: Collection[date]) -> date | None:
    day, left, known = start, number, {holiday.year for holiday in holidays}
    while left:
        day += timedelta(days=1)
        if day.year not in known:
            return None
        left -= day.weekday() < WEEKEND and day not in holidays
    return day
