"""What a test leaves in a window that others use after it: nothing, but what went wrong is told."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.windows import Windows

STORED = """[localStorage.length, sessionStorage.length, document.cookie, innerWidth, history.length,
  matchMedia('(prefers-color-scheme: dark)').matches, matchMedia('print').matches]"""


def test_the_next_test_finds_nothing_of_the_last(browser: Browser, server: str) -> None:
    windows = Windows(browser, server)
    first, beside = (windows.lend(js=True, touch=False) for _ in range(2))
    page, other = first.page(width=360, dark=True), beside.page(width=1280, dark=False)
    for one in (page, other):
        one.goto("/about/help/")
    page.emulate_media(media="print")
    page.route("**/*", lambda route: route.abort())
    page.evaluate("localStorage.kept = sessionStorage.kept = '1'; document.cookie = 'kept=1'; console.error('oh')")
    assert page.evaluate(STORED) == [1, 1, "kept=1", 360, 2, True, True]
    assert other.evaluate(STORED) == [0, 0, "", 1280, 2, False, False]
    assert windows.take_back() == ["console: oh"]
    again = windows.lend(js=True, touch=False), windows.lend(js=True, touch=False)
    assert set(again) == {first, beside}
    for window in again:
        page = window.page(width=1280, dark=False)
        page.goto("/about/help/")
        assert page.evaluate(STORED) == [0, 0, "", 1280, 2, False, False]
    assert windows.take_back() == []
    for window in again:
        window.context.close()


def test_a_clock_or_a_script_that_would_stay_is_told(browser: Browser, server: str) -> None:
    windows = Windows(browser, server)
    window = windows.lend(js=True, touch=False)
    page = window.page(width=360, dark=False)
    with pytest.raises(AssertionError, match="ask for new_context"):
        page.add_init_script("window.later = true")
    page.clock.set_fixed_time("2026-11-24T11:00:00Z")
    page.goto("/about/help/")
    with pytest.raises(AssertionError, match="ask for new_context"):
        windows.take_back()
    window.context.close()
