"""What people type → what we call it: topics, needs, hard words, and pages by the names people have for them.

In: the Vocabulary and the documents. Out: `Meaning`s, whose phrases are folded as words.js folds what was typed, and the
misspellings with the words meant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches
from functools import lru_cache

from localoffer.addresses import content_url
from localoffer.letters import folded
from localoffer.model.vocabulary import GlossaryTerm, Need, Topic, Vocabulary
from localoffer.outputs.search.documents import ABOUT, ALSO, BODY, NAME, SUMMARY, Document
from localoffer.outputs.search.parts import Meaning
from localoffer.reading.grade import english_words

TINY = frozenset(
    """a am an and are as at be been being but by can could did do does for from had has have he her him his how i id im in is
    it its ive me my of on or our she so that the their them then there these they this those to us was we were will with would
    you your""".split()
)


def phrase_of(text: str) -> str:
    """`Children who are deaf` → `children who deaf`; the whole where there is nothing else."""
    words = folded(text).split()
    return " ".join([word for word in words if word not in TINY] or words)


MANY_NEEDS = 4
"""A service with so many needs is not about each of them,"""
FIRST_NEEDS = 2
"""only about those that it names first."""


def meanings(vocabulary: Vocabulary, found: Sequence[Document]) -> Iterator[Meaning]:
    """Of each topic, need and hard word: what it is called, and what it is about."""
    by_topic, by_need = _by_term(found, "topics"), _by_term(found, "needs")
    for topic in vocabulary.topics.values():
        below = [other.id for other in vocabulary.topics.values() if topic.id in other.parents]
        postings = {number: BODY for other in below for number in by_topic[other]} | by_topic[topic.id]
        phrases = _phrases(topic.name, *topic.synonyms, *topic.abbreviations)
        yield Meaning(topic.name, phrases, postings, is_topic=True)
    for need in vocabulary.needs.values():
        names = (need.name, need.name.split(" (")[0], *need.synonyms, *need.abbreviations)
        yield Meaning(need.name, _phrases(*names), by_need[need.id], need.id if need.parents else "")
    numbers = {document.card.href: number for number, document in enumerate(found)}
    texts = [document.strong for document in found]
    for word in vocabulary.glossary.values():
        yield _hard_word(word, numbers, texts)
    for number, document in enumerate(found):
        if document.phrases:
            yield Meaning(document.card.name, _phrases(*document.phrases), {number: NAME})


def _by_term(found: Iterable[Document], terms: str) -> defaultdict[str, dict[int, int]]:
    """Term → documents; what it is about first is about it more than what it names last."""
    by_term: defaultdict[str, dict[int, int]] = defaultdict(dict)
    for number, document in enumerate(found):
        given: tuple[str, ...] = getattr(document, terms)
        for place, term in enumerate(given):
            is_main = place == 0 if terms == "topics" else place < FIRST_NEEDS or len(given) < MANY_NEEDS
            by_term[term][number] = ALSO if is_main else ABOUT
    return by_term


def _hard_word(word: GlossaryTerm, numbers: dict[str, int], texts: list[tuple[str, str]]) -> Meaning:
    phrases = _phrases(word.term, word.full or "", *word.also)
    looked_for = [f" {folded(text)} " for text in (word.term, word.full or "", *word.also) if folded(text)]
    postings: dict[int, int] = {}
    for number, (name, others) in enumerate(texts):
        if any(phrase in name for phrase in looked_for):
            postings[number] = NAME
        elif any(phrase in others for phrase in looked_for):
            postings[number] = SUMMARY
    if word.page and (number := numbers.get(content_url(word.page), -1)) >= 0:
        postings[number] = max(NAME, postings.get(number, 0))
    return Meaning(word.term, phrases, postings)


def _phrases(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, map(phrase_of, names))))


def misspellings(vocabulary: Vocabulary) -> dict[str, str]:
    """`autisim` → `autism`: the word meant, for what is not the name of anything itself."""
    meant: dict[str, str] = {}
    names: set[str] = set()
    terms: list[Need | Topic] = [*vocabulary.needs.values(), *vocabulary.topics.values()]
    for term in terms:
        known = _phrases(term.name, *term.synonyms, *term.abbreviations)
        names.update(known)
        for typed in filter(None, map(phrase_of, term.misspellings)):
            found, before = meant_by(typed, known), meant.get(typed)
            if before is None:
                is_better = not set(typed).isdisjoint(found)
            else:
                is_better = before != found and likeness(typed, found) > likeness(typed, before)
            if is_better:
                meant[typed] = found
    return {typed: found for typed, found in meant.items() if typed not in names}


@lru_cache(maxsize=5_000)  # a preview asks the same again at each edit
def meant_by(typed: str, known: tuple[str, ...]) -> str:
    """The words that a misspelling stands for: `swiming` → `swimming`; the term's name where none is like it."""
    if phrase := get_close_matches(typed, known, 1, 0.75):
        return phrase[0]
    words = list(dict.fromkeys(word for phrase in known for word in phrase.split()))
    parts = [get_close_matches(word, words, 1, 0.65) for word in typed.split()]
    return " ".join(part[0] for part in parts) if all(parts) else known[0]


def likeness(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1."""
    return SequenceMatcher(None, one, other).ratio()


# Ordinary words that no page has, so that no spelling correction makes another word of one: crisps are no crisis


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
    return frozenset(word for meant in danger if len(meant) >= SHORTEST for word in _words_like(meant))


def _words_like(meant: str) -> Iterator[str]:
    compared = SequenceMatcher(b=meant, autojunk=False)
    for word in english_words(meant[:2]):
        if abs(len(word) - len(meant)) <= 2 and word.isalpha():
            compared.set_seq1(word)
            if compared.quick_ratio() >= ALIKE and compared.ratio() >= ALIKE:
                yield word
