"""Run a program and say how long it took and how much memory it and its children held together at most.

In: a command. Out: seconds, megabytes, its exit code and output. Memory is read from /proc five times a second; where
there is no /proc, the largest single process counts.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_SHARE = re.compile(r"^Pss: +(\d+) kB", re.MULTILINE)
"""What a process holds; what it shares with its copies counts once among them."""


@dataclass(frozen=True)
class Run:
    """`seconds` by the clock, `cpu` of all processes together, `megabytes` at the highest, the largest program and
    its name."""

    seconds: float
    cpu: float
    megabytes: float
    largest: tuple[str, float]
    code: int
    output: str


def measure(command: Sequence[str], cwd: Path, **environment: str) -> Run:
    """Run to the end."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    started = time.perf_counter()
    running = subprocess.Popen(
        command,
        cwd=cwd,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1", **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    highest, largest, done = [0.0], ["", 0.0], threading.Event()
    watch = threading.Thread(target=_watch, args=(running.pid, highest, largest, done))
    watch.start()
    output, _ = running.communicate()
    seconds = time.perf_counter() - started
    done.set()
    watch.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(seconds, cpu, highest[0], (str(largest[0]), float(largest[1])), running.returncode, output)


def _watch(pid: int, highest: list[float], largest: list[object], done: threading.Event) -> None:
    while not done.wait(0.2):
        sizes = _tree_sizes(pid)
        highest[0] = max(highest[0], sum(size for _name, size in sizes))
        for name, size in sizes:
            if size > float(str(largest[1])):
                largest[:] = [name, size]


def _tree_sizes(pid: int) -> list[tuple[str, float]]:
    """`(program, megabytes)` of a process and all below it."""
    parents: dict[int, int] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            parents[int(stat.parent.name)] = int(stat.read_text().rpartition(")")[2].split()[1])
        except (OSError, ValueError, IndexError):
            continue
    wanted, found = {pid}, []
    for child in sorted(parents):
        if parents[child] in wanted:
            wanted.add(child)
    for process in wanted:
        try:
            words = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
            size = int(_SHARE.search(Path(f"/proc/{process}/smaps_rollup").read_text())[1]) / 1024  # type: ignore[index]
        except (OSError, TypeError):
            continue
        found.append((" ".join(word.decode() for word in words[:3]), size))
    return found
