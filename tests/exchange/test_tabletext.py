"""Tables in any letters, with any sign between columns, however their quotation marks are, are read; what is no table is refused."""

from __future__ import annotations

import csv
import io
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.exchange import document as documents
from localoffer.exchange import tabletext
from localoffer.exchange.document import Document
from localoffer.exchange.fault import SourceFault
from localoffer.exchange.tabletext import Table, loose_rows, read_table

WORDS = "Name,Cost\r\nCafé Crèche,£5\r\nAbi’s Club,£6 – or free\r\n"


def of(content: bytes | str, name: str = "x.csv") -> Document:
    raw = content.encode() if isinstance(content, str) else content
    return Document(name, lambda: io.BytesIO(raw))


def cells(content: bytes | str) -> list[list[str]]:
    return [list(row.cells.values()) for row in read_table(of(content)).rows]


CODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman")


@pytest.mark.parametrize("coding", CODINGS)
def test_letters_are_told_by_their_bytes(coding: str) -> None:
    table = read_table(of(WORDS.encode(coding)))
    assert table.columns == ["Name", "Cost"]
    assert [row.cells for row in table.rows] == [
        {"Name": "Café Crèche", "Cost": "£5"},
        {"Name": "Abi’s Club", "Cost": "£6 – or free"},
    ]
    assert bool(table.notes) == (coding in ("cp1252", "mac_roman"))


@pytest.mark.parametrize("sign", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line", ["\n", "\r\n"])
def test_the_sign_between_columns_is_found(sign: str, line: str) -> None:
    rows = [["Name", "Words"], ["A", "one, two; three"], ["B", "four | five\tsix"]]
    file = io.StringIO()
    csv.writer(file, delimiter=sign, lineterminator=line).writerows(rows)
    assert cells(file.getvalue()) == rows[1:]


ROWS: dict[str, tuple[str, list[list[str]]]] = {
    "a line that tells Excel the sign": ("sep=;\nA;B\n1;2\n", [["1", "2"]]),
    "a title above": ("Activities of 2026\n\nA,B\n1,2\n", [["1", "2"]]),
    "empty rows": ("A,B\n1,2\n\n,\n3,4\n", [["1", "2"], ["3", "4"]]),
    "a row that is too short": ("A,B,C\n1\n", [["1", "", ""]]),
    "empty cells beyond the last column": ("A,B\n1,2,,,\n", [["1", "2"]]),
    "nothing in the middle of words": ("A,B\nx\0y,2\n", [["xy", "2"]]),
    "lines in a cell": ('A,B\n"one\ntwo",2\n', [["one\ntwo", "2"]]),
    "marks inside marks": ('A,B\n"The "Big" Club",2\n', [['The "Big" Club', "2"]]),
    "marks doubled, as they should be": ('A,B\n"The ""Big"" Club",2\n', [['The "Big" Club', "2"]]),
    "a mark that is never closed": ('A,B\n"One,2\n"Two",3\n', [["One", "2"], ["Two", "3"]]),
    "a mark that is never closed, last": ('A,B\n1,"two\n', [["1", "two"]]),
    "a blank after a mark": ('A,B\n"x" ,2\n"y "z" w" ,3\n', [["x", "2"], ['y "z" w', "3"]]),
}


@pytest.mark.parametrize("case", ROWS)
def test_rows_are_read_as_a_person_would(case: str) -> None:
    content, rows = ROWS[case]
    assert cells(content) == rows


def test_columns_of_one_name_and_of_none_have_names_of_their_own() -> None:
    assert read_table(of("A,A,,A\n1,2,3,4\n")).columns == ["A", "A (2)", "column 3", "A (3)"]


def test_a_row_with_too_many_cells_says_so() -> None:
    first, second = read_table(of("A,B\n1,2\n3,4,five\n")).rows
    assert (first.fault, second.place) == ("", 3)
    assert second.fault == "row 3 has 3 cells where the table has 2 columns, so nobody can say which is which"


NO_TABLES: dict[str, tuple[bytes, str]] = {
    "bytes": (bytes(range(256)) * 40, "is no text"),
    "one column": (b"just\nwords\n", "is no table"),
    "nothing but lines": (b"\n\n\n", "is no table"),
}


@pytest.mark.parametrize("case", NO_TABLES)
def test_what_is_no_table_is_refused(case: str) -> None:
    content, says = NO_TABLES[case]
    with pytest.raises(SourceFault, match=says):
        read_table(of(content))


class Endless(io.RawIOBase):
    """Two gigabytes that nobody has to keep: zeros, ones or lines, as often as they are asked for."""

    def __init__(self, part: bytes) -> None:
        self.part, self.given = part, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        size = min(len(buffer), 2 * 1024**3 - self.given)
        whole = self.part * (size // len(self.part) + 1)
        buffer[:size] = whole[:size]
        self.given += size
        return size


@pytest.mark.parametrize("part", [b"a,b\n", b"a", b'"', b"\xe9,b\n", b"a\0"])
def test_two_gigabytes_are_refused_early(part: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(documents, "MOST_BYTES", 4 * 1024 * 1024)
    given: list[Endless] = []

    def opened() -> Any:
        given.append(Endless(part))
        return io.BufferedReader(given[-1])

    with pytest.raises(SourceFault, match="is larger than 4 MB"):
        read_table(Document("huge.csv", opened))
    assert sum(each.given for each in given) < 10 * 1024 * 1024


def test_a_table_of_nothing_but_marks_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabletext, "MOST_OPEN", 50)
    with pytest.raises(SourceFault, match="quotation marks that are never closed"):
        cells("A,B\n" + '"x,y\n' * 100)


def test_a_row_longer_than_any_listing_is_refused_or_read_in_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tabletext, "MOST_LOOSE", 10_000)
    with pytest.raises(SourceFault, match="too large to put that right"):
        read_table(of('A,B\n"x"y,2\n' + "long," * 10_000))


plain = st.text(
    st.characters(exclude_characters="\ufeff", exclude_categories=("Cs", "Cc")) | st.sampled_from("\n\t"), max_size=12
)
tables = st.lists(st.lists(plain, min_size=3, max_size=3), min_size=1, max_size=8)


@given(tables, st.sampled_from(",;\t|"), st.sampled_from(("utf-8", "utf-8-sig", "utf-16")))
def test_what_a_program_has_written_is_read_back(rows: list[list[str]], sign: str, coding: str) -> None:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=sign, quoting=csv.QUOTE_ALL)
    writer.writerows([["First", "Second", "Third"], *rows])
    wanted = [row for row in rows if any(cell.strip() for cell in row)]
    assert cells(file.getvalue().encode(coding)) == wanted


@given(tables, st.sampled_from(",;\t|"))
def test_loose_reading_of_a_table_as_it_should_be_is_the_same(rows: list[list[str]], sign: str) -> None:
    file = io.StringIO()
    csv.writer(file, delimiter=sign, quoting=csv.QUOTE_ALL).writerows(rows)
    unclear = any(
        f'"{sign}' in cell or '"\n' in cell or cell.endswith('"') or '" ' in cell for row in rows for cell in row
    )
    if not unclear:
        assert list(loose_rows(file.getvalue(), sign, "x")) == rows


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_plain_refusal(content: bytes) -> None:
    with suppress(SourceFault):
        table: Table = read_table(of(content))
        assert all(list(row.cells) == table.columns for row in table.rows)
