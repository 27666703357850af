"""Signs that look alike or cannot be seen, and patterns that do not mind capitals."""

from __future__ import annotations

import re
from functools import lru_cache

UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_HARMLESS = re.compile("[\u00ad\u200b\u2060\ufeff]")
_AT_THE_ENDS = "\u061c\u200c-\u200f\u2028-\u202e\u2066-\u2069"
_ENDS = re.compile(rf"^[\s{_AT_THE_ENDS}]+|[\s{_AT_THE_ENDS}]+$")
DASHES = re.compile("[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]")
QUOTES = re.compile("[\u2018\u2019\u201b\u02bc\u2032\u00b4`]")


def tidy(text: str) -> str:
    """One kind of space, of dash and of apostrophe; no signs that cannot be seen; nothing at the ends."""
    plain = text if text.isascii() else plain_signs(UNSEEN.sub("", text))
    return " ".join(plain.replace("`", "'").split())


def plain_signs(text: str) -> str:
    """One kind of dash and of apostrophe."""
    return QUOTES.sub("'", DASHES.sub("-", text))


def without_hidden(text: str) -> str:
    """Without signs that cannot be seen: those that say nothing, anywhere; those that turn or join letters, at the ends."""
    return _ENDS.sub("", _HARMLESS.sub("", text))


def any_case(words: str) -> str:
    """A pattern for words in small or capital letters: `am` → `[Aa][Mm]`. Editors' tools read no flags in a pattern."""
    return "".join(f"[{letter.upper()}{letter}]" if letter.isalpha() else re.escape(letter) for letter in words.lower())


def any_of(*words: str) -> str:
    """A pattern for one of these words, in any case."""
    return (
        "(?:"
        + "|".join(any_case(word).replace(r"\ ", " ") for word in sorted(words, key=lambda word: (-len(word), word)))
        + ")"
    )


SPACE = "[ \u00a0\u2007\u2009\u202f\u200b\u2060\ufeff]"
"""A dash as typed, as patterns for editors' tools name it."""


# Short names and paths as people copy them


@lru_cache(maxsize=8192)
def same_name(text: str) -> str:
    """What two spellings of one name have in common: no capitals, hyphens as spaces, & as and, no “a” in front."""
    plain = re.sub(r"[\s_-]+", " ", tidy(text).casefold().replace("&", " and "))
    return re.sub(r"^(?:a|an|the) (?=\w)", "", plain.strip(" ."))


def standard_path(text: str) -> str:
    """`/services/marl-trust/saturday-club/`, `content/guides/travel.md` → `marl-trust/saturday-club`, `guides/travel`."""
    plain = tidy(text).strip("/")
    plain = re.sub(r"^(?:providers|services|content)/(?=[^/]+/?)", "", plain)
    return re.sub(r"\.(?:yml|yaml|md)$", "", plain).strip("/")
