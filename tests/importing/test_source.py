"""A source is recognised by what it holds, and read record by record."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from localoffer.exchange.fault import SourceFault
from localoffer.exchange.shape import Contact, Lost, Origin, Phone, Place, Price, Term
from localoffer.importing.source import read_source

EXAMPLES = Path(__file__).resolve().parents[2].parent / "shared/data/oruk/examples"

RECORD: dict[str, Any] = {
    "id": "a1",
    "name": " Saturday Club ",
    "description": "<p>Fun &amp; games</p>",
    "status": "active",
    "minimum_age": 5,
    "maximum_age": 11.5,
    "assurer_email": "jo.bloggs@example.org",
    "organization": {"id": "o1", "name": "Marl Trust", "website": "www.example.org"},
    "contacts": [{"name": "Jo", "email": "", "phones": [{"number": "01632 960123", "type": "voice"}]}],
    "service_at_locations": [
        {
            "location": {
                "name": "Hall",
                "addresses": [{"address_1": "1 Long Lane", "city": "Marl", "postal_code": "MB1 2CD"}],
            }
        }
    ],
    "cost_options": [{"option": "A term", "amount": 12.50}],
    "attributes": [{"link_type": "x", "taxonomy_term": {"id": "t1", "name": "Clubs", "taxonomy": "LGA"}}],
    "colour": {"of_the_door": "red", "empty": ""},
}


def write(folder: Path, name: str, value: Any) -> str:
    path = folder / name
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return str(path)


def test_a_full_record_is_read_as_it_came_and_what_has_no_place_is_told(tmp_path: Path) -> None:
    source = write(tmp_path, "one.json", RECORD)
    reading = read_source(source)
    (incoming,) = reading.records
    assert (reading.form, reading.progress.total) == ("oruk-3", 1)
    assert (incoming.id, incoming.origin, incoming.name) == ("a1", Origin(source, 1), " Saturday Club ")
    assert (incoming.description, incoming.minimum_age, incoming.maximum_age) == ("<p>Fun &amp; games</p>", "5", "11.5")
    assert (incoming.organization.name, incoming.organization.url) == ("Marl Trust", "www.example.org")
    assert incoming.contacts == [Contact(name="Jo", phones=[Phone("01632 960123", kind="voice")])]
    assert incoming.places == [Place(name="Hall", address_1="1 Long Lane", city="Marl", postal_code="MB1 2CD")]
    assert (incoming.prices, incoming.terms) == ([Price("A term", "12.5")], [Term("Clubs", "t1", "LGA")])
    assert [each.path for each in incoming.held_back] == ["assurer_email"]
    assert incoming.lost == [Lost("colour", "our record has no place for it")]
    assert "jo.bloggs" not in repr(incoming)


OLD = {
    "totalElements": 2,
    "totalPages": 1,
    "content": [
        {
            "id": "1",
            "name": "One",
            "fees": "£2",
            "eligibilitys": [{"id": "e", "eligibility": "For all", "minimum_age": 3, "maximum_age": 9}],
            "regular_schedules": [{"weekday": "Monday", "opens_at": "09:00"}],
            "service_taxonomys": [{"id": "x", "taxonomy": {"id": "t", "name": "Play", "vocabulary": "esd"}}],
            "languages": [{"id": "l", "language": "Welsh"}],
            "service_areas": [{"service_area": "Marl"}],
            "service_at_locations": [
                {
                    "id": "s",
                    "location": {
                        "latitude": 51.5,
                        "physical_addresses": [{"address_1": "2 High St", "state_province": "Marlshire"}],
                        "accessibility_for_disabilities": [{"accessibility": "Ramp"}],
                    },
                    "regular_schedule": [{"byday": "TU"}],
                }
            ],
        },
        {"id": "2", "name": "Two", "description": ""},
    ],
}


def test_version_1_is_read_into_the_same_shape(tmp_path: Path) -> None:
    reading = read_source(write(tmp_path, "list.json", OLD))
    one, two = reading.records
    assert (reading.form, one.fees_description, one.minimum_age, one.maximum_age) == ("oruk-1", "£2", "3", "9")
    assert (one.eligibility_description, one.schedules[0].byday) == ("For all", "Monday")
    assert (one.terms, one.languages, one.service_areas) == ([Term("Play", "t", "esd")], ["Welsh"], ["Marl"])
    assert one.places[0].address_1 == "2 High St"
    assert (one.places[0].region, one.places[0].accessibility) == ("Marlshire", ["Ramp"])
    assert one.places[0].schedules[0].byday == "TU"
    assert (one.lost, two.name, two.lost) == ([], "Two", [])


def test_services_that_stand_in_their_places_are_read_once_with_all_their_places(tmp_path: Path) -> None:
    club = {"id": "a1", "name": "Club", "description": "Come and play."}
    halls = [
        {"id": f"p{at}", "service": club, "location": {"id": f"l{at}", "name": name}, "schedules": [{"byday": day}]}
        for at, (name, day) in enumerate((("Old hall", "MO"), ("New hall", "TU")))
    ]
    given = {"total_items": 3, "contents": [*halls, {**halls[0], "id": "p9", "service": {**club, "id": "a2"}}]}
    both, other = read_source(write(tmp_path, "places.json", given)).records
    assert (both.id, [place.name for place in both.places]) == ("a1", ["Old hall", "New hall"])
    assert [place.schedules[0].byday for place in both.places] == ["MO", "TU"]
    assert (other.id, [place.name for place in other.places]) == ("a2", ["Old hall"])
    (one,) = read_source(write(tmp_path, "place.json", halls[1])).records
    assert (one.id, [place.name for place in one.places]) == ("a1", ["New hall"])


def test_a_folder_is_read_whole_and_files_beside_the_services_are_passed_over(tmp_path: Path) -> None:
    write(tmp_path, "services-1.json", {"total_items": 2, "contents": [RECORD]})
    write(tmp_path, "services-2.json", {"total_items": 2, "contents": [{**RECORD, "id": "a2"}]})
    write(tmp_path, "taxonomies.json", {"total_items": 1, "contents": [{"id": "x", "name": "y", "version": "1"}]})
    (tmp_path / "readme.md").write_text("not data", encoding="utf-8")
    assert [each.id for each in read_source(str(tmp_path)).records] == ["a1", "a2"]


def test_one_record_a_line_is_a_list(tmp_path: Path) -> None:
    lines = "\n".join(json.dumps({**RECORD, "id": own}) for own in "abc")
    assert [each.id for each in read_source(write(tmp_path, "x.jsonl", lines)).records] == ["a", "b", "c"]


NOT_READ = {
    "a web page": ("<!doctype html><html>", "is a web page"),
    "an empty file": ("  \n", "is empty"),
    "half an answer": (json.dumps({"contents": [RECORD]})[:-40], "it ends in the middle"),
    "a comma too many": ('{"contents": [1,,2],\n "x": 1}', "line 1 is not as it should be"),
    "very deep": ("[" * 100_000, "thousands deep"),
    "deep objects": ('{"a":' * 100_000, "thousands deep"),
    "no services": ({"id": "1", "name": "t", "version": "2"}, "in no form that we know"),
}


@pytest.mark.parametrize("case", NOT_READ)
def test_what_cannot_be_read_is_told_in_plain_words(tmp_path: Path, case: str) -> None:
    content, says = NOT_READ[case]
    with pytest.raises(SourceFault, match=says):
        list(read_source(write(tmp_path, "feed.json", content)).records)


def test_strange_numbers_and_names_said_twice_are_text_and_told(tmp_path: Path) -> None:
    text = '{"id": "1", "name": "First", "name": "Second", "minimum_age": 1e999, "maximum_age": NaN, "fees": %s}'
    (incoming,) = read_source(write(tmp_path, "x.json", text % ("9" * 5000))).records
    assert (incoming.name, incoming.minimum_age, incoming.maximum_age) == ("Second", "1e999", "")
    assert incoming.fees_description == "9" * 5000
    assert [each.path for each in incoming.lost] == ["name (said more than once)"]


def test_each_published_example_with_a_service_is_read() -> None:
    if not EXAMPLES.is_dir():
        pytest.skip("the published examples are not beside this checkout")
    for name in ("service_full", "service_list", "organization_full", "service_at_location_full"):
        (incoming,) = read_source(str(EXAMPLES / f"uk-profile_{name}.json")).records
        assert incoming.name == "Community Counselling"
        assert incoming.organization.name == "Example Organization Inc."
        assert "assurer_email" in [each.path for each in incoming.held_back]
