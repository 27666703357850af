"""What the browser fetches to search with: words, names and postcode sectors; and that private places stay private."""

from __future__ import annotations

import json

import pytest

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.letters import folded
from localoffer.model.vocabulary import PostcodePlace
from localoffer.outputs.index import Index
from localoffer.outputs.pages.find import filter_groups
from localoffer.outputs.search import make_files
from localoffer.outputs.search.facets import found_service, result_facts, sector_of, service_filters
from localoffer.outputs.search.places import sector_name, sector_places
from localoffer.outputs.search.words import known_words, meant_by, unlike_words
from tests.offer import SITE, TODAY


@pytest.fixture(scope="module")
def index() -> Index:
    catalogue, findings = read_catalogue(SITE, TODAY)
    assert catalogue, findings
    return Index(catalogue)


@pytest.fixture(scope="module")
def catalogue(index: Index) -> Catalogue:
    return index.catalogue


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Zoë’s step-free café", []),
        ("Łódź and Øster", ["lodz", "oster"]),
        ("A and E", ["a&e"]),
        ("A&E, Q&A", []),
        ("Monday–Friday", ["monday", "friday"]),
        ("中文帮助", ["中", "文", "帮", "助"]),
    ],
)
def test_words_that_pagefind_would_not_find_are_given_to_it(text: str, words: list[str]) -> None:
    assert unlike_words(text) == words


@pytest.mark.parametrize(
    ("typed", "known", "meant"),
    [
        ("swiming", ["sport", "swimming", "football"], "swimming"),
        ("speach therapist", ["talking", "speech therapist", "speech"], "speech therapist"),
        ("xqz", ["short breaks", "respite"], "short breaks"),
    ],
)
def test_a_misspelling_leads_to_the_word_it_is_nearest_to(typed: str, known: list[str], meant: str) -> None:
    assert meant_by(typed, tuple(known)) == meant


def test_every_word_of_the_vocabularies_counts(catalogue: Catalogue) -> None:
    words = known_words(catalogue.vocabulary)
    lines = {line.split("|")[0]: line.split("|")[1:] for line in words["terms"]}
    wrong = dict(line.split("|") for line in words["wrong"])
    assert "asd" in lines["Autism"]
    assert wrong["autisim"] == "autism"
    assert wrong["theripy"] == "therapy"
    for need in catalogue.vocabulary.needs.values():
        assert {folded(word) for word in need.synonyms + need.abbreviations} <= {*lines[need.name], folded(need.name)}
    assert not set(wrong) & {word for others in lines.values() for word in others}


@pytest.mark.parametrize(
    ("postcode", "sector"), [("MB2 4DT", "MB2 4"), ("mb24dt", "MB2 4"), ("W1A 0AX", "W1A 0"), ("MB2", "")]
)
def test_a_postcode_is_of_one_sector(postcode: str, sector: str) -> None:
    assert sector_name(postcode) == sector


def test_a_sector_is_where_its_postcodes_are_on_average_and_no_finer() -> None:
    rows = [
        PostcodePlace("MB2 4DT", 52.61234, -1.87),
        PostcodePlace("MB2 4DX", 52.61434, -1.88),
        PostcodePlace("MB3 1AA", 52.7, -1.9),
    ]
    assert sector_places(rows) == {"MB2 4": [52.613, -1.875], "MB3 1": [52.7, -1.9]}


def test_a_private_place_is_in_no_filter_and_no_file(index: Index) -> None:
    private = [(service, place) for service in index.shown for place in service.locations if place.sensitive]
    assert private, "the tiny council must have one"
    published = "".join(str(text) for _address, text in make_files(index))
    for service, place in private:
        assert sector_of(place) == ""
        found = json.dumps(found_service(service, index))
        for secret in (place.postal_code, place.address_1, place.address_2):
            assert not secret or (secret not in found and secret not in published)
        if all(other.sensitive for other in service.locations):
            assert not [name for name in service_filters(service, index) if name.startswith("sector:")]


def test_only_what_is_known_is_a_filter(index: Index) -> None:
    for service in index.shown:
        names = set(service_filters(service, index))
        assert ("cost:free" in names) == (service.cost.free == "yes")
        assert ("know:no-diagnosis" in names) == (service.eligibility.diagnosis_needed == "no")
        for place in service.locations:
            for feature, answer in place.accessibility.items():
                assert answer == "yes" or f"feature:{feature}" not in names or len(service.locations) > 1


def test_a_result_says_ages_cost_and_place(index: Index) -> None:
    club = index.catalogue.services["marl-trust/saturday-club"]
    assert result_facts(club, TODAY) == ["ages:8 to 18", "cost:£3.50", "where:Tinybrook"]


def test_no_choice_is_empty_and_all_counts_are_right(index: Index) -> None:
    for group in filter_groups(index):
        assert group["choices"]
        for choice in group["choices"]:
            assert choice.words
            assert 0 < choice.count <= len(index.shown), (group["name"], choice.value)
