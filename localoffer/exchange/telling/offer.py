"""The whole offer for everybody else: Open Referral UK 3 below `api/`, tables below `data/`.

In: the Catalogue. Out: paths with their text, in a settled order: the same offer gives the same files to the byte. What
is written of a service is kept between two runs under all that it is made from: the tables are put together from such texts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from localoffer.addresses import whole_url
from localoffer.cache.store import Room
from localoffer.catalogue import Catalogue
from localoffer.exchange.shape import Incoming
from localoffer.exchange.telling.carried import carry
from localoffer.exchange.telling.listing import from_listing
from localoffer.exchange.writing.api import Piece, Terms, files_of, piece_of
from localoffer.exchange.writing.oruk import service_record
from localoffer.exchange.writing.tables import (
    csv_row,
    dictionary_csv,
    dictionary_json,
    json_row,
    schema_json,
    whole_csv,
    whole_json,
)
from localoffer.model import Provider, Service

_OWN_LINK = re.compile(r"\]\(/([^)\s]*)")

TAXONOMIES = (
    Terms("topics", "Topics", "What a service is about."),
    Terms("needs", "Needs", "Which special educational needs or disabilities it is for."),
    Terms(
        "audience",
        "Audience",
        "Whom it helps: children, young people, parents and carers, brothers and sisters, professionals.",
    ),
    Terms("routes", "Routes", "How people get it: by themselves, through somebody else, after a decision."),
    Terms("delivery", "Delivery", "Where or how it happens."),
)


@dataclass(frozen=True)
class Written:
    """All that is written of one service: what it adds to the tables of Open Referral, and its row in our own."""

    piece: Piece
    csv: str
    json: str


def _with_whole_links(text: str, site_url: str | None) -> str:
    """Links to pages of this site lead there from anywhere, where the site's address is known."""
    return _OWN_LINK.sub(lambda match: f"]({whole_url(match[1], site_url)}", text) if site_url else text


def offer_files(catalogue: Catalogue, kept: Path | None = None) -> Iterator[tuple[str, str]]:
    """Every file, by its path from the root of a site. `kept`: the folder of what is kept between runs."""
    written = list(_all_written(catalogue, kept))
    yield from files_of([each.piece for each in written], TAXONOMIES, _terms_of_use(catalogue))
    yield "data/services.csv", whole_csv(each.csv for each in written)
    yield "data/services.json", whole_json((each.json for each in written), _about(catalogue))
    yield "data/services-dictionary.csv", dictionary_csv()
    yield "data/services-dictionary.json", dictionary_json()
    yield "data/services-schema.json", schema_json()


def _all_written(catalogue: Catalogue, kept: Path | None) -> Iterator[Written]:
    """Every service, closed ones too: who has read them before must know that they have ended."""
    room = Room(kept, "written")
    for service in catalogue.services.values():
        yield write_kept(service, catalogue, room)
    room.prune_and_close()


def write_kept(service: Service, catalogue: Catalogue, room: Room) -> Written:
    """What is written of a service, as it was if it is made from the same."""
    provider = catalogue.providers.get(service.provider_id)
    key = catalogue.key_of(service.origin.digest, provider.origin.digest if provider else "-") if room.keeps else ""
    return room.made(key, lambda: _written(service, provider, catalogue))


def tell_listing(service: Service, provider: Provider | None, catalogue: Catalogue) -> Incoming:
    """One listing as it is told to others; its links lead to whole addresses."""
    place = catalogue.site.council.place
    incoming = from_listing(service, provider, catalogue.vocabulary, today=catalogue.today, place=place)
    for part in (incoming, incoming.organization):
        part.description = _with_whole_links(part.description, catalogue.site.site_url)
    return incoming


def _written(service: Service, provider: Provider | None, catalogue: Catalogue) -> Written:
    incoming = tell_listing(service, provider, catalogue)
    piece = piece_of(service_record(_whole(incoming, service, catalogue)))
    return Written(piece, csv_row(incoming), json_row(incoming))


def _whole(incoming: Incoming, service: Service, catalogue: Catalogue) -> Incoming:
    """With what only our own record has a place for, so that our export gives back our listings."""
    found = replace(incoming, id=first_name(service))
    carry(found, service, catalogue.vocabulary, today=catalogue.today, place=catalogue.site.council.place)
    return found


def first_name(service: Service) -> str:
    """The name that its id is made from for ever: the oldest it has had."""
    return next(iter(service.moved_from), service.id)


def _about(catalogue: Catalogue) -> dict[str, Any]:
    said = {
        "name": catalogue.site.offer_name or catalogue.site.site_name or "",
        **_terms_of_use(catalogue),
        "as_at": catalogue.today.isoformat(),
        "columns": "services-dictionary.json",
        "schema": "services-schema.json",
    }
    return {name: text for name, text in said.items() if text}


def _terms_of_use(catalogue: Catalogue) -> dict[str, Any]:
    """Who publishes it, and what others may do with it: only what the council has said."""
    site = catalogue.site
    licence = site.data_licence
    return {
        "publisher": site.council.name,
        **({"licence": {"name": licence.name, "url": licence.url}} if licence else {}),
    }
