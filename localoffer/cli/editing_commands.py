"""The commands that change what people write: a new listing, standard forms, and easy read that was checked.

In: parsed arguments and the screen. Out: the exit code, and changed files of the offer.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from localoffer.cli.asked import TODAY, is_in, path_below, today_of
from localoffer.cli.command import CLEAN, FAULTS, command, flag
from localoffer.cli.screen import Screen
from localoffer.system.failures import CannotRun
from localoffer.system.folders import Folders

if TYPE_CHECKING:
    from localoffer.editing.fix import Offer


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
    from localoffer.editing.accept import agree
    from localoffer.editing.fix import Offer, change_line, count_changes, fix_offer, would_fix

    if arguments.accept_topics:
        screen.show(agree(arguments.root, path_below(arguments.accept_topics, arguments.root)))
        return CLEAN
    wanted = [path_below(path, arguments.root) for path in arguments.paths] or ["."]
    offer = Offer(
        arguments.root,
        today_of(arguments),
        Folders(arguments.root).cache,
        lambda path: any(is_in(path, place) for place in wanted),
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
