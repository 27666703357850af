"""What the other form cannot hold of our record goes along as attributes, so that our own export gives back our listings.

In: an `Incoming` told from a service. Out: the same with attributes of `OURS`: each field that would not come back as it is,
as JSON. Which these are is found by reading it back.
"""

from __future__ import annotations

import json
from collections.abc import Container
from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from typing import Any

from localoffer.exchange.draft import OURS
from localoffer.exchange.listing import to_listing
from localoffer.exchange.shape import Incoming, Term
from localoffer.exchange.taking.carried import CARRIED, MARK
from localoffer.exchange.telling.listing import shared_email
from localoffer.model import Service
from localoffer.model.places import Contact
from localoffer.model.vocabulary import Vocabulary

NO_OTHER_WORD = ("planned",)
"""A status that other systems write as another one."""


def carry(incoming: Incoming, service: Service, vocabulary: Vocabulary, *, today: date, place: str) -> None:
    """Add the attributes."""
    incoming.terms = [*incoming.terms, Term(MARK, MARK, OURS, service.id)]
    told = as_told(service, today)
    back = to_listing(_as_written(incoming), vocabulary, system="-", today=today, place=place, pages=_AnyPage()).fields
    read = Service.model_validate(back) if back else None
    for name in CARRIED:
        is_same = read is not None and getattr(read, name) == getattr(told, name)
        if not is_same or (name == "status" and service.status in NO_OTHER_WORD):
            written = json.dumps(_written(told, name), ensure_ascii=False)
            incoming.terms.append(Term(name, name, OURS, written))


def _as_written(incoming: Incoming) -> Incoming:
    """Without what the one shape holds and Open Referral has no field for."""
    return replace(incoming, school={}, free="")


class _AnyPage(Container[str]):
    """Every page of this offer."""

    def __contains__(self, page: object) -> bool:
        return str(page).startswith("/")


def as_told(service: Service, today: date) -> Service:
    """The service as everybody may know it: without people, hidden places, proposals and alerts that are over."""
    changes: dict[str, Any] = {
        "contacts": [one.model_copy(update=_without_person(one)) for one in service.contacts],
        "locations": [
            one.model_copy(
                update={"name": one.city, "address_1": None, "address_2": None, "postal_code": None, "travel": None}
            )
            if one.sensitive
            else one
            for one in service.locations
        ],
        "schedules": [
            one.model_copy(update={"location": None}) if one.location in _hidden(service) else one
            for one in service.schedules
        ],
    }
    if service.topics_proposed:
        changes["topics"] = ["not sorted"]
    if service.eligibility.needs_proposed:
        changes["eligibility"] = service.eligibility.model_copy(
            update={"needs": ["not known"], "needs_proposed": False}
        )
    if service.alert and service.alert.until < today:
        changes["alert"] = None
    if service.school:
        changes["school"] = service.school.model_copy(update={"senco": None})
    return service.model_copy(update=changes)


def _without_person(contact: Contact) -> dict[str, Any]:
    return {"name": None, "consent_to_publish": False, "email": shared_email(contact) or None}


def _hidden(service: Service) -> set[str]:
    return {one.name for one in service.locations if one.sensitive}


def _written(told: Service, name: str) -> Any:
    """One field as people write it; "" where it has none."""
    if name == "cost":
        return _plain(told.cost.model_dump(exclude_defaults=True), name)
    value = told.model_dump(include={name}, exclude_defaults=True).get(name)
    if value is None and name not in ("contacts", "last_checked"):
        return ""
    return _plain(value, name)


def _plain(value: Any, name: str) -> Any:
    """Values as people write them."""
    if isinstance(value, dict):
        return {inner: _plain(one, inner) for inner, one in value.items()}
    if isinstance(value, list):
        empty: Any = {"criteria": "none", "contacts": "not known"}.get(name, [])
        return [_plain(one, name) for one in value] or empty
    if value is None:
        return "none" if name == "typical" else "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, time):
        return value.strftime("%H:%M")
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, Decimal | int) else value
