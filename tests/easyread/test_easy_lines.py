"""Every easy-read line of a listing is read by the rules, and none is put on the page in blocks of more than 3 sentences."""

from __future__ import annotations

import json
from typing import Any

import pytest

from localoffer.check.easy_read import check_reader_of_lines
from localoffer.check.words import check_record
from localoffer.model import Service
from localoffer.records import read_record_text
from tests.easyread.council import PLAIN, page_of, words

pytestmark = pytest.mark.sample
MANY = "We read it. We ask you. We ask a nurse. We meet. We utilise a letter."
DECISION = {"who": "A nurse.", "how": "They read it.", "days": 15, "if_no": "Ask us.", "easy_read": {}}
RECORD: dict[str, Any] = {
    **PLAIN,
    "alert": {"text": "It is closed on Monday.", "until": "2027-01-31", "easy_read": MANY},
    "eligibility": {
        **PLAIN["eligibility"],
        "description": "For people who like games.",
        "criteria": ["You live here."],
        "easy_read": {"description": MANY, "criteria": [MANY]},
    },
    "access": {
        "route": ["panel"],
        "steps": [{"text": "Write to us.", "easy_read": MANY}],
        "bring": ["Socks"],
        "who_can_refer": "A nurse.",
        "decision": {**DECISION, "easy_read": {"who": MANY, "how": MANY, "if_no": MANY}},
        "easy_read": {"who_can_refer": MANY, "bring": [MANY]},
    },
    "cost": {
        "free": "no",
        "cost_options": [{"option": "A day", "amount": "3.50", "amount_description": "Each.", "easy_read": MANY}],
    },
    "locations": [{**PLAIN["locations"][0], "travel": "Bus 7.", "easy_read": MANY}],
    "schedules": [{**PLAIN["schedules"][0], "description": "Come early.", "easy_read": MANY}],
    "while_you_wait": ["guides/waiting-for-an-assessment"],
    "easy_read": {"points": [{"text": MANY, "picture": "swim"}]},
}


def listing() -> Service:
    service, findings = read_record_text(json.dumps(RECORD), "providers/marl-trust/test-club.yml", Service)
    assert service is not None, [str(found) for found in findings if found.is_error]
    return service


def test_every_easy_line_is_read_by_the_rules() -> None:
    found = [one.rule for one in check_record(listing(), words(), ())]
    assert found.count("avoid-word") == json.dumps(RECORD).count(MANY) == 13
    assert found.count("block-long") == 2, "a point and news stand whole; the page makes blocks of the other lines"


def test_only_points_and_news_stand_in_a_block_of_more_than_three_sentences() -> None:
    long = [found for found in page_of(listing()).ideas if len(found.sentences) > 3]
    assert [found.picture for found in long] == ["warning", "swim"]


def speaks(text: str, **changes: Any) -> list[str]:
    access = {**RECORD["access"], "easy_read": {"who_can_refer": text}}
    record = {**RECORD, "access": access, "easy_read": None, **changes}
    given = {key: value for key, value in record.items() if value is not None}
    service, _findings = read_record_text(json.dumps(given), "providers/marl-trust/test-club.yml", Service)
    assert service is not None
    return [found.rule for found in check_reader_of_lines(service)]


def test_a_line_to_a_parent_on_a_page_for_the_person_is_found() -> None:
    assert speaks("A nurse can ask for your child.") == ["easy-reader-changes"]
    assert speaks("A nurse can ask for you.") == []
    assert speaks("A nurse can ask for your child.", for_whom=["parent or carer"]) == []
