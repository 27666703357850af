"""Which services a list begins with, and under which kind of help the others stand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from localoffer.catalogue import fit, read_catalogue
from localoffer.model import Origin, Service, place
from localoffer.outputs.index import Index
from localoffer.outputs.pages.lists import FEW, OPEN, by_fit, fair_share
from tests.offer import SITE

CATALOGUE, _ = read_catalogue(SITE, date(2026, 11, 20))
assert CATALOGUE is not None
CLUB = CATALOGUE.services["marl-trust/saturday-club"]
TOPICS = CATALOGUE.vocabulary.topics


def listed(provider: str, slug: str, **fields: Any) -> Service:
    """The Saturday club, with another name and other fields."""
    needs = fields.pop("needs", None)
    eligibility = CLUB.eligibility.model_copy(update={"needs": needs} if needs else {})
    changed = CLUB.model_copy(update={"name": slug, "eligibility": eligibility, **fields})
    return place(changed, Origin(f"providers/{provider}/{slug}.yml"))


def index_of(*services: Service) -> Index:
    assert CATALOGUE is not None
    return Index(replace(CATALOGUE, services={service.id: service for service in services}))


OFFICIAL = next(key for key, found in CATALOGUE.providers.items() if found.kind in fit.OFFICIAL)
OTHER = next(key for key, found in CATALOGUE.providers.items() if found.kind not in fit.OFFICIAL)
BEGINS = next(topic.id for topic in TOPICS.values() if topic.first_step)


def test_the_kind_of_help_is_the_heading_of_the_first_topic_or_of_the_one_above() -> None:
    leisure = fit.kind_of(listed(OTHER, "a", topics=["short-breaks", BEGINS]), TOPICS)
    assert leisure is not None
    assert leisure.heading == TOPICS["short-breaks"].kind == "Things to do"
    short = fit.kind_of(listed(OTHER, "b", topics=["social-care"]), TOPICS)
    assert short is not None
    assert short.heading == TOPICS[TOPICS["social-care"].parents[0]].name
    assert fit.kind_of(listed(OTHER, "c", topics=["not sorted"]), TOPICS) is None


def test_a_service_of_the_council_or_nhs_mainly_about_the_need_comes_first() -> None:
    first = listed(OFFICIAL, "clinic", topics=[BEGINS], needs=["autism", "anxiety"])
    beside = listed(OFFICIAL, "dentist", topics=[BEGINS], needs=["anxiety", "autism"])
    charity = listed(OTHER, "friend", topics=[BEGINS], needs=["autism"])
    leisure = listed(OFFICIAL, "swim", topics=["short-breaks"], needs=["autism"])
    closed = listed(OFFICIAL, "later", topics=[BEGINS], needs=["autism"], status="planned")
    offer = [first, beside, charity, leisure, closed]
    assert fit.for_need(offer, index_of(*offer), frozenset({"autism"})) == [first]
    assert fit.for_need([beside, charity], index_of(*offer), frozenset({"autism"})) == [beside]


def test_what_a_record_names_as_a_first_step_is_one_and_nothing_else_is() -> None:
    named = listed(OTHER, "line", topics=["short-breaks"], needs=["anxiety", "autism"], first_step_for=["autism"])
    official = listed(OFFICIAL, "clinic", topics=[BEGINS], needs=["autism"])
    assert fit.for_need([official, named], index_of(official, named), frozenset({"autism"})) == [named]
    assert fit.for_topic([named], index_of(named), frozenset({BEGINS})) == []


def test_a_list_says_each_service_once_and_staff_apart() -> None:
    clinic = listed(OFFICIAL, "clinic", topics=[BEGINS], needs=["autism"])
    clubs = [listed(OTHER, f"club {letter}", topics=["short-breaks"], needs=["autism"]) for letter in "abcd"]
    staff = listed(OTHER, "training", topics=["short-breaks"], for_whom=["professional"])
    alone = listed(OTHER, "sleep", topics=["social-care"])
    odd = listed(OTHER, "odd", topics=["not sorted"])
    offer = [clinic, *clubs, staff, alone, odd]
    groups = by_fit(fit.Listed(offer, [clinic], fit.need_rank(frozenset({"autism"}))), index_of(*offer), "All")
    told = {group.title: [card.name for card in group.rows] for group in groups}
    assert list(told) == ["First steps", "Things to do", "More help", "Not sorted yet", "For staff"]
    assert told["Things to do"] == ["club a", "club b", "club c", "club d"]
    assert sorted(name for names in told.values() for name in names) == sorted(service.name for service in offer)
    things = groups[1]
    assert (things.open, things.fold) == (OPEN, "2 more")
    assert (groups[-1].open, groups[-1].fold) == (0, "1 service")


def test_a_few_services_need_no_headings() -> None:
    offer = [listed(OTHER, f"club {number}", topics=["short-breaks"]) for number in range(FEW)]
    groups = by_fit(
        fit.Listed(offer, offer[-1:], fit.topic_rank(frozenset({"short-breaks"}))), index_of(*offer), "Here"
    )
    assert [group.title for group in groups] == ["Here"]
    assert groups[0].rows[0].name == offer[-1].name


@pytest.mark.parametrize(
    ("lengths", "room", "share"), [([3, 4], 45, 4), ([100, 3, 100], 45, 21), ([9] * 40, 45, 2), ([], 45, 2)]
)
def test_long_kinds_share_the_room_of_a_page(lengths: list[int], room: int, share: int) -> None:
    assert fair_share(lengths, room) == share


def test_an_age_begins_with_what_families_ask_first_and_then_with_what_is_for_that_age() -> None:
    general = [listed(OFFICIAL, f"advice {letter}", topics=["ehc-assessment"]) for letter in "abc"]
    special = [listed(OFFICIAL, f"clinic {letter}", topics=[BEGINS]) for letter in "abc"]
    both = {**TOPICS, "ehc-assessment": TOPICS[BEGINS].model_copy(update={"id": "ehc-assessment"})}
    catalogue = index_of(*special, *general).catalogue
    index = Index(replace(catalogue, vocabulary=replace(catalogue.vocabulary, topics=both)))
    stage = next(stage for stage in catalogue.vocabulary.stages.values() if len(index.by_stage[stage.id]) == 6)
    names = [service.name for service in fit.of_stage(stage, index).steps]
    assert names == ["advice a", "advice b", "clinic a", "clinic b"]
