"""Open a browser and its two windows: one with JavaScript, one without, kept from page to page.

In: a browser's path. Out: pages to load things in. Opening a window costs more than loading a page, so a worker opens two
in all; between visits they are emptied of everything a page has stored.
"""

from __future__ import annotations

import base64
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from localoffer.system.carried import is_installed
from localoffer.system.failures import ToolMissing

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

PATIENCE = 10_000
"""Milliseconds a page has for anything it is asked."""


FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Quiet and alone: no call to anybody, and no sandbox, because CI often runs as root."""


@contextmanager
def open_browser(path: str) -> Iterator[Browser]:
    """A browser without a window on the screen, closed at the end."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ModuleNotFoundError:
        raise ToolMissing(
            "Playwright is not installed, so the pages cannot be tested in a browser.",
            'run: pip install "localoffer[audit]"' if is_installed() else "run `make audit`, which installs it.",
        ) from None
    with ExitStack() as held:
        try:
            playwright = held.enter_context(sync_playwright())
        except Exception as error:  # it has no class of its own for this
            raise ToolMissing(
                f"Playwright’s own driver does not start: {_first_line(str(error))}",
                "on Debian and Ubuntu it may lack a library: apt install libatomic1",
            ) from None
        try:
            browser = held.enter_context(closing(playwright.chromium.launch(executable_path=path, args=list(FLAGS))))
        except Error as error:
            raise ToolMissing(
                f"The browser {path} does not start: {_first_line(error.message)}",
                "try to start it by hand, or set CHROMIUM to another one.",
            ) from None
        yield browser


def _first_line(text: str) -> str:
    return next((line.strip() for line in text.splitlines() if line.strip()), "it gives no reason")


@dataclass
class Windows:
    """`troubles`: what the browser complained of since it was last cleared. `looks`: how each window was last set."""

    browser: Browser
    troubles: list[str] = field(default_factory=list)
    looks: dict[bool, Any] = field(default_factory=dict)
    _pages: dict[bool, Page] = field(default_factory=dict)
    _tools: dict[bool, CDPSession] = field(default_factory=dict)

    def page(self, *, javascript: bool = True) -> Page:
        """The window of this sort."""
        if javascript not in self._pages:
            self._pages[javascript] = self._open(javascript)
        return self._pages[javascript]

    def _open(self, javascript: bool) -> Page:
        # Without JavaScript the styles have changed (`visit.without_scripts`), so the policy no longer fits them.
        context = self.browser.new_context(
            reduced_motion="reduce", locale="en-GB", bypass_csp=not javascript, no_viewport=True
        )
        context.set_default_timeout(PATIENCE)
        page = context.new_page()
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda said: self.troubles.append(said.text) if said.type == "error" else None)
        return page

    def _tools_of(self, javascript: bool) -> CDPSession:
        """The browser's own tools for the window of this sort."""
        if javascript not in self._tools:
            page = self.page(javascript=javascript)
            self._tools[javascript] = page.context.new_cdp_session(page)
        return self._tools[javascript]

    def resize(self, width: int, height: int, *, javascript: bool) -> None:
        """Give the page this size, in CSS pixels; Playwright's own way moves the browser's frame too, which costs twice as much."""
        size = {"width": width, "height": height, "screenWidth": width, "screenHeight": height}
        asked = {**size, "deviceScaleFactor": 1, "mobile": False}
        self._tools_of(javascript).send("Emulation.setDeviceMetricsOverride", asked)

    def picture(self, clip: dict[str, float]) -> bytes:
        """A part of the page with JavaScript as PNG; `clip` in CSS pixels from the top left of the whole page."""
        asked = {"format": "png", "optimizeForSpeed": True, "clip": {**clip, "scale": 1}}
        return base64.b64decode(self._tools_of(True).send("Page.captureScreenshot", asked)["data"])

    def empty(self) -> None:
        """Leave the pages, and take away what they stored."""
        for page in self._pages.values():
            if page.url.startswith("http"):
                page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
            page.goto("about:blank")

    def close(self) -> None:
        """Close the windows; the next page opens new ones."""
        pages, self._pages = self._pages, {}
        self.looks.clear()
        self._tools.clear()
        for page in pages.values():
            page.context.close()
