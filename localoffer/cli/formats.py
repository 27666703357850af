"""The forms in which findings are shown, by the name that --format gives them.

In: findings, and how they are to be shown. Out: text for standard output.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from localoffer.cli.command import flag
from localoffer.findings import Finding, format_github, format_json, format_text
from localoffer.findings.hosts import format_azure, format_comment, format_gitlab
from localoffer.yamlfile.source import source_lines


@dataclass(frozen=True)
class Showing:
    """`fold`: a repeated warning is shown once. `link`: where the places of a comment lead."""

    root: Path
    fold: bool = False
    link: str = ""


FORMATS: dict[str, Callable[[Iterable[Finding], Showing], str]] = {
    "text": lambda findings, how: format_text(findings, source_lines(how.root), fold=how.fold),
    "github": lambda findings, _how: format_github(findings),
    "gitlab": lambda findings, _how: format_gitlab(findings),
    "azure": lambda findings, _how: format_azure(findings),
    "comment": lambda findings, how: format_comment(findings, how.link),
    "json": lambda findings, _how: format_json(findings),
}
FORMAT = flag("--format", choices=tuple(FORMATS), default="text", help="how findings are written (default: text)")
LINK = flag(
    "--link",
    default="",
    metavar="ADDRESS",
    help="with --format comment: where each place leads; {path} and {line} stand in it",
)
