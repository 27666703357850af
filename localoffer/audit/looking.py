"""Look at a page of the site as a reader would: a size, a colour scheme, with or without JavaScript.

In: an open browser and the address of our own server. Out: a `Visit` that shows one page in one `Look` after another
and measures it. The site's policy stays in force; what we measure with runs beside the page, not in it.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from functools import cache
from http.server import ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from localoffer.audit.choose import BuiltPage
from localoffer.audit.faults import Fault
from localoffer.audit.windows import Windows
from localoffer.findings import ERROR
from localoffer.system.server import make_server, serving

if TYPE_CHECKING:
    from playwright.sync_api import Page

PHONE, DESKTOP = 320, 1280
HEIGHT = 900
MEASURES = Path(__file__).with_name("measures.js")

Scheme = Literal["light", "dark"]
Remembered = frozenset[tuple[str, ...]]
_SCRIPT = re.compile(rb"<script\b.*?</script\s*>", re.I | re.S)
_NOSCRIPT = re.compile(rb"</?noscript\b[^>]*>", re.I)
_SCRIPTING = (
    (rb"\(\s*scripting\s*:\s*enabled\s*\)", b"(max-width: 0px)"),
    (rb"\(\s*scripting\s*:\s*none\s*\)", b"(min-width: 0px)"),
)

_MEASURE = """([name, given]) => {
  const measure = window.loAudit?.[name];
  return typeof measure === 'function' ? Promise.resolve(measure(...given)).then((said) => [said ?? null]) : null;
}"""


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
    plain = make_server(site, touch=lambda content, _path: without_scripts(content))
    thread = _start(plain)
    try:
        with serving(site) as base:
            yield Served(base, f"http://127.0.0.1:{plain.server_address[1]}")
    finally:
        plain.shutdown()
        plain.server_close()
        thread.join()


def _start(server: ThreadingHTTPServer) -> threading.Thread:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    return thread


def without_scripts(content: bytes) -> bytes:
    """A page as a browser without JavaScript shows it, in one that has it: styles that ask for scripting hear no."""
    for asked, answer in _SCRIPTING:
        content = re.sub(asked, answer, content)
    return _NOSCRIPT.sub(b"", _SCRIPT.sub(b"", content))


@cache
def measures() -> str:
    """Our measurements, to run in a page."""
    return MEASURES.read_text(encoding="utf-8")


@dataclass
class Visit:
    """One page, shown in one look after another. `remembered`: the sorts of things that were measured in this audit and
    had no fault, so that their likes need not be measured again. `stops`: width → tab stops of this page, and
    the one that lets nobody past; `backwards`: those of the way back.
    `complaints`: what the browser complained of when it first loaded the page."""

    windows: Windows
    served: Served
    built: BuiltPage
    remembered: set[tuple[str, ...]] = field(default_factory=set)
    stops: dict[int, tuple[list[dict[str, Any]], dict[str, Any] | None]] = field(default_factory=dict)
    backwards: dict[int, list[dict[str, Any]]] = field(default_factory=dict)
    complaints: tuple[str, ...] = ()
    _untouched: dict[bool, bool] = field(default_factory=dict)
    _look: Look = field(default_factory=Look)

    @property
    def widths(self) -> tuple[int, int]:
        """Both widths, first the one that is shown: a change of size costs more than most measurements."""
        return (PHONE, DESKTOP) if self._look.width == PHONE else (DESKTOP, PHONE)

    def show(self, look: Look | None = None, *, fresh: bool = False) -> Page:
        """The page in this look. With `fresh` it is as it was loaded: nobody who asked for it so has had it before."""
        look = look or Look()
        page = self.windows.page(javascript=look.javascript)
        self._set(page, look)
        if look.javascript not in self._untouched or (fresh and not self._untouched[look.javascript]):
            self._load(page, look)
        if fresh:
            self._untouched[look.javascript] = False
        self._look = look
        return page

    def leave_untouched(self) -> None:
        """What was asked for fresh is as it was loaded all the same: the next who asks may have it."""
        self._untouched[self._look.javascript] = True

    def _set(self, page: Page, look: Look) -> None:
        """Only what differs from what the window was last set to."""
        was = self.windows.looks.get(look.javascript)
        if was is None or was.width != look.width:
            page.set_viewport_size({"width": look.width, "height": HEIGHT})
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
        page.goto(f"{base}/{self.built.url}", wait_until="load")
        if first:  # the window was empty before, so all that is complained of is this page's
            page.evaluate("() => new Promise((go) => requestIdleCallback(go, {timeout: 500}))")
            self.complaints = tuple(self.windows.troubles)
        self._untouched[look.javascript] = True

    def measure(self, name: str, *arguments: Any) -> Any:
        """What one of our measurements says of the page as it is shown."""
        page = self.windows.page(javascript=self._look.javascript)
        said = page.evaluate(_MEASURE, [name, list(arguments)])
        if not said:
            page.evaluate(measures())
            said = page.evaluate(_MEASURE, [name, list(arguments)])
        return said[0]

    def fault(
        self,
        rule: str,
        message: str,
        fix: str = "",
        *,
        at: dict[str, Any] | None = None,
        wcag: str = "",
        severity: str = ERROR,
    ) -> Fault:
        """A fault of this page, at the element `at` as `measures.js` names it."""
        at = at or {}
        return Fault(
            self.built.address,
            self.built.kind,
            rule,
            at.get("selector", ""),
            message,
            fix,
            severity,
            wcag,
            str(self._look),
            at.get("words", ""),
            bool(at.get("frame")),
            tuple(at.get("clues", ())),
        )

    def renew(self) -> None:
        """Close the windows; the next look opens new ones."""
        self.windows.close()
        self._untouched.clear()
