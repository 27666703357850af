"""`make screens`: a picture of each kind of page at 360 and 1280 px, light, dark and printed, into build/screens. Look at them.

In: build/site (built first if it is not there). Out: PNG files named kind-width-mode.png and a contact sheet, index.html.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from html import escape
from pathlib import Path

from playwright.sync_api import Browser

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from localoffer.browser.installed import find_browser  # noqa: E402
from localoffer.browser.windows import open_browser  # noqa: E402
from localoffer.cli import main as build_offer  # noqa: E402
from localoffer.system.server import serving  # noqa: E402

OUT = ROOT / "build" / "screens"
WIDTHS = (360, 1280)
MODES = ("light", "dark", "print")
#: kind → an address that shows it well.
PAGES = {
    "home": "",
    "find": "find/?q=autisim",
    "service": "services/marl-trust/saturday-club/",
    "service-wait-and-panel": "services/brook-house/overnight-stays/",
    "service-closed": "services/marlbrook-libraries/toy-library/",
    "provider": "services/marl-trust/",
    "topics": "topics/",
    "topic": "topics/short-breaks-and-clubs/",
    "need": "needs/autism/",
    "need-stage": "needs/stammering/19-to-25/",
    "age": "ages/5-to-10/",
    "area": "areas/easton/",
    "a-z": "a-z/",
    "guides": "guides/",
    "guide": "guides/ask-for-an-ehc-needs-assessment/",
    "guide-table": "guides/choosing-a-school/",
    "take-part": "take-part/",
    "you-said": "take-part/you-said-we-did/",
    "my-list": "my-list/",
    "settings": "about/settings/",
    "up-to-date": "about/up-to-date/",
    "statement": "about/accessibility/",
    "checks": "about/checks/",
    "glossary": "glossary/",
    "pictures": "about/pictures/",
    "easy-home": "easy-read/",
    "easy-service": "easy-read/services/marl-trust/saturday-club/",
    "easy-guide": "easy-read/guides/ask-for-an-ehc-needs-assessment/",
    "easy-topic": "easy-read/topics/leisure/",
    "not-found": "not-here/",
}


def shots() -> Iterator[tuple[str, str, int, str]]:
    """Every picture to take: its name, address, width and mode."""
    for kind, address in PAGES.items():
        for width in WIDTHS:
            for mode in MODES:
                if mode != "print" or width == 1280:
                    yield f"{kind}-{width}-{mode}.png", address, width, mode


def take(browser: Browser, start: str, name: str, address: str, width: int, mode: str) -> None:
    """One picture of a whole page, with pictures below the fold loaded."""
    context = browser.new_context(
        viewport={"width": width, "height": 900}, color_scheme="dark" if mode == "dark" else "light"
    )
    page = context.new_page()
    page.goto(start + address, wait_until="networkidle")
    page.evaluate("document.querySelectorAll('img[loading]').forEach((picture) => { picture.loading = 'eager'; })")
    page.wait_for_load_state("networkidle")
    if mode == "print":
        page.emulate_media(media="print")
    page.screenshot(path=OUT / name, full_page=True)
    context.close()


def contact_sheet(names: list[str]) -> str:
    """One page with all pictures, to look through."""
    figures = "\n".join(
        f'<figure><a href="{escape(name)}"><img src="{escape(name)}" alt="" loading="lazy"></a>'
        f"<figcaption>{escape(name)}</figcaption></figure>"
        for name in names
    )
    style = (
        "body{display:flex;flex-wrap:wrap;gap:1rem}img{width:300px;height:400px;object-fit:cover;object-position:top}"
    )
    return f'<!DOCTYPE html><html lang="en-GB"><title>Screens</title><style>{style}</style>{figures}</html>\n'


def main() -> int:
    """Build if needed, take every picture, write the contact sheet."""
    if build_offer(["--root", str(ROOT), "build", "--quiet"]):
        return 1
    OUT.mkdir(parents=True, exist_ok=True)
    wanted = list(shots())
    with serving(ROOT / "build" / "site") as start, open_browser(find_browser()) as browser:
        for name, address, width, mode in wanted:
            take(browser, start.rstrip("/") + "/", name, address, width, mode)
    (OUT / "index.html").write_text(contact_sheet([name for name, *_ in wanted]), encoding="utf-8")
    print(f"{len(wanted)} pictures in {OUT}. Open {OUT / 'index.html'} and look at them.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
