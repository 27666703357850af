"""Nine things parents come for, done by touch on a phone 360 pixels wide, and those that are more than search and follow by keyboard
only, too (the errands search and follow by keyboard in three engines).

A reader starts on the home page and may not be told an address. `hands` presses keys or taps; neither uses a mouse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, headings

MOST_TABS = 140


@dataclass
class Hands:
    """How a person works the page."""

    page: Page
    touch: bool

    def press(self, target: Locator) -> None:
        """Go to a link, button or box, and use it."""
        target = target.first
        if self.touch:
            target.scroll_into_view_if_needed()
            box = target.bounding_box()
            assert box
            assert box["x"] >= 0
            assert box["x"] + box["width"] <= 361, "must be on the screen without moving it sideways"
            target.tap()
            return
        self.go_to(target)
        is_box = target.evaluate("(one) => ['checkbox', 'radio'].includes(one.type)")
        self.page.keyboard.press("Space" if is_box else "Enter")

    def go_to(self, target: Locator) -> None:
        """Tab to it; the ring of focus must be seen."""
        for _ in range(MOST_TABS):
            if target.evaluate("(one) => one === document.activeElement"):
                break
            self.page.keyboard.press("Tab")
        assert target.evaluate("(one) => one === document.activeElement"), f"{target} cannot be reached with Tab"
        assert target.evaluate(
            "(one) => getComputedStyle(one).outlineStyle !== 'none' || getComputedStyle(one.closest('label') ?? one).outlineStyle !== 'none'"
        )

    def write(self, field: Locator, words: str) -> None:
        """Type into a field."""
        if self.touch:
            field.tap()
        else:
            self.go_to(field)
        self.page.keyboard.type(words)

    def search(self, words: str) -> list[str]:
        """From the home page to results."""
        self.write(self.page.get_by_role("searchbox").first, words)
        self.page.keyboard.press("Enter")
        return headings(self.page)

    def open(self, name: str | re.Pattern[str]) -> None:
        """Follow the link of this name in the page."""
        before = self.page.url
        self.press(self.page.locator("main").get_by_role("link", name=name))
        self.page.wait_for_function("(before) => location.href !== before", arg=before)


KEYBOARD, TOUCH = "keyboard", "touch at 360 px"
on_a_phone = pytest.mark.parametrize("hands", [TOUCH], indirect=True)


@pytest.fixture(params=[KEYBOARD, TOUCH])
def hands(request: pytest.FixtureRequest, new_page: OpenPage) -> Hands:
    touch = request.param == TOUCH
    page = new_page(width=360 if touch else 1280, touch=touch)
    page.goto("/")
    return Hands(page, touch)


def see(page: Page, words: str | re.Pattern[str]) -> None:
    expect(page.locator("main").get_by_text(words).first).to_be_visible()


def test_1_a_saturday_club_for_a_9_year_old_near_mb2_with_a_hearing_loop(hands: Hands) -> None:
    page = hands.page
    hands.search("saturday club")
    if hands.touch:
        hands.press(page.get_by_role("link", name="Days, ages, cost"))
    hands.write(page.get_by_label("Age of the child"), "9")
    hands.write(page.get_by_label("Near this postcode"), "mb2")
    hands.press(page.get_by_text("What the place has"))
    hands.press(page.get_by_role("checkbox", name=re.compile("^Hearing loop")))
    if hands.touch:
        hands.press(page.locator("[data-lo-find-show]"))
    page.wait_for_function(
        "() => document.querySelector('[data-lo-find-status]').textContent.includes('Nearest to MB2')"
    )
    assert "Easton Saturday Club" in headings(page)[:3]
    hands.open("Easton Saturday Club")
    see(page, "Yes: hearing loop")


def test_2_what_to_do_while_waiting_for_an_autism_assessment(hands: Hands) -> None:
    found = hands.search("autism assessment")
    assert "Autism assessment" in found[:3]
    hands.open("Autism assessment")
    see(hands.page, "While you wait")
    rows = hands.page.locator("section[aria-labelledby=wait] .lo-rows a")
    assert rows.count() >= 1
    hands.open(rows.first.inner_text())


@on_a_phone
def test_3_who_to_call_to_appeal(hands: Hands) -> None:
    hands.search("appeal against the council")
    hands.press(
        hands.page.locator(
            ".lo-result a[href*='sendiass'], .lo-result a[href*='if-you-do-not-agree'], .lo-result a[href*='mediation']"
        )
    )
    hands.page.wait_for_load_state()
    expect(hands.page.locator("main a[href^='tel:']").first).to_be_visible()


@on_a_phone
def test_4_how_much_is_brook_house(hands: Hands) -> None:
    found = hands.search("brook house")
    hands.open(found[0])
    see(hands.page, re.compile("What it costs"))
    assert re.search(r"£|[Ff]ree|Ask", hands.page.locator(".lo-glance").inner_text())


@on_a_phone
def test_5_is_there_a_quiet_hour_at_the_library_and_when(hands: Hands) -> None:
    found = hands.search("quiet hour library")
    assert found[0] == "Quiet hour at the library"
    hands.open(found[0])
    times = hands.page.locator(".lo-times").first.inner_text()
    assert re.search(r"\d(am|pm)", times)


@on_a_phone
def test_6_a_speech_therapist_misspelled(hands: Hands) -> None:
    found = hands.search("speach therapist")
    assert any("Speech therapy" in name for name in found[:4])
    see(hands.page, "speech therapist")


def test_7_bigger_text_is_kept(hands: Hands) -> None:
    page = hands.page
    hands.press(page.get_by_role("link", name="Settings"))
    page.wait_for_url("**/settings/")
    if hands.touch:
        hands.press(page.get_by_text("Larger", exact=True))
    else:
        hands.go_to(page.locator("input[name=size]").first)
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
    expect(page.get_by_role("status")).to_contain_text("Larger")
    hands.press(page.get_by_role("link", name=re.compile("Marlbrook Sample Local Offer")))
    page.wait_for_selector(".lo-hero")
    expect(page.locator("html")).to_have_attribute("data-lo-size", "larger")


@on_a_phone
def test_8_national_help_for_a_rare_condition(hands: Hands) -> None:
    page = hands.page
    found = hands.search("rare condition")
    national = [name for name in found if "are" in name]
    assert national
    hands.press(page.locator(".lo-result a[href*='rare-together']"))
    page.wait_for_url("**/rare-together/**")
    see(page, re.compile("nywhere in the country|ll over the country"))
    expect(page.locator("main a[href^='tel:'], main a[href^='mailto:']").first).to_be_visible()


def test_9_print_a_service(hands: Hands) -> None:
    page = hands.page
    hands.open(hands.search("brook house")[0])
    page.wait_for_load_state()
    page.evaluate("window.print = () => { window.printed = true; }")
    hands.press(page.get_by_role("button", name="Print"))
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.locator("main a[href^='tel:']").first).to_be_visible()
    expect(page.locator(".lo-nav")).to_be_hidden()
