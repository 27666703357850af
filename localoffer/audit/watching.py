"""Have pages looked at by browsers that may hang: each in a program of its own, and the clock watched from here.

In: pages and orders. Out: for each page what was found, or why it could not be tested. A page has a set time; when it is
over, or the browser fails, the program, its browser and all they started are killed, and the page is tried once more in
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

from localoffer.audit.choose import BuiltPage
from localoffer.audit.looking import Remembered
from localoffer.audit.worker import Answer, Job, Orders
from localoffer.system.folders import TOOL
from localoffer.system.process_tree import kill_family

PAGE_SECONDS = 120.0
"""How long all our checks of one page may take: on a quiet machine they take two to six seconds."""
END_SECONDS = 10.0
"""How long a browser may take to close by itself."""
_WORK = "import sys; from localoffer.audit.worker import work; work(int(sys.argv[1]))"


@dataclass(frozen=True)
class Seen:
    """What came of one page. `tries`: 1, or 2 where the first came to nothing."""

    page: BuiltPage
    answer: Answer
    tries: int = 1


@dataclass
class _Worker:
    """A program with a browser, and the page it has until a certain time. `told`: what it knows that others measured."""

    program: subprocess.Popen[bytes]
    line: Connection
    page: BuiltPage | None = None
    until: float = 0.0
    told: set[tuple[str, ...]] = field(default_factory=set)

    def give(self, page: BuiltPage, remembered: Remembered, seconds: float) -> None:
        """A page to look at; a worker that is gone is found out when it does not answer."""
        self.page, self.until = page, time.monotonic() + seconds
        self._send(Job(page, remembered - self.told))
        self.told |= remembered

    def answer(self, seconds: float) -> Answer | None:
        """What it says of its page; None while it may still think."""
        try:
            if self.line.poll():
                answer: Answer = self.line.recv()
                return answer
        except (EOFError, OSError):
            return Answer(failed="the browser’s program ended")
        if time.monotonic() < self.until:
            return None
        return Answer(failed=f"it was not done after {seconds:g} seconds")

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
    pages: Sequence[BuiltPage], orders: Orders, *, workers: int = 2, seconds: float = PAGE_SECONDS
) -> Generator[Seen]:
    """Every page once, in the order in which they are done. Close this generator when you stop early."""
    todo, tried, remembered = deque(pages), set[str](), set[tuple[str, ...]]()
    with _crew() as (crew, folder):
        while todo or any(worker.page for worker in crew):
            _give_work(crew, todo, frozenset(remembered), orders, folder, workers, seconds)
            for worker, page, answer in _answers(crew, seconds):
                worker.page = None
                remembered |= answer.remembered
                if answer.error:
                    raise answer.error
                if answer.failed:
                    crew.remove(worker)
                    worker.end()
                if answer.failed and page.address not in tried:
                    tried.add(page.address)
                    todo.append(page)
                else:
                    yield Seen(page, answer, 1 + (page.address in tried))


@contextmanager
def _crew() -> Iterator[tuple[list[_Worker], Path]]:
    """The workers, none of which outlives this block, and a folder for what their browsers write."""
    crew: list[_Worker] = []
    with TemporaryDirectory(prefix="localoffer-", ignore_cleanup_errors=True) as folder:
        patience = 0.0
        try:
            yield crew, Path(folder)
            for worker in crew:
                worker.dismiss()
            patience = END_SECONDS
        finally:
            for worker in crew:
                worker.end(patience)


def _give_work(
    crew: list[_Worker],
    todo: deque[BuiltPage],
    remembered: Remembered,
    orders: Orders,
    folder: Path,
    workers: int,
    seconds: float,
) -> None:
    """A page for everyone who has none; more workers while there is work for them."""
    busy = sum(worker.page is not None for worker in crew)
    while len(crew) < min(workers, busy + len(todo)):
        crew.append(_start(orders, folder))
    for worker in crew:
        if todo and not worker.page:
            worker.give(todo.popleft(), remembered, seconds)


def _start(orders: Orders, folder: Path) -> _Worker:
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
    worker = _Worker(program, ours)
    worker._send(orders)
    return worker


def _answers(crew: list[_Worker], seconds: float) -> Iterator[tuple[_Worker, BuiltPage, Answer]]:
    """Whoever has answered, or is out of time, at the next moment when there is one."""
    busy = [(worker, worker.page) for worker in crew if worker.page]
    soonest = min((worker.until for worker, _page in busy), default=0.0)
    wait([worker.line for worker, _page in busy], max(0.0, soonest - time.monotonic()))
    for worker, page in busy:
        if answer := worker.answer(seconds):
            yield worker, page, answer
