"""Say what is wrong, where, and how to put it right.

In: findings from any stage. Out: the same findings as text for people, as
annotations for GitHub, or as JSON for other programs. Nothing here prints.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple

ERROR = "error"
WARNING = "warning"
SURE = "sure"
MAYBE = "maybe"

SourceLine = Callable[[str, int], str | None]
"""Gives one line of a file, by path and line number from 1; None if there is none."""


class Range(NamedTuple):
    """A stretch of a file, from its first sign to just after its last; lines and columns start at 1."""

    line: int
    column: int
    end_line: int
    end_column: int


@dataclass(frozen=True)
class Edit:
    """What to write where: `text` in the place of what stands in `range`.

    `how_sure` is SURE only where the meaning stays: then `build.py fix` puts it in place. A MAYBE is shown, never applied.
    `was`: what must stand there, where the range was worked out from words and not read off the file.
    """

    path: str
    range: Range
    text: str
    how_sure: str = SURE
    was: str | None = None

    def as_dict(self) -> dict[str, Any]:
        """The edit for other programs."""
        return {"path": self.path, **self.range._asdict(), "text": self.text, "how_sure": self.how_sure}


@dataclass(frozen=True, order=True)
class Finding:
    """One fault: `path` is posix and relative to the root; `line` and `column` start at 1."""

    path: str
    line: int
    column: int
    severity: str
    rule: str
    message: str
    fix: str
    edit: Edit | None = field(default=None, compare=False)

    @property
    def is_error(self) -> bool:
        """True when this finding stops the build."""
        return self.severity == ERROR


_IN_ORDER = attrgetter("path", "line", "column", "severity", "rule", "message", "fix")
"""The order of findings themselves, for a fifth of its time."""


def sort_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Each finding once, by file, line and column."""
    return sorted(set(findings), key=_IN_ORDER)


def has_errors(findings: Iterable[Finding]) -> bool:
    """True when at least one finding stops the build."""
    return any(finding.is_error for finding in findings)


def format_text(findings: Iterable[Finding], source_line: SourceLine | None = None, *, fold: bool = False) -> str:
    """The form people read: each finding with its source line, then the count. `fold`: a warning that is said of many
    places is shown once, with how many more there are; a kind of warning with many faces shows its first ones."""
    ordered = sort_findings(findings)
    groups = _alike(ordered) if fold else ([finding] for finding in ordered)
    blocks = [_text_block(finding, source_line, more) for finding, *more in groups]
    return "\n".join([*blocks, count_sentence(ordered)]) + "\n"


MANY, FIRST = 10, 3
"""A kind of warning with more than MANY different messages shows its FIRST ones and a count of the others."""


def _alike(findings: Iterable[Finding]) -> Iterable[list[Finding]]:
    """Warnings that say the same, together; those of a kind with many faces behind its first ones; every error by itself."""
    groups: dict[Finding | tuple[str, str], list[Finding]] = {}
    kinds: dict[str, list[list[Finding]]] = {}
    for finding in findings:
        group = groups.setdefault(finding if finding.is_error else (finding.rule, finding.message), [])
        if not group and not finding.is_error:
            kinds.setdefault(finding.rule, []).append(group)
        group.append(finding)
    for faces in kinds.values():
        if len(faces) > MANY:
            for face in faces[FIRST:]:
                faces[FIRST - 1].extend(face)
                face.clear()
    return [group for group in groups.values() if group]


def _text_block(finding: Finding, source_line: SourceLine | None, more: list[Finding]) -> str:
    place = f"{finding.path}:{finding.line}:{finding.column}"
    lines = [f"{place}: {finding.severity}: {finding.message}  [{finding.rule}]"]
    source = source_line(finding.path, finding.line) if source_line else None
    if source is not None and source.strip():
        lines += _caret_lines(source, finding.line, finding.column)
    if finding.fix:
        lines.append(f"  How to fix: {finding.fix}")
    if more:
        folders = sorted({one.path.partition("/")[0] for one in (finding, *more)})
        places = count(len(more), "other place")
        same = "The same" if all(one.message == finding.message for one in more) else "The same kind"
        lines.append(f"  {same} in {places}. To see each of them: build.py check {' '.join(folders)}")
    return "\n".join(lines)


WINDOW = 100


def _caret_lines(source: str, line: int, column: int) -> list[str]:
    """The source line with its number and a caret; long lines are cut around the caret."""
    shown = "".join(char if char.isprintable() else " " for char in source.rstrip("\r\n"))
    column = min(column, len(shown) + 1)
    start = max(0, column - WINDOW) if len(shown) > WINDOW else 0
    before, after = ("…" if start else ""), ("…" if len(shown) > start + WINDOW else "")
    number = f"{line:4d}"
    excerpt = before + shown[start : start + WINDOW] + after
    caret = " " * (len(before) + column - 1 - start) + "^"
    return [f"{number} | {excerpt}", f"{' ' * len(number)} | {caret}"]


def count_sentence(findings: Iterable[Finding]) -> str:
    """The closing sentence: how many faults in how many files, and what that means."""
    ordered = list(findings)
    errors = sum(finding.is_error for finding in ordered)
    warnings = len(ordered) - errors
    files = count(len({finding.path for finding in ordered}), "file")
    if errors and warnings:
        problems = f"{count(errors, 'problem')} and {count(warnings, 'warning')} in {files}."
        return f"{problems} Nothing was published."
    if errors:
        return f"{count(errors, 'problem')} in {files}. Nothing was published."
    if warnings:
        return f"{count(warnings, 'warning')} in {files}. Warnings do not stop the site."
    return "No problems found."


def count(number: int, noun: str) -> str:
    """`1 file`, `2 files`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def format_github(findings: Iterable[Finding]) -> str:
    """GitHub's workflow commands: one annotation a line, on the line at fault."""
    return "".join(_github_line(finding) + "\n" for finding in sort_findings(findings))


def _github_line(finding: Finding) -> str:
    place = (
        f"file={_encode_property(finding.path)},line={finding.line},col={finding.column},"
        f"title={_encode_property(finding.rule)}"
    )
    fix = f"\nHow to fix: {finding.fix}" if finding.fix else ""
    return f"::{finding.severity} {place}::{_encode(finding.message + fix)}"


def _encode(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _encode_property(text: str) -> str:
    return _encode(text).replace(":", "%3A").replace(",", "%2C")


FIELDS = ("path", "line", "column", "severity", "rule", "message", "fix")


def format_json(findings: Iterable[Finding]) -> str:
    """A JSON list of findings with the keys of `FIELDS`, and `edit` where a finding has one."""
    rows = [_row(finding) for finding in sort_findings(findings)]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def _row(finding: Finding) -> dict[str, Any]:
    row = {name: getattr(finding, name) for name in FIELDS}
    return {**row, "edit": finding.edit.as_dict()} if finding.edit else row
