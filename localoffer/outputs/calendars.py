"""`/services/<provider>/<service>/times.ics` (RFC 5545): a service's times, to be put into a calendar.

In: the Index. Out: a file for each service that has times a calendar can hold. Days in known holidays are
taken out; where nobody has said when the terms are, "term time only" stands in the event's own name, and is never quietly left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from localoffer import wording
from localoffer.addresses import TIMES, service_url, whole_url
from localoffer.catalogue import Catalogue
from localoffer.exchange.telling.offer import first_name
from localoffer.exchange.writing.ids import Ids
from localoffer.exchange.writing.oruk import service_id
from localoffer.model import Service
from localoffer.model.places import Location, Schedule
from localoffer.outputs.files import Later, PublishedFile
from localoffer.outputs.ical import calendar_text, escaped, when
from localoffer.outputs.index import Index
from localoffer.wording.coming import Session, Year, named_days, sessions

ONLY = (
    ("term_time_only", "term time only"),
    ("holidays_only", "school holidays only"),
    ("not_bank_holidays", "not on bank holidays"),
)
AHEAD = timedelta(days=400)
"""How far days are worked out on which it is not."""


def make_files(index: Index) -> Iterator[PublishedFile]:
    """One file a service."""
    for service in index.catalogue.services.values():
        if has_times(service):
            key = index.catalogue.key_of(service.origin.digest)
            yield f"{service_url(service.id)}{TIMES}", Later(key, partial(_times, service, index.catalogue))


def _times(service: Service, catalogue: Catalogue) -> str:
    return calendar_text(_events(service, catalogue.today, catalogue.year, catalogue.site.site_url))


def has_times(service: Service) -> bool:
    """True where there is something to put into a calendar."""
    return service.status == "active" and any(_is_told(each) for each in service.schedules)


def _is_told(schedule: Schedule) -> bool:
    if schedule.dates:
        return True
    is_known = schedule.every == "week" or (schedule.every == "month" and schedule.week_of_month) or schedule.valid_from
    return bool(schedule.byday and schedule.opens_at and is_known)


def _events(service: Service, today: date, year: Year, site_url: str | None) -> Iterator[str]:
    """The lines of its events."""
    ids = Ids(service_id(first_name(service)))
    for schedule in filter(_is_told, service.schedules):
        for day in schedule.dates:
            yield from _event(service, schedule, day, Repeats(), ids, today, site_url)
        if schedule.byday and not schedule.dates:
            found, off = _days(schedule, today, year)
            if found:
                is_sure = all(year.in_term(session.day) is not None for session in found)
                repeats = Repeats(_rule(schedule), off, is_sure)
                yield from _event(service, schedule, found[0].day, repeats, ids, today, site_url)


def _days(schedule: Schedule, today: date, year: Year) -> tuple[list[Session], list[date]]:
    """The times to come from its first day or this month on, as far as a calendar needs them; and the days that would follow from its
    rule and on which it is known not to be: school holidays, bank holidays."""
    start = schedule.valid_from or today.replace(day=1)
    end = min(schedule.valid_to or date.max, max(start, today) + AHEAD)
    found = sessions([schedule], start, end, year)
    on = {session.day for session in found}
    return found, [day for day in named_days(schedule, start, end) if day not in on and on and day > min(on)]


@dataclass(frozen=True)
class Repeats:
    """How an event comes again: by which rule, on which of those days it is not, and whether no season of it is in doubt."""

    rule: str = ""
    off: Sequence[date] = ()
    is_sure: bool = False


def _rule(schedule: Schedule) -> str:
    week = "" if schedule.every != "month" else "-1" if schedule.week_of_month == 5 else str(schedule.week_of_month)
    parts = [
        "FREQ=MONTHLY" if schedule.every == "month" else "FREQ=WEEKLY",
        *(["INTERVAL=2"] if schedule.every == "fortnight" else []),
        "BYDAY=" + ",".join(f"{week}{day}" for day in schedule.byday),
        *([f"UNTIL={schedule.valid_to:%Y%m%d}T235959Z"] if schedule.valid_to else []),
    ]
    return ";".join(parts)


def _event(
    service: Service,
    schedule: Schedule,
    day: date,
    repeats: Repeats,
    ids: Ids,
    today: date,
    site_url: str | None,
) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{ids.of('event', day.isoformat(), repeats.rule, str(schedule.opens_at))}"
    checked = service.last_checked.date if service.last_checked else None
    yield f"DTSTAMP:{checked or today:%Y%m%d}T000000Z"
    yield from when(day, schedule.opens_at, schedule.closes_at)
    if repeats.rule:
        yield f"RRULE:{repeats.rule}"
    if repeats.off and schedule.opens_at:
        yield "EXDATE;TZID=Europe/London:" + ",".join(f"{one:%Y%m%d}T{schedule.opens_at:%H%M%S}" for one in repeats.off)
    only = [] if repeats.is_sure else [words for name, words in ONLY if getattr(schedule, name)]
    name = f"{service.name} ({', '.join(only)})" if only else service.name
    yield f"SUMMARY:{escaped(name)}"
    if place := _place(service, schedule):
        yield f"LOCATION:{escaped(place)}"
    said = [schedule.description or "", "Phone before you go: times can change."]
    said.append(f"Checked on {wording.day_date(checked)}." if checked else "Nobody has checked these times yet.")
    yield f"DESCRIPTION:{escaped(' '.join(filter(None, said)))}"
    if site_url:
        yield f"URL:{whole_url(service_url(service.id), site_url)}"
    yield "END:VEVENT"


def _place(service: Service, schedule: Schedule) -> str:
    """Where; of a private place the town."""
    named = [each for each in service.locations if each.name == schedule.location] or service.locations
    return _address(named[0]) if len(named) == 1 else ""


def _address(place: Location) -> str:
    if place.sensitive:
        return place.city
    return ", ".join(filter(None, [place.name, place.address_1, place.address_2, place.city, place.postal_code]))
