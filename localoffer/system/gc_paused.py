"""Python's search for waste, put off while thousands of records and pages come to stay.

In: nothing. Out: a context in which the search does not run. It would walk through the whole offer again and again and
find nothing: a fifth of the time of a check, a third at 3,000 services.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Let Python not look for waste; contexts may stand inside each other."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
