"""Reading settings and Listen in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from localoffer.check.colours import contrast
from tests.browser.conftest import OpenPage

SPEECH = """
window.said = [];
const voice = { speak(words) { said.push(words.text); this.now = words; if (said.length < 4) setTimeout(() => words.onend?.(), 5); }, cancel() { window.cancelled = true; } };
Object.defineProperty(window, 'speechSynthesis', { value: voice, configurable: true });
window.SpeechSynthesisUtterance = function (text) { this.text = text; };
"""


def style(page: Page, of: str, name: str) -> Any:
    return page.evaluate("([of, name]) => getComputedStyle(document.querySelector(of))[name]", [of, name])


def test_a_choice_works_at_once_and_on_every_page(open_page: OpenPage) -> None:
    page = open_page("/about/settings/")
    before = float(style(page, "main p", "fontSize").removesuffix("px"))
    page.get_by_label("Largest").check()
    assert float(style(page, "main p", "fontSize").removesuffix("px")) > before * 1.4
    expect(page.get_by_role("status")).to_contain_text("Size of the text: Largest. Kept in this browser.")
    for address in ("/", "/services/marl-trust/saturday-club/", "/easy-read/"):
        page.goto(address)
        expect(page.locator("html")).to_have_attribute("data-lo-size", "largest")


def test_everything_can_be_put_back(open_page: OpenPage) -> None:
    page = open_page("/about/settings/")
    page.get_by_label("Yellow on black").check()
    page.get_by_label("Wide").check()
    page.get_by_role("button", name="Put everything back").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("as it comes again")
    page.reload()
    assert (
        page.evaluate(
            "[...document.documentElement.attributes].filter((each) => each.name.startsWith('data-lo')).length"
        )
        == 0
    )


def test_the_arrow_keys_choose(open_page: OpenPage) -> None:
    page = open_page("/about/settings/")
    expect(page.locator("[data-lo-settings]")).to_be_visible()  # what is hidden cannot have the focus
    page.locator("input[name=theme]").first.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_label("Dark", exact=True)).to_be_checked()
    expect(page.locator("html")).to_have_attribute("data-lo-theme", "dark")


@pytest.mark.parametrize("system_dark", [False, True])
def test_light_and_dark_overrule_the_device(open_page: OpenPage, system_dark: bool) -> None:
    page = open_page("/about/settings/", dark=system_dark)
    page.get_by_label("Light", exact=True).check()
    light = style(page, "body", "backgroundColor")
    page.get_by_label("Dark", exact=True).check()
    assert light == "rgb(255, 253, 249)"
    assert style(page, "body", "backgroundColor") == "rgb(18, 25, 28)"


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("colours", ["Black on cream", "Black on pale blue", "Yellow on black"])
def test_sets_of_colours_are_readable(open_page: OpenPage, colours: str, dark: bool) -> None:
    page = open_page("/about/settings/", dark=dark)
    page.get_by_label(colours).check()
    back = page.evaluate("getComputedStyle(document.body).backgroundColor")
    for of in ("h1", ".lo-lead", "main .lo-plain a", ".lo-card p", ".lo-brand", ".lo-footer a", ".lo-nav__link"):
        assert contrast(hex_of(style(page, of, "color")), hex_of(back)) >= 7, (of, colours)


def hex_of(colour: str) -> str:
    red, green, blue = (int(part) for part in colour.removeprefix("rgb(").removesuffix(")").split(","))
    return f"#{red:02x}{green:02x}{blue:02x}"


def test_nobody_who_changed_nothing_is_touched(open_page: OpenPage) -> None:
    page = open_page("/")
    assert (
        page.evaluate(
            "[...document.documentElement.attributes].map((each) => each.name).filter((name) => name.startsWith('data-lo'))"
        )
        == []
    )
    assert page.evaluate("localStorage.length") == 0


def test_settings_fit_320_pixels_at_the_largest_text(open_page: OpenPage) -> None:
    page = open_page("/about/settings/", width=320)
    page.get_by_label("Largest").check()
    page.get_by_label("Wide").check()
    for address in ("/about/settings/", "/find/?q=swim", "/my-list/", "/services/marl-trust/saturday-club/"):
        page.goto(address)
        page.wait_for_timeout(200)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, address


def test_without_javascript_settings_point_to_the_browser(open_page: OpenPage) -> None:
    page = open_page("/about/settings/", js=False)
    expect(page.get_by_text("These settings need JavaScript")).to_be_visible()


def test_listen_reads_from_the_main_heading_and_stops_with_escape(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.add_init_script(SPEECH)
    page.goto("/services/marl-trust/saturday-club/")
    page.get_by_role("button", name="Listen").press("Enter")
    page.wait_for_function("() => window.said.length >= 4")
    said = page.evaluate("window.said")
    assert said[0] == page.locator("h1").inner_text()
    assert len(set(said)) == 4
    expect(page.get_by_role("button", name="Stop reading")).to_be_visible()
    expect(page.locator(".lo-spoken")).to_have_count(1)
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Listen")).to_be_visible()
    expect(page.locator(".lo-spoken")).to_have_count(0)
    assert page.evaluate("window.cancelled")


def test_listen_is_not_offered_where_the_browser_cannot(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.add_init_script("delete window.speechSynthesis; delete Window.prototype.speechSynthesis;")
    page.goto("/services/marl-trust/saturday-club/")
    expect(page.get_by_role("button", name="Print").first).to_be_visible()
    expect(page.get_by_role("button", name="Listen")).to_be_hidden()
