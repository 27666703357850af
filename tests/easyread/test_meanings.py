"""A picture fits the words that say what it means, in any of their forms; others are offered by the words they share."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer.easyread.meanings import Meanings
from localoffer.model.vocabulary import Picture, Vocabulary
from tests.easyread.council import council


def meanings(**words: list[str]) -> Meanings:
    """A list of pictures with these words."""
    pictures = {
        name: Picture.model_construct(id=name, name=name, means=name.title(), words=found)
        for name, found in words.items()
    }
    return Meanings(Vocabulary(pictures=pictures).all_pictures)


FEW = meanings(swim=["swim", "pool"], rest=["rest", "short break"], help=["help"], unsaid=[])


@pytest.mark.parametrize(
    ("name", "words", "fits"),
    [
        ("swim", "You can swim.", True),
        ("swim", "Swimming is fun!", True),
        ("swim", "Swimmers come on Saturdays.", True),
        ("swim", "There are two POOLS.", True),
        ("swim", "You can eat cake.", False),
        ("rest", "This is a short break.", True),
        ("rest", "Short walks, then a break.", False),
        ("rest", "This is about restaurants.", False),
        ("no-swim", "You cannot swim here.", True),
        ("no-swim", "You cannot eat here.", False),
        ("unsaid", "Anything at all.", True),
        ("unknown", "Another rule says so.", True),
    ],
)
def test_a_picture_fits_when_one_of_its_words_stands_there(name: str, words: str, fits: bool) -> None:
    assert FEW.fits(name, words) is fits


def test_the_picture_that_has_most_in_common_is_offered_first() -> None:
    assert FEW.better("Swim in the pool. We help.") == ["swim", "help"]
    assert FEW.better("You can eat cake.") == []


def test_pictures_are_shown_with_what_they_mean() -> None:
    assert FEW.shown(["swim", "rest"]) == "swim (Swim) or rest (Rest)"


@given(st.text(max_size=200))
def test_any_words_are_answered_and_what_is_offered_fits(words: str) -> None:
    found = FEW.better(words)
    assert all(FEW.fits(name, words) for name in found)


@pytest.mark.sample
def test_what_a_picture_means_is_said_in_words_that_lead_to_it() -> None:
    """An editor who writes what the list says a picture means is never told that it does not fit."""
    vocabulary = council().vocabulary
    told = Meanings(vocabulary.all_pictures)
    missing = [name for name, one in vocabulary.pictures.items() if not told.fits(name, one.means or "")]
    assert not missing
