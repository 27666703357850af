"""What several commands are asked and answer alike: the day, the places, and the findings as they are shown.

In: parsed arguments. Out: the day, a path as findings write it, the exit code.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from localoffer.cli.command import CLEAN, FAULTS, flag
from localoffer.cli.screen import Screen
from localoffer.findings import Finding, format_github, format_json, format_text, has_errors
from localoffer.findings.hosts import format_azure, format_comment, format_gitlab
from localoffer.system.failures import CannotRun
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


def read_date(text: str) -> date:
    """A day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day. Write it like 2026-11-22.") from None


TODAY = flag("--today", type=read_date, metavar="YYYY-MM-DD", help="build or check as on this day (default: today)")
QUIET = flag("--quiet", action="store_true", help="say only what is wrong")


def today_of(arguments: argparse.Namespace) -> date:
    """The day asked for, or the clock's."""
    return arguments.today or date.today()


def report_findings(
    findings: list[Finding], arguments: argparse.Namespace, screen: Screen, *, fold: bool = False
) -> int:
    """Show findings in the form asked for; 1 when one of them is an error. `fold`: a repeated warning is shown once."""
    form = getattr(arguments, "format", "text")
    if findings or form != "text" or not getattr(arguments, "quiet", False):
        screen.show(FORMATS[form](findings, Showing(arguments.root, fold, getattr(arguments, "link", ""))))
    return FAULTS if has_errors(findings) else CLEAN


def path_below(text: str, root: Path) -> str:
    """A path as findings write it; a path that is not there cannot be checked."""
    there = [place.resolve() for place in (root / text, Path(text)) if place.exists()]
    if not there:
        raise CannotRun(f"{text} is not there. Check its name, or leave it out to check everything.")
    inside = next((place for place in there if place.is_relative_to(root.resolve())), None)
    if inside is None:
        raise CannotRun(f"{text} is not inside {root.resolve()}.")
    return inside.relative_to(root.resolve()).as_posix()


def is_in(path: str, place: str) -> bool:
    """True where a path is this place, or below it."""
    return place in (".", path) or path.startswith(place + "/")
