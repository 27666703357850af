"""Long pages are short on a phone: what is folded there is one press away, and open on paper."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext

from tests.browser.conftest import OpenPage

SCREEN = 740
#: page → how many screens of a phone it may have, folds closed. Home at night, with whom to call.
MOST = {"/": 7.3, "/take-part/you-said-we-did/": 6, "/dates/": 8, "/guides/if-you-do-not-agree/": 8}
MOST_OF_A_GUIDE = 8
NEVER_FOLDED = "/guides/emergencies/"
HEIGHT = "document.documentElement.scrollHeight"


def test_long_pages_are_folded_and_print_open(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(width=360).new_page()
    page.set_viewport_size({"width": 360, "height": SCREEN})
    page.clock.set_fixed_time("2026-11-24T22:00:00Z")
    screens, shut = {}, {}
    for address in MOST:
        page.goto(address)
        screens[address] = page.evaluate(HEIGHT) / SCREEN
        page.emulate_media(media="print")
        folds = page.locator("main details.lo-fold:not(.lo-wrong)")
        assert folds.count() > 0, address
        shut[address] = folds.evaluate_all(
            "all => all.filter((one) => one.lastElementChild.getBoundingClientRect().height < 10).length"
        )
        page.emulate_media(media="screen")
    assert {address: found for address, found in screens.items() if found > MOST[address]} == {}
    assert {address: found for address, found in shut.items() if found} == {}


def test_every_guide_has_eight_screens_at_most_while_its_parts_are_folded(
    new_page: OpenPage,
) -> None:
    page = new_page(width=360)
    page.set_viewport_size({"width": 360, "height": SCREEN})
    page.goto("/guides/")
    links = page.locator("main a[href]").evaluate_all("all => all.map((one) => new URL(one.href).pathname)")
    guides = sorted({link for link in links if link.startswith("/guides/") and link not in {"/guides/", NEVER_FOLDED}})
    screens = {}
    for guide in guides:
        page.goto(guide)
        screens[guide] = page.evaluate(HEIGHT) / SCREEN
    assert len(guides) > 30
    assert {guide: found for guide, found in screens.items() if found > MOST_OF_A_GUIDE} == {}
    page.goto(NEVER_FOLDED)
    assert page.locator(".lo-prose--page details").count() == 0, "urgent help is never folded"
