"""The shape of a command: its name, what it does, its flags, and the function that does it.

In: a function below `@command(…)`. Out: a row of `COMMANDS`, from which the parser, the help and the documentation come.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from localoffer.cli.screen import Screen

CLEAN, FAULTS, CANNOT_RUN = 0, 1, 2
Run = Callable[[argparse.Namespace, Screen], int]


@dataclass(frozen=True)
class Flag:
    """What `argparse` is told: a flag's names, or an argument's one name, and its options."""

    names: tuple[str, ...]
    options: dict[str, Any]

    @property
    def takes_a_value(self) -> bool:
        """True when a word after it belongs to it."""
        return self.names[0].startswith("-") and "action" not in self.options


@dataclass(frozen=True)
class Command:
    """`run` is given the parsed arguments and the screen; it returns the exit code. `needs_offer`: it works on an offer that is
    there already."""

    name: str
    purpose: str
    flags: tuple[Flag, ...]
    run: Run
    needs_offer: bool = True


COMMANDS: dict[str, Command] = {}


def flag(*names: str, **options: Any) -> Flag:
    """A flag (`--port`) or an argument (`paths`)."""
    return Flag(names, options)


def command(purpose: str, *flags: Flag, needs_offer: bool = True) -> Callable[[Run], Run]:
    """Make a function a command; its name is the function's, with hyphens. `import_` is import, which Python keeps for itself."""

    def enter(run: Run) -> Run:
        name = run.__name__.rstrip("_").replace("_", "-")
        COMMANDS[name] = Command(name, purpose, flags, run, needs_offer)
        return run

    return enter
