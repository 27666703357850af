"""Which pages have the template of urgent help, and which a quick way out.

In: a Service and the Catalogue. Out: plain answers.
"""

from __future__ import annotations

from localoffer.catalogue import Catalogue
from localoffer.model import Service

URGENT = "urgent.html"
"""The template of the page of urgent help: numbers first."""
WATCHED = "domestic-abuse"
"""The role of those who help people that are hurt at home."""


def needs_way_out(service: Service, catalogue: Catalogue) -> bool:
    """True for a refuge, and for whoever helps people that are hurt at home: their reader may be watched."""
    has_role = any(who.role == WATCHED and who.service == service.id for who in catalogue.local.roles)
    return has_role or any(place.sensitive for place in service.locations)
