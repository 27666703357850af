"""Look at pages in browsers that may hang: each in a program of its own, with the clock watched from here.

In: pages and `Orders`. Out: for each page what was found, or why it could not be looked at. A page has a set time; when it
is over, or the browser fails, the program, its browser and all they started are killed, and the page is tried once more in
a new one. Whatever happens, Ctrl-C too, no browser is left behind.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, Pipe, wait
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic, TypeVar

from localoffer.browser.worker import Fact, Job, Orders, Outcome
from localoffer.system.carried import TOOL
from localoffer.system.process_tree import kill_family

PAGE_SECONDS = 120.0
"""How long a page may take: on a quiet machine the whole audit of one takes two to six seconds."""
END_SECONDS = 10.0
"""How long a browser may take to close by itself."""
_WORK = "import sys; from localoffer.browser.worker import work; work(int(sys.argv[1]))"


Page = TypeVar("Page")


@dataclass(frozen=True)
class Seen(Generic[Page]):
    """What came of one page. `tries`: 1, or 2 where the first came to nothing."""

    page: Page
    outcome: Outcome
    tries: int = 1


@dataclass
class _Worker(Generic[Page]):
    """A program with a browser, and the page it has until a certain time. `told`: the facts it was told."""

    program: subprocess.Popen[bytes]
    line: Connection
    task: tuple[Page, int] | None = None
    until: float = 0.0
    told: set[Fact] = field(default_factory=set)

    def give(self, task: tuple[Page, int], facts: frozenset[Fact], seconds: float) -> None:
        """A page to look at; a worker that is gone is found out when it does not answer."""
        self.task, self.until = task, time.monotonic() + seconds
        self._send(Job(task[0], facts - self.told))
        self.told |= facts

    def outcome(self, seconds: float) -> Outcome | None:
        """What came of its page; None while it still has time."""
        try:
            if self.line.poll():
                outcome: Outcome = self.line.recv()
                return outcome
        except (EOFError, OSError):
            return Outcome(failed="the browser’s program ended")
        if time.monotonic() < self.until:
            return None
        return Outcome(failed=f"it was not done after {seconds:g} seconds")

    def dismiss(self) -> None:
        """Say that there are no more pages."""
        self._send(None)

    def end(self, seconds: float = 0.0) -> None:
        """Wait until it has ended by itself, for so long; then nothing of it is left."""
        with suppress(subprocess.TimeoutExpired):
            self.program.wait(seconds) if seconds else None
        kill_family(self.program.pid)
        self.line.close()
        if self.program.stdin:
            self.program.stdin.close()
        self.program.wait(END_SECONDS)

    def _send(self, message: object) -> None:
        with suppress(OSError):
            self.line.send(message)


def look_at_pages(
    pages: Sequence[Page], orders: Orders, *, workers: int = 2, seconds: float = PAGE_SECONDS
) -> Generator[Seen[Page]]:
    """Every page once, in the order in which they are done. Close this generator when you stop early."""
    todo, facts = deque((page, 1) for page in pages), set[Fact]()
    crew: list[_Worker[Page]] = []
    with _ending(crew) as folder:
        while todo or any(worker.task for worker in crew):
            while len(crew) < min(workers, sum(worker.task is not None for worker in crew) + len(todo)):
                crew.append(_Worker(*_start(folder)))
                crew[-1]._send(orders)
            for worker in crew:
                if todo and not worker.task:
                    worker.give(todo.popleft(), frozenset(facts), seconds)
            for worker, (page, tries), outcome in _outcomes(crew, seconds):
                worker.task = None
                facts |= outcome.facts
                if outcome.error:
                    raise outcome.error
                if outcome.failed:
                    crew.remove(worker)
                    worker.end()
                if outcome.failed and tries == 1:
                    todo.append((page, 2))
                else:
                    yield Seen(page, outcome, tries)


@contextmanager
def _ending(crew: list[_Worker[Page]]) -> Iterator[Path]:
    """No worker outlives this block; gives a folder for what their browsers write."""
    with TemporaryDirectory(prefix="localoffer-", ignore_cleanup_errors=True) as folder:
        patience = 0.0
        try:
            yield Path(folder)
            for worker in crew:
                worker.dismiss()
            patience = END_SECONDS
        finally:
            for worker in crew:
                worker.end(patience)


def _start(folder: Path) -> tuple[subprocess.Popen[bytes], Connection]:
    """A new worker, deaf to Ctrl-C in our terminal: we end it."""
    ours, theirs = Pipe()
    with theirs:
        program = subprocess.Popen(
            [sys.executable, "-c", _WORK, str(theirs.fileno())],
            stdin=subprocess.PIPE,  # it ends with us, which tells the worker that we are gone
            stdout=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(TOOL), "PYTHONUTF8": "1", "TMPDIR": str(folder)},
            pass_fds=[theirs.fileno()],
            start_new_session=True,
        )
    return program, ours


def _outcomes(crew: list[_Worker[Page]], seconds: float) -> Iterator[tuple[_Worker[Page], tuple[Page, int], Outcome]]:
    """Every worker that is done or out of time, at the next moment when there is one."""
    busy = [(worker, worker.task) for worker in crew if worker.task]
    soonest = min((worker.until for worker, _task in busy), default=0.0)
    wait([worker.line for worker, _task in busy], max(0.0, soonest - time.monotonic()))
    for worker, task in busy:
        if outcome := worker.outcome(seconds):
            yield worker, task, outcome
