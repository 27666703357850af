"""Easy read measured in a browser: type, pictures, the switch, and the booklet on paper (CONTENT_RULES: UK, DH, PS)."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import Page
from selectolax.lexbor import LexborHTMLParser

from localoffer.addresses import first_part
from tests.browser.conftest import OpenPage

SWIM = "/services/marl-swim-club/saturday-swim/"
PAGES = ["/easy-read" + SWIM, "/easy-read/guides/travel/", "/easy-read/", "/easy-read/topics/short-breaks/"]
SMALLEST, AIM = 18.66, 21.3
"""Pixels of 14 pt and 16 pt."""


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("address", PAGES)
def test_type_is_large_left_and_whole(address: str, width: int, open_page: OpenPage) -> None:
    page = open_page(address, width=width)
    styles = page.locator("main :is(p, li, a, h2)").evaluate_all(
        "found => found.filter(one => one.offsetParent).map(one => { const s = getComputedStyle(one); "
        "return [parseFloat(s.fontSize), s.textAlign, s.hyphens, s.fontFamily, s.fontStyle, s.textTransform] })"
    )
    assert len(styles) > 5
    for size, align, hyphens, family, slant, case in styles:
        assert size >= SMALLEST
        assert align in ("left", "start")
        assert hyphens in ("manual", "none")
        assert family.endswith("sans-serif")
        assert (slant, case) == ("normal", "none")
    words = page.locator(".lo-idea p")
    sizes = words.evaluate_all("found => found.map(one => parseFloat(getComputedStyle(one).fontSize))")
    assert min(sizes) >= AIM
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


SCREENS = """async pages => { const found = {};
for (const [path, text] of pages) {
  const page = new DOMParser().parseFromString(text, 'text/html');
  for (const picture of page.querySelectorAll('img')) picture.removeAttribute('src');
  document.body.replaceWith(document.adoptNode(page.body));
  const rows = [...document.querySelectorAll('.lo-ideas--list .lo-idea')];
  found[path] = {
    screens: document.documentElement.scrollHeight / 740,
    bare: rows.filter(row => !row.querySelector('img') || !row.querySelector('a')).length,
    low: rows.filter(row => row.querySelector('a').getBoundingClientRect().height < 44).length };
} return found }"""


def test_no_page_is_longer_than_six_screens_of_a_phone(
    new_page: OpenPage, sample_site: Path
) -> None:
    """Every page there is: body after body in one window, as all have the same styles."""
    texts = {
        path.parent.relative_to(sample_site).as_posix(): path.read_text(encoding="utf-8")
        for path in sorted((sample_site / "easy-read").rglob("index.html"))
    }
    pages = [[name, text.partition("</head>")[2]] for name, text in texts.items() if 'http-equiv="refresh"' not in text]
    page = new_page(width=360)
    page.goto("/easy-read/")
    found = page.evaluate(SCREENS, pages)
    assert len(found) > 700
    assert {path: one["screens"] for path, one in found.items() if one["screens"] > 6} == {}
    assert {path for path, one in found.items() if one["bare"] or one["low"]} == set()


@pytest.mark.parametrize("address", PAGES[:3])
def test_picture_is_left_of_its_words_on_a_phone_too(address: str, open_page: OpenPage) -> None:
    page = open_page(address)
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 800})
        pairs = page.locator(".lo-idea:has(img)").evaluate_all(
            "found => found.map(one => { const a = one.querySelector('img').getBoundingClientRect(), "
            "b = one.querySelector('p').getBoundingClientRect(); "
            "return {right: a.right, bottom: a.bottom, left: b.left, top: b.top, width: a.width} })"
        )
        assert pairs
        for pair in pairs:
            assert pair["width"] >= 78
            assert pair["right"] <= pair["left"]


def test_each_idea_has_a_picture_that_loads(open_page: OpenPage) -> None:
    page = open_page(PAGES[0])
    page.evaluate("document.querySelectorAll('img').forEach(image => { image.loading = 'eager' })")
    page.wait_for_function("() => [...document.images].every(image => image.complete && image.naturalWidth > 0)")
    assert page.locator(".lo-idea").count() == page.locator(".lo-idea img").count() > 10
    assert set(page.locator(".lo-idea img").evaluate_all("found => found.map(one => one.alt)")) == {""}


def switch(page: Page) -> tuple[float, float]:
    box = page.locator(".lo-switch").bounding_box()
    assert box
    return box["x"], box["y"]


@pytest.mark.parametrize("width", [320, 1280])
def test_the_switch_stands_in_the_same_place_both_ways(width: int, open_page: OpenPage) -> None:
    page = open_page(SWIM, width=width)
    before = switch(page)
    page.locator(".lo-switch").click()
    page.wait_for_url("**/easy-read" + SWIM)
    assert switch(page) == before
    page.locator(".lo-switch").click()
    page.wait_for_url(lambda url: url.endswith(SWIM) and "easy-read" not in url)


def test_the_switch_keeps_the_readers_place(open_page: OpenPage) -> None:
    page = open_page(SWIM)
    page.locator("#get").evaluate("part => scrollTo(0, part.getBoundingClientRect().top + scrollY - 40)")
    page.locator(".lo-switch").evaluate("link => link.click()")
    page.wait_for_url("**/easy-read/**")
    page.wait_for_function("() => Math.abs(document.getElementById('get')?.getBoundingClientRect().top ?? 999) < 120")
    assert page.evaluate("sessionStorage.getItem('easy-place')") is None


def test_the_switch_works_without_a_script(open_page: OpenPage) -> None:
    page = open_page("/guides/travel/", js=False)
    page.locator(".lo-switch").click()
    assert page.url.endswith("/easy-read/guides/travel/")


def test_paper_has_large_type_page_numbers_and_the_phone_number(open_page: OpenPage) -> None:
    page = open_page(PAGES[0])
    assert page.locator(".lo-easy__foot").is_hidden()
    page.emulate_media(media="print")
    foot = page.locator(".lo-easy__foot")
    assert foot.evaluate("one => getComputedStyle(one).display") == "table-footer-group"
    assert "01632 960 100" in foot.inner_text()
    assert page.locator(".lo-idea p").first.evaluate("one => parseFloat(getComputedStyle(one).fontSize)") >= AIM
    assert page.locator(".lo-idea").first.evaluate("one => getComputedStyle(one).breakInside") == "avoid"
    rules = page.evaluate(
        "[...document.styleSheets].flatMap(sheet => [...sheet.cssRules]).map(rule => rule.cssText).join(' ')"
    )
    assert "counter(page)" in rules
    paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert paper.count(b"/Type /Page\n") + paper.count(b"/Type /Page ") >= 2


SCHOOL_AGE = "/easy-read/services/marl-community-nhs/speech-therapy-school-age/"


@pytest.mark.parametrize("part", ["", "page/2/"])
def test_print_brings_every_part_with_its_pictures_and_takes_them_away_again(part: str, open_page: OpenPage) -> None:
    page = open_page(SCHOOL_AGE + part)
    wanted = page.locator(".lo-parts a").all_inner_texts()
    of_page = page.locator(".lo-easy__body h2").all_inner_texts()
    assert len(wanted) > len(of_page)
    page.emulate_media(media="print")
    assert "Use Print" in page.locator(".lo-easy__rest").inner_text()
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.locator("[data-lo-print]").evaluate("button => button.click()")
    page.wait_for_function("() => window.printed")
    headings = page.locator(".lo-easy__body h2:visible").all_inner_texts()
    assert headings[: len(wanted)] == wanted
    assert headings[len(wanted) :] == ["Show this to someone"]
    assert page.evaluate("[...document.querySelectorAll('.lo-easy__body img')].every(one => one.naturalWidth > 0)")
    assert not page.locator(".lo-easy__rest").is_visible()
    assert not page.locator(".lo-easy__part").is_visible()
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(".lo-easy__body h2").all_inner_texts() == of_page
    page.route("**/speech-therapy-school-age/**", lambda route: route.fulfill(status=404))
    page.evaluate("window.printed = false")
    page.locator("[data-lo-print]").click()
    page.wait_for_function("() => window.printed")
    assert page.locator(".lo-easy__body h2").all_inner_texts() == of_page


AUTISM = "/easy-read/needs/autism/"


def test_a_reader_chooses_a_kind_of_help_goes_on_to_the_next_and_back_to_all_by_keyboard_and_without_a_script(
    open_page: OpenPage,
) -> None:
    page = open_page(AUTISM, js=False)
    headings = page.locator("main h2").all_inner_texts()
    assert headings[:3] == ["What this is about", "Ask here first", "Kinds of help"]
    doors = page.locator("#kinds ~ ul a")
    second = doors.nth(1).inner_text()
    doors.first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/kinds/*/")
    assert page.locator("h1").inner_text() == "Autism"
    page.locator(".lo-easy__next a", has_text=f"Next: {second}").press("Enter")
    page.wait_for_url("**/kinds/*/")
    assert page.locator("main h2").all_inner_texts() == [second]
    page.get_by_role("link", name="All kinds of help").press("Enter")
    page.wait_for_url("**/autism/#kinds")


def test_print_brings_all_kinds_of_a_list_and_of_a_kind_all_its_pages(open_page: OpenPage) -> None:
    page = open_page(AUTISM)
    doors = page.locator("#kinds ~ ul a").all_inner_texts()
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.locator("[data-lo-print]").click()
    page.wait_for_function("() => window.printed")
    page.emulate_media(media="print")
    headings = page.locator(".lo-easy__body h2:visible").all_inner_texts()
    assert [heading for heading in headings[3:] if not heading.endswith(": more")] == [
        door for door in doors if door != "Help for everyone"
    ]
    assert not page.locator(".lo-easy__rest, .lo-pager, .lo-easy__next").filter(visible=True).count()
    page = open_page("/easy-read/ages/16-to-18/kinds/school-and-learning/page/2/")
    page.evaluate("() => { window.print = () => { window.printed = true } }")
    page.locator("[data-lo-print]").click()
    page.wait_for_function("() => window.printed")
    page.emulate_media(media="print")
    assert page.locator(".lo-easy__body h2:visible").all_inner_texts()[:2] == [
        "School and learning",
        "School and learning: more",
    ]


def test_a_part_of_a_list_that_is_gone_leads_to_the_list(open_page: OpenPage) -> None:
    page = open_page("/easy-read/ages/16-to-18/page/12/")
    page.locator("[data-lo-gone] a").click()
    page.wait_for_url("**/easy-read/ages/16-to-18/")
    page.goto("/nothing/here/")
    assert page.locator("[data-lo-gone]").is_hidden()


def test_every_page_fits_one_opening_window(sample_site: Path) -> None:
    sizes = {path: len(gzip.compress(path.read_bytes(), 9)) for path in (sample_site / "easy-read").rglob("index.html")}
    assert len(sizes) > 400
    assert max(sizes.values()) <= 14_336


WAYS_OUT = {
    ".lo-switch": "the switch to the full page",
    ".lo-bar": "the reader's own list and the settings, which have no easy-read page: they change this one too",
    ".lo-footer__end": "licences of the pictures, and where the text is edited",
    'a[href$="my-list/"], a[href$="settings/"]': "the same two, named in a text",
    'a[href$="../find/"]': "search itself; the easy-read page beside it says how",
    'a[href$="#the-law"]': "the words of the law",
}
"""What may lead out of easy read, and why."""


def test_whoever_reads_easy_read_stays_there(sample_site: Path) -> None:
    """Over every link of every easy-read page: it leads to an easy-read page wherever there is one."""
    root, easy, leaving, named = sample_site.resolve(), sample_site.resolve() / "easy-read", [], set()
    pages = {path.parent for path in easy.rglob("index.html")}
    for page in pages:
        tree = LexborHTMLParser((page / "index.html").read_text(encoding="utf-8"))
        allowed = {way: {one.mem_id for one in tree.css(f"{way}, {way} a")} for way in WAYS_OUT}
        for link in tree.css("a[href]"):
            href = (link.attributes["href"] or "").partition("#")[0].partition("?")[0]
            if ":" in href or not href:
                continue
            target = (page / href).resolve()
            if easy in (target, *target.parents):
                continue
            ways = [way for way, ids in allowed.items() if link.mem_id in ids]
            named |= set(ways)
            if not ways and target == root / first_part(f"{page.relative_to(easy)}/"):
                continue  # the full page itself, where it tells more
            has_twin = easy / target.relative_to(root) in pages
            if not ways or (has_twin and ways == [".lo-bar"]):
                leaving.append((str(page.relative_to(root)), link.attributes["href"], link.text()))
    assert len(pages) > 400
    assert leaving == []
    assert named == set(WAYS_OUT), "a way out that nobody uses any more"
