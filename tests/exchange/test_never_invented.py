"""Whatever comes in: each listing is valid, and says nothing that its record does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import given, settings

from localoffer.exchange.listing import to_listing, to_provider
from localoffer.exchange.shape import Incoming, Organization
from localoffer.findings import ERROR
from localoffer.model import Provider, Service
from localoffer.model.vocabulary import Vocabulary
from localoffer.records.markdown import check_markdown
from localoffer.records.rules import SERVICE_RULES
from localoffer.yamlfile.hidden import HIDDEN
from tests.exchange.incomings import incomings, organizations

TODAY = date(2026, 11, 25)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from strings(inner)


@given(incomings)
@settings(max_examples=60, deadline=None)
def test_a_listing_is_always_valid_and_breaks_no_rule_that_stops_a_build(incoming: Incoming) -> None:
    found = to_listing(incoming, Vocabulary(), system="Feed", today=TODAY)
    if found.left_out:
        assert not found.fields
        return
    service = Service.model_validate(found.fields)
    assert list(found.fields) == [name for name in Service.model_fields if name in found.fields]
    assert service.is_as_it_came
    complaints = [(rule.id, fault.message) for rule, fault in check_markdown(service.description)]
    assert not complaints, service.description
    for rule in SERVICE_RULES:
        if rule.severity == ERROR and not rule.eased:
            assert not list(rule.faults(service)), rule.id
    assert not [text for text in strings(found.fields) if HIDDEN.search(text)]


@given(incomings)
@settings(max_examples=60, deadline=None)
def test_no_person_and_no_private_address_is_in_a_listing_or_its_account(incoming: Incoming) -> None:
    found = to_listing(incoming, Vocabulary(), system="Feed", today=TODAY)
    said = " ".join(
        [
            *strings(found.fields),
            *(f"{c.was} {c.now} {c.why}" for c in found.changed),
            *(entry.why for entry in found.lost),
        ]
    )
    leaks = re.findall(r".{0,40}jane[. ]smith.{0,20}", said, re.IGNORECASE)
    assert not leaks, leaks


@given(incomings)
@settings(max_examples=60, deadline=None)
def test_ages_prices_days_and_ways_in_are_only_those_of_the_record(incoming: Incoming) -> None:
    found = to_listing(incoming, Vocabulary(), system="Feed", today=TODAY).fields
    if not found:
        return
    held = repr(incoming)
    digits = re.sub(r"\D", "", held)
    who = found["eligibility"]
    assert str(who.get("minimum_age", "")) in held
    assert str(who.get("maximum_age", "")) in f"{held} 25"
    for price in found["cost"].get("cost_options", []):
        assert price["amount"].rstrip("0").rstrip(".") in held
    for contact in found["contacts"] if found["contacts"] != "not known" else []:
        assert contact.get("phone", "").replace(" ", "")[1:] in digits
    for place in found.get("locations", []):
        assert place["city"] in held
    assert found["access"]["route"] in (["not known"], ["drop-in"])
    if found["last_checked"] != "not known":
        assert found["last_checked"]["date"][:4] in incoming.assured_date


@given(organizations)
@settings(max_examples=60, deadline=None)
def test_a_provider_is_always_valid(organization: Organization) -> None:
    found = to_provider(organization, system="Feed")
    if found.fields:
        provider = Provider.model_validate(found.fields)
        assert not list(check_markdown(provider.description))
