"""Abbreviations where they first stand: found, and whether the words beside them explain them.

In: a text with its markup masked, and the glossary. Out: matches, and a yes or no. Easy read, standard pages and the
glossary links of `pages` all ask here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.reading.lists import WordLists

EXPLAINING = re.compile(
    r"\b(?:called|is|are|means?|stands? for|name for|helps?|says?|tells?|gives?|pays?|lets?|looks?|checks?|for short|it)\b",
    re.IGNORECASE,
)


def first_uses(text: str, words: WordLists, seen: set[str]) -> Iterator[re.Match[str]]:
    """Each abbreviation of the glossary that stands in the text and has not been seen; it counts as seen from now."""
    pattern = words.short_term_pattern
    for found in pattern.finditer(text) if pattern else ():
        if found[0] not in seen:
            seen.add(found[0])
            yield found


def is_explained(sentence: str, written: str, after: str) -> bool:
    """True when the sentence says what it is (“This is called an EHC plan”), or the next one does (“An EHC plan says …”)."""
    about_itself = re.search(rf"\b(?:called|name for it is|short for|means)\b[^.]*{re.escape(written)}", sentence)
    starts = re.match(
        rf"\s*(?:\W*(?:An?|The|Your|This|These|It|With|You have)\b)?[^.]*{re.escape(written)}[^.]*", sentence
    )
    says_what = re.search(rf"{re.escape(written)}s?\b[^.]*?{EXPLAINING.pattern}", sentence)
    first_part = bool(starts) and bool(says_what)
    next_says = written in after or bool(re.match(r"\s*\W*(?:It|This|They|That|These)\b", after))
    return bool(about_itself) or first_part or (next_says and bool(EXPLAINING.search(after)))
