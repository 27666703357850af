"""The tests' windows: everything that goes wrong in one is remembered, and most are used by many tests, one after another.

In: the browser and the address of the site. Out: a `Window`. A new one, or a new page in one, costs the browser five times as much
as the next page in one that is there; a window that was left has nothing stored, no way back and the time of day.
"""

from __future__ import annotations

from typing import Any, Literal

from playwright.sync_api import Browser, BrowserContext, Page, Request

SLOWEST = 120_000
"""Milliseconds before a wait counts as a failure: a busy machine is slow, and no test measures time."""
MOST_KEPT = 2
STAYS = "cannot be taken out of a window again: ask for new_context"
Sort = tuple[bool, bool]


class Window:
    """A context of the browser. `faults`: errors of scripts, refused policies, requests that leave the site."""

    def __init__(
        self, browser: Browser, server: str, *, width: int, dark: bool, js: bool, touch: bool, **options: Any
    ) -> None:
        self.server, self.faults = server, list[str]()
        self.context: BrowserContext = browser.new_context(
            viewport={"width": width, "height": 800}, color_scheme="dark" if dark else "light", java_script_enabled=js,
            has_touch=touch, is_mobile=touch, base_url=server, **options,
        )  # fmt: skip
        self.context.on("weberror", lambda fault: self.faults.append(f"script: {fault.error}"))
        self.context.on("console", lambda said: self._hear(said.type, said.text))
        self.context.on("request", self._watch)
        self.context.set_default_timeout(SLOWEST)

    def _hear(self, kind: str, words: str) -> None:
        if kind == "error" and "404" not in words:
            self.faults.append(f"console: {words}")

    def _watch(self, request: Request) -> None:
        if not request.url.startswith((self.server, "data:", "blob:")):
            self.faults.append(f"leaves the site: {request.url}")

    def page(self, *, width: int, dark: bool) -> Page:
        """Its page, empty, of this width."""
        page = self.context.pages[0] if self.context.pages else self.context.new_page()
        page.set_viewport_size({"width": width, "height": 800})
        scheme: Literal["dark", "light"] = "dark" if dark else "light"
        page.emulate_media(media="null", color_scheme=scheme, forced_colors="null", reduced_motion="null")
        page.set_default_timeout(SLOWEST)
        page.add_init_script = _stays  # type: ignore[method-assign, assignment]
        return page

    def leave(self) -> list[str]:
        """Leave the page and forget what it stored; the faults since it was last left."""
        page, *others = self.context.pages or [self.context.new_page()]
        for other in others:
            other.close()
        page.unroute_all()
        assert not page.evaluate("'__pwClock' in globalThis"), f"a clock {STAYS}"
        if not page.url.startswith(self.server):
            page.goto("/robots.txt")
        page.evaluate("sessionStorage.clear()")
        page.goto("about:blank")
        tools = self.context.new_cdp_session(page)
        tools.send("Storage.clearDataForOrigin", {"origin": self.server, "storageTypes": "all"})
        tools.send("Page.resetNavigationHistory")
        tools.detach()
        self.context.clear_cookies()
        faults, self.faults = self.faults, []
        return faults


def _stays(*_script: object, **_more: object) -> None:
    raise AssertionError(f"a script {STAYS}")


class Windows:
    """Windows that are kept, by what cannot be changed in an open one: JavaScript and touch."""

    def __init__(self, browser: Browser, server: str) -> None:
        self.browser, self.server = browser, server
        self.kept: dict[Sort, list[Window]] = {}
        self.lent: list[tuple[Sort, Window]] = []

    def lend(self, *, js: bool, touch: bool) -> Window:
        """A window that nobody else has until all are given back."""
        kept = self.kept.get((js, touch))
        window = kept.pop() if kept else self._open(js=js, touch=touch)
        self.lent.append(((js, touch), window))
        return window

    def _open(self, *, js: bool, touch: bool) -> Window:
        return Window(self.browser, self.server, width=1280, dark=False, js=js, touch=touch)

    def take_back(self) -> list[str]:
        """Every fault in the windows that were lent."""
        lent, self.lent = self.lent, []
        faults = []
        for sort, window in lent:
            faults += window.leave()
            kept = self.kept.setdefault(sort, [])
            kept.append(window) if len(kept) < MOST_KEPT else window.context.close()
        return faults
