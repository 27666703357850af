"""MkDocs as programs that start while pages are still being written, and render one batch after another.

In: settings and pages, a batch at a time. Out: MkDocs' exit code and what it said. What a program does: `mkdocs_program`.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import Self

from localoffer.site import mkdocs_program
from localoffer.site.mkdocs_program import END
from localoffer.system.programs import StandingProgram

Job = tuple[str, str, str]
"""A page, the folder that it is read from, and the folder that its HTML is written to."""
_PROGRAM = Path(mkdocs_program.__file__).read_text(encoding="utf-8")


class MkDocsPrograms:
    """`count` programs at once at most; those that were started end with the `with` statement."""

    def __init__(self, root: Path, today: date) -> None:
        """`today`: MkDocs' build date."""
        epoch = int(datetime(today.year, today.month, today.day, tzinfo=UTC).timestamp())
        self.root, self.today = root, today
        self.environment = {
            "NO_MKDOCS_2_WARNING": "1",
            "SOURCE_DATE_EPOCH": str(epoch),
            "NO_COLOR": "1",
            "PYTHONUTF8": "1",
        }
        self.idle: SimpleQueue[StandingProgram] = SimpleQueue()
        self.started: list[StandingProgram] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End all of them."""
        for program in self.started:
            program.stop()

    def start(self, count: int) -> None:
        """See to it that so many are there before there is work for them."""
        for _ in range(count - self.idle.qsize()):
            self.idle.put(self._start())

    def _start(self) -> StandingProgram:
        program = StandingProgram([sys.executable, "-c", _PROGRAM], folder=self.root, environment=self.environment)
        self.started.append(program)
        return program

    def build(self, settings: str, pages: Sequence[Job]) -> tuple[int, str]:
        """MkDocs' exit code for these pages under a file of settings, and what it said."""
        try:
            program = self.idle.get_nowait()
        except Empty:
            program = self._start()
        said, ended = program.ask(json.dumps([settings, pages]), END)
        if not ended:
            return program.process.returncode or 1, said
        self.idle.put(program)
        return int(ended.rpartition(" ")[2]), said
