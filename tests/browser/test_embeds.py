"""Fragments inside a school's page: of another website, with styles that spoil whatever they reach, with and without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from localoffer.audit.axe import read_axe
from localoffer.system.server import serving
from tests.browser.windows import SLOWEST

HOSTILE = """
* { color: #fff !important; background: #fff !important; font: 3px/1 fantasy !important; letter-spacing: -2px !important;
    text-transform: uppercase !important; outline: none !important; list-style: none !important; }
a, p, h1, ul { display: none !important; }
iframe { filter: none; border-radius: 2rem; margin: -1px; }
local-offer { display: none; float: right; }
"""
SCHOOL = """<!DOCTYPE html><html lang="en"><head><title>Hill School</title><style>{style}</style>{script}</head><body>
<iframe id="list" src="{site}/embed/needs/autism/" title="Help with autism" width="100%" height="300" loading="lazy"></iframe>
<iframe id="night" src="{site}/embed/needs/autism/5-to-10/#dark" title="Autism, 5 to 10" width="340" height="400"></iframe>
<iframe id="day" src="{site}/embed/services/marl-trust/saturday-club/#light" title="A club" width="100%" height="400"></iframe>
<iframe id="search" src="{site}/embed/search/" title="Search the Local Offer" width="100%" height="300"></iframe>
<local-offer src="{site}/embed/topics/leisure/" height="500"><a href="{site}/topics/leisure/">Leisure: the Local Offer</a></local-offer>
</body></html>"""
AXE = "() => axe.run(document, {resultTypes: ['violations']}).then((all) => all.violations.map((one) => `${one.id}: ${one.help}`))"


@pytest.fixture(scope="module")
def school(server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The page of a school on a host of its own."""
    folder: Path = tmp_path_factory.mktemp("school")
    script = f'<script src="{server}/embed/local-offer.js" defer></script>'
    (folder / "index.html").write_text(SCHOOL.format(style=HOSTILE, script=script, site=server), encoding="utf-8")
    calm = SCHOOL.format(style="", script=script, site=server)
    (folder / "calm.html").write_text(calm, encoding="utf-8")
    with serving(folder) as address:
        yield address.replace("127.0.0.1", "localhost")


def open_school(browser: Browser, address: str, **options: object) -> Page:
    page = browser.new_context(viewport={"width": 800, "height": 900}, **options).new_page()  # type: ignore[arg-type]
    page.set_default_timeout(SLOWEST)
    page.goto(address, wait_until="load")
    return page


def frame_of(page: Page, selector: str) -> Frame:
    page.locator(selector).scroll_into_view_if_needed()
    held = page.locator(selector).element_handle()
    assert held is not None
    frame = held.content_frame()
    assert frame is not None
    frame.locator("h1").wait_for()
    return frame


def ground_of(frame: Frame) -> str:
    return str(frame.evaluate("getComputedStyle(document.body).backgroundColor"))


def test_in_a_hostile_page_a_fragment_is_readable_grows_and_opens_the_whole_site(
    browser: Browser, school: str, server: str
) -> None:
    page = open_school(browser, school)
    try:
        fragments = {name: frame_of(page, f"#{name}") for name in ("list", "night", "day", "search")}
        fragments["element"] = frame_of(page, "local-offer iframe")
        for name, frame in fragments.items():
            assert float(frame.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")) >= 18, name
            frame.evaluate(read_axe())
            assert frame.evaluate(AXE) == [], name
            expect(page.locator("local-offer iframe" if name == "element" else f"#{name}")).to_be_visible()
            page.wait_for_function(  # the school's script has made the frame as high as what is in it
                "([frame, high]) => Math.abs(frame.clientHeight - high) < 30",
                arg=[frame.frame_element(), frame.evaluate("document.documentElement.getBoundingClientRect().height")],
            )
        assert ground_of(fragments["night"]) == "rgb(18, 25, 28)"
        assert ground_of(fragments["day"]) == ground_of(fragments["list"]) == "rgb(255, 253, 249)"
        assert page.evaluate("scrollY") >= 0
        assert fragments["night"].evaluate("document.documentElement.scrollWidth <= innerWidth")
        expect(fragments["search"].get_by_text("Searching needs JavaScript")).to_be_hidden()
        fragments["search"].locator("input").focus()
        page.keyboard.type("swimming")
        page.keyboard.press("Tab")
        assert fragments["search"].evaluate("getComputedStyle(document.activeElement).outlineWidth") == "3px"
        page.keyboard.press("Enter")
        page.wait_for_url(f"{server}/find/?q=swimming")
        page.go_back()
        frame_of(page, "#list").locator(".lo-rows a").first.press("Enter")
        page.wait_for_url(f"{server}/services/**")
    finally:
        page.context.close()


def test_without_scripts_a_fragment_keeps_its_height_and_scrolls_and_the_element_leaves_its_link(
    browser: Browser, school: str, server: str
) -> None:
    page = open_school(browser, f"{school}/calm.html", java_script_enabled=False, color_scheme="dark")
    try:
        box = page.locator("#list").bounding_box()
        assert box is not None
        assert 280 < box["height"] < 320
        assert ground_of(frame_of(page, "#list")) == "rgb(18, 25, 28)"
        assert ground_of(frame_of(page, "#day")) == "rgb(255, 253, 249)"
        expect(frame_of(page, "#search").get_by_text("Searching needs JavaScript")).to_be_visible()
        expect(page.get_by_role("link", name="Leisure: the Local Offer")).to_have_attribute(
            "href", f"{server}/topics/leisure/"
        )
        last = frame_of(page, "#list").locator(".lo-all")
        last.scroll_into_view_if_needed()
        last.click()
        page.wait_for_url(f"{server}/needs/autism/")
    finally:
        page.context.close()


def test_a_fragment_asked_for_in_dark_or_light_does_not_move_the_page_around_it(browser: Browser, school: str) -> None:
    page = open_school(browser, f"{school}/calm.html")
    try:
        page.wait_for_load_state("networkidle")
        assert page.evaluate("scrollY") == 0
    finally:
        page.context.close()


def test_in_a_frame_that_may_open_nothing_on_top_links_open_in_a_new_window_where_asked(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    sandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms"
    (tmp_path / "index.html").write_text(
        f'<iframe sandbox="{sandbox}" src="{server}/embed/needs/autism/#new" title="Autism" width="600" height="500"></iframe>'
    )
    with serving(tmp_path) as address:
        page = open_school(browser, address)
        try:
            frame = page.frames[1]
            frame.wait_for_function("document.querySelector('base').target === '_blank'")
            with page.context.expect_page() as opened:
                frame.locator(".lo-rows a").first.click()
            opened.value.wait_for_url(f"{server}/services/**")
        finally:
            page.context.close()


def test_a_secretary_chooses_a_list_copies_it_and_pastes_it_into_the_schools_page(
    browser: Browser, server: str, tmp_path: Path
) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(SLOWEST)
    context.grant_permissions(["clipboard-read", "clipboard-write"])
    try:
        page = context.new_page()
        page.goto(f"{server}/about/for-schools/")
        page.get_by_role("link", name="copy a link, a list or a badge").click()
        page.get_by_label("What is it about?").select_option("needs")
        page.get_by_label("Which one?").select_option(label="Autism")
        page.get_by_label("For which age?").select_option("5-to-10")
        page.get_by_label("How?").select_option("address")
        expect(page.locator("[data-lo-piece]")).to_have_text(
            "https://localoffer.marlbrook.example.org/embed/needs/autism/5-to-10/#new"
        )
        page.get_by_label("How?").select_option("grows")
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        page.get_by_role("button", name="Copy: Copy this").click()
        expect(page.get_by_role("status").filter(has_text="Copied")).to_be_visible()
        piece = page.evaluate("navigator.clipboard.readText()")
        assert 'title="Autism, ages 5 to 10: Marlbrook SEND Local Offer"' in piece
        with context.expect_page() as opened:
            page.locator("[data-lo-see]").click(modifiers=["Control"])
        opened.value.wait_for_url(f"{server}/embed/needs/autism/5-to-10/")
        here = piece.replace("https://localoffer.marlbrook.example.org", server)
        (tmp_path / "index.html").write_text(
            f"<!DOCTYPE html><title>School</title><h1>SEND</h1>{here}", encoding="utf-8"
        )
        with serving(tmp_path) as address:
            page.goto(address)
            frame = frame_of(page, "iframe")
            expect(frame.locator("h1")).to_have_text("Autism, ages 5 to 10")
            page.wait_for_function("document.querySelector('iframe').clientHeight > 650")
            page.get_by_role("link", name="Autism, ages 5 to 10: all of it").click()
            page.wait_for_url(f"{server}/needs/autism/5-to-10/")
    finally:
        context.close()


def test_the_poster_is_one_sheet_of_a4_and_without_scripts_the_pieces_are_there_to_be_marked(
    browser: Browser, server: str
) -> None:
    page = open_school(browser, f"{server}/about/for-schools/poster/", java_script_enabled=False)
    try:
        sheet = page.pdf(format="A4", prefer_css_page_size=True)
        assert sheet.count(b"/Type /Page\n") + sheet.count(b"/Type /Page ") == 1
        page.goto(f"{server}/about/for-schools/paste/")
        expect(page.get_by_text("What is it about?")).to_be_hidden()
        assert page.locator(".lo-paste:visible code").count() >= 8
        page.locator("summary").last.click()
        assert page.locator(".lo-paste:visible code").count() >= 15
    finally:
        page.context.close()
