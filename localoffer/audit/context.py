"""What every step of an audit is given.

In: the root of an offer whose site is built. Out: its folders, its sources, what is asked for, and how to tell a person.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from localoffer.audit.sources import Sources

Progress = Callable[[str], AbstractContextManager[None]]
Say = Callable[[str], None]


@dataclass(frozen=True)
class Audit:
    """All that a step may need. `site` is the real folder of the built site; pages made from `changed` files are always
    tested; with `record` the accessibility statement's evidence is written."""

    root: Path
    site: Path
    today: date
    sources: Sources
    every_page: bool
    progress: Progress
    say: Say
    processors: int = 2
    changed: tuple[str, ...] = ()
    record: bool = False

    @property
    def cache(self) -> Path:
        """Where steps keep what they need not do again."""
        return self.root / "build" / "cache"

    @property
    def reports(self) -> Path:
        """Where steps write results for people."""
        return self.root / "build" / "reports"
