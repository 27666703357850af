"""What to ask: exactly what the record does not say, by provider, worst first, with a letter that can be sent as it is."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.facts.asking import questions
from localoffer.reports import asking
from localoffer.reports.files import Letter, as_csv, as_html, as_json
from tests.offer import TODAY, copy_site, kept

GAPS = """name: {name}
summary: We put on plays in the old school.
description: We put on plays in the old school. Come and see us.
status: active
topics: [not sorted]
eligibility: {{any_age: not known, needs: [not known]}}
access: {{route: not known}}
cost: not known
delivery: not known
service_areas: not known
contacts: not known
last_checked: not known
"""


@pytest.fixture
def offer(tmp_path: Path) -> Catalogue:
    root = copy_site(tmp_path)
    for number in range(12):
        path = root / "providers/easton-school" / f"play-{number:02}.yml"
        path.write_text(GAPS.format(name=f"Play {number:02}"), encoding="utf-8")
    catalogue, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None, findings
    return catalogue


def test_every_gap_is_asked_once_and_nothing_that_is_known(offer: Catalogue) -> None:
    found = questions(offer.services["easton-school/play-00"], offer)
    assert [question.name for question in found] == [
        "ages",
        "needs",
        "where people live",
        "diagnosis",
        "EHC plan",
        "cost",
        "how to get it",
        "where it is",
        "a check",
    ]
    club = questions(offer.services["marl-trust/saturday-club"], offer)
    assert {question.name for question in club} <= {feature.name for feature in offer.vocabulary.features.values()}


def test_a_closed_service_is_not_asked(offer: Catalogue) -> None:
    closed = offer.services["easton-school/play-00"].model_copy(update={"status": "closed"})
    assert questions(closed, offer) == []


def test_the_provider_with_most_to_ask_comes_first_with_all_its_listings(offer: Catalogue) -> None:
    table = asking.table(offer)
    asked = [row["questions"] for row in table.rows]
    assert asked == sorted(asked, reverse=True)
    first = table.rows[0]
    assert first["path"] == "providers/easton-school/provider.yml"
    assert first["listings"] >= 12
    assert sum(len(one["questions"]) for one in first["each"]) == first["questions"]
    assert any("12 listings without topics" in sentence for sentence in table.intro)


def test_a_letter_asks_about_ten_listings_at_most_and_says_that_more_will_come(offer: Catalogue) -> None:
    letter = asking.table(offer).rows[0]["letter"]
    assert len(re.findall("https://", letter.body)) == 10
    assert "more of your pages another time" in letter.body
    numbers = [int(found) for found in re.findall(r"^(\d+)\. ", letter.body, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert letter.subject.endswith(f"{len(numbers)} questions")


def test_the_link_opens_the_letter_and_a_long_letter_is_copied() -> None:
    short = Letter("a+b@marl.example", "Is it 5 & free?", "Hello,\n1. What does it cost?\n")
    parts = urlsplit(short.href)
    assert (parts.scheme, unquote(parts.path)) == ("mailto", "a+b@marl.example")
    assert parse_qs(parts.query) == {
        "subject": ["Is it 5 & free?"],
        "body": ["Hello,\r\n1. What does it cost?\r\n"],
    }
    long = Letter("a@marl.example", "Questions", "Why? " * 900)
    assert not long.is_short
    assert "body" not in parse_qs(urlsplit(long.href).query)


def test_the_three_files_hold_the_letter_and_no_markup_of_others(offer: Catalogue) -> None:
    table = asking.table(offer)
    page = as_html("What we do not know yet", table)
    assert "mailto:" in page
    assert page.count("<details>") == len(table.rows)
    rows = list(csv.DictReader(io.StringIO(as_csv(table))))
    assert "1. From which age to which age is it for?" in rows[0]["Letter"]
    data = json.loads(as_json("Asking", table))
    assert set(data["rows"][0]["letter"]) == {"to", "subject", "body"}
