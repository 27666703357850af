"""Rules whose samples are a text, a picture or a part of a page: what the checks say of them, never typed.

In: rules with their own samples. Out: `Shown`s.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from localoffer.alttext import faults_of, faults_together
from localoffer.alttext.markdown import html_pictures
from localoffer.audit.html import audit_html
from localoffer.audit.html.page import PageView
from localoffer.audit.html.rules import page_faults
from localoffer.audit.sources import Sources
from localoffer.catalogue.copies import changed_since
from localoffer.editing.manual.shown import Shown, excerpt, show, show_in
from localoffer.findings import Finding
from localoffer.reading import check_passage, place_in
from localoffer.reading.lists import Term, WordLists
from localoffer.reading.passages import Passage
from localoffer.rulebook import Rule
from localoffer.rulebook.samples.bad_site import lay_out, page_with
from localoffer.yamlfile.source import source_lines

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
    fitting=frozenset(("utilise",)),
    contractions={"can't": "cannot"},
    common=frozenset(("the", "panel", "makes", "a", "decides")),
    known_acronyms=frozenset(("NHS", "UK")),
    terms=(
        Term("tribunal", meaning="A kind of court.", easy_read="A tribunal is a kind of court."),
        Term("short break", meaning="A rest.", easy_read="You have fun.", instead_of=("respite", "respite care")),
    ),
)
"""Short lists for the samples; a council's own are in content/_data."""

SECRETS = ["7 Secret Lane"]
Planted = Mapping[str, Shown]
"""Rule id → the lines of the file at fault, and what is shown of them."""


def findings_of(sample: str, rule: Rule) -> list[Finding]:
    """What the rules of a group say of a sample of one of them, as if it stood alone in a file."""
    return {"reading": _of_text, "alt-text": _of_pictures, "built-page": _of_page, "whole-offer": _of_copy}[rule.group](
        sample, rule
    )


def _of_text(sample: str, rule: Rule) -> list[Finding]:
    return list(check_passage(Passage(sample, rule.within), SAMPLE_LISTS, "sample.md", place_in(sample, 1)))


def _of_pictures(sample: str, _rule: Rule) -> list[Finding]:
    pictures = [(shown, (line, column)) for shown, line, column in html_pictures(sample, "sample.html")]
    found = [(rule, fault, place) for shown, place in pictures for rule, fault in faults_of(shown)]
    return [rule.found(fault, "sample.html", at) for rule, fault, at in [*found, *faults_together(pictures)]]


def _of_page(sample: str, rule: Rule) -> list[Finding]:
    """The sample stands in a page that is otherwise good; lines are those of the sample."""
    found = page_faults(PageView(page_with(sample, rule.within), "sample.html"))
    return [rule.found(fault, "sample.html", _place(sample, fault.where.texts)) for rule, fault in found]


def _of_copy(sample: str, rule: Rule) -> list[Finding]:
    """The sample is a national page as it was when somebody copied it, and as it is now."""
    old, _, new = sample.partition("\n--- The national text now:\n")
    return [rule.found(fault, "content/guides/travel.md", (1, 1)) for fault in changed_since(old, new, "guides/travel")]


def _place(sample: str, clues: tuple[str, ...]) -> tuple[int, int]:
    at = next((sample.index(clue) for clue in clues if clue.strip() and clue in sample), 0)
    return sample.count("\n", 0, at) + 1, at - (sample.rfind("\n", 0, at) + 1) + 1


def show_text(rule: Rule) -> Shown | None:
    """A rule's own samples; None where it has no bad one that shows it."""
    found = next((finding for finding in findings_of(rule.bad, rule) if finding.rule == rule.id), None)
    return Shown(rule.bad, show_in(found, rule.bad), rule.good) if rule.bad and found else None


def planted_findings(folder: Path) -> Planted:
    """What the audit says of the site with faults."""
    root = lay_out(folder / "bad-site")
    found, _pages = audit_html(root / "build" / "site", Sources.of(root), SECRETS, processors=1)
    return {finding.rule: _planted(finding, root) for finding in reversed(found)}


def _planted(finding: Finding, root: Path) -> Shown:
    file = root / finding.path
    wrong = excerpt(file, finding.line) if file.is_file() and finding.path.startswith("content/") else ""
    return Shown(wrong, show(finding, source_lines(root)))
