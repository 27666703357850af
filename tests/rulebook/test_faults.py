"""More than a hundred ways to break a good offer: each is refused, at its line, in plain words, with a way out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from localoffer.catalogue import read_catalogue
from localoffer.editing.manual.records import rules, write_groups
from localoffer.findings import Finding
from localoffer.rulebook import published_groups
from localoffer.rulebook.samples import Sample, break_offer, load_samples
from tests.offer import SITE, TODAY, copy_site

FAULTS = load_samples(Path(__file__).resolve().parents[1] / "cases" / "faults")
JARGON = re.compile(
    r"\b(null|none ?type|scalar|mapping|enum|regex|regular expression|schema|list index|index|boolean|string|integer|float|"
    r"parse[rd]?|parsing|token|syntax|valid|invalid|validation|traceback|exception|sequence|node|dict|pydantic|yaml|"
    r"type error|value error|input should|expected|char|boolean|anchor|alias|document|block|key)\b",
    re.IGNORECASE,
)


def expected_line(good: str, bad: str, sample: Sample) -> int:
    lines = bad.split("\n")
    if sample.at:
        return next(number for number, line in enumerate(lines, 1) if sample.at in line)
    pairs = zip(good.split("\n"), lines, strict=False)
    return next((number for number, (old, new) in enumerate(pairs, 1) if old != new), 1)


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() and not path.is_symlink() else ""


def test_there_are_more_than_a_hundred_faults() -> None:
    assert sum(sample.severity == "error" for sample in FAULTS) >= 150


@pytest.mark.parametrize("sample", FAULTS, ids=lambda sample: f"{sample.rule}: {sample.put[:30]!r}")
def test_fault_is_refused_in_plain_words(sample: Sample, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    break_offer(root, sample)
    catalogue, findings = read_catalogue(root, TODAY)
    shown = [(finding.path, finding.rule, finding.line, finding.message) for finding in findings]
    assert (catalogue is None) == (sample.severity == "error")
    assert {finding.rule for finding in findings if finding.severity == sample.severity} == {
        sample.rule,
        *sample.beside,
    }, shown
    same = [finding for finding in findings if finding.rule == sample.rule]
    assert len(same) == 1, shown
    check_place(same[0], sample, root)
    check_wording(same[0], sample)


def check_place(found: Finding, sample: Sample, root: Path) -> None:
    assert found.path == sample.place
    if not (sample.remove or sample.link_to or sample.rename or sample.whole):
        line = expected_line(text_of(SITE / sample.place), text_of(root / sample.place), sample)
        assert abs(found.line - line) <= 1, (found.line, line)
    assert found.column >= 1


def check_wording(found: Finding, sample: Sample) -> None:
    assert found.fix
    assert sample.says.lower() in f"{found.message} {found.fix}".lower(), (found.message, found.fix)
    own = re.sub(r"“[^”]*”", "", f"{found.message} {found.fix}")
    assert not JARGON.search(own), JARGON.search(own)


def test_every_rule_has_a_sample_and_every_sample_a_rule() -> None:
    known = {rule for found in rules().values() for rule in found}
    sampled = {sample.rule for sample in FAULTS}
    assert sampled - known == set()
    assert known - sampled == {"yaml-form"}, "yaml-form is for what nobody has thought of"


def test_each_rule_says_what_it_wants_in_one_sentence() -> None:
    for found in rules().values():
        for rule, statement in found.items():
            assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule)
            assert statement.endswith("."), rule


def test_the_published_page_is_true() -> None:
    published = dict(published_groups().values())
    for title, body in write_groups().items():
        assert published[title] == body, "run: python build.py schema"
