"""Tables whose quotation marks are not as they should be, read as a person would read them.

In: text and the sign between two columns. Out: rows of cells. A mark closes a cell only where the cell ends there; one that is
never closed, or inside which a new cell seems to begin, is a letter like others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from localoffer.exchange.fault import SourceFault

MOST_CELL = 100_000
MOST_OPEN = 2_000
"""Marks that are never closed: a table with more is no table."""


def loose_rows(text: str, delimiter: str, name: str) -> Iterator[list[str]]:
    """Every row of the text."""
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
    quoted = re.compile(rf'"((?>(?:{inner}){{0,{MOST_CELL}}}))"[ \t]*{ends}')
    plain = re.compile(rf"([^{sign}\r\n]*){ends}")
    return quoted, plain
