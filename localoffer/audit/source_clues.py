"""What stands on a line of built HTML, to find the same words in the source.

In: the lines of a page and a line number from 1. Out: clues, the best first, and whether the line is outside main.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape

_TEXT = re.compile(r">([^<>]+)<|^([^<>]+)<|>([^<>]+)$|^([^<>]+)$")
_VALUE = re.compile(r'\b(id|alt|href|src|name|class|aria-label)="([^"]+)"')
_ORDER = ("id", "alt", "href", "src", "name", "aria-label", "class")


def clues_at(lines: Sequence[str], number: int) -> tuple[tuple[str, ...], bool]:
    """Texts of one line: its longest words first, then values of attributes."""
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    texts = [unescape(next(filter(None, found))).strip() for found in _TEXT.findall(line) if any(found)]
    values = sorted(_VALUE.findall(line), key=lambda pair: _ORDER.index(pair[0]))
    clues = [text for text in sorted(texts, key=len, reverse=True) if len(text) > 3]
    clues += [f'id="{value}"' if name == "id" else unescape(value) for name, value in values]
    start = next((place for place, text in enumerate(lines, 1) if "<main" in text), len(lines))
    end = next((place for place, text in enumerate(lines, 1) if "</main>" in text), 0)
    return tuple(dict.fromkeys(clues)), not start <= number <= end
