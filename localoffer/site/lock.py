"""One build at a time: a lock the operating system lets go of when its process dies.

In: the build's folders. Out: a context in which no other build of this root runs.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from localoffer.system.failures import BuildFailed
from localoffer.system.folders import Folders


@contextmanager
def only_build(places: Folders, patience: float = 0) -> Iterator[None]:
    """Hold the lock of this root; BuildFailed when another build has it after `patience` seconds."""
    places.cache.mkdir(parents=True, exist_ok=True)
    owner = places.cache / "build.pid"
    lock = FileLock(places.cache / "build.lock", timeout=patience)
    try:
        lock.acquire()
    except Timeout:
        raise BuildFailed(
            f"Another build of this offer is running{_named(owner)}. It was left alone, and so was the site.",
            "wait until it has finished, then try again. If you have build.py serve open, it builds by itself.",
        ) from None
    try:
        owner.write_text(str(os.getpid()), encoding="ascii")
        yield
    finally:
        lock.release()


def _named(owner: Path) -> str:
    try:
        return f" (process {int(owner.read_text(encoding='ascii'))})"
    except (OSError, ValueError):
        return ""
