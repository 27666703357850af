"""What a search engine reads in a service's page: schema.org as JSON-LD, a Service and, where people come at set times, its Event.

In: a Service and the Catalogue. Out: text for a data block, which no policy stops since no browser runs it. Only what the record
says: what is not known is left out, of a private place there is the town, and nobody is named.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import time
from typing import Any

from localoffer.addresses import provider_url, service_url, whole_url
from localoffer.catalogue import Catalogue
from localoffer.exchange.telling.listing import seasons
from localoffer.facts.about import in_brief
from localoffer.model import NATIONAL, OUTSIDE, WHOLE_AREA, Provider, Service, known
from localoffer.model.places import Contact, Location, Schedule
from localoffer.model.taken.when import CODES, WEEKDAYS

KINDS = {
    "council": "GovernmentOrganization",
    "nhs": "MedicalOrganization",
    "school": "School",
    "college": "CollegeOrUniversity",
    "early-years": "Preschool",
    "charity": "NGO",
}
DAYS = dict(zip(CODES, WEEKDAYS, strict=True))
Data = dict[str, Any]


def service_data(service: Service, catalogue: Catalogue) -> str:
    """The block's text; empty for a service that has closed. No sign of HTML stands in it as it is."""
    if service.status == "closed":
        return ""
    found = [_service(service, catalogue), _event(service)]
    text = json.dumps(
        {"@context": "https://schema.org", "@graph": [each for each in found if each]},
        ensure_ascii=False,
        separators=(",", ":"),
    )
    return text.replace("<", r"\u003c").replace(">", r"\u003e").replace("&", r"\u0026")


def _service(service: Service, catalogue: Catalogue) -> Data:
    site = catalogue.site.site_url
    topics = [
        catalogue.vocabulary.topics[each].name for each in known(service.topics) if each in catalogue.vocabulary.topics
    ]
    return _given(
        "Service",
        url=whole_url(service_url(service.id), site) if site else "",
        name=service.name,
        description=in_brief(service) or "",
        serviceType="" if service.topics_proposed or not topics else topics[0],
        provider=_provider(catalogue.providers.get(service.provider_id), site),
        areaServed=[*_areas(service, catalogue)],
        audience=_audience(service),
        offers=_offers(service),
        availableChannel=[*map(_channel, service.contacts)],
    )


def _provider(provider: Provider | None, site: str | None) -> Data:
    if provider is None:
        return {}
    url = provider.url or (whole_url(provider_url(provider.id), site) if site else "")
    return _given(KINDS.get(provider.kind, "Organization"), name=provider.name, url=url)


def _areas(service: Service, catalogue: Catalogue) -> Iterable[str]:
    areas = catalogue.vocabulary.areas
    for own in known(service.service_areas):
        if own == WHOLE_AREA:
            yield catalogue.site.council.place
        elif own == NATIONAL:
            yield "England"
        elif own != OUTSIDE and own in areas:
            yield areas[own].name


def _audience(service: Service) -> Data:
    who = service.eligibility
    return _given("PeopleAudience", suggestedMinAge=who.minimum_age, suggestedMaxAge=who.maximum_age)


def _offers(service: Service) -> list[Data]:
    """What it costs; nothing where nobody has said."""
    if service.cost.free == "yes":
        return [_given("Offer", price="0", priceCurrency="GBP")]
    return [
        _given("Offer", name=each.option, price=str(each.amount), priceCurrency="GBP")
        for each in service.cost.cost_options
    ]


def _channel(contact: Contact) -> Data:
    phone = _given(
        "ContactPoint",
        contactType=contact.role,
        telephone=contact.phone,
        hoursAvailable=[_hours(each) for each in contact.hours if each.byday and each.opens_at and each.closes_at],
    )
    return _given("ServiceChannel", servicePhone=phone if contact.phone else None, serviceUrl=contact.url)


def _hours(schedule: Schedule) -> Data:
    return _given(
        "OpeningHoursSpecification",
        dayOfWeek=[DAYS[day] for day in schedule.byday],
        opens=_clock(schedule.opens_at),
        closes=_clock(schedule.closes_at),
    )


def _event(service: Service) -> Data:
    """Sessions that people come to; not while it is closed for a time, nor before it has begun."""
    times = [_schedule(each) for each in service.schedules if each.byday or each.dates]
    if service.status != "active" or not times or not service.locations:
        return {}
    return _given("Event", name=service.name, location=[*map(_place, service.locations)], eventSchedule=times)


def _schedule(schedule: Schedule) -> Data:
    first, last = (
        (min(schedule.dates), max(schedule.dates)) if schedule.dates else (schedule.valid_from, schedule.valid_to)
    )
    notes = [schedule.description or "", *seasons(schedule)]
    if schedule.dates:
        notes.append("On " + ", ".join(day.isoformat() for day in schedule.dates) + ".")
    every = {"week": "P1W", "fortnight": "P2W", "month": "P1M"}[schedule.every] if schedule.byday else ""
    return _given(
        "Schedule",
        byDay=[f"https://schema.org/{DAYS[day]}" for day in schedule.byday],
        byMonthWeek=schedule.week_of_month,
        repeatFrequency=every,
        startTime=_clock(schedule.opens_at),
        endTime=_clock(schedule.closes_at),
        startDate=first.isoformat() if first else "",
        endDate=last.isoformat() if last else "",
        scheduleTimezone="Europe/London",
        description=" ".join(filter(None, notes)),
    )


def _place(place: Location) -> Data:
    if place.sensitive:
        return _given("Place", address=_given("PostalAddress", addressLocality=place.city))
    street = ", ".join(filter(None, [place.address_1, place.address_2]))
    address = _given(
        "PostalAddress",
        streetAddress=street,
        addressLocality=place.city,
        postalCode=place.postal_code,
        addressCountry="GB",
    )
    return _given("Place", name=place.name, address=address)


def _clock(clock: time | None) -> str:
    return clock.strftime("%H:%M") if clock else ""


def _given(kind: str, **facts: str | int | Data | Sequence[Any] | None) -> Data:
    """A thing with what is known of it; nothing where that is nothing."""
    found = {name: value for name, value in facts.items() if value not in (None, "", [], {})}
    return {"@type": kind, **found} if found else {}
