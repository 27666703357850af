"""Which pages have the template of urgent help, and which a quick way out.

In: a Service and the Catalogue. Out: plain answers.
"""

from __future__ import annotations

from localoffer.catalogue import Catalogue
from localoffer.letters import folded
from localoffer.model import Service

URGENT = "urgent.html"
"""The template of the page of urgent help: numbers first."""
WATCHED = "domestic-abuse"
"""The role of those who help people that are hurt at home."""
CALLED = frozenset(map(folded, ("refuge", "women's refuge", "domestic abuse", "domestic violence", "forced marriage")))
"""Other names that such services go by."""


def needs_way_out(service: Service, catalogue: Catalogue) -> bool:
    """True for whoever helps people that are hurt at home, by role or by name: their reader may be watched. A private place
    alone says nothing: a house for nights away has one too."""
    return service.id in catalogue.in_role.get(WATCHED, ()) or not CALLED.isdisjoint(map(folded, service.also_known_as))
