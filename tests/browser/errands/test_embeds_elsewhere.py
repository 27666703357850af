"""Fragments inside a school's page in Firefox and WebKit; Chromium's turn is tests/browser/test_embeds.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.system.server import serving
from tests.browser.errands.engines import ENGINES, Window, missing, other_window
from tests.browser.errands.hands import Hands
from tests.browser.errands.test_errands import LOST
from tests.browser.test_embeds import HOSTILE

pytestmark = pytest.mark.node
SCHOOL = """<!DOCTYPE html><html lang="en"><head><title>Hill School</title><style>{style} body {{ margin: 0 !important; }}</style>
<script src="{site}/embed/local-offer.js" defer></script></head><body>
<iframe id="list" src="{site}/embed/needs/autism/" title="Help with autism" width="100%" height="300"></iframe>
<iframe id="old" src="{site}/embed/services/marl-trust/saturday-swim/" title="Swimming" width="100%" height="50"></iframe>
<local-offer src="{site}/embed/topics/leisure/" height="60"><a href="{site}/topics/leisure/">Leisure: the Local Offer</a></local-offer>
</body></html>"""
FIRST = "(() => { const box = document.querySelector('.lo-rows a').getClientRects()[0]; return [box.x + 20, box.y + box.height / 2]; })()"
INSIDE = "(() => { const one = document.querySelector('#list'), box = one.getBoundingClientRect(); return [box.x + one.clientLeft, box.y + one.clientTop]; })()"


@pytest.mark.parametrize("engine", [engine for engine in ENGINES if engine != "chromium"])
def test_a_fragment_in_a_schools_page_grows_leads_on_and_opens_the_whole_site(
    engine: str, server: str, tmp_path: Path
) -> None:
    if why := missing(engine):
        pytest.skip(why)
    (tmp_path / "school").mkdir()
    (tmp_path / "school" / "index.html").write_text(SCHOOL.format(style=HOSTILE, site=server), encoding="utf-8")
    with serving(tmp_path / "school") as address:
        school = address.replace("127.0.0.1", "localhost")
        try:
            visit(engine, school, server, tmp_path / "kept")
        except (RuntimeError, AssertionError) as fault:
            if not any(lost in str(fault) for lost in LOST):
                raise
            visit(engine, school, server, tmp_path / "again")


def visit(engine: str, school: str, server: str, folder: Path) -> None:
    """A fragment by itself, then in the school's page: by pressing, and with the keyboard."""
    with other_window(engine, folder) as window:
        hands = Hands(window, keyboard=False)
        window.open(f"{server}/embed/services/marl-trust/saturday-swim/#dark")
        is_new = "location.pathname === '/embed/services/marl-swim-club/saturday-swim/'"
        assert hands.look(f"{is_new} && location.hash") == "#dark"
        assert hands.look("getComputedStyle(document.body).backgroundColor") == "rgb(18, 25, 28)"
        window.open(f"{server}/embed/needs/autism/")
        assert hands.look("parseFloat(getComputedStyle(document.body).fontSize)") >= 18
        link, is_whole = (
            hands.look(FIRST),
            f"location.origin === '{server}' && location.pathname.startsWith('/services/')",
        )
        open_school(window, hands, school)
        corner = hands.look(INSIDE)
        window.click((corner[0] + link[0], corner[1] + link[1]))
        assert hands.look(is_whole)
        open_school(window, hands, school)
        for _ in range(3):
            window.press("Tab")
        window.press("Enter")
        assert hands.look(is_whole)


def open_school(window: Window, hands: Hands, school: str) -> None:
    """The school's page, once each frame is as high as what is in it: the fragment that has moved, too."""
    window.open(school)
    element = "document.querySelector('local-offer')?.shadowRoot?.querySelector('iframe')"
    for frame, least in (
        ("document.querySelector('#list')", 700),
        ("document.querySelector('#old')", 200),
        (element, 700),
    ):
        assert hands.look(f"({frame})?.clientHeight > {least}"), frame
