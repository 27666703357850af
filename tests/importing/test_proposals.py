"""Topics and needs are proposed only by whole words that say so plainly."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.cache.store import Room
from localoffer.catalogue.reading import read_lists
from localoffer.importing.phrases import Phrases
from localoffer.importing.proposals import Proposer

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.sample


@pytest.fixture(scope="module")
def proposer() -> Proposer:
    return Proposer(read_lists(ROOT, Room(None, "records")).vocabulary)


def test_a_name_that_says_what_it_is_about_is_enough(proposer: Proposer) -> None:
    found = proposer.topics_of("Chatterbox speech therapy", "")
    assert found.names == ["speech-and-language"]
    assert found.words["speech-and-language"] == ["speech therapy"]
    assert proposer.needs_of("Group for autistic children", "").names == ["autism"]
    assert proposer.needs_of("ADHD support", "").names == ["adhd"]


def test_words_in_passing_are_not_enough(proposer: Proposer) -> None:
    assert proposer.topics_of("Bowls", "One of our singers is a speech therapist.").names == []
    assert proposer.needs_of("Choir", "Autistic people are welcome too.").names == []


def test_several_words_of_a_text_are(proposer: Proposer) -> None:
    text = "Autism is different for everybody. We know autistic people, and what an autism spectrum condition is."
    assert proposer.needs_of("Marl Hub", text).names[:1] == ["autism"]


def test_what_the_text_says_it_is_not_for_is_not_proposed(proposer: Proposer) -> None:
    assert (
        proposer.needs_of("Swimming", "It is not for autistic children. We cannot take people with autism.").names == []
    )


def test_a_part_of_a_topic_stands_for_the_whole(proposer: Proposer) -> None:
    names = proposer.topics_of("NHS speech and language therapy", "").names
    assert "health-and-therapies" not in names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("an OT visits", {"ot"}),
        ("not or OTHER", set()),
        ("Drop-in clubs", {"drop in club"}),
        ("a Café for O’Briens", set()),
        ("the Drop In Club.", {"drop in club"}),
        ("backdrop in clubs", set()),
        ("no drop in club here", set()),
    ],
)
def test_phrases_are_found_as_whole_words(text: str, found: set[str]) -> None:
    phrases = Phrases({"drop in club": ["drop in club"]}, {"OT": ["ot"]})
    assert set(phrases.names(text)) == found
