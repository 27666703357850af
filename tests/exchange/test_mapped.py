"""Any table is read with a map; the map is proposed from names and values, and is a person's to change."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import pytest

from localoffer.exchange.document import Document
from localoffer.exchange.fault import SourceFault
from localoffer.exchange.forms import FORMS
from localoffer.exchange.forms.mapped import read_map
from localoffer.exchange.forms.suggest import propose, suggest_map
from localoffer.exchange.forms.targets import BY_ID, TARGETS, plain_name
from localoffer.exchange.shape import Incoming, Lost, Origin, Phone, Section
from localoffer.importing.source import map_at, propose_map, read_source
from tests.exchange.tables import write_loose, write_outpost


def of(content: str) -> Document:
    return Document("x.csv", lambda: io.BytesIO(content.encode()))


def read(folder: Path, content: str, mapping: dict[str, str]) -> list[Incoming]:
    path = folder / "x.csv"
    path.write_text(content, encoding="utf-8")
    return list(read_source(str(path), mapping=mapping).records)


def test_a_table_that_nobody_knows_is_read_with_its_own_proposal(tmp_path: Path) -> None:
    source = write_loose(tmp_path)
    with pytest.raises(SourceFault, match="run the same command with --suggest"):
        read_source(str(source))
    file = tmp_path / "map.yml"
    file.write_text(propose_map(str(source)), encoding="utf-8")
    reading = read_source(str(source), mapping=map_at(file))
    big, unclosed, short, long, cafe = reading.records
    assert (reading.form, len(reading.progress.notes)) == ("mapped", 2)
    assert (big.name, big.email, big.phones) == ('The "Big" Club', "club@example.org", [Phone("01632 960111")])
    assert (big.minimum_age, big.maximum_age, big.fees_description) == ("5", "11", "£3.50 a session")
    assert big.description == "A club for children with additional needs; everybody is welcome.\r\nCome and see."
    assert [each.path for each in big.held_back] == ["Notes for us"]
    assert big.lost == [Lost("Colour of door", "the map leaves it out")]
    assert "owes us" not in repr(big)
    assert (unclosed.name, unclosed.minimum_age, unclosed.maximum_age) == ("Unclosed Club", "8", "")
    assert (short.name, short.description, short.withdrawn) == ("Short Club", "", "")
    assert "row 5 has 12 cells" in long.withdrawn
    assert (cafe.name, cafe.eligibility_description) == ("Café Crèche", "Ages: under 5")
    assert cafe.description == 'Coffee "and" play for families.'
    assert big.id == 'the "big" club · mb1 2ab'


def test_what_the_map_does_not_name_is_told_in_each_record(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "A,B,C\nClub,red,\n", {"A": "name"})
    assert (one.origin, one.lost) == (
        Origin(str(tmp_path / "x.csv"), 2),
        [Lost("B", "the map does not name this column")],
    )


def test_words_for_which_there_is_no_field_stand_below_a_heading_of_their_own(tmp_path: Path) -> None:
    (one,) = read(tmp_path, "A,What to bring\nClub,A towel\n", {"A": "name", "What to bring": "more"})
    assert one.sections == [Section("What to bring", "A towel")]


def test_what_cannot_be_read_one_way_is_told_and_never_guessed(tmp_path: Path) -> None:
    mapping = {"A": "name", "B": "is free", "C": "town", "D": "town", "E": "ages", "F": "opens at"}
    (one,) = read(tmp_path, "A,B,C,D,E,F\nClub,sometimes,Marl,North Wick,teens,hh:mm\n", mapping)
    assert (one.free, one.places[0].city, one.minimum_age, one.schedules) == ("", "Marl", "", [])
    assert one.eligibility_description == "Ages: teens"
    assert one.lost == [
        Lost("free", "it says neither yes nor no"),
        Lost("city", "another column says it already"),
        Lost("F", "it stands there in the place of a value"),
    ]


WRONG_MAPS: dict[str, tuple[dict[str, str], str]] = {
    "a target that is none": ({"A": "nam"}, "'nam', which is nothing we know"),
    "no column of the table": ({"Z": "name"}, "names no column of"),
    "no name": ({"A": "description"}, "does not say which column is the name"),
}


@pytest.mark.parametrize("case", WRONG_MAPS)
def test_a_wrong_map_is_refused_before_a_row_is_read(tmp_path: Path, case: str) -> None:
    mapping, says = WRONG_MAPS[case]
    with pytest.raises(SourceFault, match=says):
        read(tmp_path, "A,B\n1,2\n", mapping)


WRONG_FILES: dict[str, tuple[str, str]] = {
    "a misspelt target": ("columns:\n  Where: post code\n", "line 2: 'Where' is said to be 'post code'"),
    "no columns": ("Where: postcode\n", "is no map of a table"),
    "a list": ("- a\n", "is no map of a table"),
    "nothing": ("", "is no map of a table"),
    "broken": ("columns:\n  A: [\n", "map.yml, line"),
    "a group of fields": ("columns:\n  A:\n    B: name\n", "nothing we know"),
}


@pytest.mark.parametrize("case", WRONG_FILES)
def test_a_map_that_is_none_is_told_at_its_line(case: str) -> None:
    text, says = WRONG_FILES[case]
    with pytest.raises(SourceFault, match=says):
        read_map(text, "map.yml")


def test_a_proposal_goes_by_names_and_by_what_is_in_the_columns() -> None:
    rows = "".join(f"Club {at},x{at}@example.org,MB1 {at}AB,{'Long words. ' * 12}{at},Sat,yes\n" for at in range(9))
    found = propose(of("Aaa,Bbb,Ccc,Ddd,Session day,Eee\n" + rows))
    assert {each.column: each.target for each in found} == {
        "Aaa": "name",
        "Bbb": "e-mail",
        "Ccc": "postcode",
        "Ddd": "description",
        "Session day": "days",
        "Eee": "leave out",
    }


def test_a_name_that_its_values_belie_is_not_believed() -> None:
    found = propose(of("Name,Phone,Web\nA,see website,www.a.example\nB,ask at desk,www.b.example\n"))
    assert [each.target for each in found] == ["name", "leave out", "web address"]


PRIVATE = (
    "Checked by",
    "Checked by email",
    "Internal notes",
    "Officer private notes",
    "Date of birth",
    "Updated by (e-mail)",
)


@pytest.mark.parametrize("column", PRIVATE)
def test_what_looks_private_is_never_proposed_for_families(column: str) -> None:
    found = propose(of(f"Name,{column}\nA,jo@example.org\nB,sam@example.org\n"))
    assert found[1].target == "never"
    assert "jo@" not in suggest_map(of(f"Name,{column}\nA,jo@example.org\n"))


def test_a_proposal_shows_no_example_of_what_may_be_a_persons_own() -> None:
    text = suggest_map(
        of("Name,Contact name,Mobile,Diary\nA,Jo Bloggs,01632 960123,Sam was upset\nB,Al,01632 960124,so so\n")
    )
    assert not [each for each in ("Jo Bloggs", "960123", "Sam was upset") if each in text]


def test_every_target_is_named_in_the_file_and_puts_its_text_somewhere() -> None:
    text = suggest_map(of("Name,B\nA,1\n"))
    for target in TARGETS:
        assert f"#   {target.id}: {target.says}\n" in text
        incoming = Incoming("", Origin("x"))
        target.put(incoming, "yes")
        assert (incoming == Incoming("", Origin("x"))) == (target.id in ("more", "never", "leave out")), target.id
    names = [name for target in TARGETS for name in target.names]
    assert len(names) == len(set(names)) == len({plain_name(name) for name in names})
    assert len(BY_ID) == len(TARGETS)


def test_a_proposed_map_is_a_map_whatever_columns_are_called() -> None:
    columns = ['He said "yes"', "a: b", "# c", "é\u00a0ü", "{x}", "- y", "back\\slash", "tab\there"]
    text = suggest_map(of(";".join('"' + name.replace('"', '""') + '"' for name in columns) + "\nA;B;C;D;E;F;G;H\n"))
    assert list(read_map(text, "m.yml")) == columns


def test_a_persons_map_counts_for_a_table_of_a_known_form_too(tmp_path: Path) -> None:
    reading = read_source(str(write_outpost(tmp_path)), mapping={"name": "name"})
    assert reading.form == "mapped"


def test_each_form_has_a_name_of_its_own() -> None:
    ids: list[Any] = [form.id for form in FORMS]
    assert len(ids) == len(set(ids))
    with pytest.raises(SourceFault, match="There is no form 'x'"):
        read_source(__file__, form="x")
