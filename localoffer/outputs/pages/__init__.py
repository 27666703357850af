"""Catalogue → every page of the site, before MkDocs.

In: the Catalogue, and QR codes drawn before: no file, no clock. Out: `Draft`s that make `Page`s: a path in
build/docs, front matter for the theme, Markdown prose, and the file a person edits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache, partial
from importlib import import_module
from itertools import chain

from localoffer.addresses import easy_url, embed_url, page_path, part_url, service_url
from localoffer.cache.digests import digest_of
from localoffer.catalogue import Catalogue
from localoffer.catalogue.listed import listed_services
from localoffer.kinds import KINDS, kind_of
from localoffer.model import Service
from localoffer.outputs.cross_links import Joined
from localoffer.outputs.index import Index
from localoffer.outputs.lazy_page import Draft, ListDrafts, made
from localoffer.outputs.page import Page, page_text
from localoffer.outputs.pages.content import content_pages
from localoffer.outputs.pages.easy import (
    easy_list_pages,
    easy_pages,
    easy_provider_pages,
    easy_service_pages,
    easy_twin_pages,
)
from localoffer.outputs.pages.embeds import service_fragment
from localoffer.outputs.pages.glossary import make_pages as glossary_pages
from localoffer.outputs.pages.moved import moved_pages
from localoffer.outputs.pages.service import service_key, service_page
from localoffer.outputs.pages.statement import easy_statement, statement_pages
from localoffer.outputs.pages.urgent import needs_way_out
from localoffer.outputs.qr import Codes

__all__ = [
    "Codes",
    "Draft",
    "Joined",
    "ListDrafts",
    "Page",
    "draft_pages",
    "joined_of",
    "lists_key",
    "page_text",
    "service_drafts",
    "write_pages",
]


def write_pages(catalogue: Catalogue, codes: Codes | None = None) -> list[Page]:
    """Every page, standard and easy read, sorted by path. `codes`: the QR codes drawn before."""
    index = Index(catalogue, codes or Codes())
    return sorted((draft.make() for draft in draft_pages(index)), key=lambda page: page.path)


def draft_pages(index: Index, lists: ListDrafts | None = None) -> Iterator[Draft]:
    """Every page, one at a time; a page written by hand wins over one made here. `lists`: what is known of list pages."""
    lists = lists or ListDrafts("")
    written = content_pages(index)
    joined = joined_of(index)
    moved = [page for page in moved_pages(index) if page.url not in {other.url for other in written}]
    taken = {page.url for page in [*written, *moved]}
    kinds: set[str] = set()
    for draft in chain(_easy_drafts(index, joined, lists), _standard_drafts(index, joined, lists)):
        if kind_of(draft.kind).is_easy or draft.url not in taken:
            kinds.add(draft.kind)
            yield draft
    for page in [*written, *moved]:
        kinds.add(page.kind)
        yield made(joined.page(page))
    yield from _statement_drafts(index, joined, {kind for kind in kinds if not kind_of(kind).not_tested}, taken)


def lists_key(catalogue: Catalogue) -> str:
    """Stands for all that pages which show many records are made from: what all pages share, every provider and page of
    content, and of each service what lists show. Empty when that is not known."""
    records = [*catalogue.providers.values(), *catalogue.content.values()]
    twins = [page.easy for page in catalogue.content.values() if page.easy]
    parts = [catalogue.digest, *(record.origin.digest for record in [*records, *twins])]
    parts += [service.origin.listed for service in catalogue.services.values()]
    return digest_of(*parts) if all(parts) else ""


def _for_lists(index: Index) -> Index:
    """The index that lists are made from: it holds nothing that their key does not stand for."""
    return Index(replace(index.catalogue, services=listed_services(index.catalogue.services)))


def _easy_drafts(index: Index, joined: Joined, lists: ListDrafts) -> Iterator[Draft]:
    """Easy-read pages come first: a standard page must know whether it has a twin."""
    for draft in lists.drafts("easy", lambda: _easy_pages(_for_lists(index))):
        joined.twins.add(draft.path)
        yield draft


def _easy_pages(index: Index) -> Iterator[Page]:
    yield from chain(easy_twin_pages(index), easy_list_pages(index))
    for provider in index.catalogue.providers.values():
        yield from easy_provider_pages(provider, index.catalogue)


def _standard_drafts(index: Index, joined: Joined, lists: ListDrafts) -> Iterator[Draft]:
    for service in index.catalogue.services.values():
        yield from _service_drafts(service, index, joined, lists)
    yield from lists.drafts("standard", lambda: _standard_pages(_for_lists(index), joined))


def _standard_pages(index: Index, joined: Joined) -> Iterator[Page]:
    for make_pages in page_makers():
        yield from map(joined.page, make_pages(index))


def page_makers() -> Iterator[Callable[[Index], Iterable[Page]]]:
    """`make_pages` of each module that the rows of localoffer/kinds.py name."""
    for name in dict.fromkeys(kind.made_in for kind in KINDS if kind.made_in):
        yield import_module(f"{__name__}.{name}").make_pages


def joined_of(index: Index) -> Joined:
    """What leads from pages to others, before any page is made."""
    return Joined(index.catalogue, glossary_pages(index))


def service_drafts(service: Service, index: Index, joined: Joined | None = None) -> Iterator[Draft]:
    """The pages of one service by themselves."""
    yield from _service_drafts(service, index, joined or joined_of(index), ListDrafts(""))


def _service_drafts(service: Service, index: Index, joined: Joined, lists: ListDrafts) -> Iterator[Draft]:
    key, twin = service_key(service, index), easy_url(service_url(service.id))
    joined.twins.add(page_path(twin))
    parts = cache(lambda: easy_service_pages(service, index))
    for number in range(lists.parts(service.id, key, lambda: len(parts()))):
        make = partial(_part, parts, number)
        yield Draft(page_path(part_url(twin, number + 1)), "easy-service", service.path, make, key)
    path = page_path(service_url(service.id))
    yield Draft(path, "service", service.path, lambda: joined.page(service_page(service, index)), key)
    if not needs_way_out(service, index.catalogue):
        path = page_path(embed_url(service_url(service.id)))
        yield Draft(path, "embed-service", service.path, lambda: service_fragment(service, index), key)


def _part(parts: Callable[[], list[Page]], number: int) -> Page:
    return parts()[number]


def _statement_drafts(index: Index, joined: Joined, kinds: set[str], taken: set[str]) -> Iterator[Draft]:
    for easy in easy_pages(easy_statement(index, kinds), "easy-content"):
        joined.twins.add(easy.path)
        yield made(easy)
    yield from (made(joined.page(page)) for page in statement_pages(index, kinds) if page.url not in taken)
