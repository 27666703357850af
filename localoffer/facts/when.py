"""When a service is: the days and times that are not over.

In: a Service and today. Out: Facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from localoffer import wording
from localoffer.facts.fact import Fact, Rows, Unsaid
from localoffer.facts.gaps import PLACE, Whom, gap_idea, gap_words
from localoffer.facts.links import linked
from localoffer.facts.plain import told
from localoffer.facts.reader import reader_of
from localoffer.facts.view import TimeRow, Words
from localoffer.facts.voice import Idea, Sentence, aloud, in_threes, name, say
from localoffer.facts.whole import mended, of_this_time
from localoffer.model import Schedule, Service, known


def when_facts(service: Service, today: date, where: str, whom: Whom) -> Iterator[Fact]:
    """When and where in a sentence, and the times that belong to no one place among several."""
    given = [schedule for schedule in service.schedules if not wording.is_past(schedule, today)]
    ideas = [idea for one in given for idea in in_threes("calendar", list(_schedule(one, service, today)))]
    if where or given:
        yield _when(service, given, where, ideas)
    else:
        yield Fact("when", "Where it is", gap_words(whom), [gap_idea(PLACE, whom)], "pin", gap=PLACE)
    names = {place.name for place in service.locations if not place.sensitive} if len(service.locations) > 1 else set()
    if rows := [time_row(schedule) for schedule in given if schedule.location not in names]:
        yield Fact("times", "Times", Rows(rows), Unsaid("said with when it is"))


def _when(service: Service, given: list[Schedule], where: str, told: list[Idea]) -> Fact:
    """Only where it is, and that only where no time, no place and no other way says it."""
    others = [way for way in known(service.delivery) if way != "venue"]
    said: Words | Unsaid = Unsaid("the times and places say it") if given or service.locations or others else where
    return Fact("when", "Where it is", said, told)


def time_row(schedule: Schedule) -> TimeRow:
    """One line of the table of times."""
    notes = [wording.schedule_season(schedule), schedule.description or ""]
    note = " ".join(wording.sentence(part) for part in notes if part)
    return TimeRow(
        wording.schedule_days(schedule) or "Ask", wording.hours(schedule.opens_at, schedule.closes_at), linked(note)
    )


# Easy read


def _schedule(schedule: Schedule, service: Service, today: date) -> Iterator[Sentence]:
    """Days, time, place; then the first and the last day."""
    season = _season(schedule)
    yield from _days(schedule, today)
    hours = wording.hours(schedule.opens_at, schedule.closes_at)
    if hours == "all day and night":
        yield say("It is open all day and night.")
    elif schedule.opens_at and schedule.closes_at:
        yield say(f"The time is {hours.removesuffix(' the next day')}.")
        if hours.endswith(" the next day"):
            yield say("It ends the next day.")
    elif schedule.opens_at:
        yield say(f"It starts at {wording.clock(schedule.opens_at)}.")
    elif schedule.closes_at:
        yield say(f"It ends at {wording.clock(schedule.closes_at)}.")
    private = [place.name for place in service.locations if place.sensitive]
    if schedule.location and len(service.locations) > 1 and schedule.location not in private:
        yield say("This is at ", name(schedule.location), ".")
    if season and not _is_weekly(schedule):
        yield say(f"It is {season}.")
    if schedule.not_bank_holidays:
        yield say("It is not on bank holidays.")
    yield from _first_and_last(schedule, service, today)
    if schedule.description or schedule.easy_read:
        about = say("Ask them about this time.")
        words = mended(schedule.description or "", of_this_time)
        yield from told(words, schedule.easy_read, about, reader_of(service))


def _first_and_last(schedule: Schedule, service: Service, today: date) -> Iterator[Sentence]:
    """The first and the last day; where it is only planned, the day is hoped for."""
    if schedule.valid_from and schedule.valid_from > today and service.status == "planned":
        yield say(f"They hope to start on {wording.day_date(schedule.valid_from)}.")
    elif schedule.valid_from and (schedule.valid_from > today or schedule.every == "fortnight"):
        tense = "is" if schedule.valid_from > today else "was"
        yield say(f"The first day {tense} {wording.day_date(schedule.valid_from)}.")
    if schedule.valid_to:
        yield say(f"The last day is {wording.day_date(schedule.valid_to)}.")


def _days(schedule: Schedule, today: date) -> Iterator[Sentence]:
    """`It is on Saturdays in term time.`, `It is on the first Saturday of each month.`, single days to come."""
    if schedule.dates:
        yield from (say(f"It is on {wording.day_date(day)}.") for day in sorted(schedule.dates) if day >= today)
    elif _is_weekly(schedule):
        yield from _weekly(schedule.byday, _season(schedule))
    elif schedule.byday and schedule.every == "fortnight":
        yield from _fortnightly(schedule.byday)
    elif schedule.byday:
        yield from _monthly(schedule)


def usual_days(service: Service, today: date) -> Iterator[str]:
    """`It is on Saturdays in term time.`, for what is on in each week, and all its times in the same part of the year."""
    given = [schedule for schedule in service.schedules if not wording.is_past(schedule, today)]
    if given and all(map(_is_weekly, given)) and len({_season(schedule) for schedule in given}) == 1:
        codes = [code for schedule in given for code in schedule.byday]
        sentences = _weekly(codes, _season(given[0]))
        yield " ".join(map(aloud, sentences))


def _is_weekly(schedule: Schedule) -> bool:
    return bool(schedule.byday) and schedule.every == "week" and not schedule.dates


def _season(schedule: Schedule) -> str:
    if schedule.term_time_only:
        return "in term time"
    return "in school holidays" if schedule.holidays_only else ""


def _monthly(schedule: Schedule) -> Iterator[Sentence]:
    which = {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "last"}.get(schedule.week_of_month or 0)
    for day in _in_order(schedule.byday):
        yield say(f"It is on the {which} {day} of each month." if which else f"It is on 1 {day} each month.")


def _fortnightly(byday: Sequence[str]) -> Iterator[Sentence]:
    """`It is every 2 weeks on Saturday.`; more days than one stand in sentences of their own."""
    named = _in_order(byday)
    if len(named) == 1:
        yield say(f"It is every 2 weeks on {named[0]}.")
        return
    yield say("It is every 2 weeks.")
    if len(named) == len(wording.WEEKDAYS):
        yield say("In that week it is every day.")
    elif len(named) > 2 and " to " in wording.days(byday):
        yield say(f"The days are {wording.days(byday)}.")
    else:
        yield say(f"The days are {wording.join(named[:3])}.")
        if named[3:]:
            yield say(f"It is also on {wording.join(named[3:])}.")


def _weekly(byday: Sequence[str], season: str) -> Iterator[Sentence]:
    named = _in_order(byday)
    end = f" {season}." if season else "."
    if len(named) == len(wording.WEEKDAYS):
        yield say(f"It is every day{end}")
    elif len(named) > 2 and " to " in wording.days(byday):
        yield say(f"The days are {wording.days(byday)}{end}")
    elif len(named) == len(wording.WEEKDAYS) - 1:
        free_day = next(name for name in wording.WEEKDAYS.values() if name not in named)
        yield say(f"It is every day but {free_day}{end}")
    else:
        yield say(f"It is on {wording.join(f'{day}s' for day in named[:3])}{end}")
        if named[3:]:
            yield say(f"It is also on {wording.join(f'{day}s' for day in named[3:])}{end}")


def _in_order(byday: Sequence[str]) -> list[str]:
    return [name for code, name in wording.WEEKDAYS.items() if code in byday]
