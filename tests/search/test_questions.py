"""The public set of questions: the right page first for 95 in 100, among the first three for all, nothing for nonsense; as well among 3,000
services. The ranking is that of the pages: the same scripts over the same files."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from localoffer.catalogue import read_catalogue
from localoffer.outputs.search.words import near_danger
from localoffer.yamlfile import LOADER
from tests.search.asking import Answer, Search, search_of
from tests.test_layers import ROOT

sys.path.append(str(ROOT / "benchmarks"))

pytestmark = [pytest.mark.node, pytest.mark.sample]
QUESTIONS: list[Mapping[str, Any]] = yaml.load(
    Path(__file__).with_name("questions.yml").read_text(encoding="utf-8"), LOADER
)
SENTENCES: list[Mapping[str, Any]] = yaml.load(
    Path(__file__).with_name("sentences.yml").read_text(encoding="utf-8"), LOADER
)
PHONE: list[Mapping[str, Any]] = yaml.load(Path(__file__).with_name("phone.yml").read_text(encoding="utf-8"), LOADER)
TODAY = date(2026, 11, 25)
OWN = ("guides", "about", "take-part", "languages", "dates", "this-weekend")
FIRST = 0.95
SENTENCES_FIRST, SENTENCES_AMONG_THREE = 0.8, 0.95
PHONE_FIRST, PHONE_AMONG_THREE = 0.65, 0.8
ERRAND = "A free Saturday activity for a wheelchair user of 12 near MB3"
COPY = re.compile(r"^(services/[^/]+?)-\d+(?=/)")
"""What a provider multiplied has at the end of its name: the same service at another place is as right."""


def made(root: Path, folder: Path) -> Search:
    catalogue, _findings = read_catalogue(root, TODAY)
    assert catalogue
    return search_of(catalogue, folder)


@pytest.fixture(scope="module")
def search(tmp_path_factory: pytest.TempPathFactory) -> Search:
    return made(ROOT, tmp_path_factory.mktemp("search"))


def urgent_words(search: Search) -> list[str]:
    return list(json.loads((search.folder / "find/urgent.json").read_text(encoding="utf-8"))["words"])


def address(page: str) -> str:
    return f"{page}/" if page.split("/")[0] in OWN else f"services/{page}/"


def place_of(answer: Answer, pages: list[str]) -> int:
    """Where the first right page stands, 1 for the first; 99 where none is among the ten first."""
    found = [COPY.sub(r"\1", url) for url in (*answer["sure"], *answer["perhaps"], *answer["nearly"])]
    return min((found.index(address(page)) + 1 for page in pages if address(page) in found), default=99)


def judged(search: Search) -> dict[str, tuple[Mapping[str, Any], Answer, int]]:
    answers = search.ask([question["q"] for question in QUESTIONS])
    return {
        question["q"]: (question, answer, place_of(answer, question.get("pages", [])))
        for question, answer in zip(QUESTIONS, answers, strict=True)
    }


def assert_right(search: Search) -> None:
    places = {q: place for q, (question, _answer, place) in judged(search).items() if question["is"] != "nonsense"}
    late = {q: place for q, place in places.items() if place > 1}
    assert len(places) - len(late) >= FIRST * len(places), late
    assert not {q: place for q, place in places.items() if place > 3}


def test_the_set_is_what_it_says() -> None:
    kinds = [question["is"] for question in QUESTIONS]
    assert len(kinds) == 60
    assert (kinds.count("sentence"), kinds.count("danger"), kinds.count("nonsense")) == (10, 5, 5)


def test_the_right_page_is_first_or_among_three(search: Search) -> None:
    assert_right(search)


def assert_most(search: Search, asked: list[Mapping[str, Any]], first: float, among_three: float) -> dict[str, int]:
    answers = search.ask([each["q"] for each in asked])
    places = {each["q"]: place_of(answer, each["pages"]) for each, answer in zip(asked, answers, strict=True)}
    late = {q: place for q, place in places.items() if place > 1}
    assert len(places) - len(late) >= first * len(places), late
    assert sum(place <= 3 for place in places.values()) >= among_three * len(places), late
    return places


def test_most_sentences_of_parents_are_answered_first_or_among_three(search: Search) -> None:
    assert assert_most(search, SENTENCES, SENTENCES_FIRST, SENTENCES_AMONG_THREE)[ERRAND] == 1


def test_most_of_what_is_typed_on_a_phone_is_answered_first_or_among_three(search: Search) -> None:
    assert len(PHONE) == 40
    assert_most(search, PHONE, PHONE_FIRST, PHONE_AMONG_THREE)


def test_no_ordinary_word_becomes_a_word_of_danger(search: Search) -> None:
    danger = {word for words in urgent_words(search) for word in words.split() if len(word) > 3}
    near = sorted(near_danger(frozenset(danger)) - danger)
    assert {"crisps", "refuse"} <= set(near)
    changed = {word: answer["meant"] for word, answer in zip(near, search.ask(near), strict=True)}
    assert not {word: meant for word, meant in changed.items() if set(meant.split()) & danger}
    (crisps,) = search.ask(["he only eats crisps"])
    assert not [url for url in crisps["sure"] if "crisis" in url or "emergencies" in url]


def test_a_misspelt_word_of_danger_finds_help(search: Search) -> None:
    for asked in ("in crisys", "mental health crisiss", "shes suicidel"):
        (answer,) = search.ask([asked])
        assert place_of(answer, ["guides/emergencies", "marl-young-minds/crisis-line"]) <= 3, (asked, answer)


def test_nonsense_is_answered_by_nothing(search: Search) -> None:
    for q, (question, answer, _place) in judged(search).items():
        if question["is"] == "nonsense":
            assert [*answer["sure"], *answer["perhaps"], *answer["nearly"], *answer["urgent"]] == [], q


def test_what_words_ask_for_is_understood_and_danger_shows_whom_to_call(search: Search) -> None:
    for q, (question, answer, _place) in judged(search).items():
        assert set(question.get("means", ())) <= set(answer["understood"]), q
        assert set(question.get("calls", ())) <= set(answer["urgent"]), q
        assert bool(answer["urgent"]) == bool(question.get("calls")), q


@pytest.mark.slow
def test_the_same_questions_are_answered_among_3000_services(tmp_path: Path) -> None:
    from multiply import multiply  # type: ignore[import-not-found]

    multiply(ROOT, tmp_path / "offer", 3000, 0.9)
    search = made(tmp_path / "offer", tmp_path / "index")
    assert_right(search)
    test_nonsense_is_answered_by_nothing(search)
