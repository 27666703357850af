"""Our listings for everybody else: what families may know, in the one shape; what is private or not known stays here."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import jsonschema
import pytest

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.exchange.draft import OURS
from localoffer.exchange.shape import Contact, Incoming, Link, Phone, Place, Price, Schedule, Term
from localoffer.exchange.telling.offer import offer_files, tell_listing
from localoffer.exchange.writing.oruk import service_record
from localoffer.importing.source import read_source
from localoffer.system.whole_folder import write_folder
from tests.offer import CLUB, SITE, TODAY, copy_site, kept, tiny_council

SCHEMAS = Path(__file__).resolve().parents[2].parent / "shared/data/oruk/schema/compiled"


def read(root: Path) -> Catalogue:
    catalogue, findings = tiny_council() if root == SITE else read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None, findings
    return catalogue


def told_offer(catalogue: Catalogue) -> list[Incoming]:
    return [
        tell_listing(one, catalogue.providers.get(one.provider_id), catalogue) for one in catalogue.services.values()
    ]


def tell(catalogue: Catalogue) -> dict[str, Incoming]:
    return {each.id: each for each in told_offer(catalogue)}


@pytest.fixture(scope="module")
def told() -> dict[str, Incoming]:
    return tell(read(SITE))


@pytest.fixture
def changed(tmp_path: Path) -> Callable[..., Incoming]:
    """The Saturday club with one change to its file."""

    def change(old: str, new: str) -> Incoming:
        root = copy_site(tmp_path)
        text = (root / CLUB).read_text(encoding="utf-8")
        assert old in text
        (root / CLUB).write_text(text.replace(old, new), encoding="utf-8")
        return tell(read(root))["marl-trust/saturday-club"]

    return change


def test_a_listing_is_told_whole(told: dict[str, Incoming]) -> None:
    club = told["marl-trust/saturday-club"]
    assert (club.name, club.alternate_name, club.status) == ("Saturday club", "Sat club; weekend club", "active")
    assert (club.alert, club.minimum_age, club.maximum_age) == ("There is no club on 26 December.", "8", "18")
    assert "See" not in club.description
    assert "(https://localoffer.tinybrook.example/guides/short-breaks/)" in club.description
    assert club.eligibility_description.split("\n") == [
        "For children who find busy clubs hard.",
        "You do not need an EHC plan.",
        "You do not need a diagnosis.",
        "With an EHC plan: up to age 25.",
    ]
    assert club.application_process.split("\n") == [
        "Phone us: We talk about what your child likes.",
        "We meet you and your child at the club.",
        "Who can refer: You can ask us yourself.",
        "Form: https://www.marl-trust.example/join",
    ]
    assert (club.free, club.fees_description) == ("no", "You can use a personal budget.")
    assert club.prices == [Price("One session", "3.50", "for each child", "GBP", "2026-09-01", "2027-08-31")]
    assert (club.languages, club.interpretation_services, club.assured_date) == (
        ["English", "Polish"],
        "yes",
        "2026-10-12",
    )
    assert (club.organization.name, club.organization.id, club.organization.legal_status) == (
        "Marl Trust",
        "marl-trust",
        "charity",
    )
    assert club.schedules == [
        Schedule("WEEKLY", "", "SA", "", "09:30", "12:00", "2026-09-05", "2027-07-17", description="In term time only.")
    ]
    assert {each.taxonomy: each.id for each in club.terms} | {"needs": ""} == {
        "topics": "short-breaks",
        "needs": "",
        "audience": "young person",
        "routes": "self-referral",
        "delivery": "venue",
    }
    assert Term("Autism", "autism", "needs") in club.terms


def test_what_a_place_has_not_is_told_and_what_nobody_knows_is_not(told: dict[str, Incoming]) -> None:
    (hall,) = told["marl-trust/saturday-club"].places
    assert (hall.name, hall.postal_code, hall.transportation) == (
        "Mill Lane Hall",
        "MB1 2AB",
        "Bus 7 stops outside the hall.",
    )
    assert len(hall.accessibility) == 2
    assert hall.accessibility[1].endswith(": no")


def test_a_person_is_never_named_and_their_own_address_goes_with_the_name(
    told: dict[str, Incoming], changed: Callable[..., Incoming]
) -> None:
    club = told["marl-trust/saturday-club"]
    assert "Dana" not in repr(club)
    assert (club.contacts, club.email) == ([], "club@marl-trust.example")
    assert club.phones == [
        Phone("01632960114", kind="voice", description="Club leader"),
        Phone("1800101632960114", kind="tty", description="Club leader"),
        Phone("07700900114", kind="sms", description="Club leader"),
    ]
    own = changed("email: club@marl-trust.example", "email: dana.reed@marl-trust.example")
    assert (own.email, own.phones) == ("", club.phones)


def test_nothing_private_stands_in_any_file(tmp_path: Path) -> None:
    """Also not in what is carried along for our own import."""
    root = copy_site(tmp_path)
    text = (root / CLUB).read_text(encoding="utf-8")
    text = text.replace("email: club@", "email: dana.reed@").replace("MB1 2AB\n", "MB1 2AB\n    sensitive: yes\n")
    (root / CLUB).write_text(text, encoding="utf-8")
    everything = "".join(text for _path, text in offer_files(read(root)))
    found = [each for each in ("Dana", "dana.reed", "Mill Lane", "MB1 2AB", "Bus 7") if each in everything]
    assert "Saturday club" in everything
    assert found == []


def test_an_id_stays_when_a_listing_gets_another_name(tmp_path: Path) -> None:
    def ids(root: Path) -> dict[str, str]:
        listed = json.loads(dict(offer_files(read(root)))["api/services.json"])["contents"]
        return {each["name"]: each["id"] for each in listed}

    root = copy_site(tmp_path)
    before = ids(root)
    stays = root / "providers/marl-trust/night-stays.yml"
    text = stays.read_text(encoding="utf-8")
    stays.rename(stays.with_name("nights-away.yml"))
    stays.with_name("nights-away.yml").write_text(f"{text}\nmoved_from: [marl-trust/night-stays]\n", encoding="utf-8")
    assert ids(root) == before


def test_of_a_place_that_must_not_be_found_only_the_town_is_told(changed: Callable[..., Incoming]) -> None:
    club = changed("    postal_code: MB1 2AB\n", "    postal_code: MB1 2AB\n    sensitive: yes\n")
    assert [(each.name, each.address_1, each.city, each.sensitive) for each in club.places] == [
        ("", "", "Tinybrook", True)
    ]
    assert not [each for each in ("Mill Lane", "MB1 2AB", "Bus 7") if each in repr(club)]


GAPS = {
    "any_age": ("  minimum_age: 8\n  maximum_age: 18\n", "  any_age: not known\n", "minimum_age"),
    "route": ("route: [self-referral]", "route: [not known]", "routes"),
    "delivery": ("delivery: [venue]", "delivery: [not known]", "delivery"),
    "areas": ("service_areas: [whole area]", "service_areas: [not known]", "service_areas"),
    "checked": (
        "last_checked: {date: 2026-10-12, by: Local Offer officer, how: phone}",
        "last_checked: not known",
        "assured_date",
    ),
    "topics": ("topics: [short-breaks]", "topics: [short-breaks]\ntopics_proposed: yes", "topics"),
}


@pytest.mark.parametrize("case", GAPS)
def test_what_is_not_known_or_only_proposed_is_left_out(changed: Callable[..., Incoming], case: str) -> None:
    old, new, name = GAPS[case]
    club = changed(old, new)
    assert "not known" not in repr(club)
    assert name not in {each.taxonomy for each in club.terms}
    assert not getattr(club, name, "")


TIMES = {
    "every fortnight": ("every: fortnight", Schedule("WEEKLY", "2", "SA")),
    "the second of the month": ("every: month\n    week_of_month: 2", Schedule("MONTHLY", "", "2SA")),
    "the last of the month": ("every: month\n    week_of_month: 5", Schedule("MONTHLY", "", "-1SA")),
}


@pytest.mark.parametrize("case", TIMES)
def test_how_often_is_told_as_calendars_have_it(changed: Callable[..., Incoming], case: str) -> None:
    line, wanted = TIMES[case]
    (time,) = changed("    term_time_only: yes\n", f"    {line}\n").schedules
    assert (time.freq, time.interval, time.byday) == (wanted.freq, wanted.interval, wanted.byday)


def test_single_days_are_told_one_by_one(changed: Callable[..., Incoming]) -> None:
    old = "  - byday: [SA]\n    opens_at: 09:30\n    closes_at: 12:00\n    term_time_only: yes\n    valid_from: 2026-09-05\n    valid_to: 2027-07-17\n"
    club = changed(old, "  - dates: [2027-04-05, 2027-04-06]\n    opens_at: 09:30\n")
    assert [(each.valid_from, each.valid_to, each.byday) for each in club.schedules] == [
        ("2027-04-05", "2027-04-05", ""),
        ("2027-04-06", "2027-04-06", ""),
    ]


def test_an_alert_that_is_over_is_not_told(tmp_path: Path) -> None:
    catalogue = replace(read(SITE), today=date(2027, 1, 5))
    assert tell(catalogue)["marl-trust/saturday-club"].alert == ""


def test_closed_services_are_told_as_closed(told: dict[str, Incoming]) -> None:
    assert told["marl-health/old-clinic"].status == "closed"


def test_the_files_of_an_offer_are_the_same_each_time_and_come_back(tmp_path: Path) -> None:
    catalogue = read(SITE)
    files = dict(offer_files(catalogue))
    assert files == dict(offer_files(catalogue))
    write_folder(tmp_path / "out", files.items())
    back = {each.name: each for each in read_source(str(tmp_path / "out" / "api")).records}
    club, wanted = back["Saturday club"], tell(catalogue)["marl-trust/saturday-club"]
    assert len(back) == len(catalogue.services)
    assert (club.schedules, club.contacts, club.phones) == (wanted.schedules, wanted.contacts, wanted.phones)
    terms = [each for each in club.terms if each.taxonomy != OURS]
    assert (terms, club.links, club.languages) == (wanted.terms, wanted.links, wanted.languages)
    assert club.application_process == wanted.application_process
    assert [replace(each, id="") for each in club.places] == wanted.places
    assert not [each.lost or each.held_back for each in back.values() if each.lost or each.held_back]
    table = {each.id: each for each in read_source(str(tmp_path / "out/data/services.csv")).records}
    assert set(table) == set(catalogue.services)
    assert table["marl-trust/saturday-club"].terms == wanted.terms
    assert json.loads(files["data/services.json"])["publisher"] == catalogue.site.council.name


def test_parts_that_are_told_are_parts_of_the_shape(told: dict[str, Incoming]) -> None:
    """What a reader of these tests may rely on: no part is there without saying anything."""
    for incoming in told.values():
        for part in (*incoming.contacts, *incoming.places, *incoming.schedules, *incoming.links, *incoming.phones):
            assert part not in (Contact(), Place(), Schedule(), Link(""), Phone(""))


@pytest.mark.sample
def test_the_whole_sample_is_valid_by_the_published_schema_and_each_id_is_its_own() -> None:
    if not SCHEMAS.is_dir():
        pytest.skip("the published schemas are not beside this checkout")
    catalogue = read(SITE.parents[1])
    schema = json.loads((SCHEMAS / "service_with_definitions.json").read_text(encoding="utf-8"))
    checker = jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())
    records = [service_record(each) for each in told_offer(catalogue)]
    for record in records:
        checker.validate(record)
    assert len({record["id"] for record in records}) == len(catalogue.services)
