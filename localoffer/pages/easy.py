"""Easy-read pages: the twin of every page families read.

In: the Index and the standard pages. Out: Pages for theme/easy.html, and the standard pages, each leading to its twin.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from localoffer.easyread import EasyReadPage, Idea, Part, Section, easy_provider, easy_service, easy_twin
from localoffer.pages.easy_lists import easy_lists
from localoffer.pages.index import Index
from localoffer.pages.page import Meta, Page, page_path

EASY = "easy-read/"
EXEMPT = {
    "area": "the same services are under topics and needs",
    "areas": "the same services are under topics and needs",
    "a-z": "a list of names in the order of letters",
    "list": "the same services are under topics and needs",
    "need-stage": "a cut through two lists that have their own easy-read pages",
    "redirect": "sends on by itself",
    "news": "the same services are under topics and needs",
    "about": "figures and law for people who check on the council",
    "glossary": "each easy-read page explains its own words",
    "my-list": "the reader's own list, kept in the reader's own browser",
    "settings": "switches that change how pages look, easy read too",
}
"""Kinds of page without an easy-read twin, and why. Those pages lead to the easy-read home instead."""


def easy_pages(index: Index) -> Iterator[Page]:
    """Every easy-read page."""
    catalogue = index.catalogue
    for service in catalogue.services.values():
        yield easy_page(easy_service(service, catalogue), "easy-service")
    for provider in catalogue.providers.values():
        yield easy_page(easy_provider(provider, catalogue), "easy-provider")
    for page in catalogue.content.values():
        if page.easy:
            kind = "easy-guide" if page.id.startswith("guides/") else "easy-content"
            yield easy_page(easy_twin(page, page.easy, catalogue), kind)
    yield from (easy_page(found, "easy-list", pager) for found, pager in easy_lists(index))


def easy_page(easy: EasyReadPage, kind: str, pager: Meta | None = None) -> Page:
    """An easy-read page as front matter for theme/easy.html."""
    meta: Meta = {
        "template": "easy.html",
        "title": easy.title,
        "summary": f"{easy.title}, in easy read: short words and pictures.",
        "standard": easy.full_page or ".",
        "out_of_date": "The full page has changed. These easy words may be old." if easy.is_out_of_date else "",
        "sections": [_section(section) for section in easy.sections],
        "crumbs": [["Easy read", EASY]] if easy.full_page else [],
        **(pager or {}),
    }
    used = frozenset(idea.picture for idea in easy.ideas if idea.picture)
    kept = {key: value for key, value in meta.items() if value}
    return Page(page_path(easy_url(easy.address)), kept, "", easy.source, kind, used)


def _section(section: Section) -> Meta:
    facts: Meta = {
        "id": section.id,
        "heading": section.heading,
        "ideas": [_idea(idea) for idea in section.ideas],
        "rows": [[row.text, row.href, row.note] for row in section.rows],
    }
    return {key: value for key, value in facts.items() if value}


def _idea(idea: Idea) -> Meta:
    facts: Meta = {
        "picture": idea.picture,
        "alt": idea.alt,
        "words": [_sentence(sentence) for sentence in idea.sentences],
    }
    return {key: value for key, value in facts.items() if value}


def _sentence(sentence: Sequence[Part]) -> str | list[str | list[str]]:
    """Plain text, or texts, `[words, address]` for a link and `[words]` for a hard word."""
    if all(not part.href and not part.is_term for part in sentence):
        return "".join(part.text for part in sentence)
    return [[part.text, part.href] if part.href else [part.text] if part.is_term else part.text for part in sentence]


def easy_url(url: str) -> str:
    """The address of a page's twin: `services/p/s/` → `easy-read/services/p/s/`."""
    return EASY + url


def join_twins(standard: Sequence[Page], easy: Sequence[Page]) -> list[Page]:
    """Standard pages that lead to their easy-read twins, then the twins."""
    known = {page.path for page in easy}
    joined = [
        replace(page, meta={**page.meta, "easy": twin})
        if page.kind not in EXEMPT and page_path(twin := easy_url(page.url)) in known
        else page
        for page in standard
    ]
    return [*joined, *easy]
