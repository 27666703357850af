"""Files written from plain values read back as the same values, and look as a person would write them."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from localoffer.yamlfile.putting import read_values
from localoffer.yamlfile.whole import as_read, yaml_text

TEXTS = st.text("ab éZ’–:#,[]{}'\"&*!%@|>-?.£0~=<\\/\n", max_size=30).map(lambda text: text.strip("\n"))
SAFE_TEXTS = TEXTS | st.sampled_from(
    ["yes", "no", "null", "~", "09:30", "1e3", "0x1f", "2026-11-25", "- x", "# x", "|", "? a"]
)
NAMES = st.from_regex(r"[a-z][a-z_-]{0,8}", fullmatch=True)
VALUES: st.SearchStrategy[Any] = st.recursive(
    SAFE_TEXTS | st.booleans() | st.integers(0, 99),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(NAMES, inner, max_size=3),
    max_leaves=8,
)
RECORDS = st.dictionaries(NAMES, VALUES, max_size=6)


@given(RECORDS)
def test_what_is_written_reads_back_as_it_was(fields: dict[str, Any]) -> None:
    written = yaml_text(fields, beginning="A note.")
    assert read_values(written) == as_read(fields) or not as_read(fields)


@given(RECORDS)
def test_order_is_kept_and_no_line_ends_with_a_space_outside_texts(fields: dict[str, Any]) -> None:
    held = as_read(fields) or {}
    assert list(read_values(yaml_text(held)) or {}) == list(held)


def test_a_listing_looks_like_one_that_a_person_wrote() -> None:
    fields = {
        "name": "Saturday club",
        "summary": "Games: art and a quiet room.",
        "description": "Come and play.\n\n- art\n- games",
        "topics": ["not sorted"],
        "eligibility": {"minimum_age": 8, "maximum_age": 18},
        "cost": {"free": False, "cost_options": [{"option": "One day", "amount": "4.50"}]},
        "links": [],
        "contacts": [
            {
                "role": "Office",
                "phone": "01632 960 114",
                "email": "club@marl-trust.example",
                "url": "https://marl-trust.example/club",
            }
        ],
    }
    assert (
        yaml_text(fields, {"topics": "To do: say what it is about."})
        == """\
name: Saturday club
summary: "Games: art and a quiet room."
description: |
  Come and play.

  - art
  - games
# To do: say what it is about.
topics: [not sorted]
eligibility: {minimum_age: 8, maximum_age: 18}
cost:
  free: no
  cost_options:
    - {option: One day, amount: 4.50}
contacts:
  - role: Office
    phone: 01632 960 114
    email: club@marl-trust.example
    url: https://marl-trust.example/club
"""
    )


def test_words_that_a_block_cannot_hold_stand_in_quotation_marks() -> None:
    for text in (" begins with a space\nand goes on", "a\tb\nc", "a\x85b\nc", "\n\n  a"):
        assert (read_values(yaml_text({"x": text})) or {}).get("x", text) == text
