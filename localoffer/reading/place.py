"""The reading rules over one passage or one text, each finding at the line and column of its words.

In: a passage, word lists, and what turns an offset into a line and column. Out: findings.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache, partial

from localoffer.findings import WARNING, Finding
from localoffer.reading.grade import GRADES, reading_grade
from localoffer.reading.lists import WordLists
from localoffer.reading.passages import Passage, blocks_of
from localoffer.reading.rules import RULES
from localoffer.rulebook import Position, Rules

Place = Callable[[str, int], Position]
CHECKS = [(rule, rule.check) for rule in RULES if rule.check]
WHOLE_TEXT = Rules("reading", severity=WARNING)
READING_GRADE = WHOLE_TEXT.declare(
    "reading-grade",
    "A page of 100 words or more has a reading grade (Flesch–Kincaid) of at most 6, in easy read of at most 4.",
)


def place_in(body: str, first_line: int, start: int = 0) -> Place:
    """From an offset of a passage that starts at `start` of a body to the file's line and column."""
    lines = line_starts(body)

    def place(_source: str, offset: int) -> Position:
        number = bisect_right(lines, start + offset) - 1
        return first_line + number, start + offset - lines[number] + 1

    return place


@lru_cache(maxsize=4)
def line_starts(body: str) -> tuple[int, ...]:
    """Where each line of a text starts."""
    return (0, *(found.end() for found in re.finditer("\n", body)))


def check_grade(body: str, kind: str, path: str, line: int) -> Iterator[Finding]:
    """The reading grade of a whole text."""
    grade = reading_grade(passage.text for passage in blocks_of(body, kind) if passage.whole_sentence)
    if grade is not None and grade > GRADES[kind]:
        message = f"the reading grade of this page is {grade:.1f}, and {GRADES[kind]} is the aim"
        fix = "shorten the longest sentences first; `build.py report reading` lists them."
        yield READING_GRADE.finding(path, message, fix, (line, 1))


def check_passage(
    passage: Passage, words: WordLists, path: str, place: Place, came_in: bool = False
) -> Iterator[Finding]:
    """Every rule over one passage; `place` turns an offset of it into a line and column. `came_in`: the words still are
    what came in from elsewhere."""
    for rule, check in CHECKS:
        for fault in check(passage, words):
            yield rule.found_in(passage.source, fault, path, partial(place, passage.source), came_in)
