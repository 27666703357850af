"""Which records look to be for a Local Offer, and why: told in words that a person can check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from localoffer.exchange.shape import Incoming, Organization, Origin, Term
from localoffer.importing.choose import looks_right, only, read_selection, selected
from localoffer.system.failures import CannotRun


def record(**says: Any) -> Incoming:
    return Incoming(says.pop("id", "1"), Origin("feed"), **says)


RIGHT = [
    (record(name="Chatterbox", description="Speech and language help for little ones."), "speech and language"),
    (record(name="Youth club"), "youth"),
    (record(name="Marl Group", minimum_age="0", maximum_age="18"), "ages 0 to 18"),
    (record(name="Hub", description="Support with SEND and everything else."), "SEND"),
    (record(name="Choir", for_local_offer=True), "its own system"),
    (record(name="Sessions", terms=[Term("Children and families")]), "child"),
    (record(name="Swimming", description="For disabled people of any age."), "disabled"),
    (record(name="Stay and play", description="Children of all ages. Tea for parents."), "children"),
    (record(name="Choir", organization=Organization("Marl Children’s Trust")), "who runs it"),
    (record(name="Fathers' group", summary="For dads and their families."), "families"),
]
OTHERS = [
    (record(name="Gardening for over 50s", description="Bring your grandchildren, children welcome."), "older people"),
    (record(name="Memory cafe", summary="For people with dementia."), "dementia"),
    (
        record(name="Choir", description="We send out a letter each month. Disabled access, disabled toilets."),
        "nothing in it",
    ),
    (record(name="Lunch", minimum_age="60"), "60 and over"),
    (record(name="Youth club", for_local_offer=False), "its own system"),
    (
        record(
            name="History Society", description="We meet in the Old School, School Lane, by the family-friendly pub."
        ),
        "nothing in it",
    ),
    (record(name="Repairs", description="Elderly people and their families."), "elderly"),
]


@pytest.mark.parametrize(("incoming", "words"), RIGHT, ids=[f"{one.name}: {words}" for one, words in RIGHT])
def test_what_is_for_children_young_people_send_or_families_is_taken(incoming: Incoming, words: str) -> None:
    choice = looks_right(incoming)
    assert choice.is_taken, choice.why
    assert words in choice.why


@pytest.mark.parametrize(("incoming", "words"), OTHERS, ids=[f"{one.name}: {words}" for one, words in OTHERS])
def test_what_is_for_others_is_named_with_why(incoming: Incoming, words: str) -> None:
    choice = looks_right(incoming)
    assert not choice.is_taken, choice.why
    assert words in choice.why


CLUB = record(
    name="Saturday club",
    description="Art for autistic children.",
    minimum_age="8",
    maximum_age="18",
    terms=[Term("Short breaks", id="sb1")],
)


@pytest.mark.parametrize(
    "asked", ["all", "autistic", "ART", "x, short breaks", "SB1", "0-8", "18", "ages 10 to 12", "5+"]
)
def test_only_takes_words_subjects_and_ages(asked: str) -> None:
    assert only(asked)(CLUB).is_taken


@pytest.mark.parametrize("asked", ["party", "tis", "0-7", "19+", "breaks short"])
def test_only_leaves_out_what_fits_nothing(asked: str) -> None:
    choice = only(asked)(CLUB)
    assert not choice.is_taken
    assert asked in choice.why


def test_ages_that_a_record_does_not_say_are_not_guessed() -> None:
    assert not only("0-25")(record(name="Club")).is_taken


def test_only_wants_something_to_go_by() -> None:
    with pytest.raises(CannotRun, match="--only"):
        only(" , ")


def test_a_selection_is_numbers_one_a_line_or_the_first_column_of_a_table(tmp_path: Path) -> None:
    file = tmp_path / "these.txt"
    file.write_text('\ufeff# ours\n1\n 2 \n\n"3",Club\n4;x\n5 # note\n', encoding="utf-8")
    numbers = read_selection(file)
    assert numbers == {"1", "2", "3", "4", "5"}
    assert selected(numbers)(CLUB).is_taken
    assert not selected(frozenset("9"))(CLUB).is_taken
    file.write_text("# nothing\n")
    with pytest.raises(CannotRun, match="names no record"):
        read_selection(file)
    with pytest.raises(CannotRun, match="cannot be read"):
        read_selection(tmp_path / "none")
