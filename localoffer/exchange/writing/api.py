"""Open Referral UK 3 as files that any web host can serve: what `/`, `/services`, `/services/<id>` and the others answer.

In: services in the one shape, and what the interface says of itself. Out: addresses with their JSON, as text. A file is named as its address
with `.json` behind it, so that it can be read from any host; where the host can be told so (localoffer/site/hosting), the address
without the ending answers too. A list is whole at its own address, and in pages of `PAGE_SIZE` below it: `services/page/2`. A
host that cannot look at `?page=2` gives the whole list, which says that it is the only page.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from localoffer.exchange.writing.oruk import short_record

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


@dataclass(frozen=True)
class Told:
    """One record of a table, written down. `name`: those of one table stand in its order. `listed`: what lists hold of it,
    where that is not the whole."""

    id: str
    name: str
    text: str
    listed: str = ""


@dataclass(frozen=True)
class Piece:
    """What one service adds to the tables, so that a list is put together from texts. `taxonomies`: of its terms, by name."""

    service: Told
    organizations: tuple[Told, ...]
    pairs: tuple[Told, ...]
    terms: tuple[Told, ...]
    taxonomies: tuple[tuple[str, str], ...]


def piece_of(record: Record) -> Piece:
    """What the full record of a service adds."""
    terms = [term for each in record.get("attributes", ()) if (term := each.get("taxonomy_term"))]
    organization = record.get("organization")
    return Piece(
        _told(record, short_record(record)),
        (_told(organization),) if organization else (),
        tuple(_told(_pair(record, pair)) for pair in record.get("service_at_locations", ())),
        tuple(map(_told, terms)),
        tuple((term["taxonomy"], term["taxonomy_id"]) for term in terms if term.get("taxonomy")),
    )


def _told(record: Record, listed: Record | None = None) -> Told:
    return Told(record["id"], str(record.get("name", "")), json_of(record), json_of(listed) if listed else "")


def json_of(value: Any) -> str:
    """JSON without spaces between its parts."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def files_of(
    pieces: Sequence[Piece], taxonomies: Iterable[Terms] = (), about: Record | None = None
) -> Iterator[tuple[str, str]]:
    """Every file, as its path from the root of a site and its text, from what each service adds. `about`: who publishes it and
    on what terms."""
    yield (
        f"{ROOT}.json",
        f"{json_of({'version': VERSION, 'profile': PROFILE, 'openapi_url': OPENAPI, **(about or {})})}\n",
    )
    yield from _table("services", [piece.service for piece in pieces])
    yield from _table("organizations", _each_once(one for piece in pieces for one in piece.organizations))
    yield from _table("service_at_locations", [pair for piece in pieces for pair in piece.pairs])
    yield from _table("taxonomy_terms", _each_once(term for piece in pieces for term in piece.terms))
    named = {each.id: each for each in taxonomies}
    used = dict(pair for piece in pieces for pair in piece.taxonomies)
    yield from _table(
        "taxonomies", _each_once(_taxonomy(named.get(own, Terms(own, own, "")), used[own]) for own in used)
    )


def _table(name: str, records: Sequence[Told]) -> Iterator[tuple[str, str]]:
    """The list of a table, whole and in pages, and each of its records."""
    yield f"{ROOT}/{name}.json", page_of(records)
    pages = max(1, -(-len(records) // PAGE_SIZE))
    for number in range(1, pages + 1):
        yield f"{ROOT}/{name}/page/{number}.json", page_of(records, number, pages)
    for record in records:
        yield f"{ROOT}/{name}/{record.id}.json", f"{record.text}\n"


def page_of(records: Sequence[Told], number: int = 1, pages: int = 1) -> str:
    """A page of a list; the only one unless there are more."""
    shown = records if pages == 1 else records[(number - 1) * PAGE_SIZE : number * PAGE_SIZE]
    head = {
        "total_items": len(records),
        "total_pages": pages,
        "page_number": number,
        "size": len(shown),
        "first_page": number == 1,
        "last_page": number == pages,
        "empty": not shown,
    }
    return f'{json_of(head)[:-1]},"contents":[{",".join(record.listed or record.text for record in shown)}]}}\n'


def _pair(service: Record, pair: Record) -> Record:
    """A service at a location by itself says which service."""
    return {**pair, "service": {name: value for name, value in short_record(service).items() if name != "organization"}}


def _taxonomy(terms: Terms, own: str) -> Told:
    return _told({"id": own, "name": terms.name, "description": terms.description})


def _each_once(records: Iterable[Told]) -> list[Told]:
    """Records by their ids, the first of each; those of the same name stand together."""
    found: dict[str, Told] = {}
    for record in records:
        found.setdefault(record.id, record)
    return sorted(found.values(), key=lambda each: (each.name, each.id))
