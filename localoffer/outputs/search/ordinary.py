"""Ordinary words that no page has: what somebody types who means just that, so that no spelling correction makes another word of it.

In: the words of all pages, the common words, and the words of danger. Out: the words to leave as they are. Above all none of
everyday life may become a word of danger: crisps are no crisis.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from difflib import SequenceMatcher
from functools import lru_cache

from localoffer.reading.grade import english_words

SHORTEST = 4
"""Shorter words are never put right."""
ALIKE = 0.7
"""Words that differ in no more letters than search puts right are at least so much alike."""


def ordinary_words(common: Iterable[str], urgent: Iterable[str], there: Collection[str]) -> list[str]:
    """In order. `urgent`: what people in danger type, folded; `there`: every word that a page has."""
    danger = frozenset(word for words in urgent for word in words.split())
    found = {word for word in common if len(word) >= SHORTEST and word.isalpha()} | near_danger(danger)
    return sorted(found.difference(there, danger))


@lru_cache(maxsize=4)
def near_danger(danger: frozenset[str]) -> frozenset[str]:
    """The English words that a slip of the finger makes of a word of danger."""
    return frozenset(word for meant in danger if len(meant) >= SHORTEST for word in _like(meant))


def _like(meant: str) -> Iterator[str]:
    compared = SequenceMatcher(b=meant, autojunk=False)
    for word in english_words(meant[:2]):
        if abs(len(word) - len(meant)) <= 2 and word.isalpha():
            compared.set_seq1(word)
            if compared.quick_ratio() >= ALIKE and compared.ratio() >= ALIKE:
                yield word
