"""What the browser is told by a preview: when to load a page anew, what is wrong, what is left out, what is still to come.

In: how each build has ended. Out: pages as they are sent, never as they are published. When an edit has a fault, the last good site
stays and every page carries a plain banner saying what is wrong; a listing that is half filled in is left out, with a notice.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass, field
from html import escape

from localoffer.site.first_look import Pages
from localoffer.site.left_out import LeftOut, notice, page_instead, sentences

SHOWN_FIRST = "is shown as you have just saved it, on its own pages. Lists, search and other pages follow in a moment."
_RELOAD = "/__reload.js"
_STATE = "/__state.json"
_BANNER_STYLE = "/__banner.css"

_RELOAD_SCRIPT = f'<script type="module" src="{_RELOAD}"></script>'
_BARE_PAGE = """<!DOCTYPE html><html lang="en-GB"><head><meta charset="utf-8"><title>Preview</title></head>\
<body>{body}</body></html>"""

# Served, never published: it asks once a second which build is shown, and loads the page anew when it is another.
_SCRIPT = b"""let seen = null;
async function look() {
  try {
    const state = await (await fetch("/__state.json", {cache: "no-store"})).json();
    if (seen !== null && state.build !== seen) { location.reload(); return; }
    seen = state.build;
  } catch { /* the preview has stopped; try again */ }
  setTimeout(look, 500);
}
look();
"""
_STYLE = b""".lo-preview-fault { margin: 0; padding: 1rem; background: #8f0e0e; color: #fff; font: 1rem/1.5 monospace;
  white-space: pre-wrap; overflow-wrap: anywhere; }
.lo-preview-waiting { margin: 0; padding: 0.5rem 1rem; background: #fff3c4; color: #1c2629; font: 1rem/1.5 sans-serif;
  overflow-wrap: anywhere; }
"""


@dataclass
class Preview:
    """What the browser is told. `build` counts up with each change; `fault` is what is wrong, in words; `left_out` are
    the files that are half filled in; `looks` are the files whose own pages are shown before all else is made again."""

    build: int = 0
    fault: str = ""
    left_out: LeftOut = field(default_factory=dict)
    looks: dict[str, Pages] = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def show(self, fault: str, left_out: LeftOut | None = None, *, anew: bool) -> None:
        """A build has ended: the page is loaded anew when there is something new to see. `left_out` is None when it did
        not come to its end."""
        with self.lock:
            waiting = self.left_out if left_out is None else left_out
            if anew or self.looks or (fault, waiting) != (self.fault, self.left_out):
                self.build += 1
            self.fault, self.left_out, self.looks = fault, waiting, {}

    def show_first(self, looks: dict[str, Pages]) -> None:
        """Show the pages of files that were just saved, until a build has ended."""
        with self.lock:
            self.fault, self.looks = "", looks
            self.build += 1

    def touch(self, page: bytes, _path: str) -> bytes:
        """A page as the preview sends it: with the reload script and, after a fault, the banner."""
        banner = self._banner()
        if not page:
            body = banner or "<p>The site is being built. This page will show it in a moment.</p>"
            return _BARE_PAGE.format(body=body + _RELOAD_SCRIPT).encode()
        start = page.find(b">", page.find(b"<body")) + 1
        script = _RELOAD_SCRIPT.encode()
        return page[:start] + banner.encode() + page[start:].replace(b"</body>", script + b"</body>", 1)

    def _banner(self) -> str:
        fault = f'<div class="lo-preview-fault" role="alert">{escape(self.fault)}</div>' if self.fault else ""
        words = fault + notice([*sentences(self.left_out), *(f"{file} {SHOWN_FIRST}" for file in self.looks)])
        return f'<link rel="stylesheet" href="{_BANNER_STYLE}">{words}' if words else ""

    def answer(self, path: str) -> tuple[str, bytes] | None:
        """The preview's own three files, the pages of a file that was just saved, and what stands in the place of a listing that
        is half filled in."""
        if path == _STATE:
            return "application/json", json.dumps({"build": self.build}).encode()
        if path == _RELOAD:
            return "text/javascript; charset=utf-8", _SCRIPT
        if path == _BANNER_STYLE:
            return "text/css; charset=utf-8", _STYLE
        address = f"{path[1:]}index.html" if path.endswith("/") else path[1:]
        for pages in self.looks.values():
            if address in pages:
                return "text/html; charset=utf-8", self.touch(pages[address], path)
        if body := page_instead(path, self.left_out):
            return "text/html; charset=utf-8", _BARE_PAGE.format(body=self._banner() + body + _RELOAD_SCRIPT).encode()
        return None
