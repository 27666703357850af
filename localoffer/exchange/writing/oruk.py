"""`Incoming` → a service as Open Referral UK 3 writes it, with the fields of HSDS 3 that its profile leaves out.

In: an `Incoming`. Out: an object of JSON. What is not known is left out; of a sensitive place only the town is ever told.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from localoffer.exchange.days import day_of
from localoffer.exchange.shape import Contact, Incoming, Organization, Phone, Place, Price, Schedule, Term
from localoffer.exchange.writing.ids import Ids, id_of

STATUSES = {"": "active", "active": "active", "temporarily closed": "temporarily closed", "closed": "defunct", "defunct": "defunct",
            "planned": "inactive", "inactive": "inactive"}  # fmt: skip
#: Fields of the short form, which lists have.
SHORT = (
    "id", "name", "alternate_name", "summary", "description", "url", "email", "status", "fees_description", "accreditations",
    "minimum_age", "maximum_age", "assured_date", "alert", "last_modified", "organization",
)  # fmt: skip
Record = dict[str, Any]


def service_record(incoming: Incoming) -> Record:
    """The full record. `incoming.id` is the service's name for ever (`provider/service`): its id is made from it."""
    own = service_id(incoming.id)
    ids = Ids(own)
    return _given({
        "id": own,
        "name": incoming.name,
        "alternate_name": incoming.alternate_name,
        "summary": incoming.summary,
        "description": with_sections(incoming),
        "url": incoming.url,
        "email": incoming.email,
        "status": STATUSES.get(incoming.status, "active"),
        "alert": incoming.alert,
        "application_process": incoming.application_process,
        "eligibility_description": incoming.eligibility_description,
        "minimum_age": _number(incoming.minimum_age),
        "maximum_age": _number(incoming.maximum_age),
        "wait_time": incoming.wait_time,
        "fees_description": incoming.fees_description,
        "interpretation_services": incoming.interpretation_services,
        "accreditations": incoming.accreditations,
        "assured_date": _day(incoming.assured_date),
        "last_modified": _moment(incoming.last_modified),
        "organization": organization_record(incoming.organization),
        "phones": [_phone(each, ids) for each in incoming.phones],
        "contacts": [_contact(each, ids) for each in incoming.contacts],
        "schedules": [_schedule(each, ids) for each in incoming.schedules],
        "service_areas": [{"id": ids.of("service_area", each), "name": each} for each in incoming.service_areas],
        "service_at_locations": [_place(each, ids) for each in incoming.places],
        "languages": [{"id": ids.of("language", each), "name": each} for each in incoming.languages],
        "cost_options": [_price(each, ids) for each in incoming.prices],
        "required_documents": [{"id": ids.of("document", each), "document": each} for each in incoming.required_documents],
        "additional_urls": [
            _given({"id": ids.of("url", each.url), "label": each.label, "url": each.url}) for each in incoming.links
        ],
        "attributes": [_attribute(each, ids) for each in incoming.terms],
    })  # fmt: skip


def short_record(record: Record) -> Record:
    """A record as lists have it."""
    return {name: record[name] for name in SHORT if name in record}


def service_id(name: str) -> str:
    """`marl-trust/saturday-club` → its id."""
    return id_of("service", name)


def organization_record(organization: Organization) -> Record:
    """Who runs it; empty where nobody is named."""
    if not organization.name:
        return {}
    own = id_of("organization", organization.id or organization.name)
    ids = Ids(own)
    found = _given({
        "id": own,
        "name": organization.name,
        "description": organization.description,
        "email": organization.email,
        "website": organization.url,
        "legal_status": organization.legal_status,
        "phones": [_phone(each, ids) for each in organization.phones],
        "organization_identifiers": [
            {"id": ids.of("identifier", kind, number), "identifier_type": kind, "identifier": number}
            for kind, number in organization.identifiers
        ],
    })  # fmt: skip
    return {"description": "", **found}


def term_record(term: Term) -> Record:
    """An entry of a taxonomy."""
    own = id_of("taxonomy_term", term.taxonomy, term.id or term.name)
    found = {"id": own, "name": term.name, "description": "", "taxonomy": term.taxonomy, "term": term.id}
    if term.taxonomy:
        found["taxonomy_id"] = id_of("taxonomy", term.taxonomy)
    return {name: value for name, value in found.items() if value or name == "description"}


def with_sections(incoming: Incoming) -> str:
    """The description, and below it what has a heading of its own."""
    parts = [incoming.description, *(f"### {each.heading}\n\n{each.text}" for each in incoming.sections)]
    return "\n\n".join(filter(None, parts))


def _phone(phone: Phone, ids: Ids) -> Record:
    return _given({
        "id": ids.of("phone", phone.number, phone.extension, phone.kind),
        "number": phone.number,
        "extension": phone.extension,
        "type": phone.kind,
        "description": phone.description,
    })  # fmt: skip


def _contact(contact: Contact, ids: Ids) -> Record:
    """A contact. Its name is here only where the person has agreed: whoever fills in `Incoming` sees to that."""
    own = ids.of("contact", contact.title, contact.department, contact.email, *(each.number for each in contact.phones))
    return _given({
        "id": own,
        "name": contact.name,
        "title": contact.title,
        "department": contact.department,
        "email": contact.email,
        "phones": [_phone(each, Ids(own)) for each in contact.phones],
    })  # fmt: skip


def _schedule(schedule: Schedule, ids: Ids) -> Record:
    said = {name: value for name, value in vars(schedule).items() if value}
    if "interval" in said:
        said["interval"] = _number(schedule.interval)
    return _given({"id": ids.of("schedule", *(str(value) for value in vars(schedule).values())), **said})


def _place(place: Place, ids: Ids) -> Record:
    place = only_the_town(place) if place.sensitive else place
    own = ids.of("service_at_location", place.name, place.address_1, place.postal_code, place.city)
    below = Ids(own)
    location = {
        "id": below.of("location"),
        "location_type": "physical",
        "name": place.name,
        "description": place.description,
        "latitude": _number(place.latitude),
        "longitude": _number(place.longitude),
        "transportation": place.transportation,
        "addresses": [_address(place, below)] if place.address_1 or place.address_2 or place.postal_code else [],
        "accessibility": [{"id": below.of("accessibility", each), "description": each} for each in place.accessibility],
        "phones": [_phone(each, below) for each in place.phones],
        "contacts": [_contact(each, below) for each in place.contacts],
        "schedules": [_schedule(each, below) for each in place.schedules],
    }
    if place.sensitive:
        location["sensitive"] = True
    if not location["addresses"]:
        location["city"] = place.city
    return {"id": own, "location": _given(location)}


def only_the_town(place: Place) -> Place:
    """A sensitive place as it may be told: nothing by which it could be found."""
    return Place(city=place.city, sensitive=True, accessibility=place.accessibility)


def _address(place: Place, ids: Ids) -> Record:
    """The profile wants each of these; what is not known is empty, never made up."""
    address = {
        "id": ids.of("address"),
        "address_1": place.address_1,
        "address_2": place.address_2,
        "city": place.city,
        "state_province": place.region,
        "postal_code": place.postal_code,
        "country": place.country or "GB",
        "address_type": "physical",
    }
    return {name: value for name, value in address.items() if value or name != "address_2"}


def _price(price: Price, ids: Ids) -> Record:
    return _given({
        "id": ids.of("cost_option", price.option, price.amount, price.amount_description, price.valid_from),
        "option": price.option,
        "amount": _number(price.amount),
        "amount_description": price.amount_description,
        "currency": price.currency or ("GBP" if price.amount else ""),
        "valid_from": _day(price.valid_from),
        "valid_to": _day(price.valid_to),
    })  # fmt: skip


def _attribute(term: Term, ids: Ids) -> Record:
    own = ids.of("attribute", term.taxonomy, term.id or term.name)
    return _given({"id": own, "link_type": term.taxonomy, "value": term.value, "taxonomy_term": term_record(term)})


def _given(values: Record) -> Record:
    """What is known: nothing that is empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def _number(text: str) -> int | float | None:
    """A number that JSON can hold as one; None for anything else."""
    try:
        found = Decimal(text.strip())
    except (InvalidOperation, ValueError):
        return None
    if not found.is_finite() or abs(found) > 10**9:
        return None
    return int(found) if found == found.to_integral_value() else float(found)


def _day(text: str) -> str:
    found: date | None = day_of(text)
    return found.isoformat() if found else ""


def _moment(text: str) -> str:
    """A day as a moment, for that is what the profile wants."""
    found = day_of(text)
    return text if "T" in text and found else f"{found.isoformat()}T00:00:00Z" if found else ""
