"""The garbage collector is paused, and goes on afterwards without walking through what was made meanwhile."""

from __future__ import annotations

import gc
import subprocess
import sys
from pathlib import Path

import pytest

from localoffer.system.gc_paused import without_collecting

ROOT = Path(__file__).resolve().parents[2]


# In a program of its own: the collector would walk through all that the tests before it have made.
GOES_ON = """
import gc
import weakref
from localoffer.system.gc_paused import without_collecting

class Ring:
    def __init__(self):
        self.me = self

with without_collecting():
    with without_collecting():
        dropped = weakref.ref(Ring())
    assert not gc.isenabled(), "the outer one is still at work"
assert dropped() is not None, "nothing was collected meanwhile"
assert gc.isenabled()
assert gc.get_freeze_count() == 0, "nothing is held back for ever"
gc.collect()
assert dropped() is None
"""


def test_it_goes_on_afterwards_and_still_frees_what_was_dropped_meanwhile() -> None:
    done = subprocess.run([sys.executable, "-c", GOES_ON], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_what_was_made_meanwhile_is_not_walked_through_at_once() -> None:
    walked: list[str] = []
    gc.callbacks.append(lambda phase, _info: walked.append(phase))
    try:
        with without_collecting():
            made = [[] for _ in range(50_000)]
        assert made
        assert walked == []
    finally:
        gc.callbacks.pop()


def test_it_goes_on_after_a_fault() -> None:
    with pytest.raises(ValueError, match="wrong"), without_collecting():
        raise ValueError("wrong")
    assert gc.isenabled()
