"""Run another program and everything it starts, for so long and no longer.

In: a command and a number of seconds. Out: how it ended and what it said. Whatever happens, Ctrl-C too, nothing that it
started is left.
"""

from __future__ import annotations

import os
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
    try:
        started = subprocess.Popen(
            command,
            cwd=folder,
            env={**os.environ, **(environment or {})},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,
        )
    except OSError as error:
        raise ToolMissing(f"{command[0]} cannot be started: {error.strerror}.", "check that it is installed.") from None
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
