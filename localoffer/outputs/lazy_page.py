"""A page that is not made yet: what it will be called, what it is made from, and how to make it.

In: nothing but words and a function. Out: `Draft`s, so that a page whose makings are the same as last time need not be
made again, and thirty thousand pages need not be held at once.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

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


def made(page: Page) -> Draft:
    """The draft of a page that is there already."""
    return Draft(page.path, page.kind, page.source, lambda: page)
