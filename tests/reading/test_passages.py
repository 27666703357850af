"""What is asked before a slow look loses nothing that the slow look would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from localoffer.reading import passages
from localoffer.reading.lists import WordLists
from localoffer.reading.passages import MASKED, Passage, count_words, mask_markup
from localoffer.reading.phrases import Phrases
from localoffer.reading.rules.marks import SHORT_FORM, check_short_forms
from localoffer.reading.rules.numbers import DATE, MONTHS

WORDS = """
    e.g. i.e ie etc. N.B. vs & a-eg eg-b it's don’t İ ﬁ 6 6th August May Maybe 2025 31.8.25 01632960001 +44 0800
    [a](/b) ![c](d.svg) `x` <b> <https://a.example/> www.a.example a@b.example https://c.example :a-b: {:x} ** * _
    snake_case . ! ? … ” ) - # > | , ; ' _ @ : { [ ` word red
"""
PIECES = st.sampled_from([*WORDS.split(), " ", "\n", "\n\n", "\t", "\u00a0", MASKED, "Two words", "red team"])
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.lists(PIECES, max_size=20).map(" ".join) | st.text(max_size=80)


@given(TEXTS)
def test_marks_that_are_not_there_are_not_looked_for(text: str) -> None:
    masked = passages.CODE.sub(lambda found: MASKED * len(found[0]), text)
    masked = passages.TAG.sub(passages._blank, passages.LINK.sub(passages._mask_link, masked))
    assert mask_markup(text) == passages.MARKS.sub(passages._blank, masked)


@given(TEXTS)
def test_each_word_stands_in_one_sentence_and_among_the_different_words(text: str) -> None:
    passage = Passage(text)
    assert sum(passage.lengths) == count_words(passage.text)
    assert {token.word for token in passage.tokens} == passage.different_words


@given(TEXTS)
def test_no_short_form_and_no_month_is_passed_over(text: str) -> None:
    passage = Passage(text)
    assert bool(SHORT_FORM.search(passage.text)) == bool([*check_short_forms.faults(passage, WordLists())])
    assert not (DATE.search(passage.text) and MONTHS.isdisjoint(passage.pieces))


@given(TEXTS)
def test_a_phrase_is_found_where_it_stands_and_nowhere_else(text: str) -> None:
    passage = Passage(text)
    found = [passage.text[one.start : one.end].lower() for one in Phrases({"two words": 1, "red": 2}).find(passage)]
    places = [place for place, token in enumerate(passage.tokens) if token.word in ("two", "red")]
    expected = [
        "red" if passage.tokens[place].word == "red" else "two words"
        for place in places
        if passage.tokens[place].word == "red" or _is_pair(passage, place)
    ]
    assert [" ".join(one.split()) for one in found] == expected


def _is_pair(passage: Passage, place: int) -> bool:
    held = passage.tokens[place : place + 2]
    return (
        len(held) == 2
        and held[1].word == "words"
        and passage.text[held[0].end : held[1].start].strip() == ""
        and held[1].start - held[0].end < 9
    )
