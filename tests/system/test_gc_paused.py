"""The garbage collector is paused, and goes on afterwards without walking through what was made meanwhile."""

from __future__ import annotations

import gc
import weakref

import pytest

from localoffer.system.gc_paused import without_collecting


class Ring:
    """An object that only the collector can free."""

    def __init__(self) -> None:
        self.me = self


def test_it_goes_on_afterwards_and_still_frees_what_was_dropped_meanwhile() -> None:
    with without_collecting():
        with without_collecting():
            dropped = weakref.ref(Ring())
        assert not gc.isenabled(), "the outer one is still at work"
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0, "nothing is held back for ever"
    gc.collect()
    assert dropped() is None


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
