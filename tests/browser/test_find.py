"""Find help in a real browser: words, filters, distance, the address, the keyboard, nothing found, no JavaScript."""

from __future__ import annotations

import re
from datetime import datetime

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browser.conftest import OpenPage, headings

FIRST = 20


def title(page: Page) -> str:
    return page.locator("[data-lo-find-title]").inner_text()


def count(page: Page) -> int:
    return int(re.sub(r"\D", "", title(page)) or 0)


def choose(page: Page, name: str, value: str) -> None:
    """Tick a choice; on a narrow screen the panel stays where it is."""
    box = page.locator(f"input[name={name}][value={value}]")
    fold = box.locator("xpath=ancestor::details")
    if fold.count() and not fold.evaluate("(fold) => fold.open"):
        fold.locator("summary").click()
    box.check()


def chips(page: Page) -> list[str]:
    return [words.inner_text() for words in page.locator(".lo-picked a > span").all()]


def wait_for_chips(page: Page, number: int) -> None:
    page.wait_for_function(f"() => document.querySelectorAll('.lo-picked a').length === {number}")


def test_a_misspelling_is_put_right_and_can_be_undone(open_page: OpenPage) -> None:
    page = open_page("/find/?q=trampolene")
    headings(page)
    meant = page.locator("[data-lo-find-meant]")
    expect(meant).to_contain_text("We looked for trampoline.")
    meant.get_by_role("link").click()
    expect(page).to_have_url(re.compile(r"exact=1"))
    expect(page.locator("[data-lo-find-title]")).to_have_text('Nothing about "trampolene"')


def test_a_result_is_shown_when_its_name_is_known_and_not_before(open_page: OpenPage) -> None:
    page = open_page("/about/")
    page.route("**/find/index/shown-*", lambda route: (page.wait_for_timeout(300), route.continue_()))
    page.goto("/find/?q=school")
    page.wait_for_function("() => document.querySelector('.lo-result') !== null")
    assert page.get_by_role("link", name="A service", exact=True).count() == 0
    names = headings(page)
    assert len(names) >= FIRST
    assert all(names)
    assert page.locator(".lo-result").first.get_by_role("link").get_attribute("href")


def test_what_the_words_ask_for_stands_as_choices_that_can_be_taken_out(open_page: OpenPage) -> None:
    """On a phone: the answers begin on the first screen; each choice fills the form, and goes by one press."""
    page = open_page("/find/?q=saturday+club+for+9+year+old+near+MB2", width=360)
    headings(page)
    assert page.locator(".lo-result").first.bounding_box()["y"] < 740  # type: ignore[index]
    assert chips(page) == ["Near MB2", "Age 9", "Saturday"]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert "Easton Saturday Club" in headings(page)[:3]
    expect(page.locator("[data-lo-find-status]")).to_contain_text("Nearest to MB2 first")
    page.get_by_role("link", name="Take out: Saturday").click()
    wait_for_chips(page, 2)
    assert "no=day%3ASA" in page.url
    expect(page.locator("#q")).to_have_value("saturday club for 9 year old near MB2")
    page.go_back()
    wait_for_chips(page, 3)
    loaded = "performance.getEntriesByType('resource').filter(({ name }) => name.includes('/find/choices.')).length"
    assert page.evaluate(loaded) == 0  # on a phone the panel's script comes when it is opened
    page.get_by_role("link", name="Days, ages, cost").last.click()
    page.wait_for_function("() => document.querySelector('#narrow').innerText.includes('(')")
    expect(page.locator("#age")).to_have_value("9")
    expect(page.locator("#near")).to_have_value("MB2")
    expect(page.locator("input[name=day][value=SA]")).to_be_checked()
    page.locator("input[name=day][value=SU]").check()
    wait_for_chips(page, 4)
    expect(page.locator("#narrow")).to_be_visible()  # a tick leaves the panel open
    go = page.locator(".lo-filters__go a")
    expect(go).to_have_text(re.compile(r"See \d+ (services?|results?)"))
    assert all(float(size) > 0 for size in re.findall(r"\((\d+)\)", page.locator("#narrow").inner_text()))
    go.click()
    expect(page.locator("#narrow")).to_be_hidden()
    assert page.evaluate("document.activeElement.id") == "found"


def test_filters_narrow_stand_in_the_address_and_are_undone_one_by_one(open_page: OpenPage) -> None:
    page = open_page("/find/?q=autism")
    headings(page)
    before = count(page)
    page.locator("#age").fill("8")
    page.locator("#age").press("Tab")
    wait_for_chips(page, 2)
    choose(page, "know", "no-diagnosis")
    expect(page).to_have_url(re.compile(r"age=8.*know=no-diagnosis"))
    wait_for_chips(page, 3)
    assert 0 < count(page) < before
    page.get_by_role("link", name="Take out: Age 8").click()
    wait_for_chips(page, 2)
    expect(page.locator("#age")).to_have_value("")
    page.go_back()
    wait_for_chips(page, 3)
    expect(page.locator("#age")).to_have_value("8")


def test_each_choice_says_how_many_it_would_leave_and_those_that_leave_none_are_away(open_page: OpenPage) -> None:
    page = open_page("/find/?q=swim")
    headings(page)
    page.wait_for_function(
        "() => document.querySelector('input[value=free]').closest('label').textContent.includes('(')"
    )
    shown = page.locator("#narrow label:has(input[type=checkbox]):visible")
    promised = {box.inner_text(): box.locator("input").get_attribute("value") for box in shown.all()}
    assert promised
    assert all("(" in words for words in promised)
    words = next(words for words, value in promised.items() if value == "SA")
    page.goto("/find/?q=swim&day=SA")
    headings(page)
    expect(page.locator("[data-lo-find-title]")).to_contain_text(re.search(r"\((\d+)\)", words)[1])  # type: ignore[index]


def test_an_address_with_filters_shows_the_same_again(open_page: OpenPage) -> None:
    page = open_page("/find/?topic=short-breaks-and-clubs&need=autism&area=easton&cost=free&stage=5-to-10")
    headings(page)
    assert sorted(chips(page)) == [
        "Ages 5 to 10",
        "Autism",
        "Easton",
        "Free, or free for some",
        "Short breaks and clubs",
    ]
    for value in ("short-breaks-and-clubs", "autism", "easton", "free"):
        expect(page.locator(f"input[value={value}]")).to_be_checked()


@pytest.mark.parametrize("postcode", ["MB2 4DT", "mb24dt", "MB2 4", "mb2"])
def test_nearest_first_for_whole_and_partial_postcodes(open_page: OpenPage, postcode: str) -> None:
    page = open_page(f"/find/?q=swim&near={postcode}")
    headings(page)
    expect(page.locator("[data-lo-find-status]")).to_contain_text("Nearest to MB2")
    far = [
        float(miles)
        for miles in re.findall(r"about (\d+) miles? away", page.locator("[data-lo-find-results]").inner_text())
    ]
    assert far
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
    days = re.findall(r"(?i)checked (\d+ \w+ \d{4})", page.locator("[data-lo-find-results]").inner_text())
    read = [datetime.strptime(day, "%d %B %Y") for day in days]
    assert len(read) > 10
    assert read == sorted(read, reverse=True)


def cards(page: Page) -> dict[str, list[str]]:
    """What each card of a list, or each result, says below its name."""
    rows = page.locator(".lo-rows > li:has(p)")
    told = "(rows) => rows.map((row) => [row.querySelector('a').pathname, [...row.querySelectorAll('p')].map((p) => p.outerHTML)])"
    return dict(rows.evaluate_all(told))


def test_a_result_says_what_the_card_of_a_list_says(open_page: OpenPage) -> None:
    page = open_page("/needs/autism/")
    listed = cards(page)
    page.goto("/find/?q=autism")
    headings(page)
    found = cards(page)
    both = found.keys() & listed.keys()
    assert len(both) > 10
    assert {name: found[name] for name in both} == {name: listed[name] for name in both}


def test_words_of_danger_show_whom_to_call_above_all_results(open_page: OpenPage) -> None:
    page = open_page("/find/?q=child cutting herself", width=360)
    headings(page)
    alarm = page.locator("[data-lo-find-alarm]")
    expect(alarm).to_be_visible()
    assert alarm.get_by_role("link").first.get_attribute("href") == "tel:999"
    expect(alarm.get_by_role("link", name="111, option 2")).to_be_visible()
    assert alarm.bounding_box()["y"] < page.locator(".lo-result").first.bounding_box()["y"]  # type: ignore[index]
    assert alarm.bounding_box()["y"] < 740 - 100  # type: ignore[index]
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator("#q").fill("swimming")
    page.keyboard.press("Enter")
    expect(alarm).to_be_hidden()


def test_more_results_follow_and_focus_goes_to_the_first_new_one(open_page: OpenPage) -> None:
    page = open_page("/find/?q=school")
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


def test_an_answer_that_comes_late_takes_nothing_of_what_is_typed_or_meant(open_page: OpenPage) -> None:
    """On a slow line: while the answer to an age is on its way a postcode is typed, before the days can be chosen."""
    page = open_page("/about/")
    held: list[Route] = []
    page.set_default_timeout(15000)
    page.route("**/find/index/names.json", lambda route: held.append(route))
    page.goto("/find/?q=saturday+club")
    headings(page)
    assert chips(page) == ["Saturday"]
    page.get_by_label("Age of the child").fill("9")
    page.keyboard.press("Tab")
    page.get_by_label("Near this postcode").press_sequentially("mb")
    for route in held:
        route.continue_()
    wait_for_chips(page, 2)
    page.wait_for_function("() => document.querySelector('input[name=day][value=SA]')?.checked")
    expect(page.get_by_label("Near this postcode")).to_have_value("mb")
    page.keyboard.type("2")
    page.keyboard.press("Tab")
    wait_for_chips(page, 3)
    assert {words.casefold() for words in chips(page)} == {"saturday", "age 9", "near mb2"}
    assert "no=" not in page.url


def test_the_lists_stay_when_the_scripts_cannot_come(open_page: OpenPage) -> None:
    page = open_page("/about/")
    page.route("**/find/page.*.js", lambda route: route.fulfill(status=404, body=""))
    page.goto("/find/")
    page.get_by_label("What do you need help with?").fill("swim")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Nothing is lost: every service is in the lists below.")).to_be_visible()
    expect(page.get_by_role("link", name="The whole list")).to_be_visible()


def test_nothing_found_leads_on(open_page: OpenPage) -> None:
    page = open_page("/find/?q=quiet hour library&cost=to-pay&feature=changing-places-toilet&route=panel")
    expect(page.locator("[data-lo-find-none]")).to_be_visible()
    assert title(page) == "Nothing fits all of this"
    expect(page.locator("[data-lo-find-wider]").get_by_role("link").first).to_be_visible()
    expect(page.locator("[data-lo-find-answer]").get_by_role("link", name="01632 960 100")).to_be_visible()
    page.goto("/find/?q=zzxqv blorp")
    expect(page.locator("[data-lo-find-title]")).to_have_text('Nothing about "zzxqv blorp"')
    assert page.locator(".lo-result").count() == 0
    for name in ("help all over the country", "tell us what is missing", "Your language"):
        expect(page.locator("[data-lo-find-answer]").get_by_role("link", name=name)).to_be_visible()


def test_every_page_of_a_need_and_an_age_has_a_way_on(open_page: OpenPage) -> None:
    page = open_page("/find/?need=selective-mutism&stage=19-to-25&area=hartley")
    headings(page)
    assert page.locator(".lo-result a, [data-lo-find-none] a").count() > 0


def test_guides_are_found_too(open_page: OpenPage) -> None:
    page = open_page("/find/?q=waiting for an assessment")
    found = headings(page)
    assert any("ait" in name for name in found[:5]), found
    assert page.locator(".lo-result a[href^='/guides/']").count() > 0


def test_without_javascript_the_search_gives_way_to_every_list_and_says_so(open_page: OpenPage) -> None:
    page = open_page("/find/", js=False)
    expect(page.get_by_text("Searching needs JavaScript")).to_be_visible()
    expect(page.get_by_role("link", name="The whole list")).to_be_visible()
    expect(page.locator(".lo-filters")).to_be_hidden()
    expect(page.locator("#q")).to_be_hidden()
    page.goto("/")
    expect(page.locator("#q")).to_be_hidden()
    expect(page.get_by_role("link", name="Every service is in a list")).to_be_visible()


def test_the_index_is_fetched_at_first_use_only(open_page: OpenPage) -> None:
    page = open_page("/find/")
    page.wait_for_load_state("networkidle")
    names = page.evaluate("performance.getEntriesByType('resource').map((each) => each.name)")
    assert not [name for name in names if name.endswith(".json")]
    page.get_by_label("What do you need help with?").focus()
    page.wait_for_function(
        "() => performance.getEntriesByType('resource').some((each) => each.name.includes('head.json'))"
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
