"""Live preview: build, show the site on this machine, build again after each edit, reload the page in the browser.

In: the root and a port. Out: pages, until Ctrl-C. When an edit has a fault, the last good site stays and every page
carries a plain banner saying what is wrong. A listing that is half filled in is left out, with a notice on every page.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from html import escape
from http.server import ThreadingHTTPServer
from pathlib import Path

from localoffer.findings import Finding, format_text, has_errors
from localoffer.overlay import file_of
from localoffer.site.build import BuildResult, build_site, silent, state_of
from localoffer.site.build_context import Progress
from localoffer.site.left_out import LeftOut, notice, page_instead, sentences
from localoffer.site.offer import ReadOffer, preview_offer
from localoffer.site.spare import prepare_spare
from localoffer.system.carried import THEME
from localoffer.system.failures import BuildFailed, CannotRun
from localoffer.system.folders import Folders
from localoffer.system.server import make_server

PAUSE = 0.3
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
    the files that are half filled in."""

    build: int = 0
    fault: str = ""
    left_out: LeftOut = field(default_factory=dict)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def show(self, fault: str, left_out: LeftOut | None = None, *, anew: bool) -> None:
        """A build has ended: the page is loaded anew when there is something new to see. `left_out` is None when it did
        not come to its end."""
        with self.lock:
            waiting = self.left_out if left_out is None else left_out
            if anew or (fault, waiting) != (self.fault, self.left_out):
                self.build += 1
            self.fault, self.left_out = fault, waiting

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
        words = fault + notice(self.left_out)
        return f'<link rel="stylesheet" href="{_BANNER_STYLE}">{words}' if words else ""

    def answer(self, path: str) -> tuple[str, bytes] | None:
        """The preview's own three files, and what stands in the place of a listing that is half filled in."""
        if path == _STATE:
            return "application/json", json.dumps({"build": self.build}).encode()
        if path == _RELOAD:
            return "text/javascript; charset=utf-8", _SCRIPT
        if path == _BANNER_STYLE:
            return "text/css; charset=utf-8", _STYLE
        if body := page_instead(path, self.left_out):
            return "text/html; charset=utf-8", _BARE_PAGE.format(body=self._banner() + body + _RELOAD_SCRIPT).encode()
        return None


@dataclass
class Watcher:
    """Builds whenever an input changes. All that it needs from outside comes in."""

    root: Path
    today: Callable[[], date]
    say: Callable[[str], None]
    show: Callable[[str], None]
    preview: Preview
    progress: Progress = silent
    theme: Path | None = None
    offer: ReadOffer = preview_offer
    pause: float = PAUSE
    index_failed: bool = False
    make_index: Callable[[], object] = tuple
    stopped: threading.Event = field(default_factory=threading.Event)
    building: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Until stopped: build what is new at once; the search index follows on the side."""
        seen, indexing = "", threading.Thread()
        while not self.stopped.is_set():
            state = self._state()
            was_indexing = indexing.ident is not None and not indexing.is_alive()
            if state == seen and not was_indexing:
                self.stopped.wait(self.pause)
                continue
            self.index_failed = self.index_failed and state == seen
            seen = state
            if was_indexing:
                indexing = threading.Thread()
            self.building.set()
            index_is_missing = self.build()
            self.building.clear()
            threading.Thread(target=self._prepare, daemon=True).start()
            if index_is_missing and indexing.ident is None and not self.index_failed:
                indexing = threading.Thread(target=self._index, daemon=True)
                indexing.start()

    def _prepare(self) -> None:
        """What is not ready is made by the next build, which takes longer then."""
        with suppress(CannotRun, OSError):
            prepare_spare(Folders(self.root.resolve()), self.building.is_set)

    def _index(self) -> None:
        try:
            self.make_index()
        except (CannotRun, OSError):
            self.index_failed = True
            self.say("The search index is not up to date. It will be made again after the next edit.")

    def build(self) -> bool:
        """Build once and tell the browser; True when the search index is still to be made."""
        try:
            result = build_site(
                self.root,
                self.today(),
                search=False,
                progress=self.progress,
                theme=self.theme,
                offer=self.offer,
                patience=30,
            )
        except CannotRun as fault:
            self._tell_fault(str(fault))
            return False
        if has_errors(result.findings):
            self._tell_fault(self._in_words(result.findings))
            return False
        self.make_index = result.make_index
        waiting = [words for words in sentences(result.left_out) if words not in sentences(self.preview.left_out)]
        self.preview.show("", result.left_out, anew=bool(result.changed or result.removed))
        for words in waiting:
            self.say(words)
        if result.changed or result.removed:
            self.say(self._sentence(result))
        return not result.search_is_current

    def _sentence(self, result: BuildResult) -> str:
        clock = time.strftime("%H:%M:%S")
        files = "1 file" if len(result.changed) == 1 else f"{len(result.changed)} files"
        return f"{clock} {files} changed, {result.pages} pages, {result.seconds:.1f} s."

    def _tell_fault(self, words: str) -> None:
        self.preview.show(words, anew=False)
        self.show(words if words.endswith("\n") else f"{words}\n")
        self.say("The last good site is still shown. Save the file again when it is put right.")

    def _in_words(self, findings: list[Finding]) -> str:
        return format_text([finding for finding in findings if finding.is_error], source_line=self._line_of)

    def _line_of(self, path: str, number: int) -> str | None:
        try:
            lines = file_of(path, self.root).read_text(encoding="utf-8-sig", errors="replace").splitlines()
        except OSError:
            return None
        return lines[number - 1] if 0 < number <= len(lines) else None

    def _state(self) -> str:
        theme = self.theme or THEME
        return state_of(Folders(self.root.resolve(), theme.resolve()), self.today())


def serve(
    root: Path,
    *,
    today: date | None = None,
    port: int = 8000,
    say: Callable[[str], None],
    show: Callable[[str], None],
    progress: Progress = silent,
) -> None:
    """Show the site at http://127.0.0.1:PORT/ until Ctrl-C. BuildFailed when the port is taken."""
    preview = Preview()
    server = _server(root, port, preview)
    watcher = Watcher(root, (lambda: today) if today else date.today, say, show, preview, progress)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    say(f"The preview is at http://127.0.0.1:{server.server_address[1]}/ (stop it with Ctrl-C).")
    try:
        watcher.run()
    except KeyboardInterrupt:
        say("The preview has stopped.")
    finally:
        server.shutdown()
        server.server_close()


def _server(root: Path, port: int, preview: Preview) -> ThreadingHTTPServer:
    try:
        return make_server(root.resolve() / "build" / "site", port, touch=preview.touch, answer=preview.answer)
    except OSError:
        raise BuildFailed(
            f"Port {port} is in use by another program.",
            f"stop that program, or choose another port: build.py serve --port {port + 1}",
        ) from None
