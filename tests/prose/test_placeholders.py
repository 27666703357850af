"""Names of local facts become the facts, once, and every sign still knows where it was written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.prose.placeholders import Filled, Wrong, fill, has_names

FACTS = {
    "place": "Marlbrook",
    "role:a": "[A team](/a/)",
    "role:a.page": "/a/",
    "role:b": None,
    "role:b.page": None,
    "help.phone": "1",
}


def filled(text: str) -> Filled:
    return fill(text, FACTS.__getitem__, FACTS.__getitem__)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("In {place}.", "In Marlbrook."),
        ("Ask {role:a} or phone {help.phone}.", "Ask [A team](/a/) or phone 1."),
        ("Ask [them]({role:a.page}).", "Ask [them](/a/)."),
        ("Ask [them]({role:b.page}).", "Ask them."),
        ("One.{if role:a} Two.{end} Three.", "One. Two. Three."),
        ("One.{if role:b} Two.{end} Three.", "One. Three."),
        ("{if no role:b}Two.{end}{if no role:a}Three.{end}", "Two."),
        ("{if role:b, role:a}Two.{end}", "Two."),
        ("{if role:a}x{if role:b}y{end}z{end}", "xz"),
        ("{if role:b}x{if role:a}y{end}z{end}", ""),
        ("- one\n{if role:b}- two{end}\n- three\n", "- one\n- three\n"),
        ("- one\n{if role:a}- two{end}\n- three\n", "- one\n- two\n- three\n"),
        ("a\n{if role:a}\nb\n{end}\nc\n", "a\nb\nc\n"),
        ("a\n{if role:b}\nb\n{end}\nc\n", "a\nc\n"),
        (
            "![](x.svg){ decorative } and {.class} and {{place}} {1}",
            "![](x.svg){ decorative } and {.class} and {Marlbrook} {1}",
        ),
    ],
)
def test_what_is_written_reads_as(written: str, read: str) -> None:
    assert filled(written).text == read


@pytest.mark.parametrize(
    ("written", "wrong"),
    [
        ("x {plaice}", [Wrong("plaice", 2)]),
        ("{if role:a}x", [Wrong("if", 0, is_open=True)]),
        ("x{end}", [Wrong("end", 1, is_open=True)]),
        ("{if role:b}{role:c}{end}", [Wrong("role:c", 11)]),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(written: str, wrong: list[Wrong]) -> None:
    assert filled(written).wrong == wrong


def test_a_name_in_a_part_that_falls_away_still_counts_as_used() -> None:
    assert set(filled("{if role:b}{role:a}{end}").used) == {"role:a", "role:b"}


@given(st.text(alphabet="ab \n-{}", max_size=40), st.text(max_size=20))
def test_a_fact_is_never_read_again(before: str, fact: str) -> None:
    text = f"{before}{{place}}"
    found = fill(text, lambda name: fact if name == "place" else None, lambda _name: None)
    assert found.text.endswith(fact)
    assert fill("{place}|{place}", lambda _name: "{place}", lambda _name: None).text == "{place}|{place}"


@given(st.text(alphabet="ab.\n ", max_size=60))
def test_a_text_without_names_stays_as_it_is(text: str) -> None:
    assert not has_names(text)
    assert filled(text).text == text
    assert all(filled(text).origin(place) == place for place in range(len(text)))


PIECES = st.sampled_from(
    ["word ", "\n", "{place}", "{if role:b}gone{end}", "{if role:a}kept {end}", "- q\n", "[x]({role:b.page})"]
)


@given(st.lists(PIECES, max_size=12))
def test_every_sign_knows_the_line_it_was_written_on(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = filled(text)
    for offset, sign in enumerate(found.text):
        before = found.text[:offset]
        line, column = found.written_at(before.count("\n") + 1, offset - (before.rfind("\n") + 1) + 1)
        written = text.split("\n")[line - 1]
        assert 1 <= column <= len(written) + 1
        if sign == "q":
            assert written[column - 1] == "q"
