"""More than a hundred ways to break a good offer: each is refused, at its line, in plain words, with a way out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from localoffer.catalogue import read_catalogue
from localoffer.findings import Finding
from tests.offer import CLUB, TODAY, copy_site

FAULTS: list[dict[str, Any]] = [
    fault
    for path in sorted((Path(__file__).parent / "cases" / "faults").glob("*.yml"))
    for fault in yaml.safe_load(path.read_text(encoding="utf-8"))
]
JARGON = re.compile(
    r"\b(null|none ?type|scalar|mapping|enum|regex|regular expression|schema|list index|index|boolean|string|integer|float|"
    r"parse[rd]?|parsing|token|syntax|valid|invalid|validation|traceback|exception|sequence|node|dict|pydantic|yaml|"
    r"type error|value error|input should|expected|char|boolean|anchor|alias|document|block|key)\b",
    re.IGNORECASE,
)


def change(text: str, fault: dict[str, Any]) -> str:
    assert text.count(fault["find"]) >= 1, f"nothing to change: {fault['find']!r}"
    return text.replace(fault["find"], fault["put"], 1)


def expected_line(good: str, bad: str, fault: dict[str, Any]) -> int:
    lines = bad.split("\n")
    if "at" in fault:
        return next(number for number, line in enumerate(lines, 1) if fault["at"] in line)
    pairs = zip(good.split("\n"), lines, strict=False)
    return next(number for number, (old, new) in enumerate(pairs, 1) if old != new)


def test_there_are_more_than_a_hundred_faults() -> None:
    assert len(FAULTS) >= 100


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: f"{fault['rule']}: {fault['put'][:30]!r}")
def test_fault_is_refused_in_plain_words(fault: dict[str, Any], tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    path = root / fault.get("file", CLUB)
    good = path.read_text(encoding="utf-8")
    bad = change(good, fault)
    path.write_text(bad, encoding="utf-8")
    catalogue, findings = read_catalogue(root, TODAY)
    errors = [finding for finding in findings if finding.is_error]
    assert catalogue is None
    shown = [(finding.rule, finding.line, finding.message) for finding in errors]
    assert {finding.rule for finding in errors} == {fault["rule"], *fault.get("with", [])}, shown
    assert len(errors) == 1 + len(fault.get("with", [])), shown
    found = next(finding for finding in errors if finding.rule == fault["rule"])
    found_in = root / fault.get("found_in", fault.get("file", CLUB))
    assert found.path == found_in.relative_to(root).as_posix()
    line = expected_line(good, bad, fault) if "found_in" not in fault else line_with(found_in, fault["at"])
    assert abs(found.line - line) <= 1, shown
    check_wording(found, fault)


def line_with(path: Path, words: str) -> int:
    return next(number for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1) if words in line)


def check_wording(found: Finding, fault: dict[str, Any]) -> None:
    assert found.fix
    assert fault.get("says", "").lower() in f"{found.message} {found.fix}".lower(), (found.message, found.fix)
    own = re.sub(r"“[^”]*”", "", f"{found.message} {found.fix}")
    assert not JARGON.search(own), JARGON.search(own)
    assert found.column >= 1
