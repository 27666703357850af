"""What the law says is stated once, in law.yml, and texts take their figures from it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from localoffer.check import check_offer
from localoffer.easyread.twin import easy_twin
from localoffer.facts import service_facts
from localoffer.outputs.index import Index
from localoffer.outputs.pages.content import content_page
from tests.offer import TODAY, copy_site, kept

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
    catalogue, _ = check_offer(root, TODAY, cache=kept(root))
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
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None, findings
    assert f"Known: {words}." in catalogue.content["guides/short-breaks"].body


def test_a_name_of_no_statement_is_told_at_its_line_with_the_nearest(root: Path) -> None:
    put(root, GUIDE, "It gives carers a rest.", "It gives carers a rest in {law:ehc-decison}.")
    (found,) = [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "placeholder-unknown"]
    assert found.path == GUIDE
    assert "Did you mean {law:ehc-decision}?" in found.message


def test_a_statement_without_a_figure_can_only_be_said(root: Path) -> None:
    put(root, LAW, "value: 6, unit: weeks, ", "")
    put(root, GUIDE, "It gives carers a rest.", "Within {law:ehc-decision}.")
    (found,) = [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "placeholder-unknown"]
    assert "{law:ehc-decision.says}" in found.message


def test_a_list_of_the_law_with_a_fault_is_told_once(root: Path) -> None:
    put(root, LAW, "sure: read", "sure: really")
    put(root, GUIDE, "It gives carers a rest.", "Within {law:ehc-decision}.")
    assert [one.rule for one in check_offer(root, TODAY, cache=kept(root))[1] if one.is_error] == ["not-a-choice"]


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
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
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
    (root / LAW).write_text(text, encoding="utf-8")
    (found,) = [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "law-old"]
    assert found.severity == "warning"
    assert "2 statements of the law have not been looked at for a year" in found.message
    assert "ehc-decision, capacity" in found.message


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
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
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
    catalogue, _ = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None
    assert "law" not in content_page(catalogue.content["guides/short-breaks"], Index(catalogue)).meta


def test_a_figure_that_only_the_twin_names_is_at_the_foot_too(root: Path) -> None:
    put(root, TWIN, "Your family gets a rest.", "You wait {law:ehc-decision}.")
    catalogue, _ = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None
    assert [fact.id for fact in catalogue.law_of(catalogue.content["guides/short-breaks"])] == ["ehc-decision"]


STAYS = "providers/marl-trust/night-stays.yml"


def answers(root: Path, field: str) -> tuple[str, list[str]]:
    """A fact of the stays in the standard voice and in easy read."""
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None, findings
    fact = service_facts(catalogue.services["marl-trust/night-stays"], catalogue)[field]
    lines = ["".join(part if isinstance(part, str) else part.text for part in row.answer) for row in fact.rows]
    ideas = fact.easy if isinstance(fact.easy, list) else []
    return "\n".join(lines), ["".join(part.text for part in sentence) for idea in ideas for sentence in idea.sentences]


@pytest.mark.parametrize(
    ("written", "standard", "easy"),
    [
        ("days: 15", "Within 15 working days", "You will hear within 15 working days."),
        ("weeks: 6", "Within 6 weeks", "You will hear within 6 weeks."),
        ("months: 1", "Within 1 month", "You will hear within 1 month."),
        ("calendar_days: 30", "Within 30 days", "You will hear within 30 days."),
        ("school_days: 15", "Within 15 school days", "You will hear within 15 school days."),
        ("days: 0", "On the same day", "You will hear on the same day."),
        (
            "statutory: ehc-decision",
            "The council must tell you within 6 weeks whether it will assess. SEND Regulations 2014, regulation 5(1)",
            "You will hear within 6 weeks.",
        ),
    ],
)
def test_a_decision_says_its_time_in_both_voices(root: Path, written: str, standard: str, easy: str) -> None:
    put(root, STAYS, "    days: 15\n", f"    {written}\n")
    lines, sentences = answers(root, "decision")
    assert standard in lines
    assert easy in sentences
    assert ("The law says so." in sentences) == ("statutory" in written)


def test_a_listing_takes_figures_from_the_law_in_every_text(root: Path) -> None:
    put(root, STAYS, "    how: They read", "    how: It takes {law:ehc-decision}. They read")
    put(root, STAYS, "\nstatus:", "\nalso_known_as: [respite]\nstatus:")
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None, findings
    decision = catalogue.services["marl-trust/night-stays"].access.decision
    assert decision is not None
    assert decision.how.startswith("It takes 6 weeks. They read")
    assert catalogue.facts_used["law:ehc-decision"] == {STAYS: 1}


def test_a_figure_of_the_law_does_not_make_the_easy_words_of_a_listing_old(root: Path) -> None:
    club = "providers/marl-trust/saturday-club.yml"
    put(root, club, "summary: A calm Saturday club", "summary: A calm {law:capacity} and under Saturday club")
    (old,) = [
        one
        for one in check_offer(root, TODAY, cache=kept(root))[1]
        if one.rule == "easy-out-of-date" and one.path == club
    ]
    (new,) = re.findall(r'written_from: "([0-9a-f]{12})"', old.fix)
    written = re.findall(r'written_from: "?([0-9a-f]{12})', (root / club).read_text(encoding="utf-8"))[0]
    put(root, club, written, new)
    put(root, LAW, "value: 16", "value: 17")
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None
    assert "A calm 17 and under" in (catalogue.services["marl-trust/saturday-club"].summary or "")
    assert not [one for one in findings if one.rule == "easy-out-of-date" and one.path == club]


@pytest.mark.parametrize("word", ["e.g.", "{law:nothing-here}"])
def test_other_findings_in_such_a_text_stand_where_the_words_were_written(root: Path, word: str) -> None:
    text = (root / STAYS).read_text(encoding="utf-8")
    start = text.index("description: |\n") + len("description: |\n")
    words = f"  {{law:ehc-decision.says}}\n\n  In {{law:ehc-decision}} we may {word} this.\n\n"
    (root / STAYS).write_text(text[:start] + words + text[start:], encoding="utf-8")
    (found,) = [
        one for one in check_offer(root, TODAY, cache=kept(root))[1] if word in one.message and one.path == STAYS
    ]
    lines = (root / STAYS).read_text(encoding="utf-8").split("\n")
    assert lines[found.line - 1][found.column - 1 :].startswith(word), (found, lines[found.line - 1])
