"""A program and all that it has started: who they are, and how to end every one of them.

In: a process id that leads its own group. Out: nothing that still runs. Browsers leave the group of the program that
started them, so killing a group is not enough.
"""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

PROCESSES = Path("/proc")
PS = ("ps", "-A", "-o", "pid=,ppid=,pgid=")
PS_SECONDS = 10


def family_of(pid: int) -> dict[int, int]:
    """Process → its group: the one with this id, what stands in its group, and all that any of them has started."""
    rows = list(_processes())
    found = {own: group for own, _parent, group in rows if pid in (own, group)}
    while more := {own: group for own, parent, group in rows if parent in found and own not in found}:
        found |= more
    return found


def kill_family(pid: int) -> None:
    """End all of them at once; the groups they lead too, so that nothing started meanwhile is left."""
    family = family_of(pid)
    for group in {group for group in family.values() if group in family or group == pid}:
        with suppress(OSError):
            os.killpg(group, signal.SIGKILL)
    for own in family:
        with suppress(OSError):
            os.kill(own, signal.SIGKILL)


def _processes() -> Iterator[tuple[int, int, int]]:
    """Every process of this machine, its parent and its group."""
    if not (PROCESSES / "self" / "stat").exists():
        said = subprocess.run(PS, capture_output=True, text=True, check=False, timeout=PS_SECONDS).stdout
        yield from ((int(own), int(parent), int(group)) for own, parent, group in map(str.split, said.splitlines()))
        return
    for folder in PROCESSES.iterdir():
        if folder.name.isdigit():
            with suppress(OSError):  # it ended while we looked
                parts = (folder / "stat").read_bytes().rpartition(b")")[2].split()
                yield int(folder.name), int(parts[1]), int(parts[2])
