"""A page that is not made yet: what it will be called, what it is made from, and how to make it.

In: nothing but words and a function. Out: `Draft`s, so that a page whose makings are the same as last time need not be
made again, and thirty thousand pages need not be held at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import Any

from localoffer.addresses import page_url
from localoffer.outputs.page import Page


@dataclass(frozen=True)
class Draft:
    """`path`, `kind` and `source` are those of the page. `key` stands for all it is made from: equal keys make equal
    pages; where it is empty, nobody knows, and the page is always made."""

    path: str
    kind: str
    source: str
    make: Callable[[], Page]
    key: str = ""

    @property
    def url(self) -> str:
        """The page's address."""
        return page_url(self.path)


def made(page: Page, key: str = "") -> Draft:
    """The draft of a page that is there already."""
    return Draft(page.path, page.kind, page.source, lambda: page, key)


PARTS = "parts of a service"


def _none(_name: str) -> int:
    return 0


class ListDrafts:
    """Drafts of all pages with a common key: the pages that show many records. `outline` holds their names from one run
    to the next: group → rows of path, kind and source. With an equal key no page need be made to know which there are."""

    def __init__(
        self, key: str, outline: Mapping[str, Any] | None = None, parts_ahead: Callable[[str], int] = _none
    ) -> None:
        """`parts_ahead`: in how many pages a thing is told, where somebody has made them already; else 0."""
        self.key, self._parts_ahead = key, parts_ahead
        self.before: Mapping[str, Any] = outline if outline and key and outline.get("key") == key else {}
        self._parts_before: Mapping[str, Any] = (outline or {}).get(PARTS, {})
        self.outline: dict[str, Any] = {"key": key, PARTS: {}}

    def parts(self, name: str, key: str, count: Callable[[], int]) -> int:
        """In how many pages a thing is told: as many as last time if it is made from the same, else counted."""
        before = self._parts_before.get(name)
        number = before[1] if before and key and before[0] == key else self._parts_ahead(name) or count()
        self.outline[PARTS][name] = [key, number]
        return int(number)

    def drafts(self, group: str, make_pages: Callable[[], Iterable[Page]]) -> Iterator[Draft]:
        """The drafts of one group of pages, which `make_pages` makes all together."""
        rows = self.outline[group] = self.before.get(group, [])
        if rows:
            every = cache(lambda: {page.path: page for page in make_pages()})
            for path, kind, source in rows:
                yield Draft(path, kind, source, partial(_one_of, every, path), self.key)
            return
        for page in make_pages():
            rows.append([page.path, page.kind, page.source])
            yield made(page, self.key)


def _one_of(every: Callable[[], Mapping[str, Page]], path: str) -> Page:
    return every()[path]
