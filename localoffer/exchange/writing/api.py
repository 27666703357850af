"""Open Referral UK 3 as files that any web host can serve: what `/`, `/services`, `/services/<id>` and the others answer.

In: services in the one shape, and what the interface says of itself. Out: addresses with their JSON. A file is named as its address
with `.json` behind it, so that it can be read from any host; where the host can be told so (localoffer/site/hosting), the address
without the ending answers too. A list is whole at its own address, and in pages of `PAGE_SIZE` below it: `services/page/2`. A
host that cannot look at `?page=2` gives the whole list, which says that it is the only page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from localoffer.exchange.shape import Incoming
from localoffer.exchange.writing.oruk import service_record, short_record

VERSION = "HSDS-UK-3.0"
PROFILE = "https://github.com/OpenReferralUK/uk-profile/blob/main/docs/index.md"
OPENAPI = "https://openreferraluk.org/specifications/3.0/openapi.json"
ROOT = "api"

PAGE_SIZE = 50
Record = dict[str, Any]


@dataclass(frozen=True)
class Terms:
    """The taxonomies of an offer: by the name that its terms carry, its name for people and what it is."""

    id: str
    name: str
    description: str


def api_files(
    services: Iterable[Incoming], taxonomies: Iterable[Terms] = (), about: Record | None = None
) -> Iterator[tuple[str, Record]]:
    """Every file, as its path from the root of a site and what is in it."""
    return files_of(map(service_record, services), taxonomies, about)


def files_of(
    records: Iterable[Record], taxonomies: Iterable[Terms] = (), about: Record | None = None
) -> Iterator[tuple[str, Record]]:
    """The same from full records. `about`: who publishes it and on what terms."""
    records = list(records)
    yield f"{ROOT}.json", {"version": VERSION, "profile": PROFILE, "openapi_url": OPENAPI, **(about or {})}
    yield from _table("services", [short_record(each) for each in records], records)
    found = _each_once(each.get("organization", {}) for each in records)
    yield from _table("organizations", found, found)
    pairs = [_pair(record, pair) for record in records for pair in record.get("service_at_locations", ())]
    yield from _table("service_at_locations", pairs, pairs)
    terms = _each_once(each.get("taxonomy_term", {}) for record in records for each in record.get("attributes", ()))
    yield from _table("taxonomy_terms", terms, terms)
    known = _each_once(_taxonomy(term, taxonomies) for term in terms)
    yield from _table("taxonomies", known, known)


def _table(name: str, listed: list[Record], full: list[Record]) -> Iterator[tuple[str, Record]]:
    """The list of a table, whole and in pages, and each of its records."""
    yield f"{ROOT}/{name}.json", page_of(listed)
    pages = max(1, -(-len(listed) // PAGE_SIZE))
    for number in range(1, pages + 1):
        yield f"{ROOT}/{name}/page/{number}.json", page_of(listed, number, pages)
    for record in full:
        yield f"{ROOT}/{name}/{record['id']}.json", record


def page_of(records: list[Record], number: int = 1, pages: int = 1) -> Record:
    """A page of a list; the only one unless there are more."""
    shown = records if pages == 1 else records[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    return {
        "total_items": len(records),
        "total_pages": pages,
        "page_number": number,
        "size": len(shown),
        "first_page": number == 1,
        "last_page": number == pages,
        "empty": not shown,
        "contents": shown,
    }


def _pair(service: Record, pair: Record) -> Record:
    """A service at a location by itself says which service."""
    return {**pair, "service": {name: value for name, value in short_record(service).items() if name != "organization"}}


def _taxonomy(term: Record, known: Iterable[Terms]) -> Record:
    own = term.get("taxonomy", "")
    if not own:
        return {}
    named = {each.id: each for each in known}.get(own, Terms(own, own, ""))
    return {"id": term["taxonomy_id"], "name": named.name, "description": named.description}


def _each_once(records: Iterable[Record]) -> list[Record]:
    """Records by their ids, the first of each; those of the same name stand together."""
    found: dict[str, Record] = {}
    for record in records:
        if record:
            found.setdefault(record["id"], record)
    return sorted(found.values(), key=lambda each: (str(each.get("name", "")), each["id"]))
