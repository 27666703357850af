"""Lists by fit and this weekend in a real browser: folds by keyboard and on paper, and days that are over."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, expect

from tests.browser.conftest import OpenPage

SCREEN = 740
COUNTED = """all => all.map((one) => ({
  said: Number(one.querySelector('summary').innerText.match(/: ([0-9,]+) services?$/)[1]),
  behind: one.querySelectorAll('.lo-rows > li').length,
  more: Boolean(one.querySelector('details > p > a')),
}))"""


@pytest.mark.parametrize("javascript", [True, False])
def test_a_need_begins_with_first_steps_and_folds_the_rest(
    new_page: OpenPage, *, javascript: bool
) -> None:
    page = new_page(js=javascript)
    page.set_viewport_size({"width": 360, "height": SCREEN})
    page.goto("/needs/autism/")
    title = page.locator("h1").bounding_box()
    assert title is not None
    assert title["y"] <= 230
    headings = page.locator("main .lo-kind h2").all_inner_texts()
    assert headings[0] == "First steps"
    first = page.locator("#first-steps ~ ul a").all_inner_texts()
    assert first[0] == "Autism assessment"
    assert "A friend to go out with" not in first
    fold = page.locator("section:has(> #things-to-do) summary")
    behind = page.locator("section:has(> #things-to-do) details a").first
    expect(behind).to_be_hidden()
    fold.focus()
    page.keyboard.press("Enter")
    expect(behind).to_be_visible()
    page.keyboard.press("Enter")
    page.emulate_media(media="print")
    expect(behind).to_be_visible()
    expect(fold).to_be_hidden()


def test_speech_for_the_youngest_begins_with_the_therapy_service_and_ends_with_staff(open_page: OpenPage) -> None:
    page = open_page("/needs/speech-language-and-communication/0-to-4/")
    names = page.locator("main .lo-rows a").all_inner_texts()
    assert names[0] == "Speech therapy for under 5s"
    fold = page.locator("summary:has(#staff)")
    expect(fold).to_have_text("For staff: 1 service")
    told = page.locator("section", has=fold).locator(".lo-rows a")
    expect(told).to_be_hidden()
    page.emulate_media(media="print")
    expect(told).to_be_visible()
    expect(fold).to_be_visible()
    page.emulate_media(media="screen")
    fold.press("Enter")
    staff = told.all_inner_texts()
    assert staff == ["Makaton training for staff"]


def test_no_need_is_longer_than_six_screens_of_a_phone(
    new_page: OpenPage, sample_site: Path
) -> None:
    page = new_page(width=360)
    page.set_viewport_size({"width": 360, "height": SCREEN})
    screens = {}
    for need in sorted(path.parent.name for path in sample_site.glob("needs/*/index.html")):
        page.goto(f"/needs/{need}/")
        screens[need] = page.evaluate("document.documentElement.scrollHeight") / SCREEN
        away = page.locator(".lo-kind--away").evaluate_all(COUNTED)
        assert [one for one in away if one["said"] != one["behind"] and not one["more"]] == [], need
    assert len(screens) > 30
    assert {need: length for need, length in screens.items() if length > 6} == {}


def test_days_that_are_over_are_never_shown_as_coming(new_context: Callable[..., BrowserContext]) -> None:
    page = new_context().new_page()
    page.goto("/this-weekend/")
    days = page.locator("[data-lo-day]").evaluate_all("all => all.map((one) => one.dataset.loDay)")
    assert days
    made = page.locator("[data-lo-made]").get_attribute("data-lo-made")
    assert made is not None
    last = max(days)
    page.clock.set_fixed_time(f"{last}T01:00:00Z")
    page.reload()
    shown = page.locator("[data-lo-day]:visible").evaluate_all("all => all.map((one) => one.dataset.loDay)")
    assert shown == [last]
    page.clock.set_fixed_time(f"{int(last[:4]) + 1}{last[4:]}T01:00:00Z")
    page.reload()
    expect(page.locator("[data-lo-day]:visible")).to_have_count(0)
    expect(page.get_by_text("This list is some days old")).to_be_visible()
    page.goto("/services/marl-trust/adventure-playground/")
    for next_day in page.locator("[data-lo-next*='-']").all():
        expect(next_day).to_have_text(re.compile("Ask for the next day|Next: "))
