"""What several commands are asked and answer alike: the day, the places, and the findings as they are shown.

In: parsed arguments. Out: the day, a path as findings write it, the exit code.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from localoffer.cli.command import CLEAN, FAULTS, flag
from localoffer.cli.formats import FORMATS, Showing
from localoffer.cli.screen import Screen
from localoffer.findings import Finding, has_errors
from localoffer.system.failures import CannotRun


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
