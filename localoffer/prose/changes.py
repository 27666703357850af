"""Two versions of a text → what has changed, in short sentences: what is new, what is gone, and which words are other words now.

In: the text as it was and as it is, with its front matter. Out: the changes in the order of the text, each with its heading.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import NamedTuple

MOST = 90
"""Of more signs than these, the start of a line is shown."""
AROUND = 3
"""Words shown on either side of those that changed."""
TOP = "the lines at its top"
_PICTURE = re.compile(r"!\[[^\[\]]*\]\([^()\s]*\)")
_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)")
_MARK = re.compile(r"\*\*|^[>\s]*(?:[-*+]|\d+\.)\s+|^#+\s*|\s*\{ ?[.#][^{}]*\}", re.MULTILINE)
_STAMP = re.compile(r"(?:written_from|own_since|law_as_at):")


class Change(NamedTuple):
    """What changed, and below which heading it stands; `where` is empty before the first one."""

    where: str
    says: str

    def __str__(self) -> str:
        return f"under “{self.where}”: {self.says}" if self.where and self.where != TOP else self.says


class _Line(NamedTuple):
    words: str
    heading: str


def changes_between(old: str, new: str) -> list[Change]:
    """What changed from one to the other; marks and stamps that no reader sees are left out."""
    before, after = list(_lines(old)), list(_lines(new))
    matcher = SequenceMatcher(None, [line.words for line in before], [line.words for line in after], autojunk=False)
    found: list[Change] = []
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind != "equal":
            found += _changes(before[start:end], after[new_start:new_end])
    return found


def _lines(text: str) -> Iterator[_Line]:
    """Each line that says something, without marks, and the heading above it."""
    top, _, body = text.removeprefix("---\n").partition("\n---\n") if text.startswith("---\n") else ("", "", text)
    for line in top.split("\n"):
        if line.strip() and not _STAMP.match(line):
            yield _Line(line.strip(), TOP)
    heading = ""
    for line in body.split("\n"):
        words = _MARK.sub("", _LINK.sub(r"\1 (\2)", _PICTURE.sub("", line))).strip(" |")
        if line.startswith("#"):
            heading = words
        if re.search(r"\w", words):
            yield _Line(words, "" if line.startswith("#") else heading)


def _changes(gone: list[_Line], new: list[_Line]) -> Iterator[Change]:
    """Lines that stand in the place of others: those that share most of their words are one line that changed."""
    rest = list(new)
    for old in gone:
        like = max(rest, key=lambda line: _likeness(old.words, line.words), default=None)
        if like is None or _likeness(old.words, like.words) < 0.5:
            yield Change(old.heading, f"“{_short(old.words)}” is gone")
            continue
        rest.remove(like)
        yield Change(like.heading, _other_words(old.words, like.words))
    yield from (Change(line.heading, f"“{_short(line.words)}” is new") for line in rest)


def _likeness(old: str, new: str) -> float:
    return SequenceMatcher(None, old.split(), new.split(), autojunk=False).ratio()


def _other_words(old: str, new: str) -> str:
    """The words that changed, with a few on each side, so that people find them."""
    was, now = old.split(), new.split()
    changed = [one for one in SequenceMatcher(None, was, now, autojunk=False).get_opcodes() if one[0] != "equal"]
    if not changed:
        return f"“{_short(old)}” is “{_short(new)}” now"
    first, last = changed[0], changed[-1]
    return f"“{_span(was, first[1], last[2])}” is “{_span(now, first[3], last[4])}” now"


def _span(words: list[str], start: int, end: int) -> str:
    first, last = max(start - AROUND, 0), min(end + AROUND, len(words))
    text = _short(" ".join(words[first:last]))
    return f"{'… ' if first else ''}{text}{' …' if last < len(words) and not text.endswith('…') else ''}"


def _short(text: str) -> str:
    return text if len(text) <= MOST else f"{text[:MOST].rsplit(' ', 1)[0]} …"


def in_words(changes: list[Change], most: int) -> str:
    """The first few in one sentence, and how many more there are."""
    shown = "; ".join(map(str, changes[:most]))
    return f"{shown}; and {len(changes) - most} more" if len(changes) > most else shown
