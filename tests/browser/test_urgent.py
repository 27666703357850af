"""Urgent help in a real browser: one press from any page, numbers in the first screen, who is open now, a quick way out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import ROOT, OpenPage

PHONE = {"width": 360}
FIRST_SCREEN = 740
OF_EACH_KIND = (
    "/", "/find/", "/my-list/", "/about/settings/", "/services/marl-trust/saturday-club/", "/services/marl-trust/", "/topics/",
    "/topics/leisure/", "/needs/", "/needs/autism/", "/needs/stammering/19-to-25/", "/ages/", "/ages/5-to-10/", "/areas/",
    "/areas/easton/", "/a-z/", "/news/", "/guides/", "/guides/travel/", "/guides/emergencies/", "/take-part/", "/glossary/",
    "/about/law/", "/about/accessibility/", "/not-here/", "/easy-read/", "/easy-read/services/marl-trust/saturday-club/",
    "/easy-read/services/marl-trust/", "/easy-read/guides/travel/", "/easy-read/guides/emergencies/", "/easy-read/topics/leisure/",
)  # fmt: skip
URGENT, EASY = "/guides/emergencies/", "/easy-read/guides/emergencies/"
WATCHED = (URGENT, EASY, "/services/safe-haven-marl/safe-home/", "/easy-read/services/safe-haven-marl/safe-home/")


def top_of(page: Page, selector: str) -> float:
    return float(page.locator(selector).first.evaluate("part => part.getBoundingClientRect().top + scrollY"))


def test_the_title_stands_high_and_urgent_help_is_one_press_away_on_every_kind_of_page(open_page: OpenPage) -> None:
    page = open_page("/", **PHONE)
    low, lost = {}, {}
    for address in OF_EACH_KIND:
        page.goto(address)
        if (top := top_of(page, "h1")) > 230:
            low[address] = top
        wanted = EASY if address.startswith("/easy-read/") else URGENT
        for part in ("header", "footer"):
            paths = page.locator(f"{part} a").evaluate_all(
                "links => links.filter(a => a.textContent.includes('Urgent help')).map(a => a.pathname)"
            )
            if paths != [wanted]:
                lost[f"{address} {part}"] = paths
    assert not low
    assert not lost


def test_one_press_leads_to_numbers_in_the_first_screen(new_page: OpenPage) -> None:
    page = new_page(**PHONE)
    page.set_viewport_size({"width": 360, "height": FIRST_SCREEN})
    for start, calls, numbers in (
        ("/services/marl-trust/saturday-club/", ".lo-calls a", 6),
        ("/easy-read/", ".lo-ideas--calls a", 4),
    ):
        page.goto(start)
        page.locator("header").get_by_role("link", name="Urgent help", exact=True).click()
        found = page.locator(calls)
        expect(found).to_have_count(numbers)
        bottoms = found.evaluate_all("links => links.map(a => a.getBoundingClientRect().bottom)")
        assert max(bottoms) <= FIRST_SCREEN, bottoms
        assert found.first.get_attribute("href") == "tel:999"
        heights = found.evaluate_all("links => links.map(a => a.getBoundingClientRect().height)")
        assert min(heights) >= 40, heights


@pytest.mark.parametrize("address", WATCHED)
def test_leave_this_page_takes_the_page_out_of_the_way_back(address: str, open_page: OpenPage) -> None:
    page = open_page("/about/help/", **PHONE)
    page.goto(address)
    page.locator("[data-lo-exit]").evaluate("link => { link.href = '/glossary/'; }")  # no test leaves this machine
    page.get_by_role("link", name="Leave this page").click()
    page.wait_for_url("**/glossary/")
    page.go_back()
    page.wait_for_url("**/about/help/")
    assert not page.locator("[data-lo-exit]").count()


def test_the_way_out_is_a_plain_link_without_a_script_and_hides_no_trap(open_page: OpenPage) -> None:
    page = open_page(WATCHED[2], js=False, **PHONE)
    assert (page.get_by_role("link", name="Leave this page").get_attribute("href") or "").startswith("https://")
    for address in WATCHED:
        page.goto(address)
        assert not page.locator("main :is([data-lo-share], [data-lo-save], a[href$='my-list/'])").count()


def test_what_stays_at_the_top_never_covers_the_focus(open_page: OpenPage) -> None:
    page = open_page(URGENT, **PHONE)
    page.set_viewport_size({"width": 360, "height": FIRST_SCREEN})
    assert page.locator(".lo-under--exit").evaluate("bar => getComputedStyle(bar).position") == "sticky"
    page.locator("footer a").last.focus()
    covered = []
    for _ in range(70):
        page.keyboard.press("Shift+Tab")
        seen = page.evaluate("""() => {
            const part = document.activeElement, box = part.getBoundingClientRect(), bar = document.querySelector('.lo-under--exit');
            return [part.textContent.trim(), bar.contains(part) || !part.closest('main') || box.top >= bar.getBoundingClientRect().bottom - 1];
        }""")
        if not seen[1]:
            covered.append(seen[0])
    assert not covered


STATES = [
    # Monday to Friday, 9am to 5pm; the time is England's
    ("12345 0900-1700", "2026-11-26T10:00:00Z", [True, "until 5pm"]),
    ("12345 0900-1700", "2026-11-26T17:00:00Z", [False, "opens Friday 9am"]),
    ("12345 0900-1700", "2026-11-26T07:00:00Z", [False, "opens 9am"]),
    ("12345 0900-1700", "2026-11-28T10:00:00Z", [False, "opens Monday 9am"]),
    ("12345 0900-1700", "2026-07-01T08:30:00Z", [True, "until 5pm"]),  # half past nine, in summer
    ("12345 0845-1700", "2026-11-26T08:45:00Z", [True, "until 5pm"]),
    # over midnight, and whole days
    ("12345 1700-0845;67 0000-2400", "2026-11-26T23:30:00Z", [True, "until 8:45am"]),
    ("12345 1700-0845;67 0000-2400", "2026-11-27T03:00:00Z", [True, "until 8:45am"]),
    ("12345 1700-0845;67 0000-2400", "2026-11-28T04:00:00Z", [True, "until 8:45am"]),
    ("12345 1700-0845;67 0000-2400", "2026-11-26T12:00:00Z", [False, "opens 5pm"]),
    ("7 2200-0200", "2026-11-30T01:00:00Z", [True, "until 2am"]),  # Sunday night runs into Monday
    ("1234567 0000-2400", "2026-12-25T10:00:00Z", [True, "day and night"]),
    # bank holidays are not guessed
    ("12345 0900-1700", "2026-12-25T10:00:00Z", None),
    ("12345 0900-1700", "2026-12-28T10:00:00Z", None),  # in lieu of Boxing Day
    ("12345 0900-1700 closed", "2026-12-25T10:00:00Z", [False, "opens Tuesday 9am"]),
    ("12345 0900-1700", "2027-03-26T10:00:00Z", None),  # Good Friday
    ("12345 0900-1700", "2027-03-29T10:00:00Z", None),  # Easter Monday
    ("12345 0900-1700", "2027-05-03T10:00:00Z", None),
    ("12345 0900-1700", "2027-05-31T10:00:00Z", None),
    ("12345 0900-1700", "2027-08-30T10:00:00Z", None),
    ("12345 0900-1700", "2022-01-03T10:00:00Z", None),  # in lieu of New Year's Day, a Saturday
    ("12345 0900-1700", "2021-12-28T10:00:00Z", None),
    ("12345 0900-1700", "2022-12-27T10:00:00Z", None),
    ("12345 0900-1700", "2026-05-05T10:00:00Z", [True, "until 5pm"]),
    ("not hours", "2026-05-05T10:00:00Z", None),
]


def test_who_is_open_now(browser: Browser) -> None:
    source = (Path(ROOT) / "theme/assets/javascripts/open.js").read_text("utf-8")
    page = browser.new_context(timezone_id="America/New_York").new_page()  # wherever the device is
    told = page.evaluate(
        """async ([source, asked]) => {
            const { stateAt } = await import('data:text/javascript,' + encodeURIComponent(source));
            return asked.map(([hours, time]) => { const state = stateAt(hours, new Date(time)); return state && [state.isOpen, state.words]; });
        }""",
        [source, [[hours, time] for hours, time, _ in STATES]],
    )
    page.context.close()
    assert {json.dumps(row[:2]): said for row, said in zip(STATES, told, strict=True)} == {
        json.dumps(row[:2]): row[2] for row in STATES
    }


@pytest.mark.parametrize(
    ("time", "says", "night"),
    [
        ("2026-11-26T23:00:00Z", "Closed now, opens Friday 9am", True),
        ("2026-11-26T11:00:00Z", "Open now until 5pm", False),
    ],
)
def test_home_says_whom_to_call_tonight(
    time: str, says: str, night: bool, new_context: Callable[..., BrowserContext]
) -> None:
    page = new_context(**PHONE).new_page()
    page.clock.set_fixed_time(time)
    page.goto("/")
    card = page.locator("[aria-labelledby=person]")
    expect(card.locator("[data-lo-open]")).to_contain_text(says)
    expect(card.locator(".lo-tonight")).to_be_visible(visible=night)
    assert "tel:111" in card.inner_html()
    assert "sms:07700900100" in card.inner_html()


def test_without_a_script_the_hours_stand_there_and_paper_never_says_open_now(open_page: OpenPage) -> None:
    page = open_page("/", js=False)
    expect(page.locator("[aria-labelledby=person]")).to_contain_text("Monday to Friday, 9am to 5pm")
    expect(page.locator(".lo-tonight")).to_be_visible()
    page = open_page(URGENT)
    expect(page.locator(".lo-open").first).to_be_visible()
    page.emulate_media(media="print")
    assert all(
        shown == "none"
        for shown in page.locator(".lo-open").evaluate_all("all => all.map(one => getComputedStyle(one).display)")
    )
    assert page.locator(".lo-calls a").first.is_visible()


def test_nothing_scrolls_sideways_with_large_text_on_a_small_phone(new_page: OpenPage) -> None:
    page, wide = new_page(width=320), {}
    for address in ("/", URGENT, EASY, "/services/safe-haven-marl/safe-home/", "/guides/travel/"):
        page.goto(address)
        page.locator("html").evaluate(
            "root => { const sheet = new CSSStyleSheet(); sheet.replaceSync(':root { font-size: 200% }'); document.adoptedStyleSheets = [sheet]; }"
        )
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 320:
            wide[address] = width
    assert not wide
