"""The glossary: every hard word and what it means, A to Z.

In: the Index. Out: Pages for theme/glossary.html, in parts that never end inside a letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from localoffer.addresses import GLOSSARY, GUIDES, content_url, part_url
from localoffer.letters import letter_of, name_order
from localoffer.model.vocabulary import GlossaryTerm
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages.a_to_z import letter_name
from localoffer.outputs.parts import pager
from localoffer.outputs.view import Link, Word

TERMS_ON_A_PAGE = 45


def make_pages(index: Index) -> list[Page]:
    """Every hard word and what it means, A to Z, in parts small enough for a slow phone."""
    terms = sorted(index.catalogue.vocabulary.glossary.values(), key=lambda term: name_order(term.term))
    parts = list(_whole_letters(terms))
    home = {
        letter_of(term.term): part_url(GLOSSARY, number) for number, part in enumerate(parts, start=1) for term in part
    }
    return [_glossary_part(index, part, number, len(parts), home) for number, part in enumerate(parts, start=1)]


def _whole_letters(terms: Sequence[GlossaryTerm]) -> Iterator[list[GlossaryTerm]]:
    """Parts of about TERMS_ON_A_PAGE words that never end inside a letter; one empty part for no words."""
    part: list[GlossaryTerm] = []
    for _, same_letter in groupby(terms, key=lambda term: letter_of(term.term)):
        letter = list(same_letter)
        if part and len(part) + len(letter) > TERMS_ON_A_PAGE:
            yield part
            part = []
        part += letter
    if part or not terms:
        yield part


def _glossary_part(index: Index, terms: Sequence[GlossaryTerm], number: int, total: int, home: dict[str, str]) -> Page:
    url = part_url(GLOSSARY, number)
    words: defaultdict[str, list[Word]] = defaultdict(list)
    for term in terms:
        page = index.catalogue.content.get(term.page or "")
        more = Link(page.title, content_url(page.id)) if page else None
        words[letter_of(term.term)].append(Word(term.id, term.term, term.full or "", term.meaning, more))
    meta: Meta = {
        "title": "What words mean",
        "summary": "Words and short forms that people who work with SEND use, in plain English.",
        "crumbs": [Link("Guides", GUIDES)],
        "letters": [
            Link(letter_name(letter), f"{'' if place == url else place}#letter-{letter.lower()}")
            for letter, place in home.items()
        ],
        "words": [{"letter": letter, "name": letter_name(letter), "terms": terms} for letter, terms in words.items()],
        **pager(GLOSSARY, number, total),
    }
    return new_page("glossary", url, meta, index.source_of("glossary"))
