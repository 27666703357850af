"""When it is, for everybody else, as RFC 5545 has it; what that cannot say follows in words.

In: the times of our record. Out: the times of an `Incoming`, each at its place where there are several.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from localoffer.exchange.shape import Incoming, Schedule
from localoffer.model.places import Schedule as OurSchedule

WORDS = (
    ("term_time_only", "In term time only."),
    ("holidays_only", "In school holidays only."),
    ("not_bank_holidays", "Not on bank holidays."),
)


def tell_times(incoming: Incoming, schedules: Sequence[OurSchedule], names: Sequence[str]) -> None:
    """Each time; call it when the places are there."""
    for schedule in schedules:
        at = names.index(schedule.location) if schedule.location in names else -1
        target = incoming.places[at].schedules if at >= 0 and len(names) > 1 else incoming.schedules
        target.extend(_told(schedule))


def _told(schedule: OurSchedule) -> Iterator[Schedule]:
    """One for the days of the week, one for each single day."""
    notes = [words for field, words in WORDS if getattr(schedule, field)]
    note = " ".join([*([schedule.description] if schedule.description else []), *notes])
    opens = schedule.opens_at.strftime("%H:%M") if schedule.opens_at else ""
    closes = schedule.closes_at.strftime("%H:%M") if schedule.closes_at else ""
    for day in schedule.dates:
        yield Schedule(
            opens_at=opens, closes_at=closes, valid_from=day.isoformat(), valid_to=day.isoformat(), description=note
        )
    if schedule.byday or not schedule.dates:
        yield Schedule(
            freq="MONTHLY" if schedule.every == "month" else "WEEKLY" if schedule.byday else "",
            interval="2" if schedule.every == "fortnight" else "",
            byday=",".join(_days(schedule)),
            opens_at=opens,
            closes_at=closes,
            valid_from=schedule.valid_from.isoformat() if schedule.valid_from else "",
            valid_to=schedule.valid_to.isoformat() if schedule.valid_to else "",
            description=note,
        )


def _days(schedule: OurSchedule) -> list[str]:
    """Of a month, the week stands before the day: 1SA; the fifth is the last, as our pages say."""
    week = {None: "", 5: "-1"}.get(schedule.week_of_month, str(schedule.week_of_month))
    return [f"{week}{day}" for day in schedule.byday]
