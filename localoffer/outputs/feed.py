"""`/news/new.atom` (RFC 4287): what is new, and what somebody has checked of late.

In: the Index. Out: the feed, where mkdocs.yml says the site's address. Each entry has the id of its record in the open data, so that a
listing that moves is no new one. What changed in a record nobody writes down; that it was checked, and when, somebody does.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from xml.sax.saxutils import escape

from localoffer import wording
from localoffer.addresses import FEED, NEWS, service_url, whole_url
from localoffer.exchange.telling.offer import first_name
from localoffer.exchange.writing.oruk import service_id
from localoffer.facts.about import in_brief
from localoffer.model import Service
from localoffer.outputs.files import PublishedFile
from localoffer.outputs.index import Index

LATELY = timedelta(days=92)
MOST = 100


def make_files(index: Index) -> Iterator[PublishedFile]:
    """The one file, or none."""
    site = index.catalogue.site
    if not site.site_url:
        return
    day = {service.id: when for service in index.shown if (when := last_day(service))}
    since = index.catalogue.today - LATELY
    found = [
        service for service in index.shown if service.id in day and since <= day[service.id] <= index.catalogue.today
    ]
    found.sort(key=lambda service: service.name.casefold())
    found.sort(key=lambda service: day[service.id], reverse=True)
    newest = day[found[0].id] if found else date(index.catalogue.today.year, 1, 1)
    address = whole_url(FEED, site.site_url)
    rights = f"<rights>{escape(site.data_licence.name)}</rights>" if site.data_licence else ""
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">',
        f"<id>{escape(address)}</id>",
        f"<title>{escape(site.site_name or site.council.name)}: new and newly checked</title>",
        f"<updated>{_moment(newest)}</updated>",
        f"<author><name>{escape(site.council.name)}</name></author>{rights}",
        f'<link rel="self" href="{escape(address)}"/>',
        f'<link rel="alternate" type="text/html" href="{escape(whole_url(NEWS, site.site_url))}"/>',
        *(line for service in found[:MOST] for line in _entry(service, day[service.id], site.site_url)),
        "</feed>",
        "",
    ]
    yield FEED, "\n".join(lines)


def last_day(service: Service) -> date | None:
    """When it was added or last checked, the later of the two."""
    days = [service.added, service.last_checked.date if service.last_checked else None]
    return max((day for day in days if day), default=None)


def _entry(service: Service, day: date, site_url: str) -> Iterator[str]:
    said = "New" if day == service.added else "Checked"
    text = f"{said} on {wording.day_date(day)}. {in_brief(service) or ''}".strip()
    yield "<entry>"
    yield f"<id>urn:uuid:{service_id(first_name(service))}</id>"
    yield f"<title>{escape(service.name)}</title>"
    yield f"<updated>{_moment(day)}</updated>"
    yield f'<link rel="alternate" type="text/html" href="{escape(whole_url(service_url(service.id), site_url))}"/>'
    yield f'<summary type="text">{escape(text)}</summary>'
    yield "</entry>"


def _moment(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"
