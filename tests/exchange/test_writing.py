"""What others may read: Open Referral UK 3 as files, tables and their dictionary. Nothing private leaves; what leaves can come back."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from localoffer.exchange.shape import (
    Contact,
    Incoming,
    Link,
    Organization,
    Origin,
    Phone,
    Place,
    Price,
    Schedule,
    Section,
    Term,
)
from localoffer.exchange.writing.api import PAGE_SIZE, Terms, files_of, piece_of
from localoffer.exchange.writing.columns import all_columns
from localoffer.exchange.writing.oruk import service_id, service_record
from localoffer.exchange.writing.tables import (
    csv_row,
    dictionary,
    dictionary_csv,
    dictionary_json,
    json_row,
    schema_json,
    whole_csv,
    whole_json,
)
from localoffer.importing.source import read_source

SCHEMAS = Path(__file__).resolve().parents[2].parent / "shared/data/oruk/schema/compiled"

CLUB = Incoming(
    "marl-trust/saturday-club",
    Origin("providers/marl-trust/saturday-club.yml"),
    name="Saturday Club",
    alternate_name="Sat club",
    summary="A calm club.",
    description="Come and play.\n\n- games\n- art",
    url="https://www.marl-trust.example.org/club",
    email="club@marl-trust.example.org",
    status="active",
    application_process="Ring us.",
    eligibility_description="For autistic children.",
    minimum_age="5",
    maximum_age="11",
    wait_time="2 weeks",
    fees_description="£3.50 a session",
    free="no",
    assured_date="2026-10-01",
    last_modified="2026-11-01",
    organization=Organization(
        "Marl Trust", "marl-trust", "A charity.", "https://www.marl-trust.example.org", identifiers=[("Charity Commission", "1")]
    ),
    phones=[Phone("01632 960111", "12", "voice", "Office"), Phone("01632 960112", kind="sms")],
    contacts=[Contact("", "Club leader", "", "leader@marl-trust.example.org", [Phone("01632 960113")])],
    places=[
        Place("Hall", "1 Long Lane", "", "Marl", "", "MB1 2AB", accessibility=["Ramp"], transportation="Bus 9"),
        Place("Safe House", "9 Hidden Road", "Flat 2", "North Wick", "Marlshire", "MB9 9ZZ", "GB", "51.501", "-1.502",
              sensitive=True, transportation="Turn left", description="Ring twice", id="hidden-id",
              phones=[Phone("01632 960999")]),
    ],
    schedules=[Schedule("WEEKLY", "1", "SA", "", "09:30", "12:00", description="In term time")],
    prices=[Price("One session", "3.50", "per child", "GBP"), Price("A term", "30")],
    languages=["Welsh"],
    service_areas=["Marl", "North Wick"],
    links=[Link("https://www.example.org/form", "Join the club")],
    terms=[Term("Clubs", "clubs", "topics"), Term("Autism", "autism", "needs")],
    required_documents=["A towel"],
)  # fmt: skip
SING = Incoming("marl-trust/sing", Origin("x"), name="Sing", organization=CLUB.organization, status="closed")
BOTH = [CLUB, SING]
TOPICS = [Terms("topics", "Topics of the Marlbrook Local Offer", "What a service is about.")]
HIDDEN = (
    "Safe House",
    "Hidden Road",
    "Flat 2",
    "MB9",
    "51.501",
    "1.502",
    "Turn left",
    "Ring twice",
    "hidden-id",
    "960999",
)


def files() -> dict[str, dict[str, Any]]:
    return read_all(api_files(BOTH))


def api_files(services: Iterable[Incoming]) -> Iterable[tuple[str, str]]:
    return files_of([piece_of(service_record(each)) for each in services], TOPICS)


def services_csv(services: Iterable[Incoming]) -> str:
    return whole_csv(map(csv_row, services))


def services_json(services: Iterable[Incoming], about: dict[str, Any]) -> str:
    return whole_json(map(json_row, services), about)


def read_all(files: Iterable[tuple[str, str]]) -> dict[str, dict[str, Any]]:
    return {path: json.loads(text) for path, text in files}


def write(folder: Path, found: dict[str, dict[str, Any]]) -> Path:
    for name, content in found.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content), encoding="utf-8")
    return folder


def as_everybody_may_know(service: Incoming) -> Incoming:
    """What comes back: hidden places by their town, our own name in the place of ids."""
    places = [Place(city=each.city, sensitive=True) if each.sensitive else each for each in service.places]
    return replace(service, places=places)


def test_what_the_files_say_comes_back_as_it_was(tmp_path: Path) -> None:
    club, sing = sorted(read_source(str(write(tmp_path, files()) / "api")).records, key=lambda each: each.name)[::-1][
        ::-1
    ]
    wanted = as_everybody_may_know(CLUB)
    assert (club.id, club.name, sing.status) == (service_id(CLUB.id), "Saturday Club", "defunct")
    for name in ("summary", "description", "url", "email", "minimum_age", "maximum_age", "application_process", "wait_time",
                 "eligibility_description", "fees_description", "assured_date", "alternate_name", "phones", "contacts",
                 "schedules", "languages", "service_areas", "links", "required_documents"):  # fmt: skip
        assert getattr(club, name) == getattr(wanted, name), name
    assert club.terms == CLUB.terms
    hall, hidden = club.places
    assert replace(hall, id="", country="") == wanted.places[0]
    assert replace(hidden, id="") == wanted.places[1]
    assert [(each.option, each.amount) for each in club.prices] == [("One session", "3.5"), ("A term", "30")]
    assert (club.lost, club.held_back, sing.lost) == ([], [], [])


def test_only_the_town_of_a_hidden_place_ever_leaves() -> None:
    everything = json.dumps(files()) + services_csv(BOTH) + services_json(BOTH, {})
    assert not [each for each in HIDDEN if each in everything]
    assert "North Wick" in everything
    moved = replace(
        CLUB, places=[CLUB.places[0], replace(CLUB.places[1], address_1="1 Other Road", postal_code="MB8 8YY")]
    )
    assert service_record(moved) == service_record(CLUB)


def test_ids_never_change_and_do_not_depend_on_the_order() -> None:
    record = service_record(CLUB)
    assert record["id"] == "af0ceffd-7287-5afd-a032-eef4ea57b64b"
    turned = service_record(replace(CLUB, phones=CLUB.phones[::-1], places=CLUB.places[::-1], terms=CLUB.terms[::-1]))
    for name in ("phones", "service_at_locations", "attributes"):
        assert sorted(each["id"] for each in turned[name]) == sorted(each["id"] for each in record[name])
    twice = service_record(replace(CLUB, phones=[CLUB.phones[0]] * 3))
    assert len({each["id"] for each in twice["phones"]}) == 3


def ids_of(value: Any) -> list[str]:
    if isinstance(value, list):
        return [own for each in value for own in ids_of(each)]
    if isinstance(value, dict):
        return [*([value["id"]] if "id" in value else []), *(own for each in value.values() for own in ids_of(each))]
    return []


def test_every_id_of_a_record_is_its_own() -> None:
    found = ids_of(service_record(CLUB))
    assert len(found) == len(set(found)) > 20
    assert all(
        re.fullmatch(r"[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", own) for own in found
    )


def test_what_is_not_known_is_left_out() -> None:
    bare = service_record(Incoming("a/b", Origin("x"), name="Bare"))
    assert bare == {"id": service_id("a/b"), "name": "Bare", "status": "active"}


def test_every_list_has_each_record_in_a_file_of_its_own() -> None:
    found = files()
    assert found["api.json"]["version"] == "HSDS-UK-3.0"
    for table in ("services", "organizations", "service_at_locations", "taxonomies", "taxonomy_terms"):
        page = found[f"api/{table}.json"]
        assert (page["total_items"], page["last_page"]) == (len(page["contents"]), True)
        for record in page["contents"]:
            full = found[f"api/{table}/{record['id']}.json"]
            assert record.items() <= full.items()
    assert [each["name"] for each in found["api/organizations.json"]["contents"]] == ["Marl Trust"]
    assert found["api/taxonomies.json"]["contents"][1]["name"] == "needs"
    assert all("service" in pair for pair in found["api/service_at_locations.json"]["contents"])


@given(st.integers(0, 3 * PAGE_SIZE + 1))
def test_the_pages_of_a_list_are_the_whole_list_in_its_order(count: int) -> None:
    found = read_all(api_files(Incoming(f"a/{number}", Origin("x"), name=f"S{number}") for number in range(count)))
    whole = found["api/services.json"]
    assert (whole["total_items"], whole["total_pages"], whole["size"]) == (count, 1, count)
    pages = [found[f"api/services/page/{number}.json"] for number in range(1, max(1, -(-count // PAGE_SIZE)) + 1)]
    assert f"api/services/page/{len(pages) + 1}.json" not in found
    assert [record for page in pages for record in page["contents"]] == whole["contents"]
    for number, page in enumerate(pages, 1):
        assert (page["page_number"], page["total_pages"], page["total_items"]) == (number, len(pages), count)
        assert (page["first_page"], page["last_page"]) == (number == 1, number == len(pages))
        assert (page["size"], page["empty"]) == (len(page["contents"]), not page["contents"])


@pytest.mark.parametrize("table", ["service_with_definitions", "service_list", "service_at_location", "organization"])
def test_the_files_are_valid_by_the_published_schemas(table: str) -> None:
    if not SCHEMAS.is_dir():
        pytest.skip("the published schemas are not beside this checkout")
    schema = json.loads((SCHEMAS / f"{table}.json").read_text(encoding="utf-8"))
    folder = {"service_with_definitions": "services", "service_list": "services"}.get(table, f"{table}s")
    start = f"api/{folder}/"
    found = [each for name, each in files().items() if name.startswith(start) and name.count("/") == 2]
    if table == "service_list":
        found = files()["api/services.json"]["contents"]
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    assert found
    for content in found:
        checker.validate(content)


def test_our_own_table_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "services.csv"
    path.write_text(services_csv(BOTH), encoding="utf-8", newline="")
    reading = read_source(str(path))
    club, _sing = reading.records
    wanted = as_everybody_may_know(CLUB)
    assert (reading.form, club.id) == ("ours", CLUB.id)
    for column in all_columns()[:25]:
        assert column.read(club) == column.read(wanted), column.name
    assert (club.phones, club.schedules, club.links) == (
        wanted.phones,
        [replace(wanted.schedules[0], interval="")],
        wanted.links,
    )
    assert (club.terms, [each.sensitive for each in club.places]) == (wanted.terms, [False, True])
    assert club.lost == []


def test_a_table_that_no_longer_goes_together_is_told_and_not_guessed(tmp_path: Path) -> None:
    path = tmp_path / "services.csv"
    path.write_text(services_csv(BOTH).replace("voice | sms", "voice"), encoding="utf-8", newline="")
    club, _sing = read_source(str(path)).records
    assert club.phones == []
    assert {each.path for each in club.lost} == {"phone", "phone_extension", "phone_kind", "phone_for"}


@example("'@")
@given(st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30))
def test_no_cell_runs_as_a_formula_and_every_text_comes_back(tmp_path_factory: Any, text: str) -> None:
    service = replace(SING, name=text, languages=["a", text.strip()] if text.strip() and " | " not in text else [])
    path = tmp_path_factory.getbasetemp() / "services.csv"
    written = services_csv([service])
    path.write_text(written, encoding="utf-8", newline="")
    assert not re.search(r'(^|,)"?[=+@]', written.splitlines()[1]) or text[:1] not in "=+@"
    back = list(read_source(str(path)).records)
    assert [each.name for each in back] == [text]


def test_the_dictionary_names_every_column_once() -> None:
    names = [row["column"] for row in dictionary()]
    assert names == [column.name for column in all_columns()] == services_csv([]).strip().split(",")
    assert len(names) == len(set(names))
    assert all(row["holds"] for row in dictionary())
    assert dictionary_csv().count("\r\n") == len(names) + 1
    assert len(json.loads(dictionary_json())["columns"]) == len(names)


def test_services_as_json_say_what_is_known_and_nothing_else() -> None:
    found = json.loads(services_json(BOTH, {"licence": "CC BY 4.0"}))
    club, sing = found["services"]
    assert found["licence"] == "CC BY 4.0"
    assert club["places"][1] == {"town": "North Wick", "address_hidden": "yes"}
    assert sing == {"id": "marl-trust/sing", "name": "Sing", "provider": "Marl Trust", "provider_id": "marl-trust",
                    "provider_web": "https://www.marl-trust.example.org", "status": "closed"}  # fmt: skip


def test_sections_stand_below_the_description() -> None:
    service = replace(SING, description="Songs.", sections=[Section("How to start", "Ring us.")])
    assert service_record(service)["description"] == "Songs.\n\n### How to start\n\nRing us."
    assert "### How to start" in services_csv([service])


def test_services_as_json_are_what_their_schema_says() -> None:
    checker = jsonschema.Draft202012Validator(json.loads(schema_json()), format_checker=jsonschema.FormatChecker())
    found = json.loads(services_json(BOTH, {"publisher": "Marlbrook Council", "as_at": "2026-11-22"}))
    checker.validate(found)
    for wrong in (
        {"minimum_age": "five"},
        {"free": "perhaps"},
        {"checked_on": "1.2.26"},
        {"hats": "3"},
        {"summary": ""},
    ):
        broken = {**found, "services": [{**found["services"][0], **wrong}]}
        assert not checker.is_valid(broken), wrong
