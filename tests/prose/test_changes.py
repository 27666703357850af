"""What changed between two versions of a text is told in words that people find again in it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.prose.changes import MOST, changes_between, in_words


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("One.", "One.", ""),
        ("One two three four five six.", "One two 3 four five six.", "“One two three four five six.” is “One two 3 four five six.” now"),
        ("## A\n\nOne.", "## A\n\nOne.\n\nTwo.", "under “A”: “Two.” is new"),
        ("## A\n\nOne.\n\nTwo.", "## A\n\nOne.", "under “A”: “Two.” is gone"),
        ("## Old name here", "## New name here", "“Old name here” is “New name here” now"),
        ("---\ntitle: A\nwritten_from: \"1\"\n---\nx", "---\ntitle: A\nwritten_from: \"2\"\n---\nx", ""),
        ("---\nsummary: A thing.\n---\nx", "---\nsummary: B thing.\n---\nx", "“summary: A thing.” is “summary: B thing.” now"),
        ("Read [the guide](/a/).", "Read [the guide](/b/).", "“Read the guide (/a/).” is “Read the guide (/b/).” now"),
        ("- **Ask** us\n- Wait", "1. **Ask** us\n2. Wait", ""),
        ("![](picture:bus)\nOne.", "![](picture:car)\nOne.", ""),
    ],
)  # fmt: skip
def test_what_changed_is_told(old: str, new: str, told: str) -> None:
    assert in_words(changes_between(old, new), 5) == told


def test_more_than_a_few_changes_are_counted() -> None:
    new = "\n".join(f"Line number {number} is new." for number in "abcdefg")
    assert in_words(changes_between("", new), 2).endswith("“Line number b is new.” is new; and 5 more")


LINES = st.lists(
    st.sampled_from(["## Who", "We answer in 6 weeks.", "We answer in 4 weeks.", "- a b c", "", "x " * 99])
)


@given(LINES, LINES)
def test_a_change_is_short_and_equal_texts_have_none(old: list[str], new: list[str]) -> None:
    changes = changes_between("\n".join(old), "\n".join(new))
    assert all(len(change.says) <= 2 * MOST + 40 for change in changes)
    assert old != new or not changes


@given(LINES)
def test_each_line_that_is_added_is_told(lines: list[str]) -> None:
    told = in_words(changes_between("\n".join(lines), "\n".join([*lines, "A quite new sentence."])), 99)
    assert "“A quite new sentence.” is new" in told
