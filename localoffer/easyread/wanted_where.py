"""What the easy-read page must say of places, times, languages and the ways to reach people.

In: a Service and the catalogue. Out: `Wanted`s.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.easyread.wanted import Wanted, text_wanted
from localoffer.model import Contact, Location, Schedule, Service, known


def places(service: Service, catalogue: Catalogue) -> Iterator[Wanted]:
    """Each place, and the other ways it happens."""
    for place in service.locations:
        yield from _one_place(place, service, catalogue)
    ways = {"home": "at home", "school": "at school", "online": "online", "phone": "phone", "text": "text message"}
    for way in known(service.delivery):
        if way in ways:
            yield Wanted("delivery", (ways[way],))


def _one_place(place: Location, service: Service, catalogue: Catalogue) -> Iterator[Wanted]:
    yield Wanted("locations.city", (place.city,))
    if place.sensitive:
        yield Wanted("locations.sensitive", ("The address is private.",))
    else:
        for field in ("name", "address_1", "address_2", "postal_code"):
            if getattr(place, field):
                yield Wanted(f"locations.{field}", (getattr(place, field),))
    yield from text_wanted("locations.travel", place.travel, place.easy_read)
    for feature_id, answer in place.accessibility.items() if "venue" in service.delivery else ():
        feature = catalogue.vocabulary.features.get(feature_id)
        words = {"yes": feature.easy_yes, "no": feature.easy_no}.get(answer) if feature else None
        if words:
            yield Wanted("locations.accessibility", (words,))


def times(service: Service, catalogue: Catalogue) -> Iterator[Wanted]:
    """The times that are not over."""
    for schedule in service.schedules:
        if not wording.is_past(schedule, catalogue.today):
            yield from _one_time(schedule, catalogue)


def _one_time(schedule: Schedule, catalogue: Catalogue) -> Iterator[Wanted]:
    if schedule.opens_at and schedule.closes_at:
        hours = wording.hours(schedule.opens_at, schedule.closes_at).removesuffix(" the next day")
        yield Wanted("schedules.opens_at", (hours,))
    elif schedule.opens_at or schedule.closes_at:
        clock = schedule.opens_at or schedule.closes_at
        yield Wanted("schedules.opens_at", (wording.clock(clock),)) if clock else Wanted("schedules", ("",))
    for day in schedule.dates:
        if day >= catalogue.today:
            yield Wanted("schedules.dates", (wording.day_date(day),))
    named = [name for code, name in wording.WEEKDAYS.items() if code in schedule.byday]
    if named and not schedule.dates:
        spans = ("every day", " to ", "every day but", "The days are")
        for name in named:
            yield Wanted("schedules.byday", (name, f"{name}s", *spans) if len(named) > 2 else (name, f"{name}s"))
    for field in ("valid_from", "valid_to"):
        day = getattr(schedule, field)
        if day and (field == "valid_to" or day > catalogue.today):
            yield Wanted(f"schedules.{field}", (wording.day_date(day),))
    for field, words in {
        "term_time_only": "in term time",
        "holidays_only": "in school holidays",
        "not_bank_holidays": "not on bank holidays",
    }.items():
        if getattr(schedule, field):
            yield Wanted(f"schedules.{field}", (words,))
    yield from text_wanted("schedules.description", schedule.description, schedule.easy_read)


def there(service: Service, _catalogue: Catalogue) -> Iterator[Wanted]:
    """How people are talked to there."""
    if service.bsl == "yes":
        yield Wanted("bsl", ("Staff can use sign language.",))
    if service.interpreter == "yes":
        yield Wanted("interpreter", ("You can have an interpreter.",))
    for language in service.languages:
        yield Wanted("languages", (language,))


def reached(service: Service) -> Iterator[Wanted]:
    """Each way to reach each contact."""
    for contact in service.contacts:
        yield from _one_contact(contact)


def _one_contact(contact: Contact) -> Iterator[Wanted]:
    if contact.phone:
        yield Wanted("contacts.phone", (f"href:{wording.phone_link(contact.phone, contact.extension or '')}",))
    if contact.sms:
        yield Wanted("contacts.sms", (f"href:{wording.text_link(contact.sms)}",))
    if contact.text_relay:
        yield Wanted("contacts.text_relay", (f"href:{wording.phone_link(contact.text_relay)}",))
    if contact.email:
        yield Wanted("contacts.email", (f"href:mailto:{contact.email}",))
    if contact.url:
        yield Wanted("contacts.url", (f"href:{contact.url}",))
    yield from text_wanted("contacts.role", contact.role)
    if contact.name and contact.consent_to_publish:
        yield from text_wanted("contacts.name", contact.name)
