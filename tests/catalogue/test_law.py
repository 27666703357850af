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


def test_a_statement_of_the_law_that_nobody_looked_at_for_a_year_is_told_once(root: Path) -> None:
    text = (root / LAW).read_text(encoding="utf-8").replace("as_at: 2026-11-20", "as_at: 2025-11-21")
    (root / LAW).write_text(text + text.replace("ehc-decision", "ehc-plan"), encoding="utf-8")
    (found,) = [one for one in check_offer(root, TODAY)[1] if one.rule == "law-old"]
    assert found.severity == "warning"
    assert "2 statements of the law have not been looked at for a year" in found.message
    assert "ehc-decision, ehc-plan" in found.message


def test_a_page_says_at_its_foot_what_the_law_says_that_it_speaks_of(root: Path) -> None:
    more = (
        '- {id: ehc-test, says: "No diagnosis is asked for.", source: Children and Families Act 2014, '
        'paragraph: section 36(8), url: "https://www.legislation.gov.uk/ukpga/2014/6/section/36", sure: known, as_at: 2026-11-18}\n'
        '- {id: unused, says: "Nobody names this.", source: An Act, url: "https://www.legislation.gov.uk/", sure: read, '
        "as_at: 2026-01-01}\n"
    )
    (root / LAW).write_text((root / LAW).read_text(encoding="utf-8") + more, encoding="utf-8")
    put(root, GUIDE, "It gives carers a rest.", "You hear within {law:ehc-decision}.")
    put(root, GUIDE, "\npicture:", "\nlaw: [ehc-test]\npicture:")
    catalogue, findings = check_offer(root, TODAY)
    assert catalogue is not None, findings
    page = catalogue.content["guides/short-breaks"]
    law = content_page(page, Index(catalogue)).meta["law"]
    assert (law["date"], law["words"]) == ("2026-11-18", "Wednesday 18 November 2026")
    read, known = law["groups"]
    assert read["words"].startswith("Read in the law")
    assert known["words"].startswith("Well known, but not read in the law again yet")
    assert read["lines"] == [
        {
            "says": "The council must tell you within 6 weeks whether it will assess.",
            "source": "SEND Regulations 2014, regulation 5(1)",
            "href": "https://www.legislation.gov.uk/uksi/2014/1530/regulation/5",
            "as_at": "Friday 20 November 2026",
        }
    ]
    assert [line["says"] for line in known["lines"]] == ["No diagnosis is asked for."]
    assert page.easy is not None
    last = easy_twin(page, page.easy, catalogue).sections[-1]
    said = ["".join(part.text for part in sentence) for sentence in last.ideas[0].sentences]
    assert said == ["This is the law as at Wednesday 18 November 2026.", "See which law, on the full page."]
    assert last.ideas[0].sentences[1][0].href == "guides/short-breaks/#the-law"


def test_a_page_that_speaks_of_no_law_has_no_such_foot(root: Path) -> None:
    catalogue, _ = check_offer(root, TODAY)
    assert catalogue is not None
    assert "law" not in content_page(catalogue.content["guides/short-breaks"], Index(catalogue)).meta


def test_a_figure_that_only_the_twin_names_is_at_the_foot_too(root: Path) -> None:
    put(root, TWIN, "Your family gets a rest.", "You wait {law:ehc-decision}.")
    catalogue, _ = check_offer(root, TODAY)
    assert catalogue is not None
    assert [fact.id for fact in catalogue.law_of(catalogue.content["guides/short-breaks"])] == ["ehc-decision"]
