"""On paper no sheet is without words, or nearly so: one page of every kind, and those that once had such a sheet."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from tests.browser.conftest import OpenPage
from tests.browser.paper import lines_of_sheets
from tests.browser.screens import PAGES

FEWEST = 3
ONCE = (
    "areas/easton/page/3/", "a-z/f/", "guides/bullying-and-online-safety/", "guides/annual-review/", "guides/being-16-to-25/", "guides/starting-school/", "needs/",
    "needs/learning-disability/19-to-25/", "services/marlbrook-early-years/inclusion-fund/", "topics/mediation/",
    "topics/employment/", "about/checks/easy-read/", "dates/",
)  # fmt: skip
KINDS = (
    "home",
    "service",
    "provider",
    "topics",
    "age",
    "guides",
    "guide",
    "statement",
    "my-list",
    "easy-service",
    "easy-guide",
)
"""One of each template; what prints like them is left out, since a print costs half a second."""


def test_no_sheet_is_without_words(new_page: OpenPage) -> None:
    page = new_page()
    few = {}
    for address in (*map(PAGES.__getitem__, KINDS), *ONCE):
        page.goto(f"/{address}")
        lines = lines_of_sheets(page.pdf(format="A4", prefer_css_page_size=True))
        assert max(lines) > 10, f"{address}: the words were not found"
        if min(lines) < FEWEST:
            few[address] = lines
    assert few == {}


def test_a_sheet_without_words_is_found(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(bypass_csp=True).new_page()
    page.goto("/ages/")
    page.add_style_tag(
        content="@media print { main::after { content: ''; display: block; break-before: page; height: 1cm; } }"
    )
    assert lines_of_sheets(page.pdf(format="A4", prefer_css_page_size=True))[-1] == 0
