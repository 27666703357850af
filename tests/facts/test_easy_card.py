"""A service in an easy-read list: a picture, and one whole sentence that says what it is, whatever its record holds."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given

from localoffer.catalogue.listed import listed_services
from localoffer.facts import service_facts
from localoffer.facts.easy_card import easy_card
from localoffer.facts.plain import MOST_WORDS, how_many
from localoffer.facts.view import Card
from localoffer.model.provider import NOBODY_YET
from tests.easyread.council import changed, council, make, page_of
from tests.easyread.strategies import listings, listings_with_gaps

pytestmark = pytest.mark.sample
LONG = "Lessons at a quiet table with a teacher who has time, and tea, and a dog that listens to you when you read."
NINE = {"typical": {"number": 9, "unit": "weeks"}, "as_at": "2026-11-02"}
WAIT = {"waiting_time": NINE, "while_you_wait": ["guides/waiting-for-an-assessment"]}
NONE = {"waiting_time": {**NINE, "typical": "none"}}


def points(*texts: str, picture: str = "swim") -> dict[str, Any]:
    why = {"why": "It is said elsewhere."} if picture == "none" else {}
    return {"easy_read": {"points": [{"text": text, "picture": picture, **why} for text in texts]}}


def card(**changes: Any) -> Card:
    return easy_card(changed(**changes), council())


def said(found: Card) -> str:
    return " ".join(line.words for line in found.says)


@pytest.mark.parametrize(
    ("changes", "picture", "line"),
    [
        (points("You can swim. It is quiet."), "swim", "You can swim."),
        (points("Do you like water?", "Text us.", "You can swim."), "swim", "You can swim."),
        (points("You can swim.", picture="none"), "club", "You can swim."),
        ({}, "club", "This is a club on Saturdays with games and crafts."),
        (
            {"summary": LONG, "in_short": "Lessons with a dog that listens"},
            "club",
            "There are lessons with a dog that listens.",
        ),
        (
            {"summary": "Do you like dogs? " + LONG, "in_short": "A dog that listens"},
            "club",
            "This is a dog that listens.",
        ),
        ({"summary": LONG}, "club", "This is about clubs and fun things to do."),
        ({"summary": LONG, "topics": ["not sorted"]}, "not-known", "No one has written yet what this is."),
    ],
)
def test_it_says_what_it_is_in_one_whole_sentence(changes: dict[str, Any], picture: str, line: str) -> None:
    found = card(**changes)
    assert (found.icon, found.line) == (picture, line)


@pytest.mark.parametrize(
    ("changes", "first"),
    [
        ({}, "It is on Saturdays."),
        ({"status": "temporarily closed", **WAIT}, "This is closed for now."),
        ({"status": "planned"}, "It has not started yet."),
        ({**WAIT, "spaces": "waiting list"}, "You wait about 9 weeks."),
        ({"spaces": "full"}, "It is full now."),
        (NONE, "It is on Saturdays."),
        ({**NONE, "schedules": None}, "There is no wait."),
        ({"schedules": [{"dates": ["2026-12-05"]}]}, ""),
        (
            {"schedules": [{"byday": ["SA"], "term_time_only": "yes"}, {"byday": ["TU"], "term_time_only": "yes"}]},
            "It is on Tuesdays and Saturdays in term time.",
        ),
        ({"schedules": [{"byday": ["SA"]}, {"byday": ["TU"], "term_time_only": "yes"}]}, ""),
    ],
)
def test_it_says_first_what_would_disappoint(changes: dict[str, Any], first: str) -> None:
    assert said(card(**changes)) == " ".join(filter(None, (first, "It is for you if you are 8 to 18.")))


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, "It is for you if you are 8 to 18."),
        ({"for_whom": ["parent or carer"]}, "It is for you if your child is 8 to 18."),
        ({"eligibility": {"any_age": "yes", "needs": ["all"]}}, "It is for all ages."),
        ({"eligibility": {"any_age": "not known", "needs": ["all"]}}, ""),
    ],
)
def test_it_says_to_whom_it_speaks(changes: dict[str, Any], words: str) -> None:
    assert said(card(**changes)) == f"It is on Saturdays. {words}".strip()


@given(listings() | listings_with_gaps().map(lambda found: found[0]))
def test_whatever_is_written_the_sentence_is_whole_short_and_the_same_in_lists(record: dict[str, Any]) -> None:
    service = make(record)
    if service is None:
        return
    found = easy_card(service, council())
    assert found.icon in council().vocabulary.pictures
    assert found.line.endswith((".", "!", '"'))
    assert "…" not in found.line
    assert how_many(found.line) <= MOST_WORDS + 3  # “They tell parents:” stands before words that speak to a parent
    assert easy_card(listed_services({service.id: service})[service.id], council()) == found


def test_a_page_of_which_nobody_knows_for_whom_it_is_does_not_say_that_it_is_for_the_reader() -> None:
    unknown = {"eligibility": {"any_age": "not known", "needs": ["all"]}, "for_whom": None}
    assert page_of(changed(**unknown)).lead == "We do not know yet who this is for."
    assert said(card(**unknown)) == "It is on Saturdays."


def test_a_provider_that_nobody_knows_runs_nothing() -> None:
    service, catalogue = changed(), council()
    nobody = catalogue.providers[service.provider_id].model_copy(update={"name": NOBODY_YET})
    unknown = replace(catalogue, providers={**catalogue.providers, service.provider_id: nobody})
    said = [idea.words for idea in service_facts(service, unknown).ideas("provider")]
    assert said == ["We do not know yet who runs this."]
