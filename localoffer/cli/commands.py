"""The commands that look at the offer and make something of it: checked, built, shown, audited, reported.

In: parsed arguments and the screen. Out: the exit code. What only one command needs is imported in its function, so that
the others start at once.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from localoffer.cli.asked import FORMAT, LINK, QUIET, TODAY, is_in, path_below, report_findings, today_of
from localoffer.cli.command import CLEAN, command, flag
from localoffer.cli.screen import Screen
from localoffer.findings import count_sentence, has_errors
from localoffer.reports import REPORTS
from localoffer.system.folders import Folders


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

    wanted = [path_below(path, arguments.root) for path in arguments.paths]
    with screen.step("Checking listings and pages"):
        _catalogue, findings = check_offer(arguments.root, today_of(arguments), cache=Folders(arguments.root).cache)
    if wanted:
        findings = [finding for finding in findings if any(is_in(finding.path, place) for place in wanted)]
    return report_findings(findings, arguments, screen, fold=not arguments.paths)


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
