"""The made-up feeds have the defects of the real ones, as often: counted here from the records alone."""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from localoffer.importing.source import read_source
from tests.importing.feeds import COUNTED, FIRST, SECOND, SIZES, TODAY, Feed, make_feed, write_feed

Record = dict[str, Any]


def words_of(record: Record) -> str:
    return re.sub(r"<[^>]*>|&nbsp;", " ", record["description"]).strip()


def days_since(record: Record) -> int:
    return (TODAY - date.fromisoformat(record["assured_date"])).days if record["assured_date"] else -1


SEEN_BY: dict[str, Callable[[Record], bool]] = {
    "name_blank": lambda record: not record["name"],
    "name_long": lambda record: len(record["name"]) > 80,
    "description_empty": lambda record: not words_of(record),
    "headings": lambda record: "<h" in record["description"],
    "h1": lambda record: "<h1" in record["description"],
    "img": lambda record: "<img" in record["description"] and "alt=" not in record["description"],
    "style": lambda record: "style=" in record["description"],
    "data_uri": lambda record: "data:" in record["description"],
    "table": lambda record: "<table" in record["description"],
    "long": lambda record: len(record["description"]) > 5000,
    "click_here": lambda record: "click here</a>" in record["description"],
    "url_without_scheme": lambda record: record["url"].startswith("www."),
    "url_malformed": lambda record: record["url"].startswith(("http:w", "Marl ")),
    "email_nbsp": lambda record: record["email"].endswith("\u00a0"),
    "organization_missing": lambda record: not record["organization"]["name"],
    "assured_missing": lambda record: not record["assured_date"],
    "assured_old": lambda record: days_since(record) > 365,
    "assured_new": lambda record: 0 <= days_since(record) < 92,
    "phone_in_text": lambda record: "01632 960" in record["description"],
    "postcode_in_text": lambda record: bool(re.search(r"MB\d \dAB", record["description"])),
    "assurer_email": lambda record: bool(record["assurer_email"]),
}


@pytest.fixture(scope="module", params=(FIRST, SECOND))
def feed(request: pytest.FixtureRequest) -> tuple[str, Feed]:
    return request.param, make_feed(request.param)


def test_each_defect_is_there_as_often_as_it_was_counted(feed: tuple[str, Feed]) -> None:
    which, made = feed
    counted = COUNTED[which]
    for name, is_seen in SEEN_BY.items():
        expected = round(counted.get(name, 0) * SIZES[which] / counted["of"])
        seen = sum(map(is_seen, made.records))
        assert seen == (max(1, expected) if name in counted else 0), name


def test_names_and_ids_repeat_as_often_as_they_did(feed: tuple[str, Feed]) -> None:
    which, made = feed
    for key, name in (("id", "duplicate_id"), ("name", "duplicate_name")):
        again = sum(count - 1 for value, count in Counter(record[key] for record in made.records).items() if value)
        expected = COUNTED[which].get(name, 0) * SIZES[which] / COUNTED[which]["of"]
        assert again == round(expected)


def test_texts_are_as_long_as_they_were(feed: tuple[str, Feed]) -> None:
    _which, made = feed
    assert 80 <= statistics.median(len(words_of(record).split()) for record in made.records) <= 110
    assert all("" in record.values() for record in made.records)


def test_feeds_are_the_same_each_time_and_are_read_whole(tmp_path: Path) -> None:
    assert make_feed(FIRST, 50) == make_feed(FIRST, 50)
    reading = read_source(str(write_feed(tmp_path, FIRST)))
    records = list(reading.records)
    assert (reading.form, len(records)) == ("oruk-3", 819)
    assert [each.id for each in records] == [record["id"] for record in make_feed(FIRST).records]
    assert "pat.checker" not in repr(records)
    assert sum(any(held.path == "assurer_email" for held in each.held_back) for each in records) == 804
    assert not [each.lost for each in records if each.lost]
