"""Copies of this process, one for each processor, that share out work: all that was read here is there at once.

In: work, and things to do it with. Out: what each copy gives back; nothing where a copy cannot be made, and then the work is done as if
nobody had tried.
"""

from __future__ import annotations

import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from localoffer.system.processors import usable_processors

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

AHEAD = 64
"""Pieces of work that are begun before somebody asks for what came of the first: what waits must have room in memory."""
T = TypeVar("T")
R = TypeVar("R")
_work: Callable[[Any], Any] | None = None


def can_copy() -> bool:
    """A copy of a process with several threads could wait for ever for what another thread held; macOS's own libraries have such."""
    return sys.platform == "linux" and threading.active_count() == 1


def in_copies(
    work: Callable[[Sequence[T]], R],
    things: Sequence[T],
    few: int,
    processors: int | None = None,
    at_once: int | None = None,
) -> Iterator[R]:
    """The work over the things, `at_once` of them at most in one share, share after share; `few` things are not worth a copy. The
    copies begin at once, before anybody asks for what comes back, which must be plain values."""
    global _work
    processors = processors or usable_processors()
    if len(things) < few or processors < 2 or not can_copy():
        return iter(())
    _work = work
    size = at_once or -(-len(things) // processors)
    return in_processes(_do, [things[start : start + size] for start in range(0, len(things), size)], processors)


def in_processes(work: Callable[[T], R], pieces: Iterable[T], processors: int) -> Iterator[R]:
    """The work over each piece, in processes that are copies of this one where they can be made. `work`, the pieces and what comes back
    must be plain values."""
    from concurrent.futures import ProcessPoolExecutor  # 20 ms to load, and seldom needed
    from multiprocessing import get_context

    context = get_context("fork" if can_copy() else "spawn")
    pool = ProcessPoolExecutor(processors, mp_context=context, initializer=_stop_quietly)
    coming = iter(pieces)
    try:
        begun = deque(pool.submit(work, piece) for piece in islice(coming, AHEAD))
    except OSError:
        pool.shutdown()
        return iter(())
    return _results(pool, begun, (pool.submit(work, piece) for piece in coming))


def _stop_quietly() -> None:
    """Ctrl-C reaches every process: the first one says that it has stopped."""
    signal.signal(signal.SIGINT, lambda *_: os._exit(130))


def _results(pool: ProcessPoolExecutor, begun: deque[Future[R]], more: Iterator[Future[R]]) -> Iterator[R]:
    """In order. A process that was stopped from outside costs time, nothing else."""
    from concurrent.futures import BrokenExecutor

    try:
        with suppress(BrokenExecutor, OSError):
            while begun:
                found = begun.popleft().result()
                begun.extend(islice(more, 1))
                yield found
    finally:
        pool.shutdown(cancel_futures=True)


def _do(things: Sequence[Any]) -> Any:
    assert _work is not None
    return _work(things)
