"""Python's garbage collector, paused while thousands of records and pages are made.

In: nothing. Out: a context in which it does not run. It would walk through the whole offer again and again and find nothing
to free: a fifth of the time of a check, a third at 3,000 services.
"""

from __future__ import annotations

import atexit
import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = 100_000
"""Objects made and kept between two looks of the collector; Python's own number is 700."""


@contextmanager
def without_collecting() -> Iterator[None]:
    """Pause the garbage collector; contexts may stand inside each other."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            _count_as_old()
            gc.enable()


def _count_as_old() -> None:
    """What was made meanwhile is taken for what stays, so that the collector does not walk through it at once."""
    gc.freeze()
    gc.unfreeze()


def collect_seldom() -> None:
    """For a program that ends with its command: to import and to end takes a tenth of a second less."""
    gc.set_threshold(SELDOM)
    atexit.register(gc.freeze)  # what is left goes with the program
