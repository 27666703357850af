"""The whole offer for everybody else: Open Referral UK 3 below `api/`, tables below `data/`.

In: the Catalogue. Out: paths with their text, in a settled order: the same offer gives the same files to the byte. A full record is
kept between two runs under all that it is made from, for what our own record needs to come back whole is found by reading it back.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from localoffer.addresses import whole_url
from localoffer.cache.digests import digest_of
from localoffer.cache.store import Room
from localoffer.catalogue import Catalogue
from localoffer.exchange.shape import Incoming
from localoffer.exchange.telling.carried import carry
from localoffer.exchange.telling.listing import from_listing
from localoffer.exchange.writing.api import Terms, files_of
from localoffer.exchange.writing.oruk import service_record
from localoffer.exchange.writing.tables import dictionary_csv, dictionary_json, schema_json, services_csv, services_json
from localoffer.model import Service

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


def tell_offer(catalogue: Catalogue) -> list[Incoming]:
    """Every service, closed ones too: who has read them before must know that they have ended."""
    return [_tell(service, catalogue) for service in catalogue.services.values()]


def _tell(service: Service, catalogue: Catalogue) -> Incoming:
    provider, place = catalogue.providers.get(service.provider_id), catalogue.site.council.place
    incoming = from_listing(service, provider, catalogue.vocabulary, today=catalogue.today, place=place)
    for part in (incoming, incoming.organization):
        part.description = _with_whole_links(part.description, catalogue.site.site_url)
    return incoming


def _with_whole_links(text: str, site_url: str | None) -> str:
    """Links to pages of this site lead there from anywhere, where the site's address is known."""
    return _OWN_LINK.sub(lambda match: f"]({whole_url(match[1], site_url)}", text) if site_url else text


def offer_files(catalogue: Catalogue, kept: Path | None = None) -> Iterator[tuple[str, str]]:
    """Every file, by its path from the root of a site. `kept`: the folder of what is kept between runs."""
    services = tell_offer(catalogue)
    for path, content in files_of(_records(services, catalogue, kept), TAXONOMIES, _terms_of_use(catalogue)):
        yield path, json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n"
    yield "data/services.csv", services_csv(services)
    yield "data/services.json", services_json(services, _about(catalogue))
    yield "data/services-dictionary.csv", dictionary_csv()
    yield "data/services-dictionary.json", dictionary_json()
    yield "data/services-schema.json", schema_json()


def _records(services: list[Incoming], catalogue: Catalogue, kept: Path | None) -> Iterator[dict[str, Any]]:
    """The full record of each."""
    room = Room(kept, "told")
    for incoming, service in zip(services, catalogue.services.values(), strict=True):
        key = _key(service, catalogue) if kept else ""
        record = room.load(key) if key else None
        if record is None:
            record = service_record(_whole(incoming, service, catalogue))
            if key:
                room.keep(key, record)
        yield record
    room.prune_and_close()


def _key(service: Service, catalogue: Catalogue) -> str:
    """Stands for all that a record is made from; empty when that is not known."""
    provider = catalogue.providers.get(service.provider_id)
    known = [catalogue.digest, service.origin.digest, provider.origin.digest if provider else "-"]
    return digest_of(*known) if all(known) else ""


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
