"""The manual of the reading rules shows what a person is really shown."""

from __future__ import annotations

import pytest

from localoffer.editing.manual.reading_rules import ManualEntry, findings_of, reading_manual
from localoffer.reading import RULES

MANUAL = {entry.id: entry for entry in reading_manual()}


def test_every_rule_is_in_the_manual() -> None:
    assert list(MANUAL) == [rule.id for rule in RULES]


@pytest.mark.parametrize("entry", MANUAL.values(), ids=MANUAL)
def test_the_samples_are_true(entry: ManualEntry) -> None:
    rule = next(rule for rule in RULES if rule.id == entry.id)
    assert entry.id in {finding.rule for finding in findings_of(entry.bad, rule)}
    assert entry.id not in {finding.rule for finding in findings_of(entry.good, rule)}
    assert entry.sources
    assert entry.message
    assert entry.fix


def test_a_date_in_numbers_is_shown_as_it_is_said() -> None:
    entry = MANUAL["date-numeric"]
    assert (entry.severity, entry.message, entry.fix) == (
        "error",
        "“6/8/2025” is a date in numbers",
        "write Wednesday 6 August 2025.",
    )
