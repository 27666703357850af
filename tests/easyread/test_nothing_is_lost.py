"""Facts lost in easy read: none, over the sample, over random listings, over an imported offer; and a loss is seen."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from localoffer.easyread.compared import lost_facts
from localoffer.model import Service
from tests.easyread.council import changed, council, page_of
from tests.easyread.strategies import listings
from tests.easyread.test_any_listing import ANY, listing_of
from tests.easyread.test_golden import COMBINATIONS

pytestmark = pytest.mark.sample
SETTINGS = settings(
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)


def lost(service: Service) -> list[Any]:
    return list(lost_facts(service, page_of(service), council()))


@pytest.mark.parametrize("case", COMBINATIONS)
def test_no_fact_of_a_combination_is_lost(case: str) -> None:
    assert lost(changed(**COMBINATIONS[case])) == []


def test_no_fact_of_the_sample_is_lost() -> None:
    assert {service.id: found for service in council().services.values() if (found := lost(service))} == {}


@given(ANY)
@SETTINGS
def test_no_fact_of_any_listing_is_lost(record: dict[str, Any]) -> None:
    assert lost(listing_of(record)) == []


@given(listings())
@settings(SETTINGS, max_examples=15)
def test_an_idea_that_is_taken_out_is_missed(record: dict[str, Any]) -> None:
    """The comparison has teeth: without the phone, a price, a step or what is not needed, something is lost."""
    service = listing_of({**record, "status": "active"})
    page = page_of(service)
    whole = {(section.heading, number) for section in page.sections for number in range(len(section.ideas))}
    for heading, number in whole:
        section = next(found for found in page.sections if found.heading == heading)
        idea = section.ideas[number]
        is_again = [one.words for one in page.ideas].count(idea.words) > 1
        if idea.picture not in TOLD_ONCE or idea.words.startswith("There ") or is_again:
            continue
        ideas = tuple(found for place, found in enumerate(section.ideas) if place != number)
        others = [replace(section, ideas=ideas) if found is section else found for found in page.sections]
        assert list(lost_facts(service, replace(page, sections=tuple(others)), council())), idea.words


TOLD_ONCE = {
    "no-plan",
    "no-diagnosis",
    "diagnosis",
    "plan",
    "free",
    "rule",
    "rights",
    "letter",
    "interpreter",
    "sign-language",
    "relay",
    "map",
    "country",
    "private",
}
