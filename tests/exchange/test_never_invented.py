"""Whatever comes in: each listing is valid, and says nothing that its record does not hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date
from typing import Any

from hypothesis import given

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


CODES = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
A_DAY = r"(mon|tue|wed|thu|fri|sat|sun|mo|tu|we|th|fr|sa|su)(?:[a-z]*day)?s?"
A_TIME = re.compile(
    r"(?<![\d:.£])(\d{1,2})(?:[:.](\d\d))?(?::\d\d)?(?: ?([ap])m)?(?:(?= ?(?:-|to|until) ?\d[\d.:]* ?([ap])m))?(?![\d:])"
)


def days_in(text: str) -> set[str]:
    """Every day of the week that a text can mean: those it names, and those between the ends of a span."""
    plain = text.lower()
    found = {day[:2].upper() for day in re.findall(rf"(?:\b|(?<=\d)){A_DAY}\b", plain)}
    for first, last in re.findall(rf"\b{A_DAY} ?(?:-|to) ?{A_DAY}\b", plain):
        begin, end = CODES.index(first[:2].upper()), CODES.index(last[:2].upper())
        found |= {CODES[(begin + step) % 7] for step in range((end - begin) % 7 + 1)}
    return found | (set(CODES[:5]) if "weekday" in plain else set()) | (set(CODES) if "daily" in plain else set())


def times_in(text: str) -> set[str]:
    """Every time that a text can mean; a half of the day is that which is said, for both ends of a span where it is said once."""
    found = {"12:00"} if re.search("noon|midday", text) else set()
    for hour, minutes, half, later in A_TIME.findall(text):
        if not (minutes or half or later):
            continue
        hours = {int(hour)} if not (half or later) else {int(hour) % 12 + (12 if "p" in half else 0)}
        if later and not half:
            hours = {int(hour) % 12, int(hour) % 12 + 12} if later == "p" else {int(hour) % 12}
        found |= {f"{one:02}:{minutes or '00'}" for one in hours}
    return found


def dates_in(text: str) -> set[str]:
    british = re.findall(r"(\d\d)/(\d\d)/(\d{4})", text)
    return {*re.findall(r"\d{4}-\d\d-\d\d", text), *(f"{year}-{month}-{day}" for day, month, year in british)}


def hours_of(value: Any) -> Iterator[dict[str, Any]]:
    """Each schedule anywhere in a listing: of the service, of a contact."""
    if isinstance(value, dict):
        if value.keys() & {"byday", "opens_at", "closes_at", "dates"}:
            yield value
        for inner in value.values():
            yield from hours_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from hours_of(inner)


def unheld(one: dict[str, Any], sources: list[str]) -> Iterator[tuple[str, str]]:
    """Each day of a schedule, with its times and dates, that no single schedule and no single text of the record holds."""
    times = {one[name] for name in ("opens_at", "closes_at") if name in one}
    dates = {*one.get("dates", []), *(one[name] for name in ("valid_from", "valid_to") if name in one)}
    for day in one.get("byday", [""]):
        holds = (
            (not day or day in days_in(text)) and times <= times_in(text) and dates <= dates_in(text)
            for text in sources
        )
        if not any(holds):
            yield day, f"{sorted(times)} {sorted(dates)}"


@given(incomings)
def test_no_day_and_no_time_is_in_a_listing_that_its_record_does_not_hold_together(incoming: Incoming) -> None:
    found = to_listing(incoming, Vocabulary(), system="Feed", today=TODAY).fields
    given_times = [*incoming.schedules, *(one for place in incoming.places for one in place.schedules)]
    sources = [*strings(asdict(incoming)), *(" ; ".join(strings(asdict(one))) for one in given_times)]
    invented = [(one, missing) for one in hours_of(found) for missing in unheld(one, sources)]
    assert not invented, invented


def test_the_measure_of_days_and_times_itself_is_strict() -> None:
    text = "We meet on Wednesdays from 1-3pm, not on Sat"
    assert days_in(text) == {"WE", "SA"}
    assert times_in(text) == {"01:00", "13:00", "15:00"}
    assert times_in("£3, 01632 960114, 9-11, 8.30am to noon") == {"08:30", "12:00"}
    assert days_in("Fri to Mon; 1MO") == {"FR", "SA", "SU", "MO"}
    assert list(unheld({"byday": ["WE", "TH"], "opens_at": "13:00", "closes_at": "15:00"}, [text]))
    assert not list(unheld({"byday": ["WE"], "opens_at": "13:00", "closes_at": "15:00"}, [text]))
    assert list(unheld({"byday": ["WE"], "opens_at": "13:00"}, ["Wednesday", "1pm"]))


@given(organizations)
def test_a_provider_is_always_valid(organization: Organization) -> None:
    found = to_provider(organization, system="Feed")
    if found.fields:
        provider = Provider.model_validate(found.fields)
        assert not list(check_markdown(provider.description))
