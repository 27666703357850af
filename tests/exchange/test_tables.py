"""Tables of other systems: Outpost's with rows that go on, HSDS's linked files, the national register of schools."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from localoffer.exchange.shape import Contact, Incoming, Link, Phone, Place, Price, Schedule, Section, Term
from localoffer.importing.source import Reading, read_source
from tests.exchange.tables import write_hsds, write_outpost, write_schools

TODAY = date(2026, 11, 22)


def read(path: Path) -> tuple[Reading, list[Incoming]]:
    reading = read_source(str(path), today=TODAY)
    return reading, list(reading.records)


def test_outposts_rows_that_go_on_are_one_service(tmp_path: Path) -> None:
    reading, records = read(write_outpost(tmp_path))
    club = records[0]
    assert (reading.form, reading.progress.total) == ("outpost", 7)
    assert [each.id for each in records] == ["1", "4", "5", "6", "7", "8", "9"]
    assert (club.name, club.organization.name, club.needs_referral, club.free) == (
        "Marl Saturday Club",
        "Marl Trust",
        "no",
        "no",
    )
    assert (club.minimum_age, club.maximum_age, club.for_local_offer, club.withdrawn) == ("5", "100", True, "")
    assert club.contacts == [
        Contact("Pat Example", email="club@example.org", phones=[Phone("01632 960111")]),
        Contact(phones=[Phone("01632 960112")]),
    ]
    assert club.places[0].accessibility == ["Ramp", "Accessible toilet"]
    assert club.places[1:] == [Place(name="Safe House", city="Marl", sensitive=True)]
    assert club.prices == [Price("One session", "3.50", "per child"), Price("A term", "30")]
    assert club.schedules == [
        Schedule(byday="Saturday", opens_at="09:00:00", closes_at="12:00:00"),
        Schedule(byday="Sunday"),
    ]
    assert club.links == [Link("https://www.marl-trust.example.org/join", "Join")]
    assert club.terms == [
        Term("Clubs", taxonomy="service_taxonomies"),
        Term("Sports", taxonomy="service_taxonomies"),
        Term("Autism", taxonomy="suitabilities"),
    ]
    assert club.sections == [
        Section("Support for special educational needs and disabilities", "Two helpers for six children."),
        Section("How to start", "Ring us."),
    ]


def test_outposts_private_columns_are_named_and_never_carried(tmp_path: Path) -> None:
    _reading, records = read(write_outpost(tmp_path))
    assert "PRIVATE" not in repr(records)
    assert "private@" not in repr(records)
    assert {each.path for each in records[0].held_back} == {
        "notes",
        "labels",
        "custom_wheels_text_field",
        "row 3.contact_name",
        "row 3.contact_email",
        "row 3.location_name",
        "row 3.location_address_1",
        "row 3.location_city",
    }


def test_what_outpost_does_not_show_is_withdrawn_with_the_reason(tmp_path: Path) -> None:
    _reading, records = read(write_outpost(tmp_path))
    assert {each.id: each.withdrawn for each in records} == {
        "1": "",
        "4": "it is not approved there",
        "5": "it is not shown there",
        "6": "it was to be shown there until 2026-06-01",
        "7": "it is to be shown there from 2027-01-01",
        "8": "",
        "9": "its row goes on with a record that is not there (99)",
    }
    assert records[5].status == "temporarily closed"


def test_placeholders_and_what_contradicts_itself_are_told(tmp_path: Path) -> None:
    _reading, records = read(write_outpost(tmp_path))
    assert {each.path: each.why for each in records[0].lost} == {
        "row 3.schedules_opens_at": "it stands there in the place of a value",
        "row 4.free": "our record has no place for it",
    }


def test_hsds_tables_are_joined_as_json_would_have_them(tmp_path: Path) -> None:
    reading, (club, sing) = read(write_hsds(tmp_path))
    assert (reading.form, reading.progress.total, club.id, sing.status) == ("hsds-tables", 2, "s1", "inactive")
    assert (club.organization.name, club.organization.url) == ("Marl Trust", "www.trust.example.org")
    assert club.contacts == [
        Contact("Pat Example", email="club@example.org", phones=[Phone("01632 960111", "12", "voice")])
    ]
    assert club.phones == [Phone("01632 960112", kind="sms")]
    (place,) = club.places
    assert (place.address_1, place.postal_code, place.transportation) == ("1 Long Lane", "MB1 2AB", "Bus 9")
    assert (place.accessibility, place.schedules[0].byday) == (["Ramp"], "SA")
    assert (club.prices, club.languages) == ([Price("A term", "30")], ["Welsh"])
    assert club.terms == [Term("Clubs", "term1", "esd")]
    assert (club.lost, [each.path for each in club.held_back]) == ([], ["assurer_email"])
    assert reading.progress.notes == ["1 of 3 rows of the table phones belong to no service."]


def test_the_register_gives_open_schools_and_nothing_about_people(tmp_path: Path) -> None:
    reading, schools = read(write_schools(tmp_path))
    assert (reading.form, len(schools)) == ("schools", 150)
    assert "PRIVATE" not in repr(schools)
    assert sum(bool(each.withdrawn) for each in schools) == 15
    special = schools[140]
    assert (special.name, special.minimum_age, special.maximum_age) == ("St Hélène’s Special School 140", "3", "19")
    assert special.school == {
        "urn": "900140",
        "type": "Community special school",
        "gender": "Mixed",
        "local_authority": "Marlbrook",
        "resourced_provision": "Resourced provision",
        "sen_provision": "Social, Emotional and Mental Health; Severe Learning Difficulty",
        "sen_unit": "yes",
    }
    assert special.places == [Place(name=special.name, address_1="140 School Lane", city="Marl", postal_code="MB6 5AB")]
    assert special.organization.identifiers == [("URN", "900140")]
    assert {"HeadLastName", "ResourcedProvisionOnRoll", "NumberOfPupils"} <= {each.path for each in special.held_back}
    assert "31-08-2025" in schools[9].withdrawn
