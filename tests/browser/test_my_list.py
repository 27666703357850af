"""My list in a real browser: keep, order, share, print, and what became of a service."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage

CLUB, SWIM, BROOK = "marl-trust/saturday-club", "marl-swim-club/saturday-swim", "brook-house/overnight-stays"


def names(page: Page, count: int) -> list[str]:
    """The names on the list, once their facts are there."""
    expect(page.locator(".lo-list__row")).to_have_count(count)
    page.wait_for_function(
        "() => [...document.querySelectorAll('.lo-list__row')].every((row) => row.querySelector('ul').children.length || !row.querySelector('[data-lo-state]').hidden)"
    )
    return [row.inner_text() for row in page.locator(".lo-list__row h3 a").all()]


def test_a_service_is_added_and_the_list_is_one_press_away(open_page: OpenPage) -> None:
    page = open_page(f"/services/{CLUB}/")
    page.get_by_role("button", name="Add to list").press("Enter")
    expect(page.get_by_role("status")).to_contain_text("Added to your list.")
    expect(page.get_by_role("link", name="See my list (1)")).to_be_focused()
    page.reload()
    page.get_by_role("link", name="See my list (1)").click()
    names(page, 1)
    page.get_by_role("button", name=re.compile("Take off")).click()
    page.go_back()
    expect(page.get_by_role("button", name="Add to list")).to_be_visible()
    expect(page.get_by_role("link", name="See my list")).to_be_hidden()


def test_the_list_has_phone_numbers_order_and_ways_to_send_it(open_page: OpenPage) -> None:
    page = open_page(f"/services/{CLUB}/")
    page.evaluate(f"localStorage.setItem('my-list', JSON.stringify(['{CLUB}', '{SWIM}', '{BROOK}']))")
    page.goto("/my-list/")
    assert names(page, 3)[0] == "Easton Saturday Club"
    expect(page.locator(".lo-list__row a[href^='tel:']").first).to_be_visible()
    page.get_by_role("button", name=re.compile("Move down Easton Saturday Club")).press("Enter")
    assert names(page, 3)[1] == "Easton Saturday Club"
    assert page.evaluate("JSON.parse(localStorage.getItem('my-list'))") == [SWIM, CLUB, BROOK]
    expect(page.locator("[data-lo-list-status]")).to_contain_text("now number 2")
    mail = page.get_by_role("link", name="E-mail to myself").get_attribute("href") or ""
    assert "01632" in mail
    assert "my-list" in mail
    page.get_by_role("button", name=re.compile("Take off Saturday autism swim")).click()
    assert len(names(page, 2)) == 2
    assert page.evaluate("document.activeElement.textContent").startswith("Take off")
    page.reload()
    assert len(names(page, 2)) == 2


def test_a_shared_link_shows_the_list_and_can_be_kept(new_page: OpenPage) -> None:
    own = new_page()
    own.goto("/about/help/")
    own.evaluate(f"localStorage.setItem('my-list', JSON.stringify(['{BROOK}']))")
    own.goto(f"/my-list/#{CLUB},{SWIM}")
    assert len(names(own, 2)) == 2
    assert own.evaluate("JSON.parse(localStorage.getItem('my-list'))") == [BROOK]
    own.get_by_role("button", name="Keep this list").click()
    assert len(names(own, 3)) == 3
    assert own.evaluate("JSON.parse(localStorage.getItem('my-list'))") == [BROOK, CLUB, SWIM]


def test_closed_moved_and_missing_services_say_so(open_page: OpenPage) -> None:
    page = open_page("/my-list/#marlbrook-libraries/toy-library,no-such/service")
    names(page, 2)
    expect(page.locator(".lo-list__row").nth(0)).to_contain_text("closed")
    expect(page.locator(".lo-list__row").nth(1)).to_contain_text("not in the Local Offer any more")


def test_an_empty_list_leads_to_find(open_page: OpenPage) -> None:
    page = open_page("/my-list/")
    expect(page.get_by_role("heading", name="Your list is empty")).to_be_visible()
    expect(page.locator("main").get_by_role("link", name="Find help")).to_be_visible()


def test_rubbish_in_the_address_or_the_store_does_no_harm(open_page: OpenPage) -> None:
    page = open_page("/my-list/#<img src=x onerror=alert(1)>,../../evil,%zz")
    expect(page.get_by_role("heading", name="Your list is empty")).to_be_visible()
    page.evaluate("localStorage.setItem('my-list', '{\"not\": [\"a list\"')")
    page.goto("/my-list/")
    expect(page.get_by_role("heading", name="Your list is empty")).to_be_visible()


def test_without_javascript_it_says_what_to_do_instead(open_page: OpenPage) -> None:
    page = open_page("/my-list/", js=False)
    expect(page.get_by_text("A list needs JavaScript")).to_be_visible()


def test_the_printed_list_has_numbers_and_no_buttons(open_page: OpenPage) -> None:
    page = open_page(f"/my-list/#{CLUB},{SWIM}")
    names(page, 2)
    page.emulate_media(media="print")
    expect(page.locator(".lo-list__row a[href^='tel:']").first).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("Take off")).first).to_be_hidden()


def test_nothing_is_a_cookie(open_page: OpenPage) -> None:
    page = open_page(f"/services/{CLUB}/")
    page.get_by_role("button", name="Add to list").click()
    assert page.context.cookies() == []
