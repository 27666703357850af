"""`build.py export`: the offer's data for others, without a site.

In: parsed arguments and the screen. Out: the exit code, and files in build/export or the folder asked for.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from localoffer.cli.asked import TODAY, report_findings, today_of
from localoffer.cli.command import CLEAN, FAULTS, command, flag
from localoffer.cli.screen import Screen
from localoffer.findings import has_errors
from localoffer.system.folders import Folders
from localoffer.system.whole_folder import write_folder


@command(
    "write the listings as data for other systems: Open Referral UK 3, and tables",
    flag("--to", type=Path, metavar="DIR", help="the folder to write into (default: build/export)"),
    TODAY,
)
def export(arguments: argparse.Namespace, screen: Screen) -> int:
    """Everything of /api and /data; where the offer has errors, show them instead."""
    from localoffer.check import check_offer
    from localoffer.exchange.telling.offer import offer_files

    folders = Folders(arguments.root)
    with screen.step("Checking listings and pages"):
        catalogue, findings = check_offer(arguments.root, today_of(arguments), cache=folders.cache)
    if catalogue is None or has_errors(findings):
        report_findings(findings, arguments, screen, fold=True)
        return FAULTS
    target = arguments.to or folders.export
    with screen.step("Writing data"):
        count = write_folder(target, offer_files(catalogue))
    screen.say(
        f"Wrote {len(catalogue.services)} services into {target.as_posix()}, in {count} files: "
        "api/ is Open Referral UK 3, data/ holds tables and what their columns mean."
    )
    return CLEAN
