"""A service in a few words: what a card, a search result and a reader's own list say of it.

In: a Service and today. Out: a `Brief` and a `Card`.
"""

from __future__ import annotations

from datetime import date

from localoffer import wording
from localoffer.addresses import service_url
from localoffer.facts.view import Brief, Card
from localoffer.facts.where import goes_there
from localoffer.model import NATIONAL, OUTSIDE, Service

STATUS = {"planned": "Not open yet", "temporarily closed": "Closed for now"}


def service_brief(service: Service, today: date) -> Brief:
    """Ages, cost, where, wait, and what a reader must know first; a part that is not known is empty."""
    return Brief(
        ages=wording.first_capital(wording.ages(service.eligibility)),
        cost=wording.first_capital(wording.cost_brief(service, today)),
        where=wording.first_capital(where_brief(service)),
        wait=wording.wait(service.waiting_time.typical) if service.waiting_time else "",
        status=STATUS.get(service.status, ""),
    )


def service_card(service: Service, today: date, run_by: str = "", name: str = "") -> Card:
    """A service in a list: its name, and who, what it costs and where; where none of it is known, who runs it. `name`: what it
    is called beside another of the same name."""
    return Card(name or service.name, service_url(service.id), card_line(service, today, run_by))


def card_line(service: Service, today: date, run_by: str = "") -> str:
    """`Ages 5 to 18, free, Marlbrook`; first what a reader must know: planned, or closed for now."""
    facts = [wording.ages_label(service.eligibility), wording.cost_brief(service, today), where_brief(service)]
    line = wording.first_capital(", ".join(fact for fact in facts if fact)) or (f"Run by {run_by}" if run_by else "")
    status = STATUS.get(service.status)
    return f"{status}. {line}".rstrip() if status else line


def where_brief(service: Service) -> str:
    """`Marlbrook`, `All of the country, by phone and online`."""
    cities = list(dict.fromkeys(place.city for place in service.locations))
    near = any(area not in {NATIONAL, OUTSIDE} for area in service.service_areas)
    start = "" if near or NATIONAL not in service.service_areas else "all over the country"
    if cities and goes_there(service):
        where = wording.join(cities[:2]) if len(cities) < 3 else f"{len(cities)} places"
    else:
        where = wording.delivery(service)
    return ", ".join(part for part in (start, where) if part)
