"""Words that are no whole sentence are made one for easy read; what may be one stays as it is."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from localoffer.facts.easy_getting import one_of
from localoffer.facts.plain import person_named
from localoffer.facts.whole import for_whom, may_be_whole, mended, of_this_time, thing, where_it_is

MADE: list[tuple[Callable[[str], str], str, str]] = [
    (thing, "A small school, all on one floor", "This is a small school, all on one floor"),
    (thing, "A speaker, an hour, and lots of fidgeting", "There is a speaker, an hour, and lots of fidgeting"),
    (thing, "A listening ear, and a break", "There is a listening ear, and a break"),
    (thing, "One worker for your whole family", "This is one worker for your whole family"),
    (thing, "Nurses who come to your home", "There are nurses who come to your home"),
    (thing, "Lessons and nursing for pupils", "There are lessons and nursing for pupils"),
    (thing, "A nurse listens to you", "A nurse listens to you"),
    (thing, "A nurse and a doctor look at energy", "A nurse and a doctor look at energy"),
    (thing, "Doctors for children look for a cause", "Doctors for children look for a cause"),
    (thing, "A coach helps you get a job", "A coach helps you get a job"),
    (thing, "Helps with money", "Helps with money"),
    (thing, "Swap tips on pumps", "Swap tips on pumps"),
    (thing, "We mend things", "We mend things"),
    (for_whom, "Any disabled child who lives in Marl.", "It is for any disabled child who lives in Marl."),
    (for_whom, "Only girls and women.", "It is only for girls and women."),
    (for_whom, "Children who live here can come.", "Children who live here can come."),
    (for_whom, "Any child can come.", "Any child can come."),
    (of_this_time, "Ages 8 to 12.", "It is for ages 8 to 12."),
    (of_this_time, "Quiet hour.", 'They say of this time: "Quiet hour."'),
    (of_this_time, "Ring the bell.", "Ring the bell."),
    (where_it_is, "Opposite Mill Vale station.", "It is opposite Mill Vale station."),
    (where_it_is, "Near the hall you see a gate.", "Near the hall you see a gate."),
    (one_of, "GP, health visitor, school nurse", "GP, health visitor or school nurse"),
    (one_of, "You, or a nurse", "You, or a nurse"),
    (one_of, "per child, 1 hour", "per child, 1 hour"),
    (for_whom, "Children who can swim.", "It is for children who can swim."),
]


def test_what_lacks_a_verb_gets_one_and_what_has_one_stays() -> None:
    wrong = {words: mend(words) for mend, words, whole in MADE if mend(words) != whole}
    assert wrong == {}


@given(st.text(max_size=60), st.sampled_from([thing, for_whom, of_this_time, where_it_is]))
def test_no_word_is_lost_and_what_has_a_verb_of_ours_is_left_alone(text: str, mend: Callable[[str], str]) -> None:
    words = " ".join(text.split())
    assert words.rstrip(".").casefold() in mend(words).casefold() or words.startswith("Only ")
    assert mend(f"We can do this: {words}") == f"We can do this: {words}"


def test_each_sentence_of_a_note_is_made_whole_by_itself() -> None:
    told = mended("Drop-in. Ages 8 to 12. Ring the bell.", of_this_time)
    assert told == 'They say of this time: "Drop-in." It is for ages 8 to 12. Ring the bell.'


def test_words_that_would_become_too_long_stay() -> None:
    words = "Any " + " ".join(["child"] * 13)
    assert mended(words, for_whom) == words
    assert may_be_whole("There is a bell")


def test_each_sentence_is_made_whole_by_itself() -> None:
    assert (
        mended(f"Any child under 5. Any {' '.join(['child'] * 13)}.", for_whom)
        == f"It is for any child under 5. Any {' '.join(['child'] * 13)}."
    )


def test_the_day_of_a_leader_keeps_its_capital() -> None:
    assert person_named("Saturday swim leader").text == "the Saturday swim leader"
    assert person_named("Club leader").text == "the club leader"
