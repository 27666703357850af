"""Old addresses of services that were renamed: a page that says where it is now, and sends on.

In: the Index. Out: Pages for theme/moved.html. A link somebody printed or saved never breaks.
"""

from __future__ import annotations

from localoffer.addresses import service_url
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page


def moved_pages(index: Index) -> list[Page]:
    """One page for each `moved_from` whose name no service has taken."""
    services = index.catalogue.services
    return [
        _sends_on(old, service) for service in services.values() for old in service.moved_from if old not in services
    ]


def _sends_on(old: str, service: Service) -> Page:
    there: Meta = {"to": service_url(service.id), "to_name": service.name, "noindex": True}
    return new_page("redirect", service_url(old), {"title": "This page has moved", **there}, service.path)
