"""Loose forms → the standard one; what is in its standard form, or is prose over several lines, stays as it was typed."""

from __future__ import annotations

import pytest
from pydantic import BaseModel

from localoffer.model import Provider, Service, SiteFacts
from localoffer.records.standard import standard_edits
from localoffer.yamlfile import parse_yaml
from localoffer.yamlfile.edits import apply_edits
from tests.offer import CLUB, SITE


def standard(text: str, model: type[BaseModel] = Service) -> str:
    tree, wrong = parse_yaml(text, "x.yml")
    assert not wrong
    return apply_edits(text, standard_edits(tree, "x.yml", model))[0]


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("bsl: TRUE", "bsl: yes"),
        ("bsl: Not  Known", "bsl: not known"),
        ("status: Active  # as of May", "status: active  # as of May"),
        ('delivery: ["Venue", PHONE]', "delivery: [venue, phone]"),
        ("delivery:\n  - Venue\n  - phone", "delivery:\n  - venue\n  - phone"),
        ("name: Saturday   club", "name: Saturday club"),
        ('contacts:\n  - {phone: "(01632) 960114", role: Desk}', "contacts:\n  - {phone: 01632 960 114, role: Desk}"),
        ("contacts:\n  - phone: 18001-01632-960114", "contacts:\n  - phone: 18001 01632 960 114"),
        ("contacts:\n  - email: club@MARL-trust.Example", "contacts:\n  - email: club@marl-trust.example"),
        ("locations:\n  - postal_code: mb12ab", "locations:\n  - postal_code: MB1 2AB"),
        ("locations:\n  - accessibility: {hearing-loop: No}", "locations:\n  - accessibility: {hearing-loop: no}"),
        ("cost:\n  cost_options:\n    - amount: 3.5", "cost:\n  cost_options:\n    - amount: 3.50"),
        ("eligibility: {minimum_age: 08}", "eligibility: {minimum_age: 8}"),
        ("schedules:\n  - opens_at: 9.30am  # new", "schedules:\n  - opens_at: 09:30  # new"),
        ("schedules:\n  - byday: Saturday", "schedules:\n  - byday: [SA]"),
        ("cost:\n  cost_options:\n    - amount: £3.50", "cost:\n  cost_options:\n    - amount: 3.50"),
        ("added: 12 November 2026", "added: 2026-11-12"),
        ("languages: English", "languages: [English]"),
        ("eligibility:\n  minimum_age: 8-18", "eligibility:\n  minimum_age: 8\n  maximum_age: 18"),
        ("eligibility:\n  maximum_age: 8 to 18 years", "eligibility:\n  minimum_age: 8\n  maximum_age: 18"),
        ("eligibility: {minimum_age: 5-11}", "eligibility: {minimum_age: 5, maximum_age: 11}"),
        (
            "eligibility:\n  minimum_age: 8-18  # new\n  maximum_age: 18",
            "eligibility:\n  minimum_age: 8  # new\n  maximum_age: 18",
        ),
        (
            "eligibility:\n  minimum_age: 8 years\n  maximum_age: up to 18",
            "eligibility:\n  minimum_age: 8\n  maximum_age: 18",
        ),
        ("eligibility: {minimum_age: all ages, needs: [all]}", "eligibility: {any_age: yes, needs: [all]}"),
        ("eligibility: {any_age: all ages}", "eligibility: {any_age: yes}"),
        (
            "locations:\n  - accessibility: [hearing-loop, lift]",
            "locations:\n  - accessibility: {hearing-loop: yes, lift: yes}",
        ),
        ("locations:\n  - accessibility: hearing-loop", "locations:\n  - accessibility: {hearing-loop: yes}"),
        ("access: {route: Self referral}", "access: {route: [self-referral]}"),
    ],
)
def test_a_loose_form_is_written_in_the_standard_one(typed: str, written: str) -> None:
    assert standard(typed + "\n") == written + "\n"
    assert standard(written + "\n") == written + "\n"


@pytest.mark.parametrize(
    "typed",
    [
        'name: "Saturday club"',
        "summary: A calm club\n  with games.",
        "summary: >-\n  A calm   club\n  with games.",
        "description: |\n  Two   spaces.",
        "eligibility: {criteria: none}",
        "waiting_time: {typical: none}",
        "cost:\n  cost_options:\n    - amount: 4",
        "access:\n  steps: [Phone us.]",
        "status: running",
        "colour: TRUE",
        "bsl:",
    ],
)
def test_what_is_in_its_form_or_not_understood_stays(typed: str) -> None:
    assert standard(typed + "\n") == typed + "\n"


def test_other_files_have_standard_forms_too() -> None:
    assert standard("phone: 01632-960110\n", Provider) == "phone: 01632 960 110\n"
    assert standard("sample: True\n", SiteFacts) == "sample: yes\n"


def test_the_tiny_council_is_in_its_standard_form() -> None:
    text = (SITE / CLUB).read_text(encoding="utf-8")
    assert standard(text) == text
