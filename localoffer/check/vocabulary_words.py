"""The easy-read words of the vocabularies, checked in the sentences they will stand in.

In: the catalogue's topics, needs, ages, features, situations and glossary. Out: findings at the words' own lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.catalogue import Catalogue
from localoffer.findings import Finding
from localoffer.reading import WordLists, check_passage
from localoffer.reading.passages import EASY, Passage
from localoffer.reading.place import Place
from localoffer.rulebook import Position

SENTENCES = (
    ("topics", "easy_read", "This is also about ", "."),
    ("needs", "easy_read", "It is also for people with ", "."),
    ("stages", "easy_read", "This is for ", "."),
    ("situations", "easy_read", "", ""),
    ("glossary", "easy_read", "", ""),
    ("features", "easy_yes", "", ""),
    ("features", "easy_no", "", ""),
    ("features", "easy_unknown", "", ""),
)
"""A list, its field, and our words before and after the field's own in the longest sentence they stand in."""


def check_vocabulary_words(catalogue: Catalogue, words: WordLists) -> Iterator[Finding]:
    """Each easy-read wording of a vocabulary keeps the easy-read rules in the sentence it completes."""
    for name, field, before, after in SENTENCES:
        for record in getattr(catalogue.vocabulary, name).values():
            passage = Passage(f"{before}{getattr(record, field) or ''}{after}", EASY)
            yield from check_passage(passage, words, record.path, _place(record.origin.position(field), len(before)))


def _place(at: Position, before: int) -> Place:
    return lambda _source, offset: (at[0], at[1] + max(0, offset - before))
