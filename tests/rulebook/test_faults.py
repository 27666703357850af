"""More than a hundred ways to break a good offer: each is refused, at its line, in plain words, with a way out."""

from __future__ import annotations

import re
from pathlib import Path

from localoffer.findings import Finding
from localoffer.rulebook.samples import FAULTS as TABLES
from localoffer.rulebook.samples import Sample, break_offer, load_samples
from tests.offer import SITE, LentSite
from tests.rulebook.test_edits import edit_makes_its_finding_go
from tests.table import each_of

FAULTS = load_samples(TABLES)
JARGON = re.compile(
    r"\b(null|none ?type|scalar|mapping|enum|regex|regular expression|schema|list index|index|boolean|string|integer|float|"
    r"parse[rd]?|parsing|token|syntax|valid|invalid|validation|traceback|exception|sequence|node|dict|pydantic|yaml|"
    r"type error|value error|input should|expected|char|boolean|anchor|alias|block|key)\b",
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


def test_fault_is_refused_in_plain_words_and_its_edit_makes_it_go_and_brings_no_other(lent: LentSite) -> None:
    each_of(FAULTS, lambda sample: is_refused(sample, lent), lambda sample: f"{sample.rule}: {sample.put[:30]!r}")


def is_refused(sample: Sample, lent: LentSite) -> None:
    lent.mend()
    break_offer(lent.root, sample)
    catalogue, findings = lent.read()
    shown = [(finding.path, finding.rule, finding.line, finding.message) for finding in findings]
    assert (catalogue is None) == (sample.severity == "error")
    assert {finding.rule for finding in findings if finding.severity == sample.severity} == {
        sample.rule,
        *sample.beside,
    }, shown
    same = [finding for finding in findings if finding.rule == sample.rule]
    assert len(same) == 1, shown
    check_place(same[0], sample, lent.root)
    check_wording(same[0], sample)
    edit_makes_its_finding_go(sample, findings, lent)


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
