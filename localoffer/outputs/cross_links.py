"""What leads from one page to others: the easy-read twin, and the meaning of an abbreviation.

In: the Catalogue, and the glossary's page. Out: the same page with its links. The first “EHC plan” of a page is a link to
what it means: a link says the same to eyes, fingers and screen readers; a meaning shown only under a pointer does not.
Where an author put the word in bold, the author explains it, and nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from localoffer.addresses import easy_url, first_part, page_path
from localoffer.catalogue import Catalogue
from localoffer.kinds import kind_of
from localoffer.outputs.page import Page
from localoffer.reading import WordLists, word_lists
from localoffer.reading.passages import MASKED, mask_markup
from localoffer.reading.terms import first_uses

# Headings, table rows, the titles of notes, reference lines: a link there would be a surprise or break the form.
_UNTOUCHED = re.compile(r"^[ \t]*(?:#{1,6}[ \t]|\||!!!|\?\?\?|\[[^\]\n]{1,99}\]:|<).*$", re.MULTILINE)


class Joined:
    """`twins`: staged files of the easy-read pages there are so far. `glossary`: pages, of which one is the glossary."""

    def __init__(self, catalogue: Catalogue, glossary: Iterable[Page]) -> None:
        self.twins: set[str] = set()
        self.words = word_lists(catalogue.vocabulary)
        self.places = term_places(glossary)

    def page(self, page: Page) -> Page:
        """The page, leading to its twin, each abbreviation a link to the glossary where it first stands."""
        meta, body, kind = page.meta, page.body, kind_of(page.kind)
        same, first = easy_url(page.url), easy_url(first_part(page.url))
        for twin in ((same, first) if kind.twin == "easy-list" else (first,)) if kind.twin else ():
            if page_path(twin) in self.twins:
                meta = {**meta, "easy": twin}
                break
        if body and kind.is_prose and self.places:
            body = link_terms(body, self.words, self.places)
        return replace(page, meta=meta, body=body)


def term_places(pages: Iterable[Page]) -> dict[str, str]:
    """Glossary id → its address from the root: `ehc-plan` → `/glossary/#ehc-plan`."""
    return {
        word.id: f"/{page.url}#{word.id}"
        for page in pages
        if page.kind == "glossary"
        for letter in page.meta["words"]
        for word in letter["terms"]
    }


def link_terms(body: str, words: WordLists, places: Mapping[str, str]) -> str:
    """Markdown with the first use of each abbreviation as a link; nothing else is changed."""
    masked = _UNTOUCHED.sub(lambda found: MASKED * len(found[0]), body)
    masked = mask_markup(masked)
    parts, past = [], 0
    for found in first_uses(masked, words, set()):
        place = places.get(words.short_terms[found[0]].id)
        is_linked = f"[{found[0]}](" in body  # two links with the same words would lead to different places
        if place is None or is_linked or "*" in body[max(0, found.start() - 2) : found.start()]:
            continue
        parts += [body[past : found.start()], f"[{found[0]}]({place})"]
        past = found.end()
    return "".join([*parts, body[past:]])
