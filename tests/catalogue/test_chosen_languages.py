"""Welcomes in other languages: a national list, chosen by each council, and never said to be checked when nobody has."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from localoffer.catalogue import Catalogue
from localoffer.catalogue.local_checks import chosen_languages
from localoffer.check import check_offer
from localoffer.model.languages import SpokenLanguage
from localoffer.model.local import LocalFacts
from localoffer.overlay import NATIONAL
from localoffer.records import read_members
from localoffer.system.carried import PACKAGE
from localoffer.yamlfile import parse_yaml
from tests.offer import TODAY, copy_site, kept

SCRIPTS = {
    "ur": "ARABIC",
    "pa": "GURMUKHI",
    "bn": "BENGALI",
    "ar": "ARABIC",
    "gu": "GUJARATI",
    "ta": "TAMIL",
}
"""The letters of each language of the national list; Latin for those that are not named."""
TEXTS = ("name", "welcome", "phone", "means", "sounds", "promised", "ask")
ONE = "- {{id: {id}, name: N, english: E, welcome: W, phone: P, means: M, sounds: S, promised: F, ask: A}}\n"


@pytest.fixture(scope="module")
def national() -> dict[str, SpokenLanguage]:
    path = PACKAGE.parent / NATIONAL / "_data/languages.yml"
    tree, findings = parse_yaml(path.read_text("utf-8"), path.name)
    records, more = read_members(tree, path.name, SpokenLanguage)
    assert not [*findings, *more]
    return {record.id: record for record in records}


def test_the_national_list_has_the_ten_languages_of_the_school_census_in_its_order(
    national: dict[str, SpokenLanguage],
) -> None:
    counted = [one for one in national.values() if one.pupils and "school census" in one.pupils]
    figures = [int((one.pupils or "").split()[0].replace(",", "")) for one in counted]
    assert len(counted) == 10
    assert figures == sorted(figures, reverse=True)


def test_each_text_is_in_the_letters_of_its_language_and_in_one_form(national: dict[str, SpokenLanguage]) -> None:
    for one in national.values():
        script = SCRIPTS.get(one.id, "LATIN")
        for text in (getattr(one, name) for name in TEXTS):
            letters = {unicodedata.name(sign).split()[0] for sign in text if sign.isalpha()}
            assert letters == {script}, (one.id, text)
            assert unicodedata.is_normalized("NFC", text), (one.id, text)
        assert one.rtl == (script == "ARABIC"), one.id


def test_no_national_text_says_that_somebody_has_checked_it(national: dict[str, SpokenLanguage]) -> None:
    """Who checked is known where the check was made: in the council that asked a speaker."""
    assert not [one.id for one in national.values() if one.checked]


def test_a_council_chooses_its_languages_and_says_who_checked_them(national: dict[str, SpokenLanguage]) -> None:
    facts = LocalFacts.model_validate(
        {
            "languages": ["pl", "ur", "pl"],
            "languages_checked": [{"language": "pl", "date": "2026-10-12", "by": "a Polish interpreter"}],
        }
    )
    polish, urdu = chosen_languages(national, facts)
    assert polish.checked is not None
    assert (polish.checked.by, urdu.checked) == ("a Polish interpreter", None)
    assert [one.id for one in chosen_languages(national, LocalFacts())] == list(national)


def test_a_text_that_a_speaker_has_put_right_stands_for_the_national_one_and_another_may_follow(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    path = root / "content/_data/languages.yml"
    path.write_text(ONE.format(id="pl") + ONE.format(id="uk"), "utf-8")
    (root / "content/_data/local.yml").write_text("languages: [uk, pl]\n", "utf-8")
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert isinstance(catalogue, Catalogue), [str(one) for one in findings if one.is_error]
    assert [(one.id, one.name) for one in catalogue.languages] == [("uk", "N"), ("pl", "N")]


@pytest.mark.parametrize(
    "facts", ["languages: [plo]\n", "languages_checked: [{language: plo, date: 2026-10-12, by: me}]\n"]
)
def test_a_language_that_no_list_knows_is_a_fault_that_names_those_there_are(tmp_path: Path, facts: str) -> None:
    root = copy_site(tmp_path)
    (root / "content/_data/languages.yml").write_text(ONE.format(id="pl"), "utf-8")
    (root / "content/_data/local.yml").write_text(facts, "utf-8")
    (found,) = [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "language-unknown"]
    assert found.fix == "write one of these: pl (N)."
