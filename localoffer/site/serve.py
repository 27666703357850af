"""Live preview: build, show the site on this machine, build again after each edit, reload the page in the browser.

In: the root and a port. Out: pages, until Ctrl-C. The pages of a listing that was just saved come first, all others follow. What
the browser is told meanwhile, and after a fault: `preview`.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from http.server import ThreadingHTTPServer
from pathlib import Path

from localoffer.cache.digests import file_states
from localoffer.findings import Finding, format_text, has_errors
from localoffer.overlay import file_of
from localoffer.site.build import BuildResult, build_site, inputs_of, silent
from localoffer.site.build_context import Progress
from localoffer.site.first_look import Pages, no_pages
from localoffer.site.left_out import sentences
from localoffer.site.mkdocs_programs import MkDocsPrograms
from localoffer.site.offer import ReadOffer, preview_offer
from localoffer.site.preview import Preview
from localoffer.site.spare import prepare_spare
from localoffer.system.carried import THEME
from localoffer.system.failures import BuildFailed, CannotRun
from localoffer.system.folders import Folders
from localoffer.system.server import make_server

PAUSE = 0.3
MOST_SHOWN_FIRST = 3
"""Files saved at once; with more, all pages are made together."""


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
    look: Callable[[str], Pages] = no_pages
    mkdocs: MkDocsPrograms | None = None
    stopped: threading.Event = field(default_factory=threading.Event)
    building: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Until stopped: build what is new at once; the search index follows on the side."""
        try:
            self._run()
        finally:
            self.end_programs()

    def _run(self) -> None:
        seen, indexing = dict[str, str](), threading.Thread()
        while not self.stopped.is_set():
            state = self._state()
            was_indexing = indexing.ident is not None and not indexing.is_alive()
            if state == seen and not was_indexing:
                self.stopped.wait(self.pause)
                continue
            self.index_failed = self.index_failed and state == seen
            saved = sorted({path for path, _state in seen.items() ^ state.items()}) if seen else []
            seen = state
            if was_indexing:
                indexing = threading.Thread()
            self.building.set()
            self.have_programs()
            self.show_saved(saved)
            index_is_missing = self.build()
            self.building.clear()
            threading.Thread(target=self._prepare, daemon=True).start()
            if index_is_missing and indexing.ident is None and not self.index_failed:
                indexing = threading.Thread(target=self._index, daemon=True)
                indexing.start()

    def have_programs(self) -> None:
        """MkDocs goes on from one build to the next: to start it takes longer than to lay out the pages of an edit."""
        if self.mkdocs is None or self.mkdocs.today != self.today():
            self.end_programs()
            self.mkdocs = MkDocsPrograms(self.root.resolve(), self.today())

    def end_programs(self) -> None:
        """None goes on after the preview."""
        if self.mkdocs:
            self.mkdocs.stop()

    def show_saved(self, saved: Sequence[str]) -> None:
        """The pages of listings that were just saved, at once: who edits looks at these."""
        started = time.monotonic()
        if len(saved) > MOST_SHOWN_FIRST:
            return
        with suppress(CannotRun, OSError):  # the build says what is wrong
            looks = {file: self.look(file) for file in saved}
            if saved and all(looks.values()):
                self.preview.show_first(looks)
                self.say(f"{', '.join(looks)}: shown after {time.monotonic() - started:.1f} s. The rest follows.")

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
                mkdocs=self.mkdocs,
            )
        except CannotRun as fault:
            self._tell_fault(str(fault))
            return False
        if has_errors(result.findings):
            self._tell_fault(self._in_words(result.findings))
            return False
        self.make_index, self.look = result.make_index, result.look
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

    def _state(self) -> dict[str, str]:
        """Every file that a build reads, from the root, with its size and times; and the day."""
        places = Folders(self.root.resolve(), (self.theme or THEME).resolve())
        states = file_states(inputs_of(places))
        return {
            "": str(self.today()),
            **{path.removeprefix(f"{places.root}/"): state for path, state in states.items()},
        }


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
