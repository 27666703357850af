"""What our own record carries along where the other form has no place for it: read as carefully as anything that comes in.

In: attributes of `OURS`, each a field of our record as JSON. Out: these fields. Names of people are never among them.
"""

from __future__ import annotations

import json
from typing import Any

from pydantic import ValidationError

from localoffer.exchange.clean.prose import as_line
from localoffer.exchange.draft import OURS, Draft
from localoffer.exchange.shape import Incoming
from localoffer.exchange.taking.addresses import is_private
from localoffer.model import Service, adapter_of
from localoffer.model.contact_forms import standard_mail

NOT_CARRIED = frozenset({"name", "description", "topics_proposed", "images", "source", "moved_from", "easy_read"})
"""Fields that are told as they are, or stay here."""
CARRIED = [name for name in Service.model_fields if name not in NOT_CARRIED]
"""Fields that may be carried, in the order of the record."""
MARK = "record"
"""Says that a record is ours, whether or not a field is carried, and which name its sender's listings have for it."""
LONGEST = 50_000
_PEOPLE = ("name", "consent_to_publish")


def name_there(incoming: Incoming) -> str:
    """The name that other records of the same sender have for one of our form; "" for any other."""
    return next((term.value for term in incoming.terms if term.taxonomy == OURS and term.name == MARK), "")


def carried_fields(draft: Draft) -> dict[str, Any]:
    """The fields; one that is not valid is told and passed over; "" is a field that our record has not."""
    found: dict[str, Any] = {}
    for name in CARRIED:
        text = draft.carried.get(name, "")
        if not text:
            continue
        try:
            value = _cleaned(json.loads(text[:LONGEST]), name, draft)
            if value:
                adapter_of(Service, name).validate_python(value)
        except (ValueError, ValidationError, RecursionError):
            draft.account.lose(f"attributes.{name}", "it is not a field of our record")
        else:
            found[name] = value
    return found


def _cleaned(value: Any, path: str, draft: Draft) -> Any:
    """Texts without what points at one person."""
    if isinstance(value, str):
        email = standard_mail(value) if "@" in value else None
        return value if email and not is_private(email, draft) else as_line(value, path, draft)
    if isinstance(value, list):
        return [_cleaned(one, path, draft) for one in value]
    if not isinstance(value, dict):
        return value
    kept = {
        name: one
        for name, one in value.items()
        if not (path == "contacts" and (name in _PEOPLE or _is_private(one, draft)))
    }
    return {name: _cleaned(one, path, draft) for name, one in kept.items()}


def _is_private(value: Any, draft: Draft) -> bool:
    email = standard_mail(value) if isinstance(value, str) and "@" in value else None
    return email is not None and is_private(email, draft)
