"""How many processors there are to use.

In: nothing. Out: a number, 1 at least.
"""

from __future__ import annotations

import os


def usable_processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
