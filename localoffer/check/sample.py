"""Nothing of the sample is published as a council's own: its numbers, addresses, names, comments and tests.

In: the catalogue. Out: an error for each fact of the sample, at its line; nothing where mkdocs.yml says `sample: yes`, as then
every page says so itself. National text is not looked at: a test of the generator does that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from pydantic import BaseModel

from localoffer.cache.digests import text_hash
from localoffer.catalogue import Catalogue
from localoffer.catalogue.rules import SAMPLE_FACT
from localoffer.findings import Finding
from localoffer.model import ContentPage, EasyPage, Record
from localoffer.model.contact_forms import DRAMA
from localoffer.overlay import is_national
from localoffer.reading import FindingsCache
from localoffer.records.markdown import body_position

SAYS_SAMPLE = "If all of this is a sample, write sample: yes below extra: in mkdocs.yml, and every page says so."

_NUMBER = re.compile(r"(?<!\d)\d[\d ]{8,20}\d(?!\d)")
_ADDRESS = re.compile(r"(?<![\w-])[\w.@-]*(?:\.example|\bexample\.(?:org|com|net))(?![\w-])")
_POSTCODE = re.compile(r"\bMB\d{1,2}(?: ?\d[A-Z]{2})?\b")
_NAME = re.compile(
    r"\bMarlbrook (?:Council|SEND\w*|Library|College|Parents|Carers|Advocacy|Local Offer|Readers)\b|\bMarl Young Minds\b|\bSam Okoro\b"
)
#: What the families of the sample said, as `text_hash` of each: made up, all of it.
COMMENTS = frozenset(
    """
    e1b622abe351 16827ebe994c f11a2d23b1e8 442713dcf41d 7dd2724d75ff 4569472b8535 abd67403f29e 649816bef4de
    9aac5c28a173 74ccc98d5d96 f1387f00dc31 a897d7d775eb c0da4262b51b 819ac4d508d8 c7bb529beb5b f99e9d1c6486
    6664da477188 8a5539c1e73c 864d44cd71a8 12a500174119
    """.split()
)


class Mark(NamedTuple):
    """Words of the sample in a text, where they begin, and what they are."""

    start: int
    words: str
    what: str


def check_sample(catalogue: Catalogue, cache: FindingsCache) -> Iterator[Finding]:
    """Every fact of the sample, in every file of this place."""
    if catalogue.site.sample:
        return
    records = (*catalogue.providers.values(), *catalogue.services.values())
    for record in records:
        yield from cache.findings(record.origin.digest, ("sample",), lambda record=record: _in_record(record))  # type: ignore[misc]
    for page in catalogue.content.values():
        for body in (page, page.easy):
            if body is not None and not is_national(body.path):
                yield from _in_page(body)
    for other in _lists(catalogue):
        yield from _in_record(other)
    for comment in catalogue.vocabulary.comments:
        if text_hash(comment.you_said) in COMMENTS:
            message = "this comment is the sample's: nobody here has said it"
            fix = f"take it out, and write what families here have said. {SAYS_SAMPLE}"
            yield SAMPLE_FACT.in_field(comment, "you_said", message, fix)


def _lists(catalogue: Catalogue) -> Iterator[Record]:
    words = catalogue.vocabulary
    yield from (catalogue.site, catalogue.local)
    yield from words.comments
    yield from [words.evidence] if words.evidence else []
    for name in ("areas", "schools", "topics", "needs", "features", "glossary", "situations", "duties", "pictures"):
        yield from (member for member in getattr(words, name).values() if not is_national(member.path))


def marks(text: str) -> Iterator[Mark]:
    """The sample's facts in a text."""
    for found in _NUMBER.finditer(text):
        digits = re.sub(r"\D", "", found[0]).removeprefix("18001").removeprefix("18002")
        if DRAMA.fullmatch(digits):
            yield Mark(found.start(), found[0], "a number for films and samples, which nobody has")
    for pattern, what in (
        (_ADDRESS, "an address for samples, which leads nowhere"),
        (_POSTCODE, "a postcode of the sample, which is nowhere"),
        (_NAME, "a name of the sample"),
    ):
        yield from (Mark(found.start(), found[0], what) for found in pattern.finditer(text))


def _in_record(record: Record) -> Iterator[Finding]:
    for field, text in _texts(record, ""):
        for mark in list(marks(text))[:1]:
            yield SAMPLE_FACT.in_field(record, field, f"“{mark.words}” is {mark.what}", _fix(field))


def _in_page(page: ContentPage | EasyPage) -> Iterator[Finding]:
    yield from _in_record(page)
    for mark in marks(page.written_body):
        at = body_position(page.written_body, mark.start, page.body_line)
        yield SAMPLE_FACT.finding(page.path, f"“{mark.words}” is {mark.what}", _fix("the text"), at)


def _fix(field: str) -> str:
    return f"write what is true here in {field}, or take it out. {SAYS_SAMPLE}"


def _texts(value: Any, field: str) -> Iterator[tuple[str, str]]:
    """Every text of a record, by the path of its field."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from _texts(getattr(value, name), f"{field}.{name}" if field else name)
    elif isinstance(value, list | tuple):
        for number, member in enumerate(value):
            yield from _texts(member, f"{field}.{number}")
