"""The command line: the only part that prints or exits.

In: arguments. Out: plain sentences and an exit code: 0 clean or warnings, 1 error findings, 2 cannot run.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from localoffer.cli.parser import make_parser
from localoffer.cli.screen import Screen
from localoffer.system.failures import CannotRun

CLEAN, FAULTS, CANNOT_RUN = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; never shows a traceback for something a person can put right."""
    arguments = make_parser().parse_args(_with_default_command(list(sys.argv[1:] if argv is None else argv)))
    screen = Screen(quiet=getattr(arguments, "quiet", False))
    try:
        return run(arguments, screen)
    except CannotRun as reason:
        screen.say_error(str(reason))
        return CANNOT_RUN
    except KeyboardInterrupt:
        screen.say_error("Stopped. The last finished site is as it was.")
        return CANNOT_RUN
    except BrokenPipeError:
        return CANNOT_RUN


def run(arguments: argparse.Namespace, screen: Screen) -> int:
    """Hand over to the command's own function."""
    from localoffer.cli import commands

    check_root(arguments)
    exit_code: int = getattr(commands, arguments.function)(arguments, screen)
    return exit_code


def check_root(arguments: argparse.Namespace) -> None:
    """The root must look like an offer; otherwise say what is missing."""
    root = arguments.root
    missing = [name for name in ("mkdocs.yml", "providers", "content") if not (root / name).exists()]
    if missing:
        raise CannotRun(
            f"{root} is not the folder of a Local Offer: it has no {' and no '.join(missing)}. "
            "Go to the folder that has mkdocs.yml, or name it with --root."
        )


def _with_default_command(argv: list[str]) -> list[str]:
    """`build` is the command when none is named."""
    from localoffer.cli.parser import COMMANDS

    first = next((word for word in _words_but_root(argv)), None)
    if first in COMMANDS or any(word in ("-h", "--help", "--version") for word in argv):
        return argv
    return ["build", *argv] if first is None else argv


def _words_but_root(argv: list[str]) -> list[str]:
    words, skip = [], False
    for word in argv:
        if skip:
            skip = False
        elif word in ("--root", "--today", "--format", "--port"):
            skip = True
        elif not word.startswith("-"):
            words.append(word)
    return words
