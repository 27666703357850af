"""A question in other letters, in a real browser: a way on, and names that are there."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, headings


@pytest.mark.parametrize("typed", ["自闭症 帮助", "допомога"])
def test_a_question_in_other_letters_is_answered_with_the_languages_page(open_page: OpenPage, typed: str) -> None:
    assert headings(open_page(f"/find/?q={typed}")) == ["Your language"]


@pytest.mark.parametrize("typed", ["★★★"])
def test_signs_get_a_way_on_and_not_every_service(open_page: OpenPage, typed: str) -> None:
    page: Page = open_page(f"/find/?q={typed}")
    assert headings(page) == []
    expect(page.locator("[data-lo-find-title]")).to_have_text(f'Nothing about "{typed}"')
    way = page.locator("[data-lo-find-none]").get_by_role("link", name="Your language")
    expect(way).to_be_visible()
    expect(page.locator("[data-lo-find-answer]").get_by_role("link", name="01632 960 100")).to_be_visible()


def test_a_name_in_another_alphabet_is_found(open_page: OpenPage) -> None:
    page = open_page("/find/?q=اردو")
    assert set(headings(page)) == {"Punjabi and Urdu speaking parents' group", "Your language"}


def test_no_question_still_shows_the_lists(open_page: OpenPage) -> None:
    page = open_page("/find/?q=")
    expect(page.locator("[data-lo-find-lists]")).to_be_visible()
