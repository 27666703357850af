"""A program and all that it has started: who they are, and how to end every one of them.

In: a process id that leads its own group. Out: nothing that still runs. Browsers leave the group of the program that
started them, so killing a group is not enough.
"""

from __future__ import annotations

import os
import signal
from contextlib import suppress


def family_of(pid: int) -> dict[int, int]:
    """Process → its group: the one with this id, what stands in its group, and all that any of them has started."""
    import psutil  # only where something must be ended: it takes longer to read than a small preview may

    parents, groups = {}, {}
    for process in psutil.process_iter():
        with suppress(OSError, psutil.Error):  # it ended meanwhile
            parents[process.pid], groups[process.pid] = process.ppid(), os.getpgid(process.pid)
    found = {own for own, group in groups.items() if pid in (own, group)}
    while more := {own for own, parent in parents.items() if parent in found and own not in found}:
        found |= more
    return {own: groups[own] for own in found if own in groups}


def kill_family(pid: int) -> None:
    """End all of them at once; the groups they lead too, so that nothing started meanwhile is left."""
    family = family_of(pid)
    for group in {group for group in family.values() if group in family or group == pid}:
        with suppress(OSError):
            os.killpg(group, signal.SIGKILL)
    for own in family:
        with suppress(OSError):
            os.kill(own, signal.SIGKILL)
