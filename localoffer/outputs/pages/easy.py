"""Easy-read pages: the twin of every page families read.

In: records and the Index. Out: Pages for theme/easy.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from localoffer.catalogue import Catalogue
from localoffer.easyread import EasyReadPage, Idea, Part, Section, easy_provider, easy_service, easy_twin
from localoffer.model import Provider, Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import EASY, Meta, Page, page_path
from localoffer.outputs.pages.easy_lists import easy_lists

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


def easy_service_page(service: Service, catalogue: Catalogue) -> Page:
    """A service in easy read."""
    return easy_page(easy_service(service, catalogue), "easy-service")


def easy_provider_page(provider: Provider, catalogue: Catalogue) -> Page:
    """A provider in easy read."""
    return easy_page(easy_provider(provider, catalogue), "easy-provider")


def easy_twin_pages(index: Index) -> Iterator[Page]:
    """The easy-read twins of hand-written pages."""
    for page in index.catalogue.content.values():
        if page.easy:
            kind = "easy-guide" if page.id.startswith("guides/") else "easy-content"
            yield easy_page(easy_twin(page, page.easy, index.catalogue), kind)


def easy_list_pages(index: Index) -> Iterator[Page]:
    """Home, find and every list in easy read."""
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
    return Page(easy_path(easy.address), kept, "", easy.source, kind, used)


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


def easy_path(url: str) -> str:
    """The staged file of a page's twin: `services/p/s/` → `easy-read/services/p/s.md`."""
    return page_path(easy_url(url))
