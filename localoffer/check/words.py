"""The reading rules over the whole offer: listings, providers, vocabularies and hand-written pages.

In: the catalogue. Out: findings, each at the line and column of the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from localoffer.catalogue import Catalogue
from localoffer.findings import Finding
from localoffer.model import ContentPage, Provider, Record, Service
from localoffer.reading.cache import FindingsCache, Kept
from localoffer.reading.lists import WordLists
from localoffer.reading.passages import EASY, STANDARD, Passage, blocks_of
from localoffer.reading.place import Place, check_grade, check_passage, place_in
from localoffer.reading.quotes import check_quotes
from localoffer.records.texts import PublishedText, texts

#: Fields whose words are names or labels, not sentences of ours to judge.
LABELS = frozenset(
    """
    name option title role alt caption contains_text credit licence term full also avoid also_known_as synonyms
    senco place short_name
    """.split()
)
MARKDOWN_FIELDS = frozenset({"description"})


def check_reading(catalogue: Catalogue, words: WordLists, cache: FindingsCache | None = None) -> Iterator[Finding]:
    """Every reading rule over every word people read, easy-read twins apart."""
    cache = cache or FindingsCache(None, words)
    return cache.all_found(reading_checks(catalogue, words, cache))


def reading_checks(catalogue: Catalogue, words: WordLists, cache: FindingsCache) -> list[Kept]:
    """These rules, file by file."""
    checks: list[Kept] = []
    records: list[Service | Provider] = [*catalogue.providers.values(), *catalogue.services.values()]
    for record in records:
        names = names_of(record, catalogue) if isinstance(record, Service) else (record.name,)
        checks.append((cache.key(record.origin.digest, names), partial(check_record, record, words, names)))
    for page in catalogue.content.values():
        checks.append((cache.key(page.origin.digest, ()), partial(check_page, page, words)))
    return checks


def names_of(service: Service, catalogue: Catalogue) -> tuple[str, ...]:
    """Names a listing's own sentences may hold: they count as one word."""
    provider = catalogue.providers.get(service.provider_id)
    people = [contact.name or "" for contact in service.contacts]
    return (service.name, provider.name if provider else "", *people, *(place.name for place in service.locations))


def prose_of(record: Record) -> Iterator[PublishedText]:
    """The texts of a record that are sentences."""
    for text in texts(record):
        field = next(part for part in reversed(text.field.split(".")) if not part.isdigit())
        if field not in LABELS:
            yield text


def check_record(record: Record, words: WordLists, names: tuple[str, ...]) -> Iterator[Finding]:
    """The rules over one listing's prose; its easy-read points by the strict rows of the table."""
    for text in prose_of(record):
        kind = EASY if "easy_read" in text.field else STANDARD
        came_in = isinstance(record, Service | Provider) and record.is_as_it_came and kind == STANDARD
        is_markdown = text.field in MARKDOWN_FIELDS
        passages = (
            blocks_of(text.text, kind, names)
            if is_markdown
            else [Passage(text.text, kind, exempt=names, has_links=False, is_split=_is_split(text.field))]
        )
        for passage in passages:
            yield from check_passage(passage, words, record.path, _place_in_field(text, passage.offset), came_in)


def _is_split(field: str) -> bool:
    """True for an easy-read line that a page says in blocks of three sentences, whatever its length; points and news stand whole."""
    return "easy_read" in field and not field.startswith(("easy_read.", "alert."))


def _place_in_field(text: PublishedText, start: int) -> Place:
    return lambda _source, offset: text.position(start + offset)


def check_page(page: ContentPage, words: WordLists) -> Iterator[Finding]:
    """The rules over a hand-written page, its title and summary too, and its reading grade."""
    for field, words_of_it in (("title", page.title), ("summary", page.summary)):
        passage = Passage(words_of_it, STANDARD, has_links=False, whole_sentence=field == "summary")
        yield from check_passage(passage, words, page.path, _place_in_front(page, field))
    for passage in blocks_of(page.body, STANDARD):
        yield from check_passage(passage, words, page.path, _place_in_page(page, passage.offset))
    yield from check_quotes(page.body, page.path, page.body_line)
    yield from check_grade(page.body, STANDARD, page.path, page.body_line)


def _place_in_front(page: ContentPage, field: str) -> Place:
    return lambda _source, offset: page.origin.position(field, offset)


def _place_in_page(page: ContentPage, start: int) -> Place:
    """Lines are counted by halving, so that a page with a thousand faults takes no longer for each."""
    return place_in(page.body, page.body_line, start)
