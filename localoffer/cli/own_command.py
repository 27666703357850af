"""The command `own`: a copy of a national page to change here."""

from __future__ import annotations

import argparse

from localoffer.cli.command import CLEAN, command, flag
from localoffer.cli.screen import Screen


@command(
    "copy a page of the national text into content/, to change it here",
    flag("page", metavar="PAGE", help="the page's path, like guides/travel"),
)
def own(arguments: argparse.Namespace, screen: Screen) -> int:
    """The page and its easy-read twin."""
    from localoffer.editing.own import own as own_page

    for path in own_page(arguments.root, arguments.page):
        screen.say(
            f"Wrote {path}. It now stands in the place of the national text; check tells when that text changes."
        )
    return CLEAN
