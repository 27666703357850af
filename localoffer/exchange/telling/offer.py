"""The whole offer for everybody else: Open Referral UK 3 below `api/`, tables below `data/`.

In: the Catalogue. Out: paths with their text, in a settled order: the same offer gives the same files to the byte.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from localoffer.addresses import whole_url
from localoffer.catalogue import Catalogue
from localoffer.exchange.shape import Incoming
from localoffer.exchange.telling.carried import carry
from localoffer.exchange.telling.listing import from_listing
from localoffer.exchange.writing.api import Terms, api_files
from localoffer.exchange.writing.tables import dictionary_csv, dictionary_json, services_csv, services_json
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


def offer_files(catalogue: Catalogue) -> Iterator[tuple[str, str]]:
    """Every file, by its path from the root of a site."""
    services = tell_offer(catalogue)
    for path, content in api_files(_whole(services, catalogue), TAXONOMIES):
        yield f"api/{path}", json.dumps(content, ensure_ascii=False, indent=1) + "\n"
    yield "data/services.csv", services_csv(services)
    yield "data/services.json", services_json(services, _about(catalogue))
    yield "data/services-dictionary.csv", dictionary_csv()
    yield "data/services-dictionary.json", dictionary_json()


def _whole(services: list[Incoming], catalogue: Catalogue) -> list[Incoming]:
    """With what only our own record has a place for: so that our export gives back our listings."""
    place = catalogue.site.council.place
    found = [replace(incoming) for incoming in services]
    for incoming, service in zip(found, catalogue.services.values(), strict=True):
        carry(incoming, service, catalogue.vocabulary, today=catalogue.today, place=place)
    return found


def _about(catalogue: Catalogue) -> dict[str, str]:
    site = catalogue.site
    said = {
        "name": site.offer_name or site.site_name or "",
        "publisher": site.council.name,
        "as_at": catalogue.today.isoformat(),
        "columns": "services-dictionary.json",
    }
    return {name: text for name, text in said.items() if text}
