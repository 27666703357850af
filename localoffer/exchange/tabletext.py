"""A table in a text file → its rows, each cell under the name of its column.

In: a document: any letters, any sign between columns, quotation marks as they come. Out: a `Table`: its columns, its rows one by
one. A row whose cells cannot be told apart says so; nobody guesses which cell belongs where.
"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from itertools import chain, islice

from localoffer.exchange.document import MEGABYTE, Document, opened
from localoffer.exchange.fault import SourceFault
from localoffer.exchange.letters_of import NAMES, Coding, coding_of

SIGNS = (",", ";", "\t", "|")
MOST_CELL = MEGABYTE
MOST_LINE = 8 * MEGABYTE
MOST_COLUMNS = 2_000
MOST_ROWS = 1_000_000
MOST_LOOSE = 64 * MEGABYTE
BEFORE = 20
"""Rows that may stand before the one with the names of the columns: a title, a date."""
SAMPLE = 200


@dataclass
class Row:
    """`place`: its number in the file as a spreadsheet counts, the names of the columns being row 1 where nothing stands
    before them. `fault`: why it cannot be said which cell belongs to which column."""

    place: int
    cells: dict[str, str]
    fault: str = ""

    def get(self, column: str) -> str:
        """The cell of a column, or ""."""
        return self.cells.get(column, "")


@dataclass
class Table:
    """`columns`: their names, each once. `notes`: what was done to read it, in sentences."""

    name: str
    columns: list[str]
    rows: Iterator[Row]
    notes: list[str] = field(default_factory=list)


def read_table(document: Document) -> Table:
    """The table of a document. SourceFault where it is none."""
    coding = coding_of(document)
    lines = _beginning(document, coding)
    sign = _sign_of(lines)
    strict = _is_strict(document, coding, sign)
    notes = []
    if coding.is_guessed:
        notes.append(
            f"{document.name} does not say in which letters it is written. It was read as {NAMES[coding.name]}."
        )
    if not strict:
        notes.append(
            f"{document.name} has quotation marks that are not as they should be. Look at its records with care."
        )
    found = (
        iter(csv.reader(_text(document, coding), delimiter=sign, strict=True))
        if strict
        else _loose(document, coding, sign)
    )
    before, header, rows = _header(found)
    if not header:
        raise SourceFault(f"{document.name} is no table: no row has names of columns.", "give a CSV file.")
    return Table(document.name, header, _rows(header, rows, before + 2), notes)


def columns_of(document: Document) -> list[str]:
    """The names of its columns; empty where it is no table."""
    try:
        coding = coding_of(document)
        lines = _beginning(document, coding)
        reader = csv.reader(lines, delimiter=_sign_of(lines))
        return _header(iter(reader))[1]
    except (SourceFault, csv.Error):
        return []


def _text(document: Document, coding: Coding) -> Iterator[str]:
    """Its lines, without signs that are nothing (NUL) and without the line that tells Excel the sign between columns."""
    with io.TextIOWrapper(opened(document), encoding=coding.name, errors="replace", newline="") as file:
        first = file.readline(MOST_LINE).replace("\0", "")
        if not first.lower().startswith("sep="):
            yield first
        while line := file.readline(MOST_LINE):
            yield line.replace("\0", "")


def _beginning(document: Document, coding: Coding) -> list[str]:
    found, size = [], 0
    for line in islice(_text(document, coding), SAMPLE):
        found.append(line)
        size += len(line)
        if size > MOST_CELL:
            break
    return found


def _sign_of(lines: list[str]) -> str:
    """The sign that parts most of these lines into the same number of columns, and into the most."""

    def score(sign: str) -> tuple[int, int]:
        try:
            widths = [len(row) for row in csv.reader(lines, delimiter=sign) if row]
        except csv.Error:
            widths = [line.count(sign) + 1 for line in lines]
        usual, rows = next(iter(Counter(widths).most_common(1)), (1, 0))
        return (rows if usual > 1 else 0, usual)

    return max(SIGNS, key=score)


def _is_strict(document: Document, coding: Coding, sign: str) -> bool:
    """Whether all quotation marks are as the form wants them. The whole table is looked at, for a row once read is told."""
    csv.field_size_limit(MOST_CELL)
    try:
        for _row in csv.reader(_text(document, coding), delimiter=sign, strict=True):
            pass
    except csv.Error:
        return False
    return True


def _loose(document: Document, coding: Coding, sign: str) -> Iterator[list[str]]:
    parts, size = [], 0
    for line in _text(document, coding):
        parts.append(line)
        size += len(line)
        if size > MOST_LOOSE:
            raise SourceFault(
                f"{document.name} has quotation marks that are not as they should be, and is too large to put that right.",
                "save it as CSV again, with every text between quotation marks.",
            )
    return loose_rows("".join(parts), sign, document.name)


def _header(rows: Iterator[list[str]]) -> tuple[int, list[str], Iterator[list[str]]]:
    """How many rows stand before the names of the columns, these names, and the rows after them."""
    for before, row in enumerate(islice(rows, BEFORE)):
        names = [cell.strip() for cell in row]
        while names and not names[-1]:
            names.pop()
        if sum(map(bool, names)) > 1:
            return before, _each_once(names[:MOST_COLUMNS]), rows
    return 0, [], rows


def _each_once(names: list[str]) -> list[str]:
    found: list[str] = []
    for at, name in enumerate(names, 1):
        own = name or f"column {at}"
        again = 2
        while own in found:
            own, again = f"{name or f'column {at}'} ({again})", again + 1
        found.append(own)
    return found


def _rows(header: list[str], rows: Iterator[list[str]], first: int) -> Iterator[Row]:
    for place, row in enumerate(rows, first):
        if place > MOST_ROWS:
            raise SourceFault(f"The table has more than {MOST_ROWS:,} rows.", "give a part of it.")
        if not any(cell.strip() for cell in row):
            continue
        more = [cell for cell in row[len(header) :] if cell.strip()]
        fault = (
            f"row {place} has {len(row)} cells where the table has {len(header)} columns, so nobody can say which is which"
            if more
            else ""
        )
        yield Row(place, dict(zip(header, chain(row, [""] * len(header)), strict=False)), fault)


# Tables whose quotation marks are not as they should be, read as a person would read them


MOST_QUOTED = 100_000
MOST_OPEN = 2_000
"""Marks that are never closed: a table with more is no table."""


def loose_rows(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    """Every row of the text. A mark closes a cell only where the cell ends there; one that is never closed, or inside which a new
    cell seems to begin, is a letter like others."""
    quoted, plain = _patterns(delimiter)
    at, still_open, row = 0, 0, list[str]()
    while at < len(text):
        match = quoted.match(text, at)
        if match is None:
            still_open += text[at] == '"'
            match = plain.match(text, at)
            assert match is not None
        if still_open > MOST_OPEN:
            raise SourceFault(
                f"{name} has more than {MOST_OPEN:,} quotation marks that are never closed.",
                "save it as CSV again, with every text between quotation marks.",
            )
        cell = match[1]
        if match.re is quoted:
            cell = cell.replace('""', '"')
        elif cell.count('"') == 1:
            cell = cell.removeprefix('"')
        row.append(cell)
        at = match.end()
        if match[2] != delimiter:
            yield row
            row = []
    if row:
        yield [*row, ""]


@cache
def _patterns(delimiter: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    sign = re.escape(delimiter)
    ends = rf"({sign}|\r\n|\r|\n|\Z)"
    inner = rf'[^"]|""(?!{sign}\s*"|[\r\n]|\Z)|(?<![{sign}\r\n])"(?![ \t]*(?:{ends[1:-1]}))'
    quoted = re.compile(rf'"((?>(?:{inner}){{0,{MOST_QUOTED}}}))"[ \t]*{ends}')
    plain = re.compile(rf"([^{sign}\r\n]*){ends}")
    return quoted, plain
