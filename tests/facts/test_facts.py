"""What a record says is one list of facts: each in two voices, or with the reason why not; no page loses one."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace

import pytest

from localoffer.easyread.service import SECTIONS
from localoffer.facts import Fact, Rows, Unsaid, service_facts
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import page_text
from localoffer.outputs.pages.service import service_page
from tests.easyread.council import changed, council
from tests.easyread.test_golden import COMBINATIONS

pytestmark = pytest.mark.sample

SAID_IN_EASY_READ = {name for _, _, ids in SECTIONS for name in ids} | {"checked"}
"""What the sections of the easy-read page say, and its last one."""

FULL = {
    **COMBINATIONS["panel"],
    **COMBINATIONS["costs-many"],
    **COMBINATIONS["what-the-place-is-like"],
    **COMBINATIONS["alert"],
    **COMBINATIONS["check-is-late"],
    "spaces": "open",
    "only_for": "Girls only",
    "school": {"urn": "123456"},
    "links": [{"text": "Join the club (form)", "url": "https://www.marl.example/join"}],
}
LISTINGS = {**COMBINATIONS, "full": FULL}


def facts_of(case: str) -> tuple[Service, list[Fact]]:
    service = changed(**LISTINGS[case])
    return service, list(service_facts(service, council()).values())


def pieces(view: object) -> Iterator[str]:
    """Every text of a sentence or a row."""
    if isinstance(view, str):
        yield view
    elif is_dataclass(view):
        for field in fields(view):
            yield from pieces(getattr(view, field.name))
    elif isinstance(view, list | tuple):
        for part in view:
            yield from pieces(part)


@pytest.mark.parametrize("case", LISTINGS)
def test_every_fact_has_both_voices_or_says_why_not(case: str) -> None:
    for fact in facts_of(case)[1]:
        assert re.fullmatch(r"[a-z]+(-[a-z]+)*", fact.id)
        assert fact.question
        assert fact.words or fact.rows or (isinstance(fact.standard, Unsaid) and fact.standard.why), fact.id
        assert fact.ideas or (isinstance(fact.easy, Unsaid) and fact.easy.why) or fact.id == "when", fact.id
        assert not (isinstance(fact.standard, Unsaid) and isinstance(fact.easy, Unsaid)), fact.id


@pytest.mark.parametrize("case", LISTINGS)
def test_the_page_shows_every_fact(case: str) -> None:
    service, facts = facts_of(case)
    offer = replace(council(), services={**council().services, service.id: service})
    text = page_text(service_page(service, Index(offer)))
    for fact in facts:
        for piece in pieces(fact.standard.views if isinstance(fact.standard, Rows) else fact.words):
            assert json.dumps(piece, ensure_ascii=False)[1:-1] in text or fact.id == "description", fact.id


@pytest.mark.parametrize("case", LISTINGS)
def test_easy_read_has_a_place_for_every_fact(case: str) -> None:
    assert {fact.id for fact in facts_of(case)[1] if fact.ideas} <= SAID_IN_EASY_READ


def test_a_full_listing_has_facts_of_every_kind() -> None:
    found = {fact.id for fact in facts_of("full")[1]}
    asked = {"ages", "needs", "only-for", "area", "when", "first-needed", "cost", "route", "wait", "spaces", "steps"}
    assert asked | {"decision", "places", "times", "travel", "features", "languages", "school", "contacts"} <= found


def test_a_closed_service_says_nothing_that_would_send_people_there() -> None:
    found = {fact.id for fact in facts_of("closed")[1]}
    assert not found & {"route", "where", "places", "when", "times", "cost", "prices"}
    assert "contacts" in found
