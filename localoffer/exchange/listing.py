"""One record of another system → the fields of our record, each valid or an honest gap; nothing is guessed.

In: an `Incoming`, our vocabularies and today's date. Out: a `Listing`: plain fields in the order of our record, ready to be
written, with what was changed, what has no place and what is not known. What must never be published is in none of them.
"""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import BaseModel, ValidationError

from localoffer.exchange.account import Account, Changed
from localoffer.exchange.clean.personal import hidden
from localoffer.exchange.clean.prose import as_line, as_markdown
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.exchange.shape import Incoming, Lost, Organization, Origin
from localoffer.exchange.taking import about, words
from localoffer.exchange.taking.addresses import take_email, take_web
from localoffer.exchange.taking.reach import _number
from localoffer.exchange.taking.school import kind_of
from localoffer.exchange.taking.words import LONGEST_NAME, fit
from localoffer.model import Provider, Service, adapter_of
from localoffer.model.choices import BODIES, KINDS
from localoffer.model.vocabulary import Vocabulary
from localoffer.wording.phones import phone_chunks


@dataclass
class Listing:
    """What one record became. `fields`: as they stand in the file; `left_out`: why there can be no listing at all, or ""."""

    fields: dict[str, Any]
    changed: list[Changed] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    left_out: str = ""


#: What stands in a field that must be there where nobody knows.
GAPS: dict[str, Any] = {
    "description": "not known",
    "topics": ["not sorted"],
    "eligibility": {"any_age": "not known", "needs": ["not known"]},
    "access": {"route": ["not known"]},
    "cost": {"free": "not known"},
    "delivery": ["not known"],
    "service_areas": ["not known"],
    "contacts": "not known",
    "last_checked": "not known",
    "kind": "not known",
}


def to_listing(
    incoming: Incoming,
    vocabulary: Vocabulary,
    *,
    system: str,
    today: date,
    licence: str = "",
    place: str = "",
    pages: Container[str] = (),
) -> Listing:
    """The fields of our record. `system` and `licence` stand in its source; `place`: the council's area by its name;
    `pages`: addresses of pages of this offer that texts may lead to, such as /guides/travel/."""
    account = Account()
    draft = Draft(incoming, vocabulary, account, today, place, pages)
    account.hide = lambda text: hidden(text, draft)
    for entry in (*incoming.held_back, *incoming.lost):
        account.lose(entry.path, entry.why)
    name = words.service_name(draft)
    if not name or incoming.withdrawn:
        return Listing({}, account.changed, account.lost, [], incoming.withdrawn or words.NO_NAME)
    found, left_out = about.fields(draft, name)
    if left_out:
        return Listing({}, account.changed, account.lost, [], left_out)
    found["source"] = about.source(incoming.id, system, licence, found)
    return _listing(found, Service, account)


def to_provider(organization: Organization, *, system: str, licence: str = "") -> Listing:
    """The fields of provider.yml."""
    incoming = Incoming(organization.id, Origin(system), organization=organization)
    draft = Draft(incoming, Vocabulary(), Account(), date.min)
    draft.account.hide = lambda text: hidden(text, draft)
    found = provider_fields(organization, draft)
    if not found:
        return Listing({}, draft.account.changed, draft.account.lost, [], "nobody has said who runs it")
    found["source"] = about.source(organization.id or found["name"], system, licence, found)
    return _listing(found, Provider, draft.account)


def _listing(found: dict[str, Any], model: type[BaseModel], account: Account) -> Listing:
    """Fields in our order, each read by its own form; what is not valid is told, and is a gap."""
    fields: dict[str, Any] = {}
    for name, info in model.model_fields.items():
        value = found.get(name)
        if value not in (None, "", [], {}):
            try:
                adapter_of(model, name).validate_python(value)
            except ValidationError as error:
                account.lose(name, f"it does not fit our form: {error.errors()[0]['msg']}")
                value = None
        if value in (None, "", [], {}) and info.is_required():
            value = GAPS.get(name)
        if value not in (None, "", [], {}):
            fields[name] = value
    _ask(fields, account)
    return Listing(fields, account.changed, account.lost, account.unknown)


def _ask(fields: dict[str, Any], account: Account) -> None:
    """Each gap by the field's path."""
    for name, value in fields.items():
        inner = value.items() if isinstance(value, dict) else ()
        gaps = [f"{name}.{part}" for part, held in inner if held in ("not known", ["not known"])]
        for path in [name] if value in ("not known", ["not known"], ["not sorted"]) else gaps:
            account.ask(path)


def provider_fields(organization: Organization, draft: Draft) -> dict[str, Any]:
    """What is known of it; nothing where it has no name."""
    name = fit(as_line(organization.name, "organization.name", draft), LONGEST_NAME)
    if len(name) < 3:
        return {}
    numbers = [number for phone in organization.phones if (number := _number(one_line(phone.number)))]
    description = as_markdown(organization.description, "organization.description", draft)
    return {
        "name": name,
        "description": description if len(description) >= 10 else "",
        "kind": KINDS.standard(one_line(organization.legal_status)) or kind_of(organization),
        "url": take_web(organization.url, "organization.url", "url", draft),
        "email": take_email(organization.email, "organization.email", draft),
        "phone": phone_chunks(numbers[0]) if numbers else "",
        "registrations": [
            {"body": body, "number": one_line(number)[:80]}
            for scheme, number in organization.identifiers
            if (body := BODIES.standard(one_line(scheme))) and one_line(number)
        ],
    }
