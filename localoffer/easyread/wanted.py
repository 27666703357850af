"""What the easy-read page of a listing must say: a fact, and the words or links of which one must be there.

In: texts of a record. Out: `Wanted`s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from localoffer.easyread.stand_ins import STAND_INS
from localoffer.facts.plain import MOST_WORDS, how_many, sentences_of

LEFT_OUT = {
    "description": "the editor's points, or the summary, stand for it",
    "also_known_as": "names that search knows",
    "images": "pictures of the full page",
    "waiting_time.source": "the day on which it was true is told",
    "last_checked.by": "that it was checked is told, and when",
    "school.urn": "a number for offices",
    "source": "where a record came from is for editors",
}
"""What easy read need not say, each with the reason."""
_SIGNS = re.compile(r"[^\w£.@]+|\.(?!\w)|\[|\]\([^)]*\)")


class Wanted(NamedTuple):
    """A fact of the record: its field, and words or links of which one must be on the page."""

    field: str
    any_of: tuple[str, ...]


def plain(words: str) -> str:
    """Words without signs, in small letters, one space between them."""
    told = " ".join(_SIGNS.sub(" ", re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", words)).casefold().split())
    return re.sub(r"(?<=\d) (?=\d)", "", told)


def text_wanted(field: str, text: str | None, easy: str | None = None) -> Iterator[Wanted]:
    """Each sentence of a text, or of its easy line; a long one may have something of ours in its place."""
    for sentence in sentences_of(easy or text or ""):
        words = plain(sentence).split()
        if not words:
            continue
        whole = " ".join(words)
        later = " ".join(words[1:]) if words[0] in ("or", "made") else whole
        if how_many(sentence) <= MOST_WORDS:
            yield Wanted(field, (whole, later))
        else:
            yield Wanted(
                field, (whole, "all:" + " ".join(word for word in words if len(word) > 3), *STAND_INS.get(field, ()))
            )
