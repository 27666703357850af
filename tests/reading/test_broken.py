"""What is left where a text was cut is told: signs of a heading in a line, and brackets without their other half."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.reading.lists import WordLists
from localoffer.reading.passages import Passage, blocks_of
from localoffer.reading.rules.broken import check_beginnings, check_brackets, check_headings

NONE = WordLists()
BALANCED = st.recursive(
    st.sampled_from(["Ask", "us", "1.", "the club", "😀"]),
    lambda inner: st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"({' '.join(parts)} here)"),
    max_leaves=12,
)


def brackets(text: str) -> list[int]:
    return [fault.where for block in blocks_of(text) for fault in check_brackets.faults(block, NONE)]


@given(st.lists(BALANCED, min_size=1, max_size=6), st.data())
def test_a_bracket_that_was_lost_is_told_once_and_a_whole_text_never(parts: list[str], data: st.DataObject) -> None:
    text = " ".join(parts)
    whole = Passage(f"Note: {text}")
    assert not [*check_brackets.faults(whole, NONE)]
    places = [at for at, sign in enumerate(whole.text) if sign in "()"]
    if places:
        at = data.draw(st.sampled_from(places))
        assert len([*check_brackets.faults(Passage(whole.text[:at] + whole.text[at + 1 :]), NONE)]) == 1


@pytest.mark.parametrize(
    "text",
    [
        "a) Phone us.\n\nb) Ask the school.",
        "Steps: 1) phone, 2) ask, iv) wait.",
        "Look at [the page](/guides/travel/) (in easy read too).",
        "Write `print(` in the box.",
        "See [parts (a) and (b)](https://www.legislation.gov.uk/x) (by law).",
    ],
)
def test_marks_of_lists_links_and_code_are_no_lost_brackets(text: str) -> None:
    assert not brackets(text)


def test_the_page_that_was_cut_is_told_at_both_places() -> None:
    text = 'The word "here" does not help somebod## Lists\n\nYou can copy.\n\nocaloffer@marlbrook.example.org).\n'
    (heading,) = [
        block.offset + fault.where for block in blocks_of(text) for fault in check_headings.faults(block, NONE)
    ]
    assert text[heading:].startswith("## Lists")
    (bracket,) = [
        block.offset + fault.where for block in blocks_of(text) for fault in check_brackets.faults(block, NONE)
    ]
    assert text[bracket - 3 : bracket + 1] == "org)"


@pytest.mark.parametrize(
    "text", ["## How to ask", "Ask.\n\n### Then", "Room #4 is C# 2", "Write `a## b`.", "Press # then ## twice"]
)
def test_headings_and_other_uses_of_the_sign_are_none(text: str) -> None:
    assert not [fault for block in blocks_of(text) for fault in check_headings.faults(block, NONE)]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [
        ("ts, without cookies. Ask us.", True),
        ("Ask us.\n\nand then we come.", True),
        ("- a bus pass\n- money for fuel\n\n1. phone us", False),
        ("> it was good\n\n: what it means", False),
        ("iPads are there.\n\ngov.uk says so.\n\nhelp@a.example answers.", False),
        ("## what it costs\n\n| a | b |\n|---|---|\n| free | yes |", False),
        ("!!! note\n    your right", False),
    ],
)
def test_a_paragraph_that_begins_in_the_middle_is_told(text: str, is_told: bool) -> None:
    assert bool([fault for block in blocks_of(text) for fault in check_beginnings.faults(block, NONE)]) == is_told


def test_a_heading_after_words_that_were_lost_is_told() -> None:
    (block,) = blocks_of("Link words should make sense alone. The word ## Lists, a badge and a poster")
    (fault,) = check_headings.faults(block, NONE)
    assert block.source[fault.where :].startswith("## Lists")
