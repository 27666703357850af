"""Old addresses of services and pages that were renamed: a page that says where it is now, and sends on.

In: the Index. Out: Pages for theme/moved.html, and for theme/embed-moved.html where a school shows the service inside its own page.
A link somebody printed, saved or pasted never breaks, on hosts that send nobody on neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from localoffer.addresses import EMBED, content_url, easy_url, embed_url, full_url, is_easy, service_url
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages.embeds import made_up
from localoffer.outputs.pages.urgent import needs_way_out


def moved_pages(index: Index) -> list[Page]:
    """One page for each old name that nothing has taken: `moved_from` of services, `moved` of local.yml with the twins."""
    services = index.catalogue.services
    of_services = [
        _sends_on(leads(service_url(old)), leads(service_url(service.id)), service.name, service.path)
        for service in services.values()
        for old in service.moved_from
        if old not in services
        for leads in (str, easy_url)
    ]
    return [*of_services, *_fragments(index), *_of_pages(index)]


def _fragments(index: Index) -> Iterator[Page]:
    """In the frames of schools. A service that needs a quick way out now is in nobody's frame."""
    services = index.catalogue.services
    for service in services.values():
        if not needs_way_out(service, index.catalogue):
            for old in service.moved_from:
                if old not in services:
                    new = embed_url(service_url(service.id))
                    there = _sends_on(embed_url(service_url(old)), new, service.name, service.path)
                    yield replace(there, meta={**there.meta, "made_up": made_up(index)})


def _of_pages(index: Index) -> Iterator[Page]:
    content = index.catalogue.content
    for moved in index.catalogue.local.moved:
        page, source = content.get(moved.page), index.catalogue.local.path
        if page is None or moved.old in content:
            continue
        old, new = content_url(moved.old), content_url(page.id)
        yield _sends_on(old, new, page.title, source)
        if page.easy:
            yield _sends_on(easy_url(old), easy_url(new), page.easy.title, source)


def _sends_on(old: str, new: str, name: str, source: str) -> Page:
    kind = "easy-redirect" if is_easy(new) else "embed-redirect" if new.startswith(EMBED) else "redirect"
    there: Meta = {"to": new, "to_name": name, "noindex": True}
    if is_easy(new):
        there["standard"] = full_url(new)
    return new_page(kind, old, {"title": "This page has moved", **there}, source)
