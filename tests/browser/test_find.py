"""Find help in a real browser: words, filters, distance, the address, the keyboard, nothing found, no JavaScript."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, headings

FIRST = 20


def title(page: Page) -> str:
    return page.locator("[data-lo-find-title]").inner_text()


def count(page: Page) -> int:
    return int(re.sub(r"\D", "", title(page)) or 0)


@pytest.mark.parametrize(
    ("typed", "wanted"),
    [
        ("swimming", "Saturday autism swim"),
        ("autisim", "Autism assessment"),
        ("SALT", "Speech and language therapy for school-age children"),
        ("speach therapist", "Speech and language therapy for school-age children"),
        ("respite", "Brook House overnight stays"),
        ("brook house", "Brook House overnight stays"),
        ("EHCP", "EHC needs assessment"),
        ("libary quiet", "Quiet hour at the library"),
        ("Saturday club", "Easton Saturday Club"),
        ("trampolene", ""),
    ],
)
def test_finds_what_parents_type(open_page: OpenPage, typed: str, wanted: str) -> None:
    page = open_page(f"/find/?q={typed}")
    found = headings(page)
    assert not wanted or wanted in found[:8], found


def test_a_misspelling_is_put_right_and_can_be_undone(open_page: OpenPage) -> None:
    page = open_page("/find/?q=autisim")
    headings(page)
    meant = page.locator("[data-lo-find-meant]")
    expect(meant).to_contain_text("Did you mean autism? We looked for that.")
    meant.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"exact=1"))
    expect(page.locator("[data-lo-find-title]")).to_have_text('Nothing found for "autisim"')


def test_a_result_is_shown_when_its_name_is_known_and_not_before(open_page: OpenPage) -> None:
    page = open_page("/about/")
    page.route("**/pagefind/fragment/**", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.goto("/find/?q=autism")
    page.wait_for_function("() => document.querySelector('.lo-result') !== null")
    assert page.get_by_role("link", name="A service", exact=True).count() == 0
    assert len(headings(page)) == FIRST


def test_results_are_links_that_make_sense_alone(open_page: OpenPage) -> None:
    page = open_page("/find/?q=autism")
    names = headings(page)
    assert len(names) == FIRST
    assert len(set(names)) == FIRST
    assert all(len(name) > 3 for name in names)
    first = page.locator(".lo-result").first
    assert first.get_by_role("link").get_attribute("href").startswith("/services/")  # type: ignore[union-attr]
    expect(first).to_contain_text("Checked")


def test_filters_narrow_stand_in_the_address_and_are_undone_one_by_one(open_page: OpenPage) -> None:
    page = open_page("/find/?q=autism")
    headings(page)
    before = count(page)
    page.get_by_label(re.compile("^5 to 10")).check()
    page.get_by_label(re.compile("^No diagnosis needed")).check()
    expect(page).to_have_url(re.compile(r"stage=5-to-10.*know=no-diagnosis"))
    page.wait_for_function("() => document.querySelectorAll('.lo-picked a').length === 2")
    assert count(page) < before
    page.get_by_role("link", name="Remove age 5 to 10").click()
    page.wait_for_function("() => document.querySelectorAll('.lo-picked a').length === 1")
    expect(page.get_by_label(re.compile("^5 to 10"))).not_to_be_checked()
    assert "stage" not in page.url
    page.go_back()
    page.wait_for_function("() => document.querySelectorAll('.lo-picked a').length === 2")
    expect(page.get_by_label(re.compile("^5 to 10"))).to_be_checked()


def test_each_choice_says_how_many_it_would_leave(open_page: OpenPage) -> None:
    page = open_page("/find/?q=swim&stage=0-to-4")
    headings(page)
    page.wait_for_function(
        "() => document.querySelector('input[value=free]').closest('label').textContent.includes('(')"
    )
    page.wait_for_timeout(300)
    label = page.locator("label", has=page.locator("input[name=stage][value='5-to-10']"))
    promised = int(re.search(r"\((\d+)\)", label.inner_text())[1])  # type: ignore[index]
    page.goto("/find/?q=swim&stage=5-to-10")
    headings(page)
    assert count(page) == promised


def test_an_address_with_filters_shows_the_same_again(open_page: OpenPage) -> None:
    page = open_page("/find/?topic=short-breaks-and-clubs&need=autism&area=easton&cost=free")
    headings(page)
    assert page.locator(".lo-picked a").count() == 4
    for value in ("short-breaks-and-clubs", "autism", "easton", "free"):
        expect(page.locator(f"input[value={value}]")).to_be_checked()


@pytest.mark.parametrize("postcode", ["MB2 4DT", "mb24dt", "MB2 4", "mb2"])
def test_nearest_first_for_whole_and_partial_postcodes(open_page: OpenPage, postcode: str) -> None:
    page = open_page(f"/find/?q=club&near={postcode}")
    headings(page)
    expect(page.locator("[data-lo-find-status]")).to_contain_text("Nearest to MB2")
    far = [
        float(miles)
        for miles in re.findall(r"about (\d+) miles? away", page.locator("[data-lo-find-results]").inner_text())
    ]
    assert far == sorted(far)
    expect(page.locator("select[name=sort]")).to_have_value("near")


def test_an_unknown_postcode_is_said_kindly(open_page: OpenPage) -> None:
    page = open_page("/find/?q=club&near=ZZ9 9ZZ")
    assert headings(page)
    expect(page.locator("[data-lo-find-status]")).to_contain_text(
        "We do not know the postcode ZZ9 9ZZ. We know postcodes that start with MB1"
    )


def test_a_private_place_is_never_near_anything(open_page: OpenPage) -> None:
    page = open_page("/find/?near=MB1 1AA&sort=near&q=refuge safe house domestic abuse")
    headings(page)
    for row in page.locator(".lo-result").all():
        if "private" in row.inner_text().lower():
            assert "away" not in row.inner_text()


def test_last_checked_first(open_page: OpenPage) -> None:
    page = open_page("/find/?q=autism&sort=checked")
    headings(page)
    page.wait_for_timeout(300)
    days = re.findall(r"Checked (\d+ \w+ \d{4})", page.locator("[data-lo-find-results]").inner_text())
    from datetime import datetime

    read = [datetime.strptime(day, "%d %B %Y") for day in days]
    assert len(read) > 10
    assert read == sorted(read, reverse=True)


def test_more_results_follow_and_focus_goes_to_the_first_new_one(open_page: OpenPage) -> None:
    page = open_page("/find/?q=autism")
    headings(page)
    page.get_by_role("button", name=re.compile("Show .* more")).focus()
    page.keyboard.press("Enter")
    page.wait_for_function(
        f"() => document.activeElement.closest('.lo-result') === document.querySelectorAll('.lo-result')[{FIRST}]"
    )
    assert page.locator(".lo-result").count() > FIRST


def test_search_moves_focus_to_the_count_and_back_brings_the_results_back(open_page: OpenPage) -> None:
    page = open_page("/find/")
    page.get_by_label("What do you need help with?").fill("swim")
    page.keyboard.press("Enter")
    headings(page)
    page.wait_for_function("() => document.activeElement.id === 'found'")
    assert count(page) > 0
    expect(page.get_by_role("status").first).not_to_be_empty()
    page.locator(".lo-result a").first.click()
    page.wait_for_url("**/services/**")
    page.go_back()
    assert headings(page)
    expect(page.get_by_label("What do you need help with?")).to_have_value("swim")


def test_a_question_asked_before_the_scripts_are_here_waits_for_them(open_page: OpenPage) -> None:
    page = open_page("/about/")
    page.route("**/find/page.*.js", lambda route: (page.wait_for_timeout(700), route.continue_()))
    page.goto("/find/")
    page.evaluate("() => { window.same = true; }")
    page.get_by_label("What do you need help with?").fill("swim")
    page.keyboard.press("Enter")
    assert headings(page)
    assert page.evaluate("() => window.same"), "the page was loaded again"


def test_the_lists_stay_when_the_scripts_cannot_come(open_page: OpenPage) -> None:
    page = open_page("/about/")
    page.route("**/find/look.*.js", lambda route: route.fulfill(status=404, body=""))
    page.goto("/find/")
    page.get_by_label("What do you need help with?").fill("swim")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing is lost: every service is in the lists below.")).to_be_visible()
    expect(page.get_by_role("link", name="The whole list")).to_be_visible()


def test_nothing_found_leads_on(open_page: OpenPage) -> None:
    page = open_page("/find/?q=quiet hour library&cost=to-pay&feature=changing-places-toilet&route=panel")
    expect(page.locator("[data-lo-find-none]")).to_be_visible()
    assert title(page).startswith("Nothing found")
    wider = page.locator("[data-lo-find-none]").get_by_role("link")
    assert wider.count() >= 5
    expect(page.get_by_role("link", name="01632 960 100").first).to_be_visible()
    page.goto("/find/?q=xqzwv")
    expect(page.locator("[data-lo-find-none]")).to_be_visible()
    expect(page.get_by_role("link", name="help all over the country")).to_be_visible()


def test_every_page_of_a_need_and_an_age_has_a_way_on(open_page: OpenPage) -> None:
    page = open_page("/find/?need=selective-mutism&stage=19-to-25&area=hartley")
    headings(page)
    assert page.locator(".lo-result a, [data-lo-find-none] a").count() > 0


def test_guides_are_found_too(open_page: OpenPage) -> None:
    page = open_page("/find/?q=waiting for an assessment")
    found = headings(page)
    assert any("ait" in name for name in found[:5]), found
    assert page.locator(".lo-result a[href^='/guides/']").count() > 0


def test_without_javascript_the_page_leads_to_every_list_and_says_so(open_page: OpenPage) -> None:
    page = open_page("/find/", js=False)
    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="The whole list")).to_be_visible()
    expect(page.locator(".lo-filters")).to_be_hidden()


def test_the_engine_is_fetched_at_first_use_only(open_page: OpenPage) -> None:
    page = open_page("/find/")
    page.wait_for_load_state("networkidle")
    names = page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)")
    assert not [name for name in names if "pagefind" in name or name.endswith(".json")]
    page.get_by_label("What do you need help with?").focus()
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some((each) => each.name.includes('.pf_meta'))"
    )


def test_nothing_typed_leaves_the_browser(open_page: OpenPage) -> None:
    page = open_page("/find/")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.get_by_label("What do you need help with?").fill("respite")
    page.get_by_label("Near this postcode").fill("MB2 4DT")
    page.keyboard.press("Enter")
    headings(page)
    assert asked
    assert not [url for url in asked if "respite" in url or "MB2" in url]


def test_what_is_not_known_comes_after_what_fits_and_is_never_left_out_as_a_no(open_page: OpenPage) -> None:
    """Nobody knows what a college course with extra support costs: it stands under a heading of its own, and is not counted."""
    page = open_page("/find/?q=college+course+with+extra+support&cost=free")
    page.wait_for_function("() => !document.querySelector('[data-lo-find-perhaps]').hidden")
    unsure = page.locator("[data-lo-find-unsure]")
    expect(unsure).to_contain_text("College course with extra support")
    expect(page.locator("[data-lo-find-results]")).not_to_contain_text("College course with extra support")
    assert count(page) == page.locator("[data-lo-find-results] > li").count()
    expect(page.locator("[data-lo-find-status]")).to_contain_text("may fit too")
    page.goto("/find/?q=college+course+with+extra+support")
    headings(page)
    expect(page.locator("[data-lo-find-perhaps]")).to_be_hidden()
