"""Tables of hundreds of small cases as one test: a test for each would cost more than what it looks at."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def each_of(cases: Iterable[T], check: Callable[[T], None], name: Callable[[T], object] = str) -> None:
    """Check every case: a failure names all that fail, each with its reason. A table without a case fails."""
    looked_at, failed = 0, list[str]()
    for case in cases:
        looked_at += 1
        try:
            check(case)
        except Exception as fault:
            failed.append(f"{name(case)}: {type(fault).__name__}: {fault}")
    assert looked_at
    assert not failed, f"{len(failed)} of {looked_at} fail:\n" + "\n".join(failed)
