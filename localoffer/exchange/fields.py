"""Which field of our record is which of HSDS 3 and Open Referral UK 3: the one table, from which schema/open-referral.md is written.

A field that has none there goes along as an attribute of our own: taxonomy `local-offer-record`, the field's name, its value as
JSON; so does one that HSDS can say only in part, and every field that has no row here. What stays here has its reason.
"""

from __future__ import annotations

from typing import NamedTuple

from localoffer.model import Service

ATTRIBUTE = "attributes[local-offer-record]"
TERMS = "attributes[].taxonomy_term"


class There(NamedTuple):
    """Where a field stands there; `note`: what is told otherwise, or why it stays here."""

    path: str
    note: str = ""


FIELDS: dict[str, There] = {
    "name": There("name"),
    "also_known_as": There("alternate_name", "several are parted by semicolons"),
    "summary": There("summary", "one that the description begins with is shown once"),
    "description": There("description", "Markdown; HTML that comes in becomes Markdown"),
    "status": There("status", "closed is defunct; planned is inactive and an attribute of our own"),
    "alert": There("alert", "its last day is an attribute of our own; without one it stays in the description"),
    "topics": There(TERMS, "taxonomy topics"),
    "topics_proposed": There("", "what a program has proposed is told to nobody as a fact"),
    "for_whom": There(TERMS, "taxonomy audience"),
    "only_for": There("eligibility_description", "in words"),
    "eligibility": There(
        "minimum_age, maximum_age, eligibility_description", "any age is 0 to 25; an age above 25 is told as 25"
    ),
    "access": There("application_process, required_documents, attributes", "routes are terms of the taxonomy routes"),
    "waiting_time": There("wait_time", "in words: how long, from when to when, and as at which day"),
    "cost": There("cost_options, fees_description"),
    "delivery": There(TERMS, "taxonomy delivery; a place at which it is given is a venue"),
    "locations": There("service_at_locations[].location", "of a place that must stay private the town alone"),
    "service_areas": There("service_areas[].name", "by the exact name of an area"),
    "schedules": There("schedules, service_at_locations[].schedules", "RFC 5545: freq, interval, byday"),
    "contacts": There(
        "phones, email, url, contacts", "names of people are never told, and held back where they come in"
    ),
    "languages": There("languages[].name", "codes of ISO 639 become names"),
    "bsl": There("languages[].name", "British Sign Language"),
    "interpreter": There("interpretation_services"),
    "links": There("additional_urls"),
    "images": There("", "pictures stay with their words and their licence"),
    "school": There("organization.organization_identifiers", "who the SENCO is stays here: it may be a person"),
    "last_checked": There("assured_date", "who checked is a person: never taken, never told"),
    "source": There("id", "the number there; ours are made from the listing's own name and never change"),
    "moved_from": There("id", "an id is made from the oldest name, so that it stays when a listing moves"),
    "easy_read": There("", "it is written from the record, and checked by readers, here"),
}


ABOUT = """What `import` takes and `export` tells, field by field. A field that HSDS has not, or can say only in part, goes along as an
attribute of our own (taxonomy `local-offer-record`, the field's name, its value as JSON): so our own export gives back our listings.
What came in and fits no field stays in the description under a heading of its own; what must not be published is named in the
report of the import, and is nowhere else.
"""


def table() -> str:
    """The table in Markdown."""
    rows = [
        f"| `{name}` | {_code(there.path) if there.path else 'stays here'} | {there.note} |"
        for name in Service.model_fields
        for there in (FIELDS.get(name, There(ATTRIBUTE)),)
    ]
    return "\n".join(["| our field | HSDS 3 | note |", "|---|---|---|", *rows]) + "\n"


def _code(path: str) -> str:
    return ", ".join(f"`{part}`" for part in path.split(", "))
