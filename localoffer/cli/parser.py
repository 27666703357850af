"""The commands and their flags, in one list that help, docs and tests read."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from localoffer import __version__

#: name → (what it does, its flags). A flag is (names, argparse options).
Flag = tuple[tuple[str, ...], dict[str, Any]]


def read_date(text: str) -> date:
    """A day written YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a day. Write it like 2026-11-22.") from None


ROOT: Flag = (
    ("--root",),
    {
        "type": Path,
        "default": Path(),
        "metavar": "DIR",
        "help": "the folder with mkdocs.yml, providers/ and content/ (default: here)",
    },
)
TODAY: Flag = (
    ("--today",),
    {
        "type": read_date,
        "default": None,
        "metavar": "YYYY-MM-DD",
        "help": "build or check as on this day (default: today)",
    },
)
QUIET: Flag = (("--quiet",), {"action": "store_true", "help": "say only what is wrong"})
FORMAT: Flag = (
    ("--format",),
    {"choices": ("text", "github", "json"), "default": "text", "help": "how findings are written (default: text)"},
)

COMMANDS: dict[str, tuple[str, list[Flag]]] = {
    "check": (
        "check every listing and page",
        [
            (
                ("paths",),
                {"nargs": "*", "metavar": "PATH", "help": "show only what is wrong in these files or folders"},
            ),
            FORMAT,
            TODAY,
        ],
    ),
    "build": (
        "check, then build the site into build/site",
        [
            TODAY,
            QUIET,
            (
                ("--clean",),
                {"action": "store_true", "help": "forget what earlier builds left and do all the work again"},
            ),
        ],
    ),
    "serve": (
        "preview the site and show each edit as you save it",
        [
            TODAY,
            (("--port",), {"type": int, "default": 8000, "metavar": "N", "help": "the port to use (default: 8000)"}),
        ],
    ),
    "audit": (
        "check the built site for accessibility, links and weight",
        [
            FORMAT,
            TODAY,
            QUIET,
            (("--fast",), {"action": "store_true", "help": "only the checks that need no browser"}),
            (("--all",), {"action": "store_true", "help": "test one page of every structure in the browser"}),
            (
                ("--changed",),
                {
                    "nargs": "+",
                    "type": Path,
                    "default": [],
                    "metavar": "PATH",
                    "help": "also test the pages made from these files",
                },
            ),
            (("--record",), {"action": "store_true", "help": "write what was tested into the accessibility statement"}),
            (("--external",), {"action": "store_true", "help": "only follow the links that lead to other websites"}),
        ],
    ),
    "new": (
        "write a new listing for you to fill in",
        [
            (("provider",), {"metavar": "PROVIDER", "help": "the provider's folder name, like marl-swim-club"}),
            (("name",), {"metavar": "NAME", "help": "the service's name, in quotation marks"}),
            TODAY,
        ],
    ),
    "easy-read": (
        "say that a person has checked an easy-read text against its source",
        [
            (
                ("--accept",),
                {
                    "type": Path,
                    "metavar": "PATH",
                    "required": True,
                    "help": "the listing or the .easy.md page that was checked",
                },
            ),
            TODAY,
        ],
    ),
    "report": (
        "write a report into build/reports",
        [
            (
                ("report",),
                {"choices": ("reading",), "metavar": "REPORT", "help": "reading: pages from hardest to easiest"},
            ),
            TODAY,
        ],
    ),
    "schema": ("rewrite schema/ and the field guide from the model", []),
}


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands; `function` names the function in `localoffer.cli.commands`."""
    parser = argparse.ArgumentParser(
        prog="build.py",
        description="Check and build a SEND Local Offer. Without a command it builds.",
    )
    parser.add_argument("--version", action="version", version=f"localoffer {__version__}")
    _add(parser, ROOT)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name, (purpose, flags) in COMMANDS.items():
        command = commands.add_parser(name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".")
        command.set_defaults(function=name.replace("-", "_"))
        _add(command, (ROOT[0], {**ROOT[1], "default": argparse.SUPPRESS}))
        for flag in flags:
            _add(command, flag)
    return parser


def _add(parser: argparse.ArgumentParser, flag: Flag) -> None:
    names, options = flag
    parser.add_argument(*names, **options)
