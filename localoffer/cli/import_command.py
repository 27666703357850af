"""`build.py import`: data of other systems → listings.

In: parsed arguments and the screen. Out: the exit code; the account of every record is in build/reports.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from localoffer.cli.asked import TODAY, today_of
from localoffer.cli.command import CLEAN, command, flag
from localoffer.cli.screen import Screen
from localoffer.letters import address_part
from localoffer.system.failures import CannotRun
from localoffer.system.folders import Folders
from localoffer.system.whole_file import write_whole

if TYPE_CHECKING:
    from localoffer.importing.run import Result, Wish
    from localoffer.importing.source import Fetch


@command(
    "bring in listings from another system, keeping what was changed here",
    flag("sources", nargs="+", metavar="SOURCE", help="a file, a folder or a web address"),
    flag("--system", default="", metavar="NAME", help="the system's name; write it the same each time"),
    flag("--licence", default="", metavar="TEXT", help="on what terms the data may be used"),
    flag(
        "--only",
        default="",
        metavar="WORDS",
        help="take what fits one of these words, subjects or ages (0-25), with commas between; all takes every record",
    ),
    flag("--select", type=Path, metavar="FILE", help="take the records whose numbers stand in this file, one a line"),
    flag(
        "--map",
        type=Path,
        metavar="FILE",
        help="for a table of no known form: the file that says which column is which",
    ),
    flag(
        "--suggest",
        action="store_true",
        help="write a proposal for such a file, from the names of the columns and what is in them, and read no record",
    ),
    flag(
        "--close-missing",
        action="store_true",
        help="listings whose record is no longer there say that they have closed",
    ),
    flag("--dry-run", action="store_true", help="write no listing; only say what would be done"),
    flag("--report", type=Path, metavar="FILE", help="write how good the data is: a page, and a table beside it"),
    TODAY,
)
def import_(arguments: argparse.Namespace, screen: Screen) -> int:
    """Read, choose, clean, place, write, account."""
    from localoffer.importing.fetch import Fetcher
    from localoffer.importing.plan import write_plan
    from localoffer.importing.run import run_import

    fetcher = Fetcher(Folders(arguments.root).cache / "fetched")
    if arguments.suggest:
        screen.say(_suggest(arguments.sources[0], arguments.map, fetcher.get))
        return CLEAN
    wish = _wish(arguments)
    with screen.counting("Reading records") as counted:
        result = run_import(arguments.root, today_of(arguments), wish, fetcher.get, counted)
    if not wish.is_dry_run:
        with screen.step("Writing listings"):
            write_plan(result.plan)
    fetcher.finish()
    _report(result, arguments, screen)
    return CLEAN


def _wish(arguments: argparse.Namespace) -> Wish:
    from localoffer.importing.run import Wish
    from localoffer.importing.source import map_at

    return Wish(
        tuple(arguments.sources),
        system=arguments.system,
        licence=arguments.licence,
        only=arguments.only,
        select=arguments.select,
        mapping=map_at(arguments.map) if arguments.map else None,
        is_dry_run=arguments.dry_run,
        looks_at_all=arguments.report is not None,
        close_missing=arguments.close_missing,
    )


def _suggest(source: str, asked: Path | None, fetch: Fetch) -> str:
    """Write a proposal for a map; what to do with it."""
    from localoffer.importing.source import propose_map

    name = address_part(Path(source.rstrip("/")).stem) or "table"
    place = asked or Path(f"{name}.map.yml")
    if place.exists():
        raise CannotRun(f"{place} is there already.", "read it, or name another place with --map.")
    _write(place, propose_map(source, fetch))
    return f"Wrote {place}. Read it and change what is wrong. Then run: python build.py import {source} --map {place}"


def _report(result: Result, arguments: argparse.Namespace, screen: Screen) -> None:
    """The account in build/reports, the report that was asked for, and what a person should know now."""
    from localoffer.importing import account, account_page, quality, quality_page
    from localoffer.reports.sections import as_page

    folder = Folders(arguments.root).reports
    _write(folder / "import.json", account.as_json(result))
    _write(folder / "import.html", as_page(account_page.as_page_of(result)))
    if arguments.report:
        page = arguments.report.with_suffix(".html")
        _write(page, as_page(quality_page.as_page_of(result)))
        _write(page.with_suffix(".csv"), quality.as_csv(result))
        screen.say(f"Wrote {page} and {page.with_suffix('.csv').name} beside it.")
    for said in (*result.notes, *result.doubts):
        screen.say(said)
    screen.say(account.sentence(result))
    screen.say(f"What became of each record, and why: {(folder / 'import.html').as_posix()}")
    if result.not_found:
        screen.say(f"No record has the number {', '.join(result.not_found[:10])}.")
    if not result.wish.is_dry_run and result.plan.files:
        screen.say("Next: python build.py check, then look at the changes with git diff.")


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text.encode("utf-8", "replace"))
    except OSError as error:
        raise CannotRun(f"{path} cannot be written: {error.strerror}.", "name another place.") from None
