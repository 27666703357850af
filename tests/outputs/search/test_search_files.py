"""The search index: what is found by which words, how a choice is kept, and that private places stay private."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.facts.choices import sector_of
from localoffer.letters import folded
from localoffer.model.vocabulary import PostcodePlace
from localoffer.outputs.files import json_text
from localoffer.outputs.index import Index
from localoffer.outputs.pages import write_pages
from localoffer.outputs.pages.find import filter_groups
from localoffer.outputs.search import CHOICES, make_index, sector_name, sector_places
from localoffer.outputs.search.documents import ALSO, BODY, SHORT_NAME, STAFF, documents
from localoffer.outputs.search.own_pages import own_pages
from localoffer.outputs.search.parts import PARTS, PLACES, make_parts, packed, part_of
from localoffer.outputs.search.words import TINY, meanings, meant_by, misspellings, ordinary_words, phrase_of
from tests.offer import tiny_council

JAVASCRIPTS = Path(__file__).resolve().parents[3] / "theme" / "assets" / "javascripts" / "find"


@pytest.fixture(scope="module")
def index() -> Index:
    catalogue, findings = tiny_council()
    assert catalogue, findings
    return Index(catalogue)


@pytest.fixture(scope="module")
def catalogue(index: Index) -> Catalogue:
    return index.catalogue


@pytest.fixture(scope="module")
def files(index: Index) -> Mapping[str, object]:
    return {address.removeprefix("find/index/"): json.loads(text) for address, text in make_index(index)}


def unpacked(postings: list[int]) -> dict[int, int]:
    found, last = {}, 0
    for each in postings:
        last += each // PLACES
        found[last] = each % PLACES
    return found


@given(st.dictionaries(st.integers(0, 40_000), st.integers(0, PLACES - 1)))
def test_postings_come_back_as_they_went(postings: dict[int, int]) -> None:
    assert unpacked(packed(postings)) == postings


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


def test_ordinary_words_lie_where_a_word_that_is_typed_is_looked_for_unless_a_page_has_them() -> None:
    parts = make_parts([{"swim": 1}], (), {}, lambda there: ["crisps", *(["horse"] if "swim" in there else [])])
    assert (parts[part_of("crisps")].plain, parts[part_of("horse")].plain) == (["crisps"], ["horse"])


def test_words_near_a_word_of_danger_are_ordinary_even_if_they_are_not_common() -> None:
    assert ordinary_words((), ["in a crisis"], ()) == ordinary_words((), ["crisis"], ())
    assert "crisps" in ordinary_words((), ["crisis"], ())
    assert "crisps" not in ordinary_words((), ["crisis"], {"crisps"})
    assert "crisis" not in ordinary_words(["crisis"], ["crisis"], ())
    assert ordinary_words(["cat", "don't", "bread"], (), ()) == ["bread"]


def test_every_word_of_the_vocabularies_is_a_phrase_that_means_what_it_is_of(index: Index) -> None:
    vocabulary, found = index.catalogue.vocabulary, documents(index)
    phrases: dict[str, set[str]] = {}
    for meaning in meanings(vocabulary, found):
        for phrase in meaning.phrases:
            phrases.setdefault(phrase, set()).add(meaning.name)
    for term in [*vocabulary.needs.values(), *vocabulary.topics.values()]:
        for word in (term.name, *term.synonyms, *term.abbreviations):
            assert term.name in phrases[phrase_of(word)]
    wrong = misspellings(vocabulary)
    assert wrong["autisim"] == "autism"
    assert wrong["theripy"] == "therapy"


def test_each_word_lies_in_the_part_that_a_browser_asks_for_it(index: Index) -> None:
    found = documents(index)
    parts = make_parts(
        [each.words for each in found], meanings(index.catalogue.vocabulary, found), {"autisim": "autism"}
    )
    assert len(parts) == PARTS
    for number, part in enumerate(parts):
        assert {part_of(word) for word in (*part.words, *part.phrases, *part.wrong)} <= {number}
    for number, document in enumerate(found):
        for word, place in document.words.items():
            assert unpacked(parts[part_of(word)].words[word])[number] == place


def test_the_browser_leaves_out_the_same_little_words_and_counts_parts_the_same() -> None:
    words = (JAVASCRIPTS / "words.js").read_text(encoding="utf-8")
    told = re.search(r"const TINY = new Set\('([^']+)'", words)
    assert told
    assert set(told[1].split()) == TINY
    script = (JAVASCRIPTS / "index.js").read_text(encoding="utf-8")
    assert f"const PARTS = {PARTS};" in script
    assert f"const PLACES = {PLACES};" in (JAVASCRIPTS / "read.js").read_text(encoding="utf-8")
    weights = re.search(r"const WEIGHTS = \[([^\]]+)\]", (JAVASCRIPTS / "rank.js").read_text(encoding="utf-8"))
    assert weights
    assert len(weights[1].split(",")) == SHORT_NAME + 1


def test_a_page_is_found_by_its_name_its_other_names_and_its_text(index: Index) -> None:
    found = {document.card.href: document for document in documents(index)}
    club = found["services/marl-trust/saturday-club/"]
    words = club.words
    assert all(words[word] >= ALSO for word in folded(club.card.name).split())
    assert BODY in words.values()
    assert club.choices
    assert any(url.startswith("guides/") for url in found)
    assert not any(index.catalogue.services[url[9:-1]].status == "closed" for url in found if url.count("/") == 3)


def test_the_pages_of_our_own_are_there_under_the_names_they_have(index: Index) -> None:
    made = {page.url: page.meta["title"] for page in write_pages(index.catalogue)}
    for document in own_pages(index.catalogue):
        assert made[document.card.href] == document.card.name


def test_services_for_staff_alone_are_told_apart(index: Index) -> None:
    kinds = {document.card.href: document.kind for document in documents(index)}
    for service in index.shown:
        assert (kinds[f"services/{service.id}/"] == STAFF) == (service.for_whom == ["professional"])


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


def test_a_private_place_is_in_no_choice_and_no_file(index: Index, files: Mapping[str, object]) -> None:
    private = [(service, place) for service in index.shown for place in service.locations if place.sensitive]
    assert private, "the tiny council must have one"
    published = json.dumps(files).lower()
    for service, place in private:
        assert sector_of(place) == ""
        for secret in (place.postal_code, place.address_1, place.address_2):
            assert not secret or secret.lower() not in published
        if all(other.sensitive for other in service.locations):
            assert not [name for name in index.facts(service).choices if name.startswith("sector:")]


def test_only_what_is_known_is_a_choice(index: Index) -> None:
    for service in index.shown:
        names = set(index.facts(service).choices)
        assert {name.partition(":")[0] for name in names} <= set(CHOICES)
        is_free = service.cost.free == "yes" or any(option.amount == 0 for option in service.cost.cost_options)
        assert ("cost:free" in names) == is_free
        assert ("know:no-diagnosis" in names) == (service.eligibility.diagnosis_needed == "no")
        for place in service.locations:
            for feature, answer in place.accessibility.items():
                assert answer == "yes" or f"feature:{feature}" not in names or len(service.locations) > 1


def test_the_documents_behind_each_choice_are_those_that_say_it(index: Index, files: Mapping[str, object]) -> None:
    found = documents(index)
    for name in CHOICES:
        values = files[f"by-{name}.json"]
        assert isinstance(values, dict)
        for value, steps in values.items():
            numbers = [sum(steps[: end + 1]) for end in range(len(steps))]
            assert numbers == [n for n, each in enumerate(found) if f"{name}:{value}" in each.choices]


def test_a_result_says_what_the_card_of_a_list_says_and_where_it_is(index: Index, files: Mapping[str, object]) -> None:
    rows = [row for name, some in files.items() if name.startswith("shown-") for row in some]  # type: ignore[attr-defined]
    wanted = [document.card.href for document in (*documents(index), *own_pages(index.catalogue))]
    assert [row["href"] for row in rows] == wanted
    club = next(row for row in rows if row["href"] == "services/marl-trust/saturday-club/")
    card = index.card(index.catalogue.services["marl-trust/saturday-club"])
    assert club.pop("where") == "Tinybrook"
    assert club == json.loads(json_text(card))
    words = {line["words"] for row in rows if row["href"].startswith("services/") for line in row["says"]}
    assert words == {wording.in_sentence(each) for each in words}, "how far away it is may stand before them"


def test_every_choice_of_the_form_is_one_that_a_fact_can_have(index: Index, files: Mapping[str, object]) -> None:
    for group in filter_groups(index):
        assert group["choices"] or files["names.json"][group["name"]]  # type: ignore[index]
        assert group["name"] in CHOICES
        assert all(choice.words for choice in group["choices"])
