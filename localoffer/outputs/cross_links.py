"""What leads from one page to others: the easy-read twin, and the meaning of an abbreviation.

In: the Catalogue, and the glossary's page. Out: the same page with its links.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from localoffer.addresses import easy_url, page_path
from localoffer.catalogue import Catalogue
from localoffer.kinds import kind_of
from localoffer.outputs.page import Page
from localoffer.outputs.pages.terms import link_terms, term_places
from localoffer.reading import word_lists


class Joined:
    """`twins`: staged files of the easy-read pages there are so far. `glossary`: pages, of which one is the glossary."""

    def __init__(self, catalogue: Catalogue, glossary: Iterable[Page]) -> None:
        self.twins: set[str] = set()
        self.words = word_lists(catalogue.vocabulary)
        self.places = term_places(glossary)

    def page(self, page: Page) -> Page:
        """The page, leading to its twin, each abbreviation a link to the glossary where it first stands."""
        meta, body, kind = page.meta, page.body, kind_of(page.kind)
        if kind.twin and page_path(easy_url(page.url)) in self.twins:
            meta = {**meta, "easy": easy_url(page.url)}
        if body and kind.is_prose and self.places:
            body = link_terms(body, self.words, self.places)
        return replace(page, meta=meta, body=body)
