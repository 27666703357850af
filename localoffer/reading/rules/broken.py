"""Words that were cut in the middle: what a slip while copying, or a program that changed a page, leaves behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.findings import WARNING
from localoffer.reading.lists import WordLists
from localoffer.reading.passages import EASY, STANDARD, Passage
from localoffer.reading.rules.base import error_if_easy
from localoffer.rulebook import Fault, Rules

READING = Rules("reading", within=EASY, eased=True)

HEADING_MARKS = re.compile(r"(?<=[^\s#])[ \t]*(#{2,6}[ \t]+(?=[A-Z]))")


@READING.rule("heading-in-line", bad="Ask somebod## How to apply", good="Ask somebody. Then you apply.")
def check_headings(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """The signs of a heading begin a line; in the middle of one, words around them are lost or run together."""
    for found in HEADING_MARKS.finditer(passage.text) if "##" in passage.text else ():
        message = f"“{found[1].strip()}” stands in the middle of a line: pages show it as it is"
        fix = "look whether words were lost here, and begin the heading on a line of its own."
        yield Fault(message, fix, found.start(1))


SMALL_WORD = re.compile(r"[a-z]+(?![\w.@/:])")


@READING.rule(
    "paragraph-begins-small", severity=WARNING, within=STANDARD, bad="ts, without cookies.", good="It sets no cookies."
)
def check_beginnings(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A paragraph begins with a capital letter: where it does not, its first words may be lost."""
    if passage.kind == STANDARD and passage.whole_sentence and passage.has_links:
        found = SMALL_WORD.match(passage.text)
        if found and len(passage.text.split()) > 1:
            message = f"this paragraph begins with “{found[0]}”, in small letters"
            yield Fault(
                message, "look whether its first words were lost; else begin with a capital letter.", found.start()
            )


BRACKET = re.compile(r"[()]")
LIST_MARK = re.compile(r"(?<![^\s(])(?:[A-Za-z]|\d{1,2}|[ivx]{1,4})$")
"""What stands before a bracket that counts: `a)`, `1)`, `(iv)`."""


@READING.rule("bracket-alone", bad="Ask us (or your school.", good="Ask us (or your school).")
def check_brackets(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Each bracket that opens is closed, in the same paragraph."""
    opened: list[int] = []
    for found in BRACKET.finditer(passage.text):
        if found[0] == "(":
            opened.append(found.start())
        elif opened:
            opened.pop()
        elif not LIST_MARK.search(passage.text, max(0, found.start() - 5), found.start()):
            yield _alone(passage, found.start(), "was opened before", "Look whether words before it were lost")
    for start in opened:
        yield _alone(passage, start, "is closed after it", "Look whether words after it were lost")


def _alone(passage: Passage, start: int, what: str, look: str) -> Fault:
    message = f"no bracket {what}: “{passage.source[max(0, start - 20) : start + 20].strip()}”"
    return Fault(message, f"{look}, or take the bracket away.", start, error_if_easy(passage))
