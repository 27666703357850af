"""Abbreviations of the glossary lead to their meaning where a standard page first uses them.

In: Markdown, and the glossary's page. Out: the same Markdown, the first “EHC plan” of it a link to what it means. A link
says the same to eyes, fingers and screen readers; a meaning shown only under a pointer does not. Where an author put
the word in bold, the author explains it, and nothing is added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from localoffer.outputs.page import Page
from localoffer.reading import WordLists
from localoffer.reading.passages import MASKED, mask_markup
from localoffer.reading.terms import first_uses

# Headings, table rows, the titles of notes, reference lines: a link there would be a surprise or break the form.
_UNTOUCHED = re.compile(r"^[ \t]*(?:#{1,6}[ \t]|\||!!!|\?\?\?|\[[^\]\n]{1,99}\]:|<).*$", re.MULTILINE)


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
