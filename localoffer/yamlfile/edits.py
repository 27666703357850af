"""Edits → a text in which nothing but them has changed: comments, order, line ends and a byte order mark stay.

In: the whole text of a file as it is on the disk, and edits. Out: the new text, the words that stood there, and whole lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from localoffer.findings import Edit, Range

LINE_END = re.compile("\r\n|\r|\n")
BYTE_ORDER_MARK = "\ufeff"


class Lines:
    """Where each line of a text begins and ends; line ends of every kind count as one."""

    def __init__(self, text: str) -> None:
        self.text = text
        first = len(BYTE_ORDER_MARK) if text.startswith(BYTE_ORDER_MARK) else 0
        ends = list(LINE_END.finditer(text))
        self.line_end = ends[0][0] if ends else "\n"
        self.starts = [first, *(end.end() for end in ends)]
        self.ends = [*(end.start() for end in ends), len(text)]

    def offset(self, line: int, column: int) -> int | None:
        """Where a line and a column are in the text; None where there is no such place."""
        if not 1 <= line <= len(self.starts):
            return None
        place = self.starts[line - 1] + column - 1
        return place if place <= self.ends[line - 1] else None

    def slice_of(self, part: Range) -> slice | None:
        """The range as offsets; None where it is not in the text."""
        start, end = self.offset(part.line, part.column), self.offset(part.end_line, part.end_column)
        return None if start is None or end is None or start > end else slice(start, end)

    def words(self, part: Range) -> str | None:
        """What stands in a range."""
        found = self.slice_of(part)
        return None if found is None else self.text[found]

    def whole(self, first: int, last: int) -> str:
        """Whole lines, with \\n between them."""
        return "\n".join(
            self.text[self.starts[number - 1] : self.ends[number - 1]] for number in range(first, last + 1)
        )


class Change(NamedTuple):
    """An edit, and the words it takes the place of."""

    edit: Edit
    old: str


def fits(edit: Edit, lines: Lines) -> bool:
    """True when the edit's place is there, and holds what it must hold."""
    words = lines.words(edit.range)
    plain = LINE_END.sub("\n", words or "")
    return words is not None and plain != edit.text and edit.was in (None, plain)


def apply_edits(text: str, edits: Iterable[Edit]) -> tuple[str, list[Change]]:
    """The text with its edits, and each change. Where two edits touch, the first counts; an edit that does not fit is left."""
    lines, pieces, changes, done = Lines(text), [], [], 0
    for edit in sorted(edits, key=lambda edit: (edit.range, edit.text)):
        place = lines.slice_of(edit.range)
        if place is None or place.start < done or not fits(edit, lines):
            continue
        pieces += [text[done : place.start], edit.text.replace("\n", lines.line_end)]
        changes.append(Change(edit, text[place]))
        done = place.stop
    return "".join([*pieces, text[done:]]), changes
