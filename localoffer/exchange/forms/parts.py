"""The parts of a service in HSDS and Open Referral UK: phones, contacts, places, times, prices, links, terms.

In: objects whose values are `Taken` by name. Out: the parts of `Incoming`, texts as they came.
"""

from __future__ import annotations

from localoffer.exchange.forms.taken import Taken
from localoffer.exchange.shape import Contact, Link, Organization, Phone, Place, Price, Schedule, Term

#: Numbers that tie tables together; readers gain nothing from them.
KEYS = (
    "id",
    "service_id",
    "organization_id",
    "location_id",
    "contact_id",
    "service_at_location_id",
    "link_id",
    "link_entity",
    "phone_id",
    "taxonomy_id",
    "taxonomy_term_id",
)


def read_phone(taken: Taken) -> Phone:
    """A phone, with the words about it."""
    taken.skip(*KEYS)
    return Phone(
        taken.text("number", "phone_number"),
        taken.text("extension"),
        taken.text("type"),
        taken.text("description", "department"),
    )


def read_contact(taken: Taken) -> Contact:
    """A contact. Its phones may stand in a list, as HSDS has it, or as one number."""
    taken.skip(*KEYS)
    phones = taken.each(read_phone, "phones")
    if number := taken.text("phone", "telephone"):
        phones.append(Phone(number))
    return Contact(taken.text("name"), taken.text("title"), taken.text("department"), taken.text("email"), phones)


def read_schedule(taken: Taken) -> Schedule:
    """When it is, as RFC 5545 has it; version 1 has the day as `weekday`."""
    taken.skip(*KEYS, "timezone", "wkst")
    words = [taken.text("description"), taken.text("notes")]
    return Schedule(
        taken.text("freq"),
        taken.text("interval"),
        taken.text("byday", "weekday"),
        taken.text("bymonthday"),
        taken.text("opens_at"),
        taken.text("closes_at"),
        taken.text("valid_from"),
        taken.text("valid_to"),
        taken.text("dtstart"),
        taken.text("until"),
        "\n".join(filter(None, words)),
    )


def read_place(taken: Taken) -> Place:
    """A location and its address: the physical one, else the first. The others are told as lost."""
    taken.skip(*KEYS, "location_type", "external_identifier", "external_identifier_type", "url")
    addresses = taken.parts("addresses", "physical_addresses", "address")
    physical = [each for each in addresses if each.text("address_type").casefold() in ("", "physical")]
    address = (physical or addresses or [taken])[0]
    for each in addresses:
        each.skip(*KEYS, "address_type")
    return Place(
        name=taken.text("name"),
        address_1=address.text("address_1"),
        address_2=address.text("address_2"),
        city=address.text("city"),
        region=address.text("region", "state_province"),
        postal_code=address.text("postal_code"),
        country=address.text("country"),
        latitude=taken.text("latitude"),
        longitude=taken.text("longitude"),
        sensitive=taken.flag("sensitive", "mask_exact_address") == "yes",
        accessibility=taken.each(_read_access, "accessibility", "accessibility_for_disabilities", "accessibilities"),
        transportation=taken.text("transportation"),
        description=taken.text("description"),
        id=taken.text("id"),
        phones=taken.each(read_phone, "phones"),
        contacts=taken.each(read_contact, "contacts"),
        schedules=taken.each(read_schedule, "schedules", "regular_schedules", "regular_schedule"),
    )


def _read_access(taken: Taken) -> str:
    taken.skip(*KEYS, "url")
    words = [taken.text("description", "accessibility"), taken.text("details")]
    return "\n".join(filter(None, words))


def read_price(taken: Taken) -> Price:
    """A price; the amount as it came."""
    taken.skip(*KEYS)
    return Price(
        taken.text("option", "linked_eligibility"),
        taken.text("amount"),
        taken.text("amount_description"),
        taken.text("currency"),
        taken.text("valid_from"),
        taken.text("valid_to"),
    )


def read_link(taken: Taken) -> Link:
    """A web address with its words."""
    taken.skip(*KEYS)
    return Link(taken.text("url"), taken.text("label", "title", "name"))


def read_term(taken: Taken) -> Term:
    """An entry of a taxonomy: by itself, or hung on the service as an attribute."""
    taken.skip(*KEYS, "link_type")
    value = taken.text("value")
    name = next((name for name in ("taxonomy_term", "taxonomy") if isinstance(taken.values.get(name), dict)), "")
    term = taken.part(name) if name else taken
    term.skip(*KEYS, "description", "parent_id", "term", "code", "term_uri", "taxonomy_detail", "version")
    own = term.text("term", "code") or term.text("id")
    return Term(term.text("name", "label", "term"), own, term.text("taxonomy", "vocabulary"), value)


def read_organization(taken: Taken) -> Organization:
    """Who runs it."""
    taken.skip("parent_organization_id", "uri")
    numbers = []
    for each in taken.parts("organization_identifiers"):
        each.skip("id", "organization_id")
        numbers.append((each.text("identifier_type", "identifier_scheme"), each.text("identifier")))
        each.skip("identifier_scheme")
    return Organization(
        taken.text("name"),
        taken.text("id"),
        taken.text("description"),
        taken.text("url", "website"),
        taken.text("email"),
        taken.each(read_phone, "phones"),
        taken.text("legal_status"),
        numbers,
    )
