"""Which standard page has which easy-read twin.

In: all standard pages, and the easy pages made from the same catalogue. Out:
the standard pages, each leading to its twin. Pages whose kind is exempt lead to
the easy-read home instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from localoffer.catalogue import Catalogue
from localoffer.pages.page import Page, page_path

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
}
"""Kinds of page without an easy-read twin, and why."""


def easy_pages(catalogue: Catalogue) -> list[Page]:
    """The easy-read twins. (The hook for localoffer.easyread: it returns Pages for theme/easy.html here.)"""
    del catalogue
    return []


def easy_url(url: str) -> str:
    """The address of a page's twin: `services/p/s/` → `easy-read/services/p/s/`."""
    return EASY + url


def join_twins(standard: Sequence[Page], easy: Sequence[Page]) -> list[Page]:
    """Standard pages that lead to their easy-read twins, then the twins."""
    known = {page.path for page in easy}
    joined = [
        replace(page, meta={**page.meta, "easy": easy_url(page.url)})
        if page.kind not in EXEMPT and page_path(easy_url(page.url)) in known
        else page
        for page in standard
    ]
    return [*joined, *easy]
