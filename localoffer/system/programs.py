"""Run another program and everything it starts: for so long and no longer, or one that stays and is asked again and again.

In: a command, and a number of seconds or lines to answer. Out: how it ended and what it said. Whatever happens, Ctrl-C too,
nothing that it started is left.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from localoffer.system.failures import ToolMissing
from localoffer.system.process_tree import kill_family

END_SECONDS = 10


@dataclass(frozen=True)
class Ended:
    """How a program ended; `code` is None when it had to be stopped."""

    code: int | None
    output: str = ""
    errors: str = ""

    @property
    def last_line(self) -> str:
        """The last thing it said."""
        said = [line.strip() for line in (self.output + self.errors).splitlines() if line.strip()]
        return said[-1] if said else "it gives no reason"


Run = Callable[..., Ended]
"""`run_program`, or what stands in for it in a test."""


def run_program(
    command: Sequence[str],
    seconds: float,
    *,
    folder: Path | None = None,
    given: str = "",
    environment: Mapping[str, str] | None = None,
) -> Ended:
    """Run a program in `folder`, with `given` on its standard input and `environment` added to ours."""
    started = _start(command, folder, environment, subprocess.PIPE)
    try:
        output, errors = started.communicate(given, timeout=seconds)
    except BaseException as reason:
        kill_family(started.pid)
        with suppress(subprocess.TimeoutExpired):
            started.communicate(timeout=END_SECONDS)
        if isinstance(reason, subprocess.TimeoutExpired):
            return Ended(None)
        raise
    return Ended(started.returncode, output, errors)


class StandingProgram:
    """A program that reads a line, answers with lines, and waits for the next. It is ended by `stop`."""

    def __init__(self, command: Sequence[str], *, folder: Path, environment: Mapping[str, str]) -> None:
        self.process = _start(command, folder, environment, subprocess.STDOUT)

    def ask(self, line: str, end: str) -> tuple[str, str]:
        """What it says, and the line that begins with `end`, which is empty when the program has ended before."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with suppress(OSError):  # it has ended: its output says why
            self.process.stdin.write(f"{line}\n")
            self.process.stdin.flush()
        said: list[str] = []
        for answer in self.process.stdout:
            if answer.startswith(end):
                return "".join(said), answer
            said.append(answer)
        self.process.wait()
        return "".join(said), ""

    def stop(self) -> None:
        """End it, and all that it has started in its group."""
        with suppress(OSError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.communicate()


def _start(
    command: Sequence[str], folder: Path | None, environment: Mapping[str, str] | None, errors: int
) -> subprocess.Popen[str]:
    try:
        return subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
    except OSError as error:
        raise ToolMissing(f"{command[0]} cannot be started: {error.strerror}.", "check that it is installed.") from None
