"""Commands, flags and exit codes: the only part that prints or exits.

In: arguments. Out: plain sentences and an exit code: 0 clean or warnings, 1 error findings, 2 cannot run.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import localoffer.cli.commands
import localoffer.cli.editing_commands
import localoffer.cli.export_command
import localoffer.cli.import_command
import localoffer.cli.own_command
import localoffer.cli.start_command  # noqa: F401 - all fill the list of commands
from localoffer.cli.command import CANNOT_RUN
from localoffer.cli.parser import parse
from localoffer.cli.screen import Screen
from localoffer.system.failures import CannotRun
from localoffer.system.gc_paused import collect_seldom


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; never shows a traceback for something a person can put right."""
    collect_seldom()
    arguments = parse(sys.argv[1:] if argv is None else argv)
    screen = Screen(quiet=getattr(arguments, "quiet", False))
    try:
        if arguments.needs_offer:
            check_root(arguments.root)
        exit_code: int = arguments.run(arguments, screen)
        return exit_code
    except CannotRun as reason:
        screen.say_error(str(reason))
        return CANNOT_RUN
    except KeyboardInterrupt:
        screen.say_error("Stopped. The last finished site is as it was.")
        return CANNOT_RUN
    except BrokenPipeError:
        return CANNOT_RUN


def check_root(root: Path) -> None:
    """The root must look like an offer; otherwise say what is missing."""
    missing = [name for name in ("mkdocs.yml", "providers", "content") if not (root / name).exists()]
    if missing:
        raise CannotRun(
            f"{root} is not the folder of a Local Offer: it has no {' and no '.join(missing)}. "
            "Go to the folder that has mkdocs.yml, or name it with --root."
        )
