"""Answers of other websites, kept in files, so that an interrupted import goes on where it stopped and a later one asks only
for what has changed.

In: a folder and a clock. Out: kept answers. While a run is unfinished, what it has fetched is used without asking again, for a
day; but for the very last answer, which may be why it stopped.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

from localoffer.cache.digests import digest_of, read_json, write_json

DAY = 24 * 60 * 60
KEPT_FOR = 60 * DAY
NOTE = "unfinished.json"


@dataclass(frozen=True)
class Answer:
    """What an address gave: where its bytes are, and what its server said about them. `fetched`: seconds since 1970."""

    address: str
    body: Path
    kind: str = ""
    etag: str = ""
    modified: str = ""
    fetched: float = 0.0


class Kept:
    """The answers in one folder."""

    def __init__(self, folder: Path, clock: Callable[[], float]) -> None:
        self.folder, self.clock = folder, clock
        self.since = self._begin()

    def fresh_body(self) -> Path:
        """Where the bytes of an answer go while they come in."""
        self.folder.mkdir(parents=True, exist_ok=True)
        return self.folder / ".coming"

    def find(self, address: str) -> Answer | None:
        """What this address gave last time."""
        name = digest_of(address)
        note, body = read_json(self.folder / f"{name}.json"), self.folder / f"{name}.body"
        if note.get("address") != address or not body.is_file():
            return None
        said = {key: note[key] for key in ("kind", "etag", "modified") if isinstance(note.get(key), str)}
        return Answer(address, body, **said, fetched=_seconds(note))

    def is_of_this_run(self, answer: Answer) -> bool:
        """True for what this run, or the unfinished one before it, has fetched."""
        return answer.fetched >= self.since

    def keep(self, answer: Answer) -> Answer:
        """Keep an answer; its bytes are moved."""
        name = digest_of(answer.address)
        body = self.folder / f"{name}.body"
        if answer.body != body:
            answer.body.replace(body)
        kept = Answer(answer.address, body, answer.kind, answer.etag, answer.modified, self.clock())
        note = {key: value for key, value in asdict(kept).items() if key != "body"}
        write_json(self.folder / f"{name}.json", note)
        return kept

    def finish(self) -> None:
        """The run has read everything: the next one asks again. What nobody has asked for in two months goes."""
        (self.folder / NOTE).unlink(missing_ok=True)
        for note in self._notes():
            if _seconds(read_json(note)) < self.clock() - KEPT_FOR:
                self._forget(note)

    def _begin(self) -> float:
        now = self.clock()
        started = read_json(self.folder / NOTE).get("started")
        if isinstance(started, (int, float)) and now - DAY < started <= now:
            self._forget_the_last(started)
            return float(started)
        with suppress(OSError):
            write_json(self.folder / NOTE, {"started": now})
        return now

    def _forget_the_last(self, started: float) -> None:
        fetched = {note: _seconds(read_json(note)) for note in self._notes()}
        of_that_run = [note for note, when in fetched.items() if when >= started]
        if of_that_run:
            self._forget(max(of_that_run, key=lambda note: fetched[note]))

    def _notes(self) -> Iterator[Path]:
        return (path for path in self.folder.glob("*.json") if path.name != NOTE)

    def _forget(self, note: Path) -> None:
        note.unlink(missing_ok=True)
        note.with_suffix(".body").unlink(missing_ok=True)


def forget_everything(folder: Path) -> None:
    """Take all kept answers away."""
    shutil.rmtree(folder, ignore_errors=True)


def _seconds(note: dict[str, object]) -> float:
    found = note.get("fetched")
    return float(found) if isinstance(found, (int, float)) else 0.0
