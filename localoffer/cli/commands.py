"""What each command does, in the order a person would say it.

In: parsed arguments and the screen. Out: the exit code. What only one command needs is imported in its function, so that
the others start at once.
"""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from localoffer.cli.command import CLEAN, FAULTS, command, flag
from localoffer.cli.formats import FORMAT, FORMATS, LINK, Showing
from localoffer.cli.screen import Screen
from localoffer.findings import Finding, count_sentence, has_errors
from localoffer.reports import REPORTS
from localoffer.system.failures import CannotRun
from localoffer.system.folders import Folders

if TYPE_CHECKING:
    from localoffer.editing.fix import Offer


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


@command(
    "check every listing and page",
    flag(
        "paths",
        nargs="*",
        metavar="PATH",
        help="show only what is wrong in these files or folders, each finding by itself",
    ),
    FORMAT,
    LINK,
    TODAY,
)
def check(arguments: argparse.Namespace, screen: Screen) -> int:
    """Every finding, or only those in the paths named."""
    from localoffer.check import check_offer

    wanted = [_below_root(path, arguments.root) for path in arguments.paths]
    with screen.step("Checking listings and pages"):
        _catalogue, findings = check_offer(arguments.root, today_of(arguments), cache=Folders(arguments.root).cache)
    if wanted:
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


@command(
    "check, then build the site into build/site",
    TODAY,
    QUIET,
    flag("--clean", action="store_true", help="forget what earlier builds left and do all the work again"),
)
def build(arguments: argparse.Namespace, screen: Screen) -> int:
    """Check, then write, render, finish and swap in."""
    from localoffer.site import build_site

    result = build_site(arguments.root, today_of(arguments), clean=arguments.clean, progress=screen.step)
    if has_errors(result.findings):
        return report_findings(result.findings, arguments, screen, fold=True)
    if result.findings and not result.unchanged:
        screen.say(count_sentence(result.findings) + " To see them: build.py check")
    place = Folders(arguments.root).site.as_posix()
    screen.say(
        f"Nothing changed: {place} is up to date ({result.services} services, {result.pages} pages)."
        if result.unchanged
        else f"Built {result.pages} pages of {result.services} services into {place}. "
        f"Open {place}/index.html, or run: build.py serve"
    )
    return CLEAN


@command(
    "preview the site and show each edit as you save it",
    TODAY,
    flag("--port", type=int, default=8000, metavar="N", help="the port to use (default: 8000)"),
)
def serve(arguments: argparse.Namespace, screen: Screen) -> int:
    """Build, show, and build again after each edit."""
    from localoffer.site import serve as serve_site

    serve_site(arguments.root, today=arguments.today, port=arguments.port, say=screen.say, show=screen.show)
    return CLEAN


@command(
    "check the built site for accessibility, links and weight",
    FORMAT,
    LINK,
    TODAY,
    QUIET,
    flag("--fast", action="store_true", help="only the checks that need no browser"),
    flag("--all", action="store_true", help="test one page of every structure in the browser"),
    flag(
        "--changed",
        nargs="+",
        type=Path,
        default=[],
        metavar="PATH",
        help="also test the pages made from these files",
    ),
    flag("--record", action="store_true", help="write what was tested into the accessibility statement"),
    flag("--external", action="store_true", help="only follow the links that lead to other websites"),
)
def audit(arguments: argparse.Namespace, screen: Screen) -> int:
    """What is wrong with the built site, at the source file."""
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


@command(
    "write a new listing for you to fill in",
    flag("provider", metavar="PROVIDER", help="the provider's folder name, like marl-swim-club"),
    flag("name", metavar="NAME", help="the service's name, in quotation marks"),
    TODAY,
)
def new(arguments: argparse.Namespace, screen: Screen) -> int:
    """A commented listing to fill in."""
    from localoffer.editing.new_listing import write_listing

    path = write_listing(arguments.root, arguments.provider, arguments.name, today_of(arguments))
    screen.say(f"Wrote {path}. Fill in the blanks, then run: python build.py check {path}")
    return CLEAN


@command(
    "put values into their standard form, and do what is surely meant",
    flag("paths", nargs="*", metavar="PATH", help="change only these files or folders"),
    flag("--check", action="store_true", help="change nothing: say what would be changed, and exit with 1 if anything"),
    flag(
        "--suggest",
        type=Path,
        metavar="DIFF",
        help="change nothing: write suggestions for the lines of this change, from git diff, as GitHub takes them",
    ),
    flag(
        "--accept-topics",
        metavar="PATH",
        help="agree to the topics and needs that a program has proposed for this listing, or for all in this folder",
    ),
    TODAY,
)
def fix(arguments: argparse.Namespace, screen: Screen) -> int:
    """Put sure edits and standard forms in place."""
    from localoffer.editing.accept_topics import agree
    from localoffer.editing.fix import Offer, change_line, count_changes, fix_offer, would_fix

    if arguments.accept_topics:
        screen.show(agree(arguments.root, _below_root(arguments.accept_topics, arguments.root)))
        return CLEAN
    wanted = [_below_root(path, arguments.root) for path in arguments.paths] or ["."]
    offer = Offer(
        arguments.root,
        today_of(arguments),
        Folders(arguments.root).cache,
        lambda path: any(_is_in(path, place) for place in wanted),
    )
    if arguments.suggest:
        screen.show(_suggestions(offer, arguments.suggest))
        return CLEAN
    with screen.step("Looking at every file"):
        changes = would_fix(offer) if arguments.check else fix_offer(offer)
    screen.show("".join(change_line(change) + "\n" for change in changes))
    if not changes:
        screen.say("Nothing to change: every value is in its standard form.")
    elif arguments.check:
        screen.say(count_changes(changes, "Would change") + " To change them: python build.py fix")
    else:
        screen.say(count_changes(changes, "Changed") + " To see what else is to do: python build.py check")
    return FAULTS if changes and arguments.check else CLEAN


def _suggestions(offer: Offer, diff: Path) -> str:
    """A review in one line of JSON; an empty line where there is nothing to suggest."""
    from localoffer.editing.suggest import make_review

    try:
        change = diff.read_text(encoding="utf-8", errors="replace")
    except OSError:
        raise CannotRun(f"{diff} cannot be read. Write it with git diff first.") from None
    review = make_review(offer, change)
    return json.dumps(review, ensure_ascii=False) + "\n" if review else "\n"


@command(
    "say that a person has checked an easy-read text against its source",
    flag(
        "--accept",
        type=Path,
        metavar="PATH",
        required=True,
        help="the listing or the .easy.md page that was checked",
    ),
    TODAY,
)
def easy_read(arguments: argparse.Namespace, screen: Screen) -> int:
    """Renew `written_from` after a person has compared the two texts."""
    from localoffer.editing.accept import accept

    screen.say(accept(arguments.root, arguments.accept))
    return CLEAN


@command(
    "write a report into build/reports",
    flag(
        "report",
        choices=tuple(report.id for report in REPORTS),
        metavar="REPORT",
        help="; ".join(f"{report.id}: {report.says}" for report in REPORTS),
    ),
    flag("--no-visit", action="store_true", help="schools: look at no website, and use what was found last"),
    TODAY,
)
def report(arguments: argparse.Namespace, screen: Screen) -> int:
    """Write one report; where the offer has errors, show them instead."""
    from localoffer.reports.writing import write_report

    if arguments.report == "schools" and not arguments.no_visit:
        from localoffer.schools.run import visit_and_write

        with screen.step("Looking at the websites of schools"):
            written = visit_and_write(arguments.root, today_of(arguments))
        screen.say(
            f"Wrote {written}" if written else "There is no school with a web address in content/_data/schools.yml."
        )
    with screen.step("Checking listings and pages"):
        paths, findings = write_report(arguments.report, arguments.root, today_of(arguments))
    for path in paths:
        screen.say(f"Wrote {path}")
    return CLEAN if paths else report_findings(findings, arguments, screen, fold=True)


@command("rewrite schema/ and the field guide from the model")
def schema(arguments: argparse.Namespace, screen: Screen) -> int:
    """Rewrite what is derived from the model."""
    from localoffer.editing.schema import write_schema

    for path in write_schema(arguments.root):
        screen.say(f"Wrote {path}")
    return CLEAN
