"""The reading rules as their own manual: what each asks, who asks for it, and what it says of a bad and a good sample.

In: nothing. Out: one entry a rule, with the exact message and way out a person is shown. The published checks page and the
tests read the same entries, so the page cannot drift from the rules.
"""

from __future__ import annotations

from dataclasses import dataclass

from localoffer.findings import Finding
from localoffer.reading import check_passage
from localoffer.reading.lists import Term, WordLists
from localoffer.reading.passages import Passage
from localoffer.reading.rules import RULES
from localoffer.rulebook import Rule

SOURCES = {
    "UK": "GOV.UK, accessible communication formats",
    "DH": "Department of Health, making written information easier to understand",
    "PS": "Photosymbols, easy-read guidance",
    "IE": "Inclusion Europe, Information for all",
    "NHS": "NHS digital service manual",
    "GOV": "GOV.UK content design",
    "COGA": "W3C, Making content usable for people with cognitive and learning disabilities",
}
"""What the short names of sources stand for (CONTENT_RULES)."""

SAMPLE_LISTS = WordLists(
    avoid={"utilise": "use", "multi-agency": "with other teams"},
    contractions={"can't": "cannot"},
    common=frozenset(("the", "panel", "makes", "a", "decides")),
    known_acronyms=frozenset(("NHS", "UK")),
    terms=(
        Term("tribunal", meaning="A kind of court.", easy_read="A tribunal is a kind of court."),
        Term("short break", meaning="A rest.", easy_read="You have fun.", instead_of=("respite", "respite care")),
    ),
)
"""Short lists for the samples; a council's own are in content/_data."""


@dataclass(frozen=True)
class ManualEntry:
    """One rule as the checks page shows it. `severity`, `message` and `fix` are what the bad sample gets."""

    id: str
    says: str
    sources: tuple[str, ...]
    bad: str
    good: str
    severity: str
    message: str
    fix: str


def reading_manual() -> list[ManualEntry]:
    """Every reading rule, in the order they are checked."""
    return [_entry(rule) for rule in RULES]


def _entry(rule: Rule) -> ManualEntry:
    found = next(finding for finding in findings_of(rule.bad, rule) if finding.rule == rule.id)
    sources = tuple(SOURCES[name] for name in rule.source.split())
    return ManualEntry(rule.id, rule.says, sources, rule.bad, rule.good, found.severity, found.message, found.fix)


def findings_of(text: str, rule: Rule) -> list[Finding]:
    """What the rules say of a sample, as if it stood alone in a file."""
    return list(
        check_passage(Passage(text, rule.within), SAMPLE_LISTS, "sample", lambda _source, offset: (1, offset + 1))
    )
