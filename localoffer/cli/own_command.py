"""The command `own`: a copy of a national page to change here."""

from __future__ import annotations

import argparse

from localoffer.cli.command import CLEAN, command, flag
from localoffer.cli.screen import Screen


@command(
    "copy a page of the national text, or a template of the theme, into your folder, to change it here",
    flag(
        "page",
        metavar="PAGE",
        help="the page's path, like guides/travel; a template's, like theme/partials/footer.html",
    ),
    flag("--show", action="store_true", help="copy nothing: print the national page and its easy-read twin"),
    flag(
        "--compared",
        action="store_true",
        help="copy nothing: note that the copies here have been compared with the national text as it is now",
    ),
)
def own(arguments: argparse.Namespace, screen: Screen) -> int:
    """The page and its easy-read twin."""
    from localoffer.editing.own import compared, national_texts
    from localoffer.editing.own import own as own_page

    if arguments.show:
        screen.show("\n".join(national_texts(arguments.root, arguments.page)))
        return CLEAN
    if arguments.compared:
        for path in compared(arguments.root, arguments.page):
            screen.say(f"Noted in {path}. check tells when the national text changes again.")
        return CLEAN
    for path in own_page(arguments.root, arguments.page):
        is_template = path.startswith("theme/")
        what = "generator's" if is_template else "national text; check tells when that text changes"
        screen.say(f"Wrote {path}. It now stands in the place of the {what}.")
    return CLEAN
