"""Guides in a real browser: what to do first on a phone, and letters that can be copied."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import OpenPage

GUIDES = (
    "cannot-go-to-school",
    "suspended-or-excluded",
    "plan-not-followed",
    "just-diagnosed",
    "moving-home",
    "looked-after-and-adopted",
    "parents-apart",
    "bullying-and-online-safety",
    "being-16-to-25",
)
LETTERS = "/guides/letters-about-a-plan/"


def test_on_a_phone_what_to_do_first_and_a_number_to_call_are_on_the_first_screen(open_page: OpenPage) -> None:
    for guide in GUIDES:
        page = open_page(f"/guides/{guide}/")
        page.set_viewport_size({"width": 360, "height": 740})
        last = page.locator(".lo-prose > ol li").nth(2)
        number = page.locator(".lo-call :is(a[href^='tel:'], a[href^='sms:'])").first
        for place in (page.locator("#first-things-to-do"), last, number):
            box = place.bounding_box()
            assert box is not None
            assert box["y"] + box["height"] <= 740, guide


def test_a_letter_is_copied_without_its_title(new_context: Callable[..., BrowserContext]) -> None:
    context = new_context()
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(LETTERS)
    button = page.get_by_role("button", name="Copy this letter").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    words = page.evaluate("navigator.clipboard.readText()")
    assert words.startswith("To the SEND team, Marlbrook Council\n\nI am the parent of [full name]")
    assert words.endswith("[Your name, address, phone number and the date]")


def test_without_a_script_letters_are_words_to_mark(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context(js=False).new_page()
    page.goto(LETTERS)
    expect(page.get_by_role("button", name="Copy this letter")).to_have_count(0)
    expect(page.get_by_text("I am the parent of [full name]")).to_be_visible()
