"""What the easy-read page of a listing must say: a fact, and the words or links of which one must be there.

In: texts of a record. Out: `Wanted`s.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from localoffer.facts.links import linked
from localoffer.facts.plain import MOST_WORDS, how_many, sentences_of

STAND_INS: Mapping[str, tuple[str, ...]] = {
    "alert.text": ("There is news about this",),
    "only_for": ("Ask them who can come",),
    "eligibility.description": ("Ask them if it is right for you",),
    "eligibility.criteria": ("There is one more rule",),
    "cost.cost_options.amount_description": ("Ask them about this price",),
    "cost.cost_options.option": ("for some people",),
    "access.who_can_refer": ("Ask them who can ask",),
    "access.steps.text": ("Ask them what you do next",),
    "access.steps.title": ("Ask them what you do next",),
    "access.bring": ("Ask them what to bring",),
    "access.decision.who": ("They decide if you can get it", "You do not decide alone"),
    "access.decision.how": ("Ask them how they decide",),
    "access.decision.if_no": ("You can ask them why",),
    "locations.travel": ("Ask them how to get there",),
    "schedules.description": ("Ask them about this time",),
    "school.senco": ("Ask the school for the SENCO",),
    "school.resource_base": ("There is a special unit here",),
}


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
_LINK = re.compile(r"\[([^\]]+)\]\([^)]*\)")
_SIGNS = re.compile(r"[^\w£.@ ]+|\.(?!\w)")
_BETWEEN_DIGITS = re.compile(r" (?<=\d )(?=\d)")


class Wanted(NamedTuple):
    """A fact of the record: its field, and words or links of which one must be on the page."""

    field: str
    any_of: tuple[str, ...]


@lru_cache(maxsize=512)  # what many pages say, and what is looked for twice on one
def plain(words: str) -> str:
    """Words without signs, in small letters, one space between them."""
    bare = _LINK.sub(r"\1", words) if "](" in words else words
    return _BETWEEN_DIGITS.sub("", " ".join(_SIGNS.sub(" ", bare).casefold().split()))


def as_shown(words: str) -> str:
    """As a page shows them: an address is a link, and says no `https://www.`."""
    pieces = linked(words)
    return words if isinstance(pieces, str) else "".join(each if isinstance(each, str) else each.text for each in pieces)


def text_wanted(field: str, text: str | None, easy: str | None = None) -> Iterator[Wanted]:
    """Each sentence of a text, or of its easy line; a long one may have something of ours in its place."""
    for sentence in sentences_of(easy or text or ""):
        words = plain(as_shown(sentence)).split()
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
