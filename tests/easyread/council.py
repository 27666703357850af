"""The sample council's vocabularies, read once, and small helpers to make a listing and its easy-read page.

Tests that use them are tests of the sample, and marked so.
"""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.easyread import EasyReadPage, Idea, easy_service
from localoffer.model import Service
from localoffer.reading import WordLists, check_passage, word_lists
from localoffer.reading.passages import EASY, Passage
from localoffer.records import read_record_text
from tests.offer import TODAY

ROOT = Path(__file__).resolve().parents[2]
PLAIN: dict[str, Any] = {
    "name": "Saturday club",
    "summary": "A club on Saturdays with games and crafts.",
    "description": "We play games. Helpers know every child.",
    "status": "active",
    "topics": ["leisure"],
    "for_whom": ["child", "young person"],
    "eligibility": {
        "minimum_age": 8,
        "maximum_age": 18,
        "needs": ["autism"],
        "ehc_plan_needed": "no",
        "diagnosis_needed": "no",
    },
    "access": {"route": ["self-referral"]},
    "cost": {"free": "yes"},
    "delivery": ["venue"],
    "locations": [{"name": "The Hall", "address_1": "1 Mill Lane", "city": "Marlbrook", "postal_code": "MB1 2AB"}],
    "service_areas": ["whole area"],
    "schedules": [{"byday": ["SA"], "opens_at": "09:30", "closes_at": "12:00"}],
    "contacts": [{"role": "Club leader", "phone": "01632 960 114", "email": "club@marl.example"}],
    "last_checked": {"date": "2026-11-02", "by": "Club leader", "how": "phone"},
}


@functools.cache
def council() -> Catalogue:
    """The sample offer."""
    catalogue, findings = read_catalogue(ROOT, TODAY)
    assert catalogue is not None, [finding for finding in findings if finding.is_error]
    return catalogue


@functools.cache
def words() -> WordLists:
    return word_lists(council().vocabulary)


def make(record: dict[str, Any]) -> Service | None:
    """A listing from plain values, as if read from its file; None when it is not a valid one."""
    text = json.dumps(record, ensure_ascii=False)
    service, _findings = read_record_text(text, "providers/marl-trust/test-club.yml", Service)
    return service


def changed(**changes: Any) -> Service:
    """The plain listing with some fields changed; None takes a field away."""
    record = {key: value for key, value in {**PLAIN, **changes}.items() if value is not None}
    service = make(record)
    assert service is not None, record
    return service


def page_of(service: Service) -> EasyReadPage:
    return easy_service(service, council())


def faults_of(found: Idea) -> list[str]:
    """What the reading rules say of one idea."""
    passage = Passage(found.for_rules, EASY)
    findings = check_passage(passage, words(), "easy", lambda _source, offset: (1, offset + 1))
    return [f"{finding.severity} {finding.rule}: {finding.message}: {found.words}" for finding in findings]


def aloud(page: EasyReadPage) -> str:
    """The page as it is read aloud, with the concept of each picture."""
    lines = [f"# {page.title}"]
    for section in page.sections:
        lines += ["", f"## {section.heading}"]
        lines += [f"({found.picture}) {found.words}" for found in section.ideas]
        lines += [f"> {row.name}{f', {row.line}' if row.line else ''}" for row in section.rows]
    return "\n".join(lines) + "\n"
