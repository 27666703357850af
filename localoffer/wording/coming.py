"""The days on which something is: from a schedule to days of the calendar, as far as anybody can say.

In: schedules, two days, and what is known of the year: school terms and bank holidays. Out: `Session`s. One that nobody can
be sure of (in term time, where the terms are not known; on a bank holiday, where nothing is said of it) says so; a day that
cannot be worked out at all (every 2 weeks from an unknown day) gives none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from itertools import product

from localoffer.model import Schedule, Service
from localoffer.wording.dates import MONTHS, WEEKDAYS, clock
from localoffer.wording.sentences import in_sentence, join

CODES = tuple(WEEKDAYS)
WEEK = 7
AHEAD = (13, 120, 400)
"""Days that a search for the next ones looks ahead, one after the other."""
MARKED = 4
"""Days to come that a card holds for a script."""
LAST_WEEK = 5
MOST_DAYS = 3
EVERY_DAY = "Every day"


@dataclass(frozen=True)
class Year:
    """What is known of the year here: the spans in which schools are open, and the bank holidays."""

    terms: Sequence[tuple[date, date]] = ()
    bank_holidays: frozenset[date] = field(default_factory=frozenset)
    _asked: dict[date, bool | None] = field(default_factory=dict, repr=False, compare=False)

    def in_term(self, day: date) -> bool | None:
        """True on a school day or a weekend within a term; None for a day that no known term comes before and after."""
        if day not in self._asked:  # every service asks for the same days
            self._asked[day] = self._in_term(day)
        return self._asked[day]

    def _in_term(self, day: date) -> bool | None:
        if any(first <= day <= last for first, last in self.terms):
            return True
        is_between = any(last < day for _first, last in self.terms) and any(day < first for first, _last in self.terms)
        return False if is_between else None


@dataclass(frozen=True)
class Session:
    """One time of a service: the day, and the schedule it belongs to. `is_sure`: nothing speaks against it that we know."""

    day: date
    schedule: Schedule
    is_sure: bool = True

    @property
    def order(self) -> tuple[date, time]:
        """By day, then by clock; without a clock first."""
        return self.day, self.schedule.opens_at or time(0)


def sessions(schedules: Iterable[Schedule], first: date, last: date, year: Year) -> list[Session]:
    """Every time from the first day to the last, both counted, in order; what is known not to be is left out."""
    found = []
    for schedule in schedules:
        for day in named_days(schedule, first, last):
            is_on = _is_on(schedule, day, year)
            if is_on is not False:
                found.append(Session(day, schedule, bool(is_on)))
    return sorted(found, key=lambda session: session.order)


def named_days(schedule: Schedule, first: date, last: date) -> Iterator[date]:
    """The days that a schedule names, whatever the season."""
    if schedule.dates:
        yield from (day for day in sorted(set(schedule.dates)) if first <= day <= last)
        return
    start, end = max(first, schedule.valid_from or first), min(last, schedule.valid_to or last)
    steps = sorted({(CODES.index(code) - start.weekday()) % WEEK for code in schedule.byday})
    for week, step in product(range(0, (end - start).days + 1, WEEK), steps):
        day = start + timedelta(days=week + step)
        if day <= end and _is_its_week(schedule, day):
            yield day


def _is_its_week(schedule: Schedule, day: date) -> bool:
    if schedule.every == "week":
        return True
    if schedule.every == "fortnight":
        start = schedule.valid_from
        return start is not None and ((_monday(day) - _monday(start)).days // WEEK) % 2 == 0
    week = schedule.week_of_month
    if week == LAST_WEEK:
        return (day + timedelta(days=WEEK)).month != day.month
    return week is not None and (day.day - 1) // WEEK + 1 == week


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _is_on(schedule: Schedule, day: date, year: Year) -> bool | None:
    """None where nobody can say."""
    if day in schedule.dates:
        return True
    is_holiday = day in year.bank_holidays
    if is_holiday and (schedule.not_bank_holidays or schedule.term_time_only):
        return False
    in_term = year.in_term(day)
    if schedule.term_time_only and in_term is not True:
        return in_term
    if schedule.holidays_only and in_term is not False:
        return None if in_term is None else False
    return None if is_holiday else True


# On a card


def next_day(service: Service, today: date, year: Year) -> tuple[str, str]:
    """What a card says of the days of a service, and the same for a script: `Sat 9:30am` and `6@0930`; `Next: Thu 14 January`
    and `2027-01-14@1000`. Both are empty where no day is known."""
    events = [schedule for schedule in service.schedules if is_event(schedule)]
    if service.schedules and not events:
        return _open_days(service, today), ""
    coming = _ahead(events, today, year)
    if not coming:
        return _in_its_season(events, today, year), ""
    first = coming[0]
    if is_every_week(first.schedule, today):
        steady = [schedule for schedule in events if is_every_week(schedule, today)]
        marks = [
            f"{CODES.index(code) + 1}@{_mark(found)}"
            for found in steady
            for code in sorted(found.byday, key=CODES.index)
        ]
        return f"{short_days(first.schedule.byday)} {_clock(first.schedule)}".strip(), " ".join(marks)
    marks = [f"{found.day.isoformat()}@{_mark(found.schedule)}" for found in coming[:MARKED]]
    is_usual = first.schedule.every == "week" and first.schedule.byday and not first.schedule.dates
    if is_usual and (first.day - today).days < WEEK:
        words = f"{short_days(first.schedule.byday)} {_clock(first.schedule)}"
    else:
        words = f"Next: {short_date(first.day)}"
    return words.strip(), " ".join(marks)


def _ahead(events: Sequence[Schedule], today: date, year: Year) -> list[Session]:
    """The next few times that are sure, and no further than it must look for them."""
    coming: list[Session] = []
    for days in AHEAD:
        coming = [found for found in sessions(events, today, today + timedelta(days=days), year) if found.is_sure]
        is_plain = bool(coming) and is_every_week(coming[0].schedule, today)
        if is_plain or len(coming) >= MARKED or (coming and days > AHEAD[0]):
            break
    return coming


def is_event(schedule: Schedule) -> bool:
    """True for what is on some days of the week; four days and more are the hours of a place that is open."""
    return bool(schedule.dates) or len(set(schedule.byday)) <= MOST_DAYS


def _open_days(service: Service, today: date) -> str:
    """`Open Mon to Fri`, for a place where people just turn up."""
    first = service.schedules[0]
    is_sure = "drop-in" in service.access.route and is_every_week(first, today)
    days = short_days(first.byday)
    return f"Open {in_sentence(days) if days == EVERY_DAY else days}" if is_sure else ""


def is_every_week(schedule: Schedule, today: date) -> bool:
    """True for what is on in every week of the year, from today on."""
    has_begun = schedule.valid_from is None or schedule.valid_from <= today
    seasons = (schedule.term_time_only, schedule.holidays_only, schedule.dates, schedule.valid_to)
    return schedule.every == "week" and bool(schedule.byday) and has_begun and not any(seasons)


def _in_its_season(schedules: Sequence[Schedule], today: date, year: Year) -> str:
    """`Sat 9:30am in term time`, where nobody has said when the terms are."""
    for schedule in schedules:
        is_over = schedule.valid_to is not None and schedule.valid_to < today
        if (
            schedule.every != "week"
            or not schedule.byday
            or schedule.dates
            or is_over
            or year.in_term(today) is not None
        ):
            continue
        season = "in term time" if schedule.term_time_only else "in school holidays" if schedule.holidays_only else ""
        if season:
            return f"{short_days(schedule.byday)} {_clock(schedule)} {season}".replace("  ", " ")
    return ""


def _clock(schedule: Schedule) -> str:
    return clock(schedule.opens_at) if schedule.opens_at else ""


def _mark(schedule: Schedule) -> str:
    return f"{schedule.opens_at:%H%M}" if schedule.opens_at else ""


def short_days(codes: Sequence[str]) -> str:
    """`Sat`, `Mon and Thu`, `Mon to Fri`, `Every day`; in the week's order."""
    numbers = sorted({CODES.index(code) for code in codes})
    names = [WEEKDAYS[CODES[number]][:3] for number in numbers]
    if len(names) == WEEK:
        return EVERY_DAY
    if len(names) > 2 and numbers[-1] - numbers[0] == len(names) - 1:
        return f"{names[0]} to {names[-1]}"
    return join(names)


def short_date(day: date) -> str:
    """`Thu 14 January`."""
    return f"{WEEKDAYS[CODES[day.weekday()]][:3]} {day.day} {MONTHS[day.month - 1]}"
