"""The words of the vocabularies: those of easy read in the sentences they will stand in, the others by themselves.

In: the catalogue's topics, needs, ages, features, situations and glossary. Out: findings at the words' own lines.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.catalogue import Catalogue
from localoffer.findings import Finding
from localoffer.model import Record
from localoffer.reading import WordLists, check_passage
from localoffer.reading.passages import EASY, STANDARD, Passage
from localoffer.reading.place import Place
from localoffer.rulebook import Position

SENTENCES = (
    ("topics", "easy_read", "This is also about ", "."),
    ("needs", "easy_read", "It is also for people with ", "."),
    ("needs", "easy_line", "", ""),
    ("stages", "easy_read", "This is for ", "."),
    ("situations", "easy_read", "", ""),
    ("glossary", "easy_read", "", ""),
    ("letters", "easy_read", "", ""),
    ("features", "easy_yes", "", ""),
    ("features", "easy_no", "", ""),
    ("features", "easy_unknown", "", ""),
)
STANDARD_WORDS = (
    ("topics", "summary"),
    ("needs", "summary"),
    ("stages", "summary"),
    ("situations", "summary"),
    ("glossary", "meaning"),
)
"""A list, its field, and our words before and after the field's own in the longest sentence they stand in."""


def check_vocabulary_words(catalogue: Catalogue, words: WordLists) -> Iterator[Finding]:
    """Each easy-read wording of a vocabulary keeps the easy-read rules in the sentence it completes; so do its other words
    keep those of standard texts."""
    for name, field, before, after in SENTENCES:
        for record in getattr(catalogue.vocabulary, name).values():
            text = getattr(record, field) or ""
            start = before.removesuffix("with ") if text.startswith(("who ", "with ")) else before
            passage = Passage(f"{start}{text}{after}", EASY)
            yield from check_passage(passage, words, record.path, _place(record.origin.position(field), len(start)))
    for name, field in STANDARD_WORDS:
        for record in getattr(catalogue.vocabulary, name).values():
            yield from _check_standard(record, field, words)
    for comment in catalogue.vocabulary.comments:  # what people said stays in their own words
        yield from _check_standard(comment, "we_did", words)


def _check_standard(record: Record, field: str, words: WordLists) -> Iterator[Finding]:
    passage = Passage(getattr(record, field), STANDARD, has_links=False)
    yield from check_passage(passage, words, record.path, lambda _source, offset: record.origin.position(field, offset))


def _place(at: Position, before: int) -> Place:
    return lambda _source, offset: (at[0], at[1] + max(0, offset - before))
