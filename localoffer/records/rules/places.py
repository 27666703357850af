"""Rules about money, places and times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

from localoffer.findings import WARNING
from localoffer.model import Location, Schedule, Service
from localoffer.records.rules.fields import NAME, Field
from localoffer.records.texts import texts
from localoffer.rulebook import Fault, Rules

AGREE = Rules("fields-that-agree")
MIDNIGHT, MIDDAY = time(0), time(12)


@AGREE.rule("free-with-prices", reads=("cost",))
def check_free(service: Service) -> Iterator[Fault]:
    """What is free has no prices."""
    if service.cost.free == "yes" and service.cost.cost_options:
        message = "it says free: yes, but prices are given too"
        yield Fault(message, "write free: no, or take out cost_options.", "cost.free")


@AGREE.rule("price-missing", reads=("cost", "status"), severity=WARNING)
def check_price_given(service: Service) -> Iterator[Fault]:
    """What is not free has at least one price."""
    if service.cost.free == "no" and not service.cost.cost_options and service.status != "closed":
        yield Fault("it is not free, but no price is given", "add cost_options with option and amount.", "cost.free")


@AGREE.rule("period-reversed", reads=("cost", "schedules", "contacts"))
def check_periods(service: Service) -> Iterator[Fault]:
    """Nothing ends before it begins."""
    for number, price in enumerate(service.cost.cost_options):
        yield from _check_period(f"cost.cost_options.{number}", price.valid_from, price.valid_to)
    for field, schedule in all_schedules(service):
        yield from _check_period(field, schedule.valid_from, schedule.valid_to)


def _check_period(field: str, start: date | None, end: date | None) -> Iterator[Fault]:
    if start and end and end < start:
        message = f"valid_to is {end}, which is before valid_from, {start}"
        yield Fault(message, "swap the two dates, or correct the year.", f"{field}.valid_to")


def all_schedules(service: Service) -> Iterator[tuple[str, Schedule]]:
    """Times of the service and of its contacts, with their field paths."""
    for number, schedule in enumerate(service.schedules):
        yield f"schedules.{number}", schedule
    for number, contact in enumerate(service.contacts):
        for place, schedule in enumerate(contact.hours):
            yield f"contacts.{number}.hours.{place}", schedule


@AGREE.rule("hours-reversed", reads=("schedules", "contacts"))
def check_hours(service: Service) -> Iterator[Fault]:
    """Times that go over midnight begin at midday or later; closes_at is never the same as opens_at."""
    for field, schedule in all_schedules(service):
        start, end = schedule.opens_at, schedule.closes_at
        if start is None or end is None:
            continue
        if end == start:
            fix = "correct one of them; for all day and night write 00:00 and 23:59."
            yield Fault(f"opens_at and closes_at are both {start:%H:%M}", fix, f"{field}.closes_at")
        elif MIDNIGHT < end < start < MIDDAY:
            message = f"closes_at is {end:%H:%M}, which is not later than opens_at, {start:%H:%M}"
            fix = (
                "check both on the 24-hour clock: 1 in the afternoon is 13:00. If it goes on past midnight, "
                f"write two lines: {start:%H:%M} to 23:59, and 00:00 to {end:%H:%M} on the days after."
            )
            yield Fault(message, fix, f"{field}.closes_at")


@AGREE.rule("days-missing", reads=("schedules", "contacts"))
def check_days(service: Service) -> Iterator[Fault]:
    """Times have days: byday, dates, or words in description."""
    for field, schedule in all_schedules(service):
        if not (schedule.byday or schedule.dates or schedule.description):
            message = "these times do not say on which days"
            yield Fault(message, "add byday, such as [MO, WE], or dates.", Field(field, NAME))


@AGREE.rule("week-of-month", reads=("schedules", "contacts"))
def check_month(service: Service) -> Iterator[Fault]:
    """every: month and week_of_month stand together."""
    for field, schedule in all_schedules(service):
        if schedule.every == "month" and schedule.week_of_month is None and not schedule.dates:
            message = "every: month does not say in which week"
            yield Fault(message, "add week_of_month: 1 for the first, 5 for the last.", f"{field}.every")
        if schedule.every != "month" and schedule.week_of_month is not None:
            message = "week_of_month is only for what happens once a month"
            yield Fault(message, "add every: month, or take it out.", f"{field}.week_of_month")


@AGREE.rule("fortnight-start", reads=("schedules", "contacts"))
def check_fortnight(service: Service) -> Iterator[Fault]:
    """What happens every 2 weeks says on which day of the week, and its first day, so that people can count."""
    for field, schedule in all_schedules(service):
        if schedule.every == "fortnight" and not (schedule.valid_from and schedule.byday):
            missing = "valid_from" if schedule.byday else "byday"
            message = (
                f"every: fortnight does not say {'from which day to count' if schedule.byday else 'on which days'}"
            )
            yield Fault(message, f"add {missing}: {MISSING[missing]}", f"{field}.every")


MISSING = {"valid_from": "the first day, such as 2026-09-05.", "byday": "the days, such as [SA]."}


@AGREE.rule("extension-alone", reads=("contacts",))
def check_extension(service: Service) -> Iterator[Fault]:
    """An extension stands with a phone number."""
    for number, contact in enumerate(service.contacts):
        if contact.extension and not contact.phone:
            fix = "add phone, or take extension out."
            yield Fault("there is an extension, but no phone number", fix, f"contacts.{number}.extension")


@AGREE.rule("term-and-holidays", reads=("schedules", "contacts"))
def check_term(service: Service) -> Iterator[Fault]:
    """What is only in term time is not only in the holidays."""
    for field, schedule in all_schedules(service):
        if schedule.term_time_only and schedule.holidays_only:
            message = "term_time_only and holidays_only are both yes"
            yield Fault(message, "keep one; for both times of year write neither.", f"{field}.holidays_only")


@AGREE.rule("time-place", reads=("schedules", "contacts", "locations"))
def check_schedule_place(service: Service) -> Iterator[Fault]:
    """The place of a time is one of the places of the listing."""
    known = [location.name for location in service.locations]
    for field, schedule in all_schedules(service):
        if schedule.location and schedule.location not in known:
            places = " or ".join(known) if known else "a place under locations"
            message = f"“{schedule.location}” is not one of the places of this listing"
            yield Fault(message, f"write {places}.", f"{field}.location")


@AGREE.rule("venue-without-place", reads=("delivery", "locations"), eased=True)
def check_venue(service: Service) -> Iterator[Fault]:
    """What happens at a venue says where."""
    if "venue" in service.delivery and not service.locations:
        message = "it happens at a venue, but locations is missing"
        yield Fault(message, "add locations: with name, address_1, city and postal_code.", "delivery")


@AGREE.rule("postcode-missing", reads=("locations",), eased=True)
def check_postcode_given(service: Service) -> Iterator[Fault]:
    """A place has its postcode, unless it is sensitive."""
    for number, location in enumerate(service.locations):
        if not location.sensitive and not location.postal_code:
            fix = "add postal_code; if the place must stay private add sensitive: yes."
            yield Fault(f"{location.name} has no postcode", fix, Field(f"locations.{number}", NAME))


@AGREE.rule("sensitive-address", reads=("locations",))
def check_sensitive(service: Service) -> Iterator[Fault]:
    """The street and postcode of a sensitive place stand nowhere else in the listing: only the town is shown."""
    for number, location in enumerate(service.locations):
        if location.sensitive:
            yield from _check_secret(service, location, number)


def _check_secret(service: Service, location: Location, number: int) -> Iterator[Fault]:
    secrets = [secret for secret in (location.address_1, location.address_2, location.postal_code) if secret]
    patterns = [
        re.compile(r"\s*".join(map(re.escape, secret.split())), re.IGNORECASE) for secret in secrets if len(secret) > 3
    ]
    for text in texts(service):
        if not text.field.startswith(f"locations.{number}.address"):
            for pattern in patterns:
                if match := pattern.search(text.text):
                    message = "this gives away the address of a place that must stay private"
                    fix = "take the street and the postcode out: only the town may be named."
                    yield Fault(message, fix, Field(text.field, match.start()))
                    break
