"""A number that nobody can have is told wherever it stands."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from localoffer.check import check_offer
from tests.offer import TODAY, copy_site, kept


@pytest.mark.parametrize(
    ("file", "find", "put", "rule"),
    [
        ("providers/marl-trust/provider.yml", r"^phone: .*", "phone: 01632 123 456", "phone-unused"),
        ("mkdocs.yml", r"^    phone: .*", "    phone: 01632 123 456", "phone-unused"),
        ("content/guides/short-breaks.md", r"\Z", "\nPhone us on 01632 123 456.\n", "phone-in-text-unused"),
    ],
)
def test_a_number_that_nobody_has_is_a_warning(file: str, find: str, put: str, rule: str, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    text = (root / file).read_text(encoding="utf-8")
    (root / file).write_text(re.sub(find, put, text, count=1, flags=re.MULTILINE), encoding="utf-8")
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue, findings
    (found,) = [finding for finding in findings if finding.rule in ("phone-unused", "phone-in-text-unused")]
    assert (found.path, found.rule, found.severity) == (file, rule, "warning")
    assert "01632" in (root / file).read_text(encoding="utf-8").splitlines()[found.line - 1]


def test_the_numbers_of_the_tiny_council_can_be_had(tmp_path: Path) -> None:
    _, findings = check_offer(copy_site(tmp_path), TODAY)
    assert not [finding for finding in findings if finding.rule.endswith("-unused")]
