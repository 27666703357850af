"""The ratchet: faults that are known and not yet put right. The list only ever gets shorter.

In: known-issues.yml of the root (or its tests/a11y/), and the faults of an audit. Out: faults that are new, faults that
are known, and a finding for each entry that no longer occurs. An empty list is the goal.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from localoffer.audit.faults import BrowserFault, bare_selector
from localoffer.findings import ERROR, Finding
from localoffer.model import Record, says
from localoffer.model.forms import Day, Id, Line, Paragraph
from localoffer.records import read_members
from localoffer.yamlfile import parse_yaml
from localoffer.yamlfile.source import read_text, relative_name

PLACES = ("tests/a11y/known-issues.yml", "known-issues.yml")


class KnownIssue(Record):
    """A fault that is known. It must still be there: an entry whose fault is gone is an error until it is taken out."""

    rule: Id = says("The rule, as the finding names it.", "text-faint")
    selector: Line = says("The element, as the finding names it.", "a.lo-nav__link", "element")
    kind: Line = says("The kind of page, or all.", "service", "page_kind", "page")
    reason: Paragraph = says("Why it is not put right yet, in words readers may see.", "The map comes from …", "why")
    date: Day = says("The day it was found.", "2026-11-22", "since")
    wcag: Line = says("The WCAG criterion, or best practice.", "1.4.3", "criterion")

    def is_about(self, fault: BrowserFault) -> bool:
        """True when this entry means that fault."""
        same_place = bare_selector(fault.selector) == bare_selector(self.selector)
        return self.rule == fault.rule and same_place and self.kind in ("all", fault.kind)


@dataclass(frozen=True)
class Sifted:
    """Faults apart: `new` count, `known` are shown, `gone` are entries to take out."""

    new: tuple[BrowserFault, ...]
    known: tuple[tuple[BrowserFault, KnownIssue], ...]
    gone: tuple[Finding, ...]


def read_known_issues(root: Path) -> tuple[list[KnownIssue], list[Finding]]:
    """The entries of the ratchet, and what is wrong with the file itself; none where there is no file."""
    for place in PLACES:
        path = root / place
        if path.is_file():
            text, findings = read_text(path, root)
            if text is None:
                return [], findings
            tree, more = parse_yaml(text, relative_name(path, root))
            entries, most = read_members(tree, relative_name(path, root), KnownIssue)
            return entries, [*findings, *more, *most]
    return [], []


def sift_faults(
    faults: Sequence[BrowserFault], entries: Sequence[KnownIssue], tested_kinds: Collection[str], *, whole: bool
) -> Sifted:
    """Known faults apart from new ones. Only a `whole` audit of an entry's kind can say that its fault is gone."""
    known = [(fault, entry) for fault in faults if (entry := _entry_of(fault, entries))]
    met = {id(entry) for _fault, entry in known}
    gone = [
        _gone(entry)
        for entry in entries
        if whole and id(entry) not in met and (entry.kind == "all" or entry.kind in tested_kinds)
    ]
    new = tuple(fault for fault in faults if _entry_of(fault, entries) is None)
    unknown_kind = [_no_such_kind(entry) for entry in entries if whole and entry.kind not in ("all", *tested_kinds)]
    return Sifted(new, tuple(known), (*gone, *unknown_kind))


def _entry_of(fault: BrowserFault, entries: Sequence[KnownIssue]) -> KnownIssue | None:
    return next((entry for entry in entries if entry.is_about(fault)), None)


def _gone(entry: KnownIssue) -> Finding:
    return _at(
        entry,
        "known-issue-gone",
        f"{entry.rule} at {entry.selector} no longer occurs on pages of the kind {entry.kind}",
        "take this entry out: the list only gets shorter.",
    )


def _no_such_kind(entry: KnownIssue) -> Finding:
    return _at(
        entry,
        "known-issue-kind",
        f"this site has no pages of the kind {entry.kind}",
        "write the kind as the audit names it, or all.",
    )


def _at(entry: KnownIssue, rule: str, message: str, fix: str) -> Finding:
    line, column = entry.origin.position("rule")
    return Finding(entry.origin.path, line, column, ERROR, rule, message, fix)
