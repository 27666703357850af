"""The first words of a record: its own, in its own order, and never more than fit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.prose import first_words
from localoffer.prose.first_words import MOST


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("We put on plays. Come and see us.\n\nWe meet weekly.", "We put on plays. Come and see us."),
        ("### About us\n\nWe put on **plays** in [the school](https://x.example/).", "We put on plays in the school."),
        ("- Plays\n- Songs\n\nMore.", "Plays Songs"),
        ("> “Lovely!”\n\nWe sing.", "“Lovely!”"),
        ("See <https://x.example/a>.", "See https://x.example/a."),
        ("5 \\* 3 and snake_case_name stay.", "5 * 3 and snake_case_name stay."),
        ("| A | B |\n|---|---|\n| 1 | 2 |\n\nThe words.", "The words."),
        ("***\n\nThe words.", "The words."),
        ("", ""),
        ("### Only a heading", ""),
        ("First sentence. " + "Second " * 40, "First sentence."),
    ],
)
def test_these_are_the_first_words(text: str, first: str) -> None:
    assert first_words(text) == first


def test_a_sentence_that_is_too_long_ends_with_a_sign() -> None:
    cut = first_words("word " * 100)
    assert len(cut) <= MOST
    assert cut.endswith("word…")


@given(st.text(max_size=600))
def test_no_word_is_made_up_and_none_is_out_of_order(text: str) -> None:
    found = first_words(text)
    assert len(found) <= MOST
    assert "\n" not in found
    rest = "".join(re.findall(r"\w", text))
    for sign in re.findall(r"\w", found):
        assert sign in rest
        rest = rest[rest.index(sign) + 1 :]
