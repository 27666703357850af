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
    page = open_page("/guides/", width=360)
    page.set_viewport_size({"width": 360, "height": 740})
    for guide in GUIDES:
        page.goto(f"/guides/{guide}/")
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
    page.locator(".lo-prose--page summary").first.press("Enter")
    button = page.get_by_role("button", name="Copy this letter").first
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
    words = page.evaluate("navigator.clipboard.readText()")
    assert words.startswith("To the SEND team, Marlbrook Council\n\nI am the parent of [full name]")
    assert words.endswith("[Your name, address, phone number and the date]")


def test_without_a_script_letters_are_words_to_mark(new_page: OpenPage) -> None:
    page = new_page(js=False)
    page.goto(LETTERS)
    expect(page.get_by_role("button", name="Copy this letter")).to_have_count(0)
    page.locator(".lo-prose--page summary").first.press("Enter")
    expect(page.get_by_text("I am the parent of [full name]")).to_be_visible()


APPEAL = "/guides/if-you-do-not-agree/"
SECOND = "What can I appeal about?"
INSIDE = "Can the tribunal look at health and social care too?"
OPEN = "all => all.filter((one) => one.open).length"


def test_folded_parts_open_by_links_by_addresses_and_all_at_once(new_page: OpenPage) -> None:
    page = new_page()
    page.goto(APPEAL)
    folds = page.locator(".lo-prose--page > details")
    parts = folds.count()
    assert parts > 5
    assert folds.evaluate_all(OPEN) == 0
    expect(page.locator(".lo-kept", has_text="You must speak to the mediation adviser")).to_be_visible()
    expect(page.get_by_role("heading", name=SECOND, level=2)).to_be_visible()
    page.get_by_role("navigation", name="On this page").get_by_role("link", name=SECOND).click()
    expect(page.get_by_role("heading", name=INSIDE)).to_be_visible()
    assert folds.evaluate_all(OPEN) == 1
    page.locator("summary", has_text=SECOND).press("Enter")
    expect(page.get_by_role("heading", name=INSIDE)).to_be_hidden()
    page.goto("about:blank")
    for address in ("what-can-i-appeal-about", "can-the-tribunal-look-at-health-and-social-care-too"):
        page.goto(f"{APPEAL}#{address}")
        expect(page.get_by_role("heading", name=INSIDE)).to_be_visible()
        expect(page.locator(f"#{address}")).to_be_in_viewport()
        page.goto("about:blank")
    page.goto(APPEAL)
    page.get_by_role("button", name="Open all parts").press("Enter")
    assert folds.evaluate_all(OPEN) == parts
    page.get_by_role("button", name="Close all parts").press("Enter")
    assert folds.evaluate_all(OPEN) == 0
    expect(page.get_by_role("button", name="Open all parts")).to_be_visible()


def test_without_a_script_an_address_shows_the_part_it_names(new_page: OpenPage) -> None:
    page = new_page(js=False)
    for address in ("what-can-i-appeal-about", "can-the-tribunal-look-at-health-and-social-care-too"):
        page.goto(f"{APPEAL}#{address}")
        expect(page.get_by_role("heading", name=INSIDE)).to_be_visible()
        expect(page.get_by_role("button", name="Open all parts")).to_have_count(0)
        page.goto("about:blank")
