"""The reading grade of a page: Flesch–Kincaid, by textstat, offline.

In: the page's sentences. Out: a grade (years at school, from the United States' scale), or None for short pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from localoffer.reading.passages import EASY, MASKED, STANDARD

GRADES = {EASY: 4, STANDARD: 6}
"""The grade to aim at (NHS service manual: reading age 9 to 11)."""

FEWEST_WORDS = 100
"""Below this a grade says little."""


def reading_grade(blocks: Iterable[str]) -> float | None:
    """The grade of some blocks of text; links and names are left out."""
    text = " ".join(_ended(re.sub(rf"{MASKED}+", "it", block)) for block in blocks if block.strip())
    if len(text.split()) < FEWEST_WORDS:
        return None
    from textstat import textstat  # slow to import, and most runs do not need it

    textstat.set_lang("en_GB")
    return float(textstat.flesch_kincaid_grade(text))


def _ended(block: str) -> str:
    block = " ".join(block.split())
    return block if block.endswith((".", "!", "?", ":")) else block + "."
