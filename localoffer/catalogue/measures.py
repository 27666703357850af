"""Figures about the whole offer that pages and reports share: what is new, what is late, how much was checked lately.

In: the Index. Out: services and counts.
"""

from __future__ import annotations

from datetime import timedelta

from localoffer.catalogue.freshness import USUAL_MONTHS
from localoffer.catalogue.index import Index
from localoffer.letters import name_order
from localoffer.model import Service
from localoffer.wording.reckoning import add_months

NEW_FOR = timedelta(days=183)
"""How long a service counts as new."""


def new_services(index: Index) -> list[Service]:
    """Services added in the last half year, newest first."""
    today = index.catalogue.today
    found = [s for s in index.shown if s.added and today - NEW_FOR <= s.added <= today]
    return sorted(found, key=lambda s: (-(s.added.toordinal() if s.added else 0), name_order(s.name)))


def checked_lately(index: Index) -> int:
    """How many of the shown services were checked in the last 6 months."""
    since = add_months(index.catalogue.today, -USUAL_MONTHS)
    return sum(bool(found.last_checked and found.last_checked.date >= since) for found in index.shown)


def overdue_services(index: Index) -> list[Service]:
    """Services whose next check is late, the oldest check first."""
    late = [(s.last_checked.date, s) for s in index.shown if s.last_checked and index.is_overdue(s)]
    return [s for _, s in sorted(late, key=lambda found: (found[0], name_order(found[1].name)))]
