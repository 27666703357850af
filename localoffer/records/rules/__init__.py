"""The rules of one record: adding a rule is adding a function and its line in a table.

In: a record, or what is whole of it. Out: findings. No rule knows the date or
other files. A function's docstring is its rule; its id is its name for ever.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import ValidationError

from localoffer.findings import ERROR, WARNING, Finding
from localoffer.model import Origin, Provider, Record, Service, place
from localoffer.records.plain import Plain
from localoffer.records.rules import people, places, words
from localoffer.records.rules.fault import Fault, Rule

__all__ = ["PROVIDER_RULES", "SERVICE_RULES", "Fault", "Rule", "check_record"]

SERVICE_RULES: tuple[Rule, ...] = (
    Rule("ages-missing", people.check_ages_given, ("eligibility",)),
    Rule("ages-and-any-age", people.check_any_age, ("eligibility",)),
    Rule("ages-reversed", people.check_ages_order, ("eligibility",)),
    Rule("ages-with-plan", people.check_plan_age, ("eligibility",)),
    Rule("needs-all", people.check_all_needs, ("eligibility",)),
    Rule("decision-missing", people.check_decision, ("access",)),
    Rule("referrer-missing", people.check_referrers, ("access",), WARNING),
    Rule("while-you-wait", people.check_while_you_wait, ("access", "waiting_time", "while_you_wait", "status")),
    Rule("contact-ways", people.check_ways, ("contacts", "access")),
    Rule("contact-empty", people.check_contact_ways, ("contacts",)),
    Rule("consent", people.check_consent, ("contacts",)),
    Rule("phone-unused", people.check_numbers, ("contacts",), WARNING),
    Rule("free-with-prices", places.check_free, ("cost",)),
    Rule("price-missing", places.check_price_given, ("cost", "status"), WARNING),
    Rule("period-reversed", places.check_periods, ("cost", "schedules", "contacts")),
    Rule("hours-reversed", places.check_hours, ("schedules", "contacts")),
    Rule("days-missing", places.check_days, ("schedules", "contacts")),
    Rule("week-of-month", places.check_month, ("schedules", "contacts")),
    Rule("term-and-holidays", places.check_term, ("schedules", "contacts")),
    Rule("time-place", places.check_schedule_place, ("schedules", "contacts", "locations")),
    Rule("venue-without-place", places.check_venue, ("delivery", "locations")),
    Rule("postcode-missing", places.check_postcode_given, ("locations",)),
    Rule("sensitive-address", places.check_sensitive, ("locations",)),
    Rule(
        "listed-twice",
        words.check_repeats,
        ("topics", "for_whom", "delivery", "service_areas", "eligibility", "access", "while_you_wait", "schedules"),
    ),
    Rule("link-words", words.check_link_words, ("links",)),
    Rule("picture-why", words.check_why_no_picture, ("easy_read",)),
)

PROVIDER_RULES: tuple[Rule, ...] = ()

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


def check_record(record: Record | None, plain: Plain, model: type[Record], broken: set[str]) -> list[Finding]:
    """Every rule on a record, or on what is whole of a broken one."""
    whole = record or _patched(plain, model, broken)
    if isinstance(whole, Service):
        return [*_run(SERVICE_RULES, whole, broken), *_run_description(whole, broken)]
    if isinstance(whole, Provider):
        return [*_run(PROVIDER_RULES, whole, broken), *_run_description(whole, broken)]
    return []


def _patched(plain: Plain, model: type[Record], broken: set[str]) -> Record | None:
    """The record with each broken field replaced by a stand-in's."""
    if model not in STAND_IN or not isinstance(plain.values, dict):
        return None
    sound = {name: value for name, value in plain.values.items() if name in model.model_fields and name not in broken}
    try:
        return place(model.model_validate({**STAND_IN[model], **sound}), Origin(plain.path, plain.spots))
    except ValidationError:
        return None


def _run(rules: tuple[Rule, ...], record: Record, broken: set[str]) -> Iterator[Finding]:
    for rule in rules:
        if broken.isdisjoint(rule.reads):
            for fault in rule.check(record):
                yield finding(record, rule.id, rule.severity, fault)


def _run_description(record: Service | Provider, broken: set[str]) -> Iterator[Finding]:
    if "description" not in broken:
        for rule, fault in words.check_description(record):
            yield finding(record, rule, ERROR, fault)


def finding(record: Record, rule: str, severity: str, fault: Fault) -> Finding:
    """A fault at its place in the file."""
    origin = record.origin
    position = origin.key_position(fault.field) if fault.offset is None else origin.position(fault.field, fault.offset)
    return Finding(record.path, *position, severity, rule, fault.message, fault.fix)
