"""What is published of many new services, made by copies of this process while it makes lists and all else.

In: the Index, and which pages are known. Out: the text of each service's pages, and in the store what open data and search say of it.
Nothing depends on it but time: what no copy has made is made when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from localoffer.addresses import page_path, service_url
from localoffer.cache.store import Room
from localoffer.exchange.telling.offer import write_kept
from localoffer.kinds import kind_of
from localoffer.outputs.index import Index
from localoffer.outputs.pages import Codes, Joined, joined_of, page_text, service_drafts
from localoffer.outputs.pages.service import service_key
from localoffer.outputs.search.documents import document_kept
from localoffer.system.copies import in_copies

FEW = 60
"""Services that are made before a copy of the process is."""
TOGETHER = 20
"""Services that one copy makes before it hands over what it has."""
Texts = dict[str, tuple[str, tuple[str, ...]]]
"""A staged page's path → its text, and the pictures it shows."""


class PagesAhead:
    """The pages of services that copies make. They come in the order of the services, a few at a time."""

    def __init__(self, index: Index, is_known: Callable[[str, str], bool], processors: int | None = None) -> None:
        """`is_known`: whether the page at a path is there, made from what has this key."""
        keys = {service.id: service_key(service, index) for service in index.catalogue.services.values()}
        new = [name for name, key in keys.items() if not is_known(page_path(service_url(name)), key)]
        self._coming = in_copies(_Maker(index), new, FEW, processors, TOGETHER)
        self._waited_for = set(new)
        self._texts: Texts = {}
        self._easy: dict[str, int] = {}

    def parts(self, name: str) -> int:
        """In how many easy-read pages a service is told; 0 where no copy has made them."""
        while name in self._waited_for and name not in self._easy:
            some = next(self._coming, None)
            if some is None:
                self._waited_for.clear()
                return 0
            for service, (easy, texts) in some.items():
                self._easy[service] = easy
                self._texts |= texts
        return self._easy.get(name, 0)

    def take(self, path: str) -> tuple[str, frozenset[str]] | None:
        """The text of a page and the pictures it shows, handed over once."""
        found = self._texts.pop(path, None)
        return (found[0], frozenset(found[1])) if found else None


class _Maker:
    """Works in a copy of the process, which has a connection of its own to the store, and keeps what it has worked out."""

    def __init__(self, index: Index) -> None:
        self._index = index

    @cached_property
    def _own(self) -> Index:
        return replace(self._index, codes=Codes(self._index.kept))

    @cached_property
    def _joined(self) -> Joined:
        return joined_of(self._own)

    def __call__(self, names: Sequence[str]) -> Mapping[str, tuple[int, Texts]]:
        """The pages of these services, and in how many of them each is told in easy read."""
        index, made = self._own, dict[str, tuple[int, Texts]]()
        with Room(index.kept, "written") as written, Room(index.kept, "searched") as searched:
            for name in names:
                service, texts, easy = index.catalogue.services[name], Texts(), 0
                for draft in service_drafts(service, index, self._joined):
                    page = draft.make()
                    easy += kind_of(draft.kind).is_easy
                    texts[draft.path] = page_text(page), tuple(sorted(page.pictures))
                made[name] = easy, texts
                write_kept(service, index.catalogue, written)
                document_kept(service, index, searched)
        index.codes.write()
        return made
