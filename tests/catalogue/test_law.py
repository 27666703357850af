"""What the law says is stated once, in law.yml, and texts take their figures from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.check import check_offer
from localoffer.easyread.twin import easy_twin
from localoffer.outputs.index import Index
from localoffer.outputs.pages.content import content_page
from tests.offer import TODAY, copy_site

GUIDE, TWIN, LAW = "content/guides/short-breaks.md", "content/guides/short-breaks.easy.md", "content/_data/law.yml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def put(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("By then: {law:ehc-decision}.", "By then: 6 weeks."),
        ("By week {law:ehc-decision.number}.", "By week 6."),
        ("{law:ehc-decision.says}", "The council must tell you within 6 weeks whether it will assess."),
    ],
)
def test_a_text_takes_a_figure_from_the_law(root: Path, written: str, read_as: str) -> None:
    put(root, GUIDE, "It gives carers a rest.", written)
    catalogue, _ = check_offer(root, TODAY)
    assert catalogue is not None
    assert read_as in catalogue.content["guides/short-breaks"].body


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        ("1", "months", "1 month"),
        ("15", "school days", "15 school days"),
        ("1", "working days", "1 working day"),
        ("2 to 6", "miles", "2 to 6 miles"),
        ('"6,000"', "pounds", "£6,000"),
        ("15 February", "date", "15 February"),
        ("16", "age", "16"),
        ("9", "school year", "year 9"),
    ],
)
def test_a_figure_is_said_with_its_unit(root: Path, value: str, unit: str, words: str) -> None:
    put(root, LAW, "value: 6, unit: weeks", f"value: {value}, unit: {unit}")
    put(root, GUIDE, "It gives carers a rest.", "Known: {law:ehc-decision}.")
    catalogue, findings = check_offer(root, TODAY)
    assert catalogue is not None, findings
    assert f"Known: {words}." in catalogue.content["guides/short-breaks"].body


def test_a_name_of_no_statement_is_told_at_its_line_with_the_nearest(root: Path) -> None:
    put(root, GUIDE, "It gives carers a rest.", "It gives carers a rest in {law:ehc-decison}.")
    (found,) = [one for one in check_offer(root, TODAY)[1] if one.rule == "placeholder-unknown"]
    assert found.path == GUIDE
    assert "Did you mean {law:ehc-decision}?" in found.message


def test_a_statement_without_a_figure_can_only_be_said(root: Path) -> None:
    put(root, LAW, "value: 6, unit: weeks, ", "")
    put(root, GUIDE, "It gives carers a rest.", "Within {law:ehc-decision}.")
    (found,) = [one for one in check_offer(root, TODAY)[1] if one.rule == "placeholder-unknown"]
    assert "{law:ehc-decision.says}" in found.message


def test_a_list_of_the_law_with_a_fault_is_told_once(root: Path) -> None:
    put(root, LAW, "sure: read", "sure: really")
    put(root, GUIDE, "It gives carers a rest.", "Within {law:ehc-decision}.")
    assert [one.rule for one in check_offer(root, TODAY)[1] if one.is_error] == ["not-a-choice"]


CHANGE = """\
- id: reform
  title: Is the law changing?
  says: Not yet. It may change in 2029.
  easy_read: [{picture: help, text: The law may change. It has not changed yet.}]
  source: Department for Education
  url: https://www.gov.uk/
  sure: read
  as_at: 2026-11-20
"""


def test_what_is_to_change_stands_once_and_is_shown_in_both_voices_where_a_page_asks(root: Path) -> None:
    (root / "content/_data/coming_changes.yml").write_text(CHANGE, encoding="utf-8")
    put(root, GUIDE, "\npicture:", "\ncoming_changes: yes\npicture:")
    catalogue, findings = check_offer(root, TODAY)
    assert catalogue is not None, findings
    page = catalogue.content["guides/short-breaks"]
    (shown,) = [box for box in content_page(page, Index(catalogue)).meta["groups"] if box.id == "change-reform"]
    assert (shown.title, shown.links[0].href) == ("Is the law changing?", "https://www.gov.uk/")
    assert shown.words == "Not yet. It may change in 2029. This is what we could read on Friday 20 November 2026."
    assert page.easy is not None
    section = easy_twin(page, page.easy, catalogue).sections[-1]
    assert section.heading == "Is the law changing?"
    said = ["".join(part.text for part in sentence) for sentence in section.ideas[0].sentences]
    assert said == ["The law may change.", "It has not changed yet."]
