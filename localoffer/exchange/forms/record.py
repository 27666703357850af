"""One service as HSDS and Open Referral UK write it, in any of their versions → `Incoming`.

In: an object of JSON, or the same joined from linked tables. Out: an `Incoming` with every text as it came. The names of all
versions are read here, so that no other module needs to know them.
"""

from __future__ import annotations

from typing import Any

from localoffer.exchange.forms.parts import (
    read_contact,
    read_link,
    read_organization,
    read_phone,
    read_place,
    read_price,
    read_schedule,
    read_term,
)
from localoffer.exchange.forms.taken import Taken
from localoffer.exchange.shape import Incoming, Origin, Place

CHECKER = "it is the address of the person who checked, which is theirs"
SCHEDULES = ("schedules", "regular_schedules", "regular_schedule")
#: Names of a system's own bookkeeping: they tie records together, or say to machines what is said in words beside them.
BOOKKEEPING = ("organization_id", "program_id", "parent_id", "uri", "directory_service_type", "fundings_id")
#: Parts that a full record has and a short one of a list does not.
LINKED = (
    "service_at_locations",
    "phones",
    "contacts",
    "cost_options",
    "eligibilitys",
    "languages",
    "service_areas",
    "attributes",
    "service_taxonomys",
    "additional_urls",
    "fundings",
    "funding",
    "required_documents",
    *SCHEDULES,
)


def is_short(record: dict[str, Any]) -> bool:
    """True for a record as lists give it, with none of its linked parts."""
    return not any(name in record for name in LINKED)


def read_record(record: Any, origin: Origin) -> Incoming:
    """A service."""
    taken = Taken(record)
    incoming = Incoming(taken.text("id"), origin)
    _read_words(incoming, taken)
    _read_who(incoming, taken)
    _read_parts(incoming, taken)
    _read_places(incoming, taken)
    incoming.held_back += taken.hold_back(CHECKER, "assurer_email")
    taken.skip(*BOOKKEEPING)
    incoming.lost += taken.left()
    return incoming


def _read_words(incoming: Incoming, taken: Taken) -> None:
    incoming.name = taken.text("name")
    incoming.alternate_name = taken.text("alternate_name")
    incoming.summary = taken.text("summary", "short_description")
    incoming.description = taken.text("description")
    incoming.url = taken.text("url")
    incoming.email = taken.text("email")
    incoming.status = taken.text("status")
    incoming.alert = taken.text("alert")
    incoming.application_process = taken.text("application_process")
    incoming.wait_time = taken.text("wait_time")
    incoming.fees_description = taken.text("fees_description", "fees")
    incoming.interpretation_services = taken.text("interpretation_services")
    incoming.accreditations = taken.text("accreditations")
    incoming.assured_date = taken.text("assured_date")
    incoming.last_modified = taken.text("last_modified")


def _read_who(incoming: Incoming, taken: Taken) -> None:
    """Ages and for whom: on the service in version 3, in `eligibilitys` of version 1 (one is read; more would have to be joined)."""
    first, *more = taken.parts("eligibilitys", "eligibility") or [Taken({})]
    incoming.minimum_age = taken.text("minimum_age") or (first.text("minimum_age") if not more else "")
    incoming.maximum_age = taken.text("maximum_age") or (first.text("maximum_age") if not more else "")
    words = [each.text("eligibility", "eligibility_description") for each in (first, *more)]
    incoming.eligibility_description = taken.text("eligibility_description") or "\n\n".join(filter(None, words))
    for each in (first, *more):
        each.skip("id")
        incoming.terms += each.each(read_term, "taxonomys", "taxonomies")


def _read_parts(incoming: Incoming, taken: Taken) -> None:
    incoming.organization = read_organization(taken.part("organization", "organisation"))
    incoming.phones = taken.each(read_phone, "phones")
    incoming.contacts = taken.each(read_contact, "contacts")
    incoming.schedules = taken.each(read_schedule, *SCHEDULES)
    incoming.prices = taken.each(read_price, "cost_options")
    incoming.languages = _words(taken, ("languages",), "name", "language", "code")
    incoming.service_areas = _words(taken, ("service_areas",), "name", "service_area", "description")
    incoming.required_documents = _words(taken, ("required_documents",), "document", "name")
    incoming.links = taken.each(read_link, "additional_urls", "urls")
    incoming.terms += taken.each(read_term, "attributes", "service_taxonomys", "service_taxonomies", "taxonomy_terms")


def _words(taken: Taken, tables: tuple[str, ...], *names: str) -> list[str]:
    found = []
    for part in taken.parts(*tables):
        part.skip("id", "service_id", "uri", "extent", "extent_type")
        if text := part.text(*names):
            found.append(text)
    return found


def _read_places(incoming: Incoming, taken: Taken) -> None:
    """Each service at a location is a place; what hangs on the pair (phones, hours) belongs to the place."""
    for pair in taken.parts("service_at_locations", "locations"):
        location = pair.part("location")
        place = read_place(location if location.values else pair)
        pair.skip("id", "service_id", "location_id")
        if location.values:
            place.phones += pair.each(read_phone, "phones")
            place.contacts += pair.each(read_contact, "contacts")
            place.schedules += pair.each(read_schedule, *SCHEDULES)
            place.description = place.description or pair.text("description")
        if place != Place():
            incoming.places.append(place)
