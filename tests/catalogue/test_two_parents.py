"""A topic or a need may belong to two others: it is found below both, and its page leads back to the first."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.outputs.files import output_files
from localoffer.outputs.index import Index
from localoffer.outputs.pages import needs, topics
from tests.offer import CLUB, LentSite

NEEDS, TOPICS = "content/_data/needs.yml", "content/_data/topics.yml"
BOTH = "[communication-and-interaction, social-emotional-and-mental-health]"


def put(lent: LentSite, file: str, before: str, after: str) -> None:
    path: Path = lent.root / file
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def index_of(lent: LentSite) -> Index:
    catalogue, findings = lent.read()
    assert catalogue is not None, findings
    return Index(catalogue)


def test_a_need_of_two_areas_is_in_both_lists_and_answers_to_both_filters(lent: LentSite) -> None:
    put(lent, NEEDS, "id: autism, parent: communication-and-interaction", f"id: autism, parent: {BOTH}")
    index = index_of(lent)
    club = next(service for service in index.shown if "autism" in service.eligibility.needs)
    for area in ("communication-and-interaction", "social-emotional-and-mental-health"):
        assert club in index.by_need[area]
        assert f"need:{area}" in set(index.facts(club).choices)
    autism = index.catalogue.vocabulary.needs["autism"]
    listed = needs.needs_index(index)
    assert ["Autism" in [card.name for card in group.rows] for group in listed.groups] == [True, True]
    page = needs.need_list(autism, index)
    assert [link.text for link in page.crumbs] == ["Needs", "Communication"]
    assert "Feelings" in [link.text for link in page.side[1].links]


def test_a_topic_of_two_others_is_in_both_and_in_the_data(lent: LentSite) -> None:
    below = "id: short-breaks, parent: short-breaks-and-clubs"
    put(lent, TOPICS, below, "id: short-breaks, parent: [short-breaks-and-clubs, family-and-carer-support]")
    index = index_of(lent)
    breaks = index.by_topic["short-breaks"]
    assert breaks
    for top in ("short-breaks-and-clubs", "family-and-carer-support"):
        assert "short-breaks" in index.subtopics[top]
        assert {one.id for one in breaks} <= {one.id for one in index.by_topic[top]}
    page = topics.topic_list(index.catalogue.vocabulary.topics["short-breaks"], index)
    assert [link.href for link in page.crumbs][-1].rstrip("/").endswith("short-breaks-and-clubs")
    data = str(dict(output_files(index))["data/topics.json"])
    assert '"short-breaks-and-clubs"' in data
    assert '"family-and-carer-support"' in data


@pytest.mark.parametrize(
    ("parents", "rule"), [("[family-and-carer-support, no-such]", "unknown-topic"), ("[social-care]", "levels")]
)
def test_each_of_two_parents_is_held_to_the_rules(lent: LentSite, parents: str, rule: str) -> None:
    put(lent, TOPICS, "id: short-breaks, parent: short-breaks-and-clubs", f"id: short-breaks, parent: {parents}")
    assert rule in {finding.rule for finding in lent.check()}


def test_a_listing_of_the_tiny_council_names_a_need(lent: LentSite) -> None:
    """What the tests above stand on."""
    assert "autism" in (lent.root / CLUB).read_text(encoding="utf-8")
