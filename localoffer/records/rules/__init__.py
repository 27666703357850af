"""The rules of one record: adding a rule is adding a function with its id.

In: a record, or the whole fields of a broken one. Out: findings. No rule knows the date or
other files. A function's docstring is its rule; its id is its name for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from pydantic import ValidationError

from localoffer.findings import Finding
from localoffer.model import Origin, Provider, Record, Service, place
from localoffer.records.markdown import check_markdown
from localoffer.records.plain import Plain
from localoffer.records.rules import contradictions, people, places, words
from localoffer.records.rules.fields import NAME, Field
from localoffer.rulebook import Fault, Rule

__all__ = ["SERVICE_RULES", "check_record"]

SERVICE_RULES: tuple[Rule, ...] = (*people.AGREE, *places.AGREE, *words.AGREE, *contradictions.AGREE)

# A whole listing to lend its fields to one with a broken field, so that rules on the other fields still run.
STAND_IN: dict[type[Record], dict[str, Any]] = {
    Service: {
        "name": "Stand-in",
        "summary": "A listing that stands in.",
        "description": "A listing that stands in.",
        "status": "active",
        "topics": ["short-breaks"],
        "eligibility": {"any_age": "yes", "needs": ["all"]},
        "access": {"route": ["drop-in"]},
        "cost": {"free": "yes"},
        "delivery": ["online"],
        "service_areas": ["whole area"],
        "contacts": [{"phone": "01632960000", "email": "a@example.org"}],
        "last_checked": {"date": "2026-01-01", "by": "Nobody", "how": "phone"},
    },
    Provider: {"name": "Stand-in", "description": "A provider that stands in.", "kind": "charity"},
}


def check_record(record: Record | None, plain: Plain, model: type[Record], broken: set[str]) -> Iterator[Finding]:
    """Every rule on a record, or on what is whole of a broken one."""
    whole = record or _patched(plain, model, broken)
    if isinstance(whole, Service):
        for rule in SERVICE_RULES:
            if broken.isdisjoint(rule.reads):
                yield from (_finding(rule, fault, whole) for fault in rule.faults(whole))
    if isinstance(whole, Service | Provider) and "description" not in broken:
        for rule, fault in check_markdown(whole.description):
            yield rule.found_in(whole.description, fault, whole.path, partial(whole.origin.position, "description"))


def _patched(plain: Plain, model: type[Record], broken: set[str]) -> Record | None:
    """The record with each broken field replaced by a stand-in's."""
    if model not in STAND_IN or not isinstance(plain.values, dict):
        return None
    sound = {name: value for name, value in plain.values.items() if name in model.model_fields and name not in broken}
    try:
        return place(model.model_validate({**STAND_IN[model], **sound}), Origin(plain.path, plain.spots))
    except ValidationError:
        return None


def _finding(rule: Rule, fault: Fault, record: Service) -> Finding:
    """A fault at its field in the file."""
    field = fault.where if isinstance(fault.where, Field) else Field(fault.where)
    origin, came_in = record.origin, record.is_as_it_came
    is_name = field.offset is NAME
    at = origin.key_position(field.path) if is_name else origin.position(field.path, field.offset or 0)
    edit = origin.without(field.path, fault.put.text) if fault.put and fault.put.takes_out else None
    return rule.found(fault, record.path, at, edit, came_in)
