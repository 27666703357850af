"""What each command does, in the order a person would say it.

In: parsed arguments and the screen. Out: the exit code.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

from localoffer.catalogue import Catalogue
from localoffer.check import check_offer
from localoffer.cli import CLEAN, FAULTS
from localoffer.cli.screen import Screen
from localoffer.findings import Finding, count_sentence, format_github, format_json, format_text, has_errors
from localoffer.system.failures import CannotRun
from localoffer.yamlfile.source import source_lines

FORMATS: dict[str, Callable[[Iterable[Finding], Path, bool], str]] = {
    "text": lambda findings, root, fold: format_text(findings, source_lines(root), fold=fold),
    "github": lambda findings, _root, _fold: format_github(findings),
    "json": lambda findings, _root, _fold: format_json(findings),
}


def today_of(arguments: argparse.Namespace) -> date:
    """The day asked for, or the clock's."""
    day: date | None = getattr(arguments, "today", None)
    return day or date.today()


def report_findings(
    findings: list[Finding], arguments: argparse.Namespace, screen: Screen, *, fold: bool = False
) -> int:
    """Show findings in the form asked for; 1 when one of them is an error. `fold`: a repeated warning is shown once."""
    form = getattr(arguments, "format", "text")
    if findings or form != "text" or not getattr(arguments, "quiet", False):
        screen.show(FORMATS[form](findings, arguments.root, fold))
    return FAULTS if has_errors(findings) else CLEAN


def read(arguments: argparse.Namespace, screen: Screen) -> tuple[Catalogue | None, list[Finding]]:
    """The whole offer, read with its cache, and everything that is wrong with it."""
    with screen.step("Checking listings and pages"):
        return check_offer(arguments.root, today_of(arguments), cache=arguments.root / "build" / "cache")


def check(arguments: argparse.Namespace, screen: Screen) -> int:
    """`check`: every finding, or only those in the paths named."""
    _catalogue, findings = read(arguments, screen)
    if arguments.paths:
        wanted = [_below_root(path, arguments.root) for path in arguments.paths]
        findings = [finding for finding in findings if any(_is_in(finding.path, place) for place in wanted)]
    return report_findings(findings, arguments, screen, fold=not arguments.paths)


def _below_root(text: str, root: Path) -> str:
    """A path as findings write it; a path that is not there cannot be checked."""
    there = [place.resolve() for place in (root / text, Path(text)) if place.exists()]
    if not there:
        raise CannotRun(f"{text} is not there. Check its name, or leave it out to check everything.")
    inside = next((place for place in there if place.is_relative_to(root.resolve())), None)
    if inside is None:
        raise CannotRun(f"{text} is not inside {root.resolve()}.")
    return inside.relative_to(root.resolve()).as_posix()


def _is_in(path: str, place: str) -> bool:
    return place in (".", path) or path.startswith(place + "/")


def build(arguments: argparse.Namespace, screen: Screen) -> int:
    """`build`: check, then write, render, finish and swap in."""
    from localoffer.site import build_site

    result = build_site(arguments.root, today_of(arguments), clean=arguments.clean, progress=screen.step)
    if has_errors(result.findings):
        return report_findings(result.findings, arguments, screen, fold=True)
    if result.findings and not result.unchanged:
        screen.say(count_sentence(result.findings) + " To see them: build.py check")
    screen.say(_summary(result.unchanged, result.pages, result.services, arguments.root))
    return CLEAN


def _summary(unchanged: bool, pages: int, services: int, root: Path) -> str:
    place = (root / "build" / "site").as_posix()
    if unchanged:
        return f"Nothing changed: {place} is up to date ({services} services, {pages} pages)."
    return f"Built {pages} pages of {services} services into {place}. Open {place}/index.html, or run: build.py serve"


def serve(arguments: argparse.Namespace, screen: Screen) -> int:
    """`serve`: build, show, and build again after each edit."""
    from localoffer.site import serve as serve_site

    serve_site(arguments.root, today=arguments.today, port=arguments.port, say=screen.say, show=screen.show)
    return CLEAN


def audit(arguments: argparse.Namespace, screen: Screen) -> int:
    """`audit`: what is wrong with the built site, at the source file."""
    from localoffer.audit import audit_site

    findings = audit_site(
        arguments.root,
        today_of(arguments),
        fast=arguments.fast,
        every_page=arguments.all,
        external=arguments.external,
        changed=tuple(path.as_posix() for path in arguments.changed),
        record=arguments.record,
        progress=screen.step,
        say=screen.say,
    )
    return report_findings(findings, arguments, screen)


def new(arguments: argparse.Namespace, screen: Screen) -> int:
    """`new`: a commented listing to fill in."""
    from localoffer.editing.new_listing import write_listing

    path = write_listing(arguments.root, arguments.provider, arguments.name, today_of(arguments))
    screen.say(f"Wrote {path}. Fill in the blanks, then run: python build.py check {path}")
    return CLEAN


def easy_read(arguments: argparse.Namespace, screen: Screen) -> int:
    """`easy-read --accept`: renew `written_from` after a person has compared the two texts."""
    from localoffer.editing.accept import accept

    screen.say(accept(arguments.root, arguments.accept))
    return CLEAN


def report(arguments: argparse.Namespace, screen: Screen) -> int:
    """`report`: write one report into build/reports."""
    from localoffer.reports import write_reading_report

    catalogue, findings = read(arguments, screen)
    if catalogue is None:
        return report_findings(findings, arguments, screen, fold=True)
    for path in write_reading_report(catalogue, arguments.root / "build" / "reports"):
        screen.say(f"Wrote {path}")
    return CLEAN


def schema(arguments: argparse.Namespace, screen: Screen) -> int:
    """`schema`: rewrite what is derived from the model."""
    from localoffer.editing.schema import write_schema

    for path in write_schema(arguments.root):
        screen.say(f"Wrote {path}")
    return CLEAN
