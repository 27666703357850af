"""From words on the command line to arguments; everything is read off the commands.

In: the words. Out: parsed arguments, with the `Command` as `run`'s home; `build` is the command when none is named.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from localoffer import __version__
from localoffer.cli.command import COMMANDS, Flag, flag
from localoffer.system.carried import as_called_here

ROOT = flag(
    "--root",
    type=Path,
    default=Path(),
    metavar="DIR",
    help="the folder with mkdocs.yml, providers/ and content/ (default: here)",
)


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The arguments; `run` is the function of the command."""
    return make_parser().parse_args(_with_default_command(list(words)))


def make_parser() -> argparse.ArgumentParser:
    """The parser of all commands."""
    parser = argparse.ArgumentParser(
        prog=as_called_here("build.py"),
        description="Check and build a SEND Local Offer. Without a command it builds.",
    )
    parser.add_argument("--version", action="version", version=f"localoffer {__version__}")
    _add(parser, ROOT)
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in COMMANDS.values():
        purpose = command.purpose
        added = commands.add_parser(command.name, help=purpose, description=purpose[0].upper() + purpose[1:] + ".")
        added.set_defaults(run=command.run, needs_offer=command.needs_offer)
        for each in (Flag(ROOT.names, {**ROOT.options, "default": argparse.SUPPRESS}), *command.flags):
            _add(added, each)
    return parser


def _add(parser: argparse.ArgumentParser, flag: Flag) -> None:
    parser.add_argument(*flag.names, **flag.options)


def _with_default_command(words: list[str]) -> list[str]:
    """With `build` before the words where they name no command."""
    is_question = any(word in ("-h", "--help", "--version") for word in words)
    return words if is_question or next(_words_of_no_flag(words), None) else ["build", *words]


def _words_of_no_flag(words: list[str]) -> Iterator[str]:
    flags = [ROOT, *(each for command in COMMANDS.values() for each in command.flags)]
    with_value = {name for each in flags if each.takes_a_value for name in each.names}
    for before, word in zip(["", *words], words, strict=False):
        if not word.startswith("-") and before not in with_value:
            yield word
