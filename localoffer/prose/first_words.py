"""The first words of a text, as plain words: what stands for a summary where a record came without one.

In: Markdown of contributors. Out: its first sentences, 200 letters at most. Nothing is made up: where a sentence is too long,
it ends in the middle, and a sign says so.
"""

from __future__ import annotations

import re

from localoffer.prose.lists import mend_lists

MOST = 200
_SKIPPED = re.compile(r"\s{0,3}(?:#{1,6}\s|\||[-*_=](?:\s?[-*_=]){2,}\s*$)")
_ITEM = re.compile(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+")
_LINK = re.compile(r"!?\[([^\[\]]*)\]\([^()\s]*\)")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]+)>")
_MARKS = re.compile(r"(?<!\\)(\*{1,3}|`+)(?=\S)(.+?)(?<=\S)\1|(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\3(?!\w)")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+.!<>~|-])")
_ENDS = re.compile(r"[.!?](?=\s+[A-Z0-9“\"'(]|\s*$)")


def first_words(markdown: str, most: int = MOST) -> str:
    """`A theatre group for young people. We meet every week.`; empty where there are no words."""
    blocks = [_plain(block) for block in re.split(r"\n\s*\n", mend_lists(markdown))]
    words = next((block for block in blocks if block), "")
    if len(words) <= most:
        return words
    ends = [found.end() for found in _ENDS.finditer(words[:most])]
    if ends:
        return words[: ends[-1]]
    short = words[: most - 1].rpartition(" ")[0] or words[: most - 1]
    return short.rstrip(" ,;:–—-(") + "…"


def _plain(block: str) -> str:
    """The words of one block on one line; a heading or a table has none of use."""
    lines = [_ITEM.sub("", line, count=1) for line in block.splitlines() if not _SKIPPED.match(line)]
    text = _AUTOLINK.sub(r"\1", _LINK.sub(r"\1", " ".join(" ".join(lines).lstrip("> ").split())))
    return " ".join(_ESCAPED.sub(r"\1", _MARKS.sub(lambda found: found[2] or found[4], text)).split())
