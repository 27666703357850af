"""Every rule whose way out is an edit: its own bad sample, with the edit in place, no longer breaks it, nor any other rule."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from localoffer.editing.manual import TEXT_GROUPS
from localoffer.editing.manual.book import BOOK
from localoffer.editing.manual.offers import offer_findings, settled_offer
from localoffer.editing.manual.texts import findings_of
from localoffer.findings import SURE, Finding
from localoffer.rulebook import Rule
from localoffer.rulebook.samples import FAULTS, WHOLE, Sample, break_offer, copy_offer, load_samples
from localoffer.yamlfile.edits import apply_edits
from tests.offer import LentSite, tiny_council
from tests.table import each_of

TEXT_RULES = [rule for group in TEXT_GROUPS for rule in BOOK[group] if rule.bad]
SAMPLES = load_samples(FAULTS)
#: Rules that have an edit for at least one of their samples; a rule may join, none may leave.
WITH_EDIT = {
    "comma-in-text",
    "contraction",
    "avoid-word",
    "big-heading",
    "date-numeric",
    "date-weekday",
    "hidden-character",
    "italics",
    "link-form",
    "link-tracking",
    "listed-twice",
    "not-a-choice",
    "number-words",
    "phone-form",
    "roman-numeral",
    "short-form",
    "tab",
    "unknown-field",
    "yaml-colon",
    "yaml-quotes",
}


def kinds(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.path, finding.rule) for finding in findings}


def edited(findings: list[Finding], rule: str) -> Iterator[Finding]:
    return (finding for finding in findings if finding.rule == rule and finding.edit)


def apply_to(root: Path, finding: Finding) -> None:
    assert finding.edit is not None
    file = root / finding.edit.path
    new, changes = apply_edits(file.read_bytes().decode("utf-8"), [finding.edit])
    assert len(changes) == 1, finding
    file.write_bytes(new.encode("utf-8"))


@cache
def good() -> set[tuple[str, str]]:
    """What is found in the tiny council as it is."""
    return {(finding.path, finding.rule) for finding in tiny_council()[1]}


def edit_makes_its_finding_go(sample: Sample, before: list[Finding], lent: LentSite) -> None:
    """For an offer that the sample has broken; `before`: what was found there. tests/rulebook/test_faults.py asks for it."""
    for finding in edited(before, sample.rule):
        apply_to(lent.root, finding)
        after = lent.read()[1]
        assert (finding.path, finding.rule) not in kinds(after), (finding, after)
        assert kinds(after) <= good(), (finding, after)


def test_an_edit_of_a_text_makes_its_finding_go_and_brings_no_other() -> None:
    each_of(TEXT_RULES, text_edit_makes_its_finding_go, lambda rule: rule.id)


def text_edit_makes_its_finding_go(rule: Rule) -> None:
    before = findings_of(rule.bad, rule)
    for finding in edited(before, rule.id):
        assert finding.edit is not None
        new, changes = apply_edits(rule.bad, [finding.edit])
        assert len(changes) == 1
        after = findings_of(new, rule)
        same = [other for other in after if (other.rule, other.message) == (finding.rule, finding.message)]
        assert same == [], (finding, new)
        assert kinds(after) <= kinds(before), new


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The good offer, checked by people, as the tables of whole offers break it."""
    return settled_offer(tmp_path_factory.mktemp("settled"))


@pytest.fixture(scope="module")
def found_settled(settled: Path) -> set[Finding]:
    return set(offer_findings(settled, settled.parent / "kept"))


@pytest.mark.parametrize("sample", load_samples(WHOLE), ids=lambda sample: f"{sample.rule}: {sample.put[:30]!r}")
def test_a_change_to_a_whole_offer_breaks_its_rule_and_its_edit_makes_its_finding_go_and_brings_no_other(
    sample: Sample, settled: Path, found_settled: set[Finding], tmp_path: Path
) -> None:
    root = copy_offer(tmp_path, settled)
    break_offer(root, sample)
    before = offer_findings(root, settled.parent / "kept")
    assert {finding for finding in before if finding.rule == sample.rule} - found_settled
    for finding in edited(before, sample.rule):
        apply_to(root, finding)
        after = offer_findings(root, settled.parent / "kept")
        assert (finding.path, finding.rule) not in kinds(after), (finding, after)
        assert kinds(after) <= kinds(before), (finding, after)


@pytest.mark.parametrize("rule", ["easy-heading", "easy-out-of-date"])
def test_a_rule_of_whole_offers_has_its_edit(rule: str, settled: Path, tmp_path: Path) -> None:
    root = copy_offer(tmp_path, settled)
    break_offer(root, next(sample for sample in load_samples(WHOLE) if sample.rule == rule))
    assert list(edited(offer_findings(root, settled.parent / "kept"), rule))


def test_the_rules_with_an_edit_are_these(lent: LentSite, record_property: pytest.RecordProperty) -> None:
    found = {rule.id for rule in TEXT_RULES for _ in edited(findings_of(rule.bad, rule), rule.id)}
    for sample in [sample for sample in SAMPLES if sample.rule in WITH_EDIT - found]:
        break_offer(lent.root, sample)
        found |= {finding.rule for finding in edited(lent.read()[1], sample.rule)}
        lent.mend()
    record_property("rules with an edit", len(found))
    assert found >= WITH_EDIT


@pytest.mark.parametrize(
    "text",
    [
        "We sell Marks & Spencer coats.",
        "You can bring twenty-five friends.",
        "You can bring two hundred friends.",
        "You can bring a hundred friends.",
        "You have an IV drip.",
        "We open on Monday 6/8/2025.",
        "We open on 6/8/25.",
        "Don't you want to come?",
        "We utilised the hall.",
        "PLEASE PHONE FIRST.",
        "Ring 0123456789012.",
    ],
)
def test_what_could_be_meant_otherwise_has_no_sure_edit(text: str) -> None:
    rule = next(rule for rule in TEXT_RULES if rule.id == "short-form")
    assert [found for found in findings_of(text, rule) if found.edit and found.edit.how_sure == SURE] == []


@pytest.mark.parametrize(
    ("text", "better"),
    [
        ("Bring a snack, e.g. fruit.", "Bring a snack, for example fruit."),
        ("Bring pens, paper, etc.", "Bring pens, paper, and so on."),
        ("Bring pens, etc. Come early.", "Bring pens, and so on. Come early."),
        ("The panel, i.e. the council, decides.", "The panel, that is the council, decides."),
        ("Mums & dads can come.", "Mums and dads can come."),
        ("You can't come.", "You cannot come."),
        ("We open on 6/8/2025.", "We open on Wednesday 6 August 2025."),
        ("We utilise the hall.", "We use the hall."),
        ("Phone [01632960001](tel:01632960001).", "Phone [01632 960 001](tel:01632960001)."),
        ("Phone *before* you come.", "Phone before you come."),
    ],
)
def test_what_means_one_thing_is_written_in_its_place(text: str, better: str) -> None:
    rule = next(rule for rule in TEXT_RULES if rule.id == "short-form")
    sure = [found.edit for found in findings_of(text, rule) if found.edit and found.edit.how_sure == SURE]
    assert apply_edits(text, sure)[0] == better
