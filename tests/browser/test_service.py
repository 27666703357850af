"""The first screen of every service at 360 × 740, and what its page does on paper and without a script."""

from __future__ import annotations

from pathlib import Path
from statistics import median
from urllib.parse import unquote

from playwright.sync_api import expect

from tests.browser.conftest import OpenPage

SCREEN = 740
BROOK = "/services/brook-house/overnight-stays/"
MEASURES = """() => {
  const end = (one) => one ? one.getBoundingClientRect().bottom + scrollY : null;
  const bare = [...document.querySelectorAll('main h2')].filter((one) => !one.closest('section')?.innerText.slice(one.innerText.length).trim());
  return {
    title: document.querySelector('h1').getBoundingClientRect().top,
    call: end(document.querySelector('.lo-answer__call .lo-button')),
    closed: Boolean(document.querySelector('[data-lo-status=closed]')),
    chips: document.querySelectorAll('.lo-chips li').length,
    notices: document.querySelectorAll('.lo-glance > .lo-callout').length,
    bare: bare.map((one) => one.innerText),
    screens: document.documentElement.scrollHeight / 740,
  };
}"""


def services(site: Path) -> list[str]:
    """The address of every service's page; old addresses and lists of services are none."""
    pages = (path for path in site.glob("services/*/*/index.html") if path.parent.parent.name != "page")
    found = [page for page in pages if 'http-equiv="refresh"' not in page.read_text("utf-8")]
    return sorted(f"/{page.parent.relative_to(site).as_posix()}/" for page in found if page.parent.parent.name)


def test_every_service_answers_on_the_first_screen_of_a_phone(new_page: OpenPage, sample_site: Path) -> None:
    page = new_page(width=360, js=False)
    page.set_viewport_size({"width": 360, "height": SCREEN})
    found = {}
    for address in services(sample_site):
        page.set_content((sample_site / address[1:] / "index.html").read_text("utf-8"), wait_until="commit")
        if page.locator(".lo-page--service").count():
            found[address] = page.evaluate(MEASURES)
    assert len(found) > 150
    assert {address: one["title"] for address, one in found.items() if one["title"] > 230} == {}
    calls = sorted(one["call"] for one in found.values() if not one["closed"])
    assert median(calls) <= SCREEN
    assert calls[int(len(calls) * 0.95)] <= 1.2 * SCREEN
    assert max(one["chips"] for one in found.values()) <= 3
    assert max(one["notices"] for one in found.values()) <= 1
    assert {address: one["bare"] for address, one in found.items() if one["bare"]} == {}
    assert median(one["screens"] for one in found.values()) < 8


def test_a_mistake_is_told_below_the_number_with_and_without_a_mail_program(new_page: OpenPage) -> None:
    page = new_page(width=360, js=False)
    page.goto(BROOK)
    page.get_by_text("Is something wrong? Tell us").click()
    told = page.locator(".lo-wrong")
    letter = unquote(told.get_by_role("link", name="in an e-mail").get_attribute("href") or "")
    assert "overnight-stays/" in letter.partition("body=Page: https://")[2]
    assert [f"{number}." in letter for number in (1, 2, 3)] == [True] * 3
    expect(told.locator("a[href^='tel:']")).to_be_visible()
    expect(told.locator("a[href^='sms:']")).to_be_visible()
    expect(told).to_contain_text("You can say:")


def test_paper_has_the_number_the_hours_and_a_square_that_leads_back(new_page: OpenPage) -> None:
    page = new_page()
    for address in (BROOK, f"/easy-read{BROOK}", "/guides/travel/", "/easy-read/guides/travel/"):
        page.goto(address)
        expect(page.locator(".lo-paper svg")).to_be_hidden()
        page.emulate_media(media="print")
        expect(page.locator(".lo-paper svg")).to_be_visible()
        expect(page.locator(".lo-paper")).to_contain_text("01632 960 100")
        expect(page.locator(".lo-footer")).to_be_hidden()
        page.emulate_media(media="screen")
    page.goto("/about/law/")
    folds = page.locator(".lo-fold")
    assert folds.count() > 5
    page.emulate_media(media="print")
    heights = "all => all.map((fold) => fold.lastElementChild.getBoundingClientRect().height)"
    assert min(folds.evaluate_all(heights)) > 0, "what is folded is on paper"
    page.emulate_media(media="null")
    page.goto("/services/marl-community-nhs/speech-therapy-under-5/")
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") <= 2
