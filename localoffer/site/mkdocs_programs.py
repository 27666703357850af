"""MkDocs as programs that start while pages are still being written, and render one batch after another.

In: settings files, one for each batch. Out: MkDocs' exit code and what it said. What a program does: `mkdocs_program`.
"""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Self

from localoffer.site import mkdocs_program
from localoffer.site.mkdocs_program import END

_PROGRAM = Path(mkdocs_program.__file__).read_text(encoding="utf-8")


class MkDocsPrograms:
    """`count` programs at once at most; those that were started end with the `with` statement."""

    def __init__(self, root: Path, epoch: int) -> None:
        """`epoch`: seconds, for MkDocs' build date."""
        self.root, self.epoch = root, epoch
        self.idle: SimpleQueue[subprocess.Popen[str]] = SimpleQueue()
        self.started: list[subprocess.Popen[str]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, _fault: object, _trace: TracebackType | None) -> None:
        for program in self.started:
            program.kill()
            program.communicate()

    def start(self, count: int) -> None:
        """Start programs before there is work for them."""
        for _ in range(count):
            self.idle.put(self._start())

    def _start(self) -> subprocess.Popen[str]:
        program = subprocess.Popen(
            [sys.executable, "-c", _PROGRAM],
            cwd=self.root,
            env=environment(self.epoch),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        self.started.append(program)
        return program

    def build(self, arguments: list[str]) -> tuple[int, str]:
        """MkDocs' exit code for these arguments, and what it said."""
        try:
            program = self.idle.get_nowait()
        except Empty:
            program = self._start()
        assert program.stdin is not None
        assert program.stdout is not None
        with suppress(OSError):
            program.stdin.write("\0".join(arguments) + "\n")
            program.stdin.flush()
        said: list[str] = []
        for line in program.stdout:
            if line.startswith(END):
                self.idle.put(program)
                return int(line.rpartition(" ")[2]), "".join(said)
            said.append(line)
        return program.wait() or 1, "".join(said)


def environment(epoch: int) -> dict[str, str]:
    """The environment MkDocs runs in."""
    return {
        **os.environ,
        "NO_MKDOCS_2_WARNING": "1",
        "SOURCE_DATE_EPOCH": str(epoch),
        "NO_COLOR": "1",
        "PYTHONUTF8": "1",
    }
