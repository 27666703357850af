"""`localoffer start`: a new council's own folder; and `bundle`: a copy of the site that opens without a web server.

In: parsed arguments and the screen; on a terminal, answers to questions. Out: the exit code.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from localoffer.cli.command import CLEAN, command, flag
from localoffer.cli.screen import Screen
from localoffer.system.failures import CannotRun
from localoffer.system.folders import Folders

ASKED = {
    "name": "The council's name, such as North Wick Council: ",
    "place": "The place, as families call it, such as North Wick: ",
    "phone": "The phone number of your Local Offer (Enter: not yet): ",
    "email": "Its e-mail address (Enter: not yet): ",
    "hours": "When does somebody answer, such as Monday to Friday, 9am to 5pm (Enter: not yet): ",
    "address": "Its address for letters (Enter: not yet): ",
    "site_url": "The web address the site will have, from https:// on (Enter: not yet): ",
}
NEEDED = ("name", "place")
FACTS = {
    **{field: sentence.split(" (Enter")[0].rstrip(": ") for field, sentence in ASKED.items()},
    "url": "the council's own website",
    "edit_url": "where the files are changed on the web; the path follows",
}


@command(
    "write a new council's own folder",
    flag("dir", type=Path, metavar="DIR", help="the folder to make"),
    *(flag(f"--{field.replace('_', '-')}", default="", metavar="TEXT", help=words) for field, words in FACTS.items()),
    flag(
        "--host",
        choices=("github", "gitlab", "azure", "all", "none"),
        default="all",
        help="where the files will be kept",
    ),
    flag(
        "--wheel",
        type=Path,
        metavar="FILE",
        help="keep this wheel of the generator in the folder, and install it from there",
    ),
    needs_offer=False,
)
def start(arguments: argparse.Namespace, screen: Screen) -> int:
    """Ask for what is missing on a terminal, then write the folder."""
    from localoffer.editing.start import HOSTS, Council, start_offer

    facts = {field: getattr(arguments, field) for field in FACTS}
    if sys.stdin.isatty() and not all(facts[field] for field in NEEDED):
        facts = ask_for(facts, input)
    if missing := [f"--{field}" for field in NEEDED if not facts[field].strip()]:
        example = 'start north-wick --name "North Wick Council" --place "North Wick"'
        raise CannotRun(f"A new folder needs {' and '.join(missing)}.", f"build.py {example}")
    hosts = {"all": HOSTS, "none": ()}.get(arguments.host, (arguments.host,))
    if arguments.wheel and not arguments.wheel.is_file():
        raise CannotRun(
            f"{arguments.wheel} is not there.", "name the .whl file of the generator, or leave --wheel out."
        )
    files = start_offer(arguments.dir, Council(**facts), hosts=hosts, wheel=arguments.wheel)
    screen.say(f"Wrote {len(files)} files into {arguments.dir}. Its README.md says how to go on.")
    screen.say(f"Next: cd {arguments.dir}, then: build.py check")
    return CLEAN


def ask_for(facts: dict[str, str], ask: Callable[[str], str]) -> dict[str, str]:
    """Each fact that was not given as a flag; name and place until they are given."""
    answers = dict(facts)
    for field, sentence in ASKED.items():
        while not answers[field].strip():
            answers[field] = ask(sentence).strip()
            if field not in NEEDED:
                break
    return answers


@command(
    "copy the built site so that it opens without a web server, from a folder or a stick",
    flag("target", type=Path, metavar="DIR", help="the folder to make; it must not be there, or be an older copy"),
)
def bundle(arguments: argparse.Namespace, screen: Screen) -> int:
    """A copy whose links name files."""
    from localoffer.site.bundle import write_bundle

    pages = write_bundle(Folders(arguments.root).site, arguments.target)
    screen.say(f"Wrote {pages} pages into {arguments.target}. Open {arguments.target / 'index.html'}")
    return CLEAN
