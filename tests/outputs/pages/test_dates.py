"""Dates from a letter: every figure comes from law.yml, and whoever has no script has a table."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.outputs.index import Index
from localoffer.outputs.page import page_text
from localoffer.outputs.pages.dates import easy_dates, make_pages
from tests.offer import TODAY

SETTINGS = 'site_name: Wick\nextra:\n  council: {name: Wick Council, place: Wick, url: "https://www.wick.gov.uk"}\n'


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    root: Path = tmp_path_factory.mktemp("wick")
    (root / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (root / "content/_data").mkdir(parents=True)
    (root / "providers").mkdir()
    areas = "- {id: wick, name: Wick, postcodes: [SW1]}\n"
    (root / "content/_data/areas.yml").write_text(areas, encoding="utf-8")
    found, findings = read_catalogue(root, TODAY)
    assert found is not None, findings
    return found


def shown(catalogue: Catalogue) -> str:
    return page_text(next(iter(make_pages(Index(catalogue)))))


def easy_words(catalogue: Catalogue) -> str:
    ideas = easy_dates(Index(catalogue)).ideas
    return " ".join("".join(part.text for part in sentence) for idea in ideas for sentence in idea.sentences)


def test_a_figure_that_changes_in_the_law_changes_the_page_its_table_and_its_twin(catalogue: Catalogue) -> None:
    page, easy = shown(catalogue), easy_words(catalogue)
    assert '"figure": "6 weeks", "source": "SEND Regulations 2014, regulation 5(1)"' in page
    assert '"start": "Sunday 1 November 2026"' in page
    assert '{"figure": "2 months", "end": "Friday 1 January 2027"}' in page
    assert "We must say yes or no. We have 6 weeks." in easy
    vocabulary = catalogue.vocabulary
    law = {**vocabulary.law, "ehc-decision": vocabulary.law["ehc-decision"].model_copy(update={"value": "7"})}
    changed = replace(catalogue, vocabulary=replace(vocabulary, law=law))
    assert '"figure": "7 weeks", "source": "SEND Regulations 2014, regulation 5(1)"' in shown(changed)
    assert '{"figure": "7 weeks", "end": "Sunday 20 December 2026"}' in shown(changed)
    assert "We have 7 weeks." in easy_words(changed)


def test_no_text_of_a_letter_holds_a_figure_of_its_own(catalogue: Catalogue) -> None:
    for letter in catalogue.vocabulary.letters.values():
        for found in letter.dates:
            assert not any(sign.isdigit() for sign in found.what), found.what


def test_without_letters_there_is_no_page(catalogue: Catalogue) -> None:
    none = replace(catalogue, vocabulary=replace(catalogue.vocabulary, letters={}))
    assert list(make_pages(Index(none))) == []
