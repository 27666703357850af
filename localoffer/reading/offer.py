"""The reading rules over the whole offer: listings, providers, vocabularies and hand-written pages.

In: the catalogue. Out: findings, each at the line and column of the words.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from functools import lru_cache

from localoffer.catalogue import Catalogue
from localoffer.findings import WARNING, Finding
from localoffer.model import ContentPage, Provider, Record, Service
from localoffer.reading.cache import FindingsCache
from localoffer.reading.grade import GRADES, reading_grade
from localoffer.reading.lists import Term, WordLists
from localoffer.reading.passages import EASY, STANDARD, Passage, blocks_of
from localoffer.reading.rules import RULES
from localoffer.records.texts import PublishedText, texts

Place = Callable[[str, int], tuple[int, int]]

#: Fields whose words are names or labels, not sentences of ours to judge.
LABELS = frozenset(
    {
        "name",
        "option",
        "title",
        "role",
        "alt",
        "caption",
        "contains_text",
        "credit",
        "licence",
        "term",
        "full",
        "also",
        "avoid",
        "also_known_as",
        "synonyms",
        "senco",
        "place",
    }
)
MARKDOWN_FIELDS = frozenset({"description"})


def word_lists(catalogue: Catalogue) -> WordLists:
    """The lists the rules read, from the vocabularies."""
    vocabulary = catalogue.vocabulary
    terms = tuple(
        Term(
            entry.term,
            entry.full or "",
            entry.meaning,
            entry.easy_read or "",
            tuple(entry.avoid),
            entry.id,
            tuple(entry.also),
        )
        for entry in vocabulary.glossary.values()
    )
    lists = vocabulary.words
    return WordLists(
        avoid={form.lower(): entry.better for entry in lists.avoid for form in (entry.word, *entry.forms)},
        contractions={entry.word.lower(): entry.better for entry in lists.contractions},
        common=vocabulary.common_words,
        known_acronyms=frozenset(entry.word for entry in lists.acronyms),
        terms=terms,
    )


def check_reading(catalogue: Catalogue, words: WordLists, cache: FindingsCache | None = None) -> Iterator[Finding]:
    """Every reading rule over every word people read, easy-read twins apart."""
    cache = cache or FindingsCache(None, words)
    for provider in catalogue.providers.values():
        yield from _read(cache, provider, words, (provider.name,))
    for service in catalogue.services.values():
        yield from _read(cache, service, words, names_of(service, catalogue))
    for page in catalogue.content.values():
        yield from cache.findings(page, (), lambda page=page: check_page(page, words))  # type: ignore[misc]


def _read(cache: FindingsCache, record: Service | Provider, words: WordLists, names: tuple[str, ...]) -> list[Finding]:
    return cache.findings(record, names, lambda: check_record(record, words, names))


def names_of(service: Service, catalogue: Catalogue) -> tuple[str, ...]:
    """Names a listing's own sentences may hold: they count as one word."""
    provider = catalogue.providers.get(service.provider_id)
    people = [contact.name or "" for contact in service.contacts]
    return (service.name, provider.name if provider else "", *people, *(place.name for place in service.locations))


def check_record(record: Service | Provider | Record, words: WordLists, names: tuple[str, ...]) -> Iterator[Finding]:
    """The rules over one listing's prose; its easy-read points by the strict rows of the table."""
    for text in texts(record):
        last = next(part for part in reversed(text.field.split(".")) if not part.isdigit())
        if last in LABELS:
            continue
        kind = EASY if "easy_read" in text.field else STANDARD
        is_markdown = text.field in MARKDOWN_FIELDS
        passages = (
            blocks_of(text.text, kind, names)
            if is_markdown
            else [Passage(text.text, kind, exempt=names, has_links=False)]
        )
        for passage in passages:
            yield from check_passage(passage, words, record.path, _place_in_field(text, passage.offset))


def _place_in_field(text: PublishedText, start: int) -> Place:
    return lambda _source, offset: text.position(start + offset)


def check_page(page: ContentPage, words: WordLists) -> Iterator[Finding]:
    """The rules over a hand-written page, and its reading grade."""
    for passage in blocks_of(page.body, STANDARD):
        yield from check_passage(passage, words, page.path, _place_in_page(page, passage.offset))
    yield from check_grade(page.body, STANDARD, page.path, page.body_line)


def _place_in_page(page: ContentPage, start: int) -> Place:
    """Lines are counted by halving, so that a page with a thousand faults takes no longer for each."""
    return place_in(page.body, page.body_line, start)


def place_in(body: str, first_line: int, start: int = 0) -> Place:
    """From an offset of a passage that starts at `start` of a body to the file's line and column."""
    lines = line_starts(body)

    def place(_source: str, offset: int) -> tuple[int, int]:
        number = bisect_right(lines, start + offset) - 1
        return first_line + number, start + offset - lines[number] + 1

    return place


@lru_cache(maxsize=4)
def line_starts(body: str) -> tuple[int, ...]:
    """Where each line of a text starts."""
    return (0, *(found.end() for found in re.finditer("\n", body)))


def check_grade(body: str, kind: str, path: str, line: int) -> Iterator[Finding]:
    """A page of 100 words or more has a reading grade (Flesch–Kincaid) of at most 4 in easy read and 6 elsewhere."""
    grade = reading_grade(passage.text for passage in blocks_of(body, kind) if passage.whole_sentence)
    if grade is not None and grade > GRADES[kind]:
        yield Finding(
            path,
            line,
            1,
            WARNING,
            "reading-grade",
            f"the reading grade of this page is {grade:.1f}, and {GRADES[kind]} is the aim",
            "shorten the longest sentences first; `build.py report reading` lists them.",
        )


def check_passage(passage: Passage, words: WordLists, path: str, place: Place) -> Iterator[Finding]:
    """Every rule over one passage; `place` turns an offset of it into a line and column."""
    for rule in RULES:
        for fault in rule.check(passage, words):
            line, column = place(passage.source, fault.start)
            yield Finding(path, line, column, fault.severity, rule.id, fault.message, fault.fix)
