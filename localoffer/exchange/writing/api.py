"""Open Referral UK 3 as files that any web host can serve: what `/`, `/services`, `/services/<id>` and the others answer.

In: services in the one shape, and what the interface says of itself. Out: paths with their JSON. Each path ends in index.json, so
that a host answers the address of the folder with it; each list is one page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from localoffer.exchange.shape import Incoming, Term
from localoffer.exchange.writing.ids import id_of
from localoffer.exchange.writing.oruk import organization_record, service_record, short_record, term_record

VERSION = "HSDS-UK-3.0"
PROFILE = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"
OPENAPI = "https://openreferraluk.org/specifications/3.0/openapi.json"
Record = dict[str, Any]


@dataclass(frozen=True)
class Terms:
    """The taxonomies of an offer: by the name that its terms carry, its name for people and what it is."""

    id: str
    name: str
    description: str


def api_files(services: Iterable[Incoming], taxonomies: Iterable[Terms] = ()) -> Iterator[tuple[str, Record]]:
    """Every file below /api, as its path and what is in it."""
    incoming = list(services)
    records = [service_record(each) for each in incoming]
    yield "index.json", {"version": VERSION, "profile": PROFILE, "openapi_url": OPENAPI}
    yield from _table("services", [short_record(each) for each in records], records)
    yield from _table("organizations", organizations := _each_once(map(_organization, incoming)), organizations)
    pairs = [_pair(record, pair) for record in records for pair in record.get("service_at_locations", ())]
    yield from _table("service_at_locations", pairs, pairs)
    terms = _each_once(term_record(term) for each in incoming for term in each.terms)
    yield from _table("taxonomy_terms", terms, terms)
    known = _each_once(_taxonomy(term, taxonomies) for each in incoming for term in each.terms)
    yield from _table("taxonomies", known, known)


def _table(name: str, listed: list[Record], full: list[Record]) -> Iterator[tuple[str, Record]]:
    """The list of a table, and each of its records."""
    yield f"{name}/index.json", page_of(listed)
    for record in full:
        yield f"{name}/{record['id']}/index.json", record


def page_of(records: list[Record]) -> Record:
    """All of a list as its only page."""
    return {
        "total_items": len(records),
        "total_pages": 1,
        "page_number": 1,
        "size": len(records),
        "first_page": True,
        "last_page": True,
        "empty": not records,
        "contents": records,
    }


def _organization(incoming: Incoming) -> Record:
    return organization_record(incoming.organization)


def _pair(service: Record, pair: Record) -> Record:
    """A service at a location by itself says which service."""
    return {**pair, "service": {name: value for name, value in short_record(service).items() if name != "organization"}}


def _taxonomy(term: Term, known: Iterable[Terms]) -> Record:
    if not term.taxonomy:
        return {}
    named = {each.id: each for each in known}.get(term.taxonomy, Terms(term.taxonomy, term.taxonomy, ""))
    return {"id": id_of("taxonomy", term.taxonomy), "name": named.name, "description": named.description}


def _each_once(records: Iterable[Record]) -> list[Record]:
    """Records by their ids, the first of each; those of the same name stand together."""
    found: dict[str, Record] = {}
    for record in records:
        if record:
            found.setdefault(record["id"], record)
    return sorted(found.values(), key=lambda each: (str(each.get("name", "")), each["id"]))
