"""Show a page as a reader would see it: at a size, in a colour scheme, with or without JavaScript.

In: an open browser and the address of our own server. Out: a `Visit` that shows one page in one `Look` after another. The
site's policy stays in force.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from localoffer.browser.windows import Windows
from localoffer.system.server import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE, DESKTOP = 320, 1280
HEIGHT = 900

Scheme = Literal["light", "dark"]
_SCRIPT = re.compile(rb"<script\b.*?</script\s*>", re.I | re.S)
_NOSCRIPT = re.compile(rb"</?noscript\b[^>]*>", re.I)
_SCRIPTING = (
    (rb"\(\s*scripting\s*:\s*enabled\s*\)", b"(max-width: 0px)"),
    (rb"\(\s*scripting\s*:\s*none\s*\)", b"(min-width: 0px)"),
)


@dataclass(frozen=True)
class Look:
    """How a page is looked at. `width` in CSS pixels."""

    width: int = DESKTOP
    scheme: Scheme = "light"
    forced: bool = False
    printed: bool = False
    javascript: bool = True

    def __str__(self) -> str:
        parts = [f"{self.width} px", "forced colours" if self.forced else self.scheme]
        parts += ["printed"] if self.printed else []
        parts += [] if self.javascript else ["without JavaScript"]
        return ", ".join(parts)


@dataclass(frozen=True)
class Served:
    """Two addresses of the same site: as it is, and as a browser without JavaScript shows it."""

    base: str
    plain: str


@contextmanager
def serve_twice(site: Path) -> Iterator[Served]:
    """Serve the site, and beside it the same pages with their scripts out and their `noscript` shown.

    A browser whose JavaScript is off cannot run our measurements either; so we leave out the page's, not its own.
    """
    with serving(site) as base, serving(site, touch=lambda content, _path: without_scripts(content)) as plain:
        yield Served(base, plain)


def without_scripts(content: bytes) -> bytes:
    """A page as a browser without JavaScript shows it, in one that has it: `@media (scripting)` is answered with no."""
    for asked, answer in _SCRIPTING:
        content = re.sub(asked, answer, content)
    return _NOSCRIPT.sub(b"", _SCRIPT.sub(b"", content))


@dataclass
class Visit:
    """One page, shown in one look after another. `url` is its address in the site, without a leading slash. `look`: how it
    is shown now. `complaints`: what the browser complained of when it first loaded the page."""

    windows: Windows
    served: Served
    url: str
    look: Look = field(default_factory=Look, init=False)
    complaints: tuple[str, ...] = field(default=(), init=False)
    _untouched: dict[bool, bool] = field(default_factory=dict, init=False)

    @property
    def widths(self) -> tuple[int, int]:
        """Both widths, first the one that is shown: a change of size costs more than most measurements."""
        return (PHONE, DESKTOP) if self.look.width == PHONE else (DESKTOP, PHONE)

    def each_width(self) -> Iterator[int]:
        """The page in both widths, one after the other."""
        for width in self.widths:
            self.show(Look(width))
            yield width

    def show(self, look: Look | None = None, *, fresh: bool = False) -> Page:
        """The page in this look. With `fresh` it is as it was loaded: if an earlier `fresh` may have changed it, it is
        loaded again."""
        look = look or Look()
        page = self.windows.page(javascript=look.javascript)
        self._set(page, look)
        if look.javascript not in self._untouched or (fresh and not self._untouched[look.javascript]):
            self._load(page, look)
        if fresh:
            self._untouched[look.javascript] = False
        self.look = look
        return page

    def leave_untouched(self) -> None:
        """Say that the page that was asked for `fresh` was not changed, so that the next `fresh` need not load it."""
        self._untouched[self.look.javascript] = True

    def _set(self, page: Page, look: Look) -> None:
        """Only what differs from what the window was last set to."""
        was = self.windows.looks.get(look.javascript)
        if was is None or was.width != look.width:
            self.windows.resize(look.width, HEIGHT, javascript=look.javascript)
        if was is None or replace(was, width=look.width) != look:
            page.emulate_media(
                media="print" if look.printed else "screen",
                color_scheme=look.scheme,
                forced_colors="active" if look.forced else "none",
                reduced_motion="reduce",
            )
        self.windows.looks[look.javascript] = look

    def _load(self, page: Page, look: Look) -> None:
        base = self.served.base if look.javascript else self.served.plain
        first = look.javascript and True not in self._untouched
        if first:
            self.windows.troubles.clear()
        page.goto(f"{base}/{self.url}", wait_until="load")
        if first:  # the window was empty before, so every complaint is about this page
            page.evaluate("() => new Promise((go) => requestIdleCallback(go, {timeout: 500}))")
            self.complaints = tuple(self.windows.troubles)
        self._untouched[look.javascript] = True

    def reopen(self) -> None:
        """Close the windows; the next look opens new ones."""
        self.windows.close()
        self._untouched.clear()
