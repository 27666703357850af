"""Needs and topics: in people's own words, each with a picture of its own, found by what people type, none empty in the sample."""

from __future__ import annotations

import re
from collections import Counter

import pytest
import yaml

from localoffer.outputs.index import Index
from localoffer.yamlfile import LOADER
from tests.easyread.council import council
from tests.national.test_national_text import FOLDER, ROOT

NEEDS = yaml.load((FOLDER / "_data/needs.yml").read_text(encoding="utf-8"), LOADER)
TOPICS = yaml.load((FOLDER / "_data/topics.yml").read_text(encoding="utf-8"), LOADER)

#: Words for people that hurt: a harm, a lack or a blame where a name for themselves belongs.
HURTFUL = re.compile(
    r"\b((?<!self-)harm|bad memories|fear of|suffers?|victims?|sufferers?|normal|confined|spastic|retard\w*|trouble)\b"
)


@pytest.mark.parametrize("need", NEEDS, ids=lambda need: need["id"])
def test_a_need_is_named_in_peoples_own_words(need: dict[str, str]) -> None:
    assert need["easy_read"].startswith(("who ", "with "))
    shown = " ".join((need["name"], need["summary"], need["easy_read"], need.get("easy_line", "")))
    assert not HURTFUL.search(shown)


def test_no_two_needs_share_a_picture() -> None:
    assert [picture for picture, times in Counter(need["picture"] for need in NEEDS).items() if times > 1] == []


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("pathological demand avoidance", "pda"),
        ("avoidant restrictive food intake disorder", "arfid"),
        ("global delay", "global-developmental-delay"),
        ("ventilator", "complex-health-and-life-limiting"),
        ("intrusive thoughts", "obsessive-compulsive-disorder"),
        ("hearing voices", "psychosis"),
        ("ehlers-danlos syndrome", "physical-disability"),
        ("scoliosis", "physical-disability"),
        ("prader-willi syndrome", "rare-condition"),
        ("22q11 deletion syndrome", "rare-condition"),
        ("neurofibromatosis", "rare-condition"),
        ("tuberous sclerosis", "rare-condition"),
        ("expelled", "not-in-school"),
        ("potty training", "toileting"),
        ("melatonin", "sleep"),
        ("cyberbullying", "bullying-and-online-safety"),
        ("virtual school", "looked-after-and-adopted"),
        ("military family", "forces-families"),
        ("children's hospice", "palliative-care"),
        ("after-school care", "childcare"),
    ],
)
def test_what_a_parent_types_leads_to_its_need_or_topic(typed: str, found: str) -> None:
    by_id = {member["id"]: member for member in (*NEEDS, *TOPICS)}
    assert typed in by_id[found]["synonyms"]


@pytest.mark.parametrize("members", [NEEDS, TOPICS], ids=["needs", "topics"])
def test_no_misspelling_is_a_right_word_of_the_list(members: list[dict[str, list[str]]]) -> None:
    right = {
        word.lower()
        for member in members
        for word in (*member["synonyms"], *member["abbreviations"], str(member["name"]))
    }
    assert [word for member in members for word in member["misspellings"] if word.lower() in right] == []


@pytest.mark.sample
def test_no_topic_and_no_need_of_the_sample_is_without_a_service() -> None:
    index, words = Index(council()), council().vocabulary
    assert [topic for topic in words.topics if not index.by_topic.get(topic)] == []
    assert [need for need in words.needs if not index.by_need.get(need)] == []


@pytest.mark.sample
def test_every_school_of_the_sample_has_a_page() -> None:
    schools = yaml.load((ROOT / "content/_data/schools.yml").read_text(encoding="utf-8"), LOADER)
    places = {identity.partition("/")[0] for identity in council().services}
    assert [school["id"] for school in schools if school.get("provider") not in places] == []
