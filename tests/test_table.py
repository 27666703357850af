"""A table looked at as one test names each case that fails, and fails where it has none."""

from __future__ import annotations

import pytest

from tests.table import each_of


def is_small(number: int) -> None:
    assert number < 3, f"{number} is big"


def test_all_that_fail_are_named_at_once_and_those_that_do_not_are_not() -> None:
    each_of([1, 2], is_small)
    with pytest.raises(AssertionError) as told:
        each_of([1, 7, 2, 8], is_small, lambda number: f"case {number}")
    assert "2 of 4 fail" in str(told.value)
    assert "case 7: AssertionError: 7 is big" in str(told.value)
    assert "case 8: " in str(told.value)
    assert "case 2" not in str(told.value)


def test_a_fault_of_another_kind_is_one_too_and_no_case_is_no_test() -> None:
    with pytest.raises(AssertionError, match="ZeroDivisionError"):
        each_of([0], lambda number: is_small(1 // number))
    with pytest.raises(AssertionError):
        each_of([], is_small)
