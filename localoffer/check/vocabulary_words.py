"""The easy-read words of the vocabularies, checked in the sentences they will stand in.

In: the catalogue's topics, needs, ages, features, situations and glossary. Out: findings at the words' own lines.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from localoffer.catalogue import Catalogue
from localoffer.findings import Finding
from localoffer.model import Record
from localoffer.reading import WordLists, check_passage
from localoffer.reading.passages import EASY, Passage


def check_vocabulary_words(catalogue: Catalogue, words: WordLists) -> Iterator[Finding]:
    """Each easy-read wording of a vocabulary keeps the easy-read rules in the sentence it completes."""
    for record, field, before, said, after in _sentences(catalogue):
        line, column = record.origin.position(field)
        passage = Passage(f"{before}{said}{after}", EASY)
        yield from check_passage(passage, words, record.path, _place(line, column, len(before)))


def _place(line: int, column: int, before: int) -> Callable[[str, int], tuple[int, int]]:
    return lambda _source, offset: (line, column + max(0, offset - before))


def _sentences(catalogue: Catalogue) -> Iterator[tuple[Record, str, str, str, str]]:
    """(record, field, words before, words of the vocabulary, words after) of each sentence."""
    vocabulary = catalogue.vocabulary
    for topic in vocabulary.topics.values():
        yield topic, "easy_read", "This is also about ", topic.easy_read or "", "."
    for need in vocabulary.needs.values():
        yield need, "easy_read", "It is also for people with ", need.easy_read or "", "."
    for stage in vocabulary.stages.values():
        yield stage, "easy_read", "This is for ", stage.easy_read or "", "."
    for situation in vocabulary.situations.values():
        yield situation, "easy_read", "", situation.easy_read or "", ""
    for term in vocabulary.glossary.values():
        yield term, "easy_read", "", term.easy_read or "", ""
    for feature in vocabulary.features.values():
        yield feature, "easy_yes", "", feature.easy_yes or "", ""
        yield feature, "easy_no", "", feature.easy_no or "", ""
        yield feature, "easy_unknown", "", feature.easy_unknown or "", ""
