"""Easy-read pages: the twin of every page families read.

In: records and the Index. Out: Pages for theme/easy.html.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from localoffer.addresses import EASY, easy_url, is_guide
from localoffer.catalogue import Catalogue
from localoffer.easyread import EasyReadPage, Idea, Part, Section, easy_provider, easy_service, easy_twin
from localoffer.model import Provider, Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, filled, new_page
from localoffer.outputs.pages.dates import easy_dates
from localoffer.outputs.pages.easy_doors import easy_find, easy_home
from localoffer.outputs.pages.easy_lists import easy_lists
from localoffer.outputs.pages.languages import easy_languages, welcomes
from localoffer.outputs.pages.urgent import URGENT, needs_way_out
from localoffer.outputs.view import HardWord, Link


def easy_service_page(service: Service, index: Index) -> Page:
    """A service in easy read."""
    apart = {"told_apart": name} if (name := index.catalogue.told_apart.get(service.id)) else {}
    more: Meta = {**apart, **filled({"way_out": needs_way_out(service, index.catalogue)})}
    return easy_page(easy_service(service, index.catalogue, index.facts(service)), "easy-service", more)


def easy_provider_page(provider: Provider, catalogue: Catalogue) -> Page:
    """A provider in easy read."""
    apart = {"told_apart": name} if (name := catalogue.provider_apart(provider)) else {}
    return easy_page(easy_provider(provider, catalogue), "easy-provider", apart)


def easy_twin_pages(index: Index) -> Iterator[Page]:
    """The easy-read twins of hand-written pages."""
    for page in index.catalogue.content.values():
        if page.easy:
            kind = "easy-guide" if is_guide(page.id) else "easy-content"
            more: Meta = filled({"way_out": page.way_out, "urgent": page.template == URGENT})
            easy = easy_page(easy_twin(page, page.easy, index.catalogue), kind, more)
            shown = {call.picture for call in index.catalogue.urgent if call.picture} if more.get("urgent") else set()
            yield replace(easy, pictures=easy.pictures | shown)


def easy_list_pages(index: Index) -> Iterator[Page]:
    """Home, find and every list in easy read."""
    yield from (easy_page(found, "easy-list") for found in (easy_home(index), easy_find(index)))
    yield from (easy_page(found, "easy-list", pager) for found, pager in easy_lists(index))
    if index.catalogue.vocabulary.letters:
        yield easy_page(easy_dates(index), "easy-list")
    if index.catalogue.languages:
        yield easy_page(easy_languages(index), "easy-list", {"languages": welcomes(index.catalogue)})


def easy_page(easy: EasyReadPage, kind: str, pager: Meta | None = None) -> Page:
    """An easy-read page as front matter for theme/easy.html."""
    meta: Meta = {
        "title": easy.title,
        "summary": f"{easy.title}, in easy read: short words and pictures.",
        "standard": easy.full_page or ".",
        "out_of_date": "The full page has changed. These easy words may be old." if easy.is_out_of_date else "",
        "sections": [_section(section) for section in easy.sections],
        "crumbs": [Link("Easy read", EASY)] if easy.full_page else [],
        **(pager or {}),
    }
    used = frozenset(idea.picture for idea in easy.ideas if idea.picture)
    return replace(new_page(kind, easy_url(easy.address), meta, easy.source), pictures=used)


def _section(section: Section) -> Meta:
    ideas = [_idea(idea) for idea in section.ideas]
    return filled({"id": section.id, "heading": section.heading, "ideas": ideas, "rows": section.rows})


def _idea(idea: Idea) -> Meta:
    words = [_sentence(sentence) for sentence in idea.sentences]
    return filled({"picture": idea.picture, "alt": idea.alt, "words": words})


def _sentence(sentence: Sequence[Part]) -> str | list[str | Link | HardWord]:
    """Plain text, or texts, links and hard words."""
    if all(not part.href and not part.is_term for part in sentence):
        return "".join(part.text for part in sentence)
    return [
        Link(part.text, part.href) if part.href else HardWord(part.text) if part.is_term else part.text
        for part in sentence
    ]
