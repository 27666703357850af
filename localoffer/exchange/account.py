"""What became of one record's values on their way in: what was changed, what has no place, what is not known.

Filled in while a record is read into our fields; each entry can be shown to the person who sent the data.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from localoffer.exchange.shape import Lost


class Changed(NamedTuple):
    """A value that came in otherwise than it stands now: our field, what came, what stands there, and why."""

    field: str
    was: str
    now: str
    why: str


@dataclass
class Account:
    """The account of one record."""

    changed: list[Changed] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)
    unknown: list[str] = field(default_factory=list)
    hide: Callable[[str], str] = str
    """Takes what points at one person out of a text: the account is read by many."""

    def change(self, name: str, was: str, now: str, why: str) -> None:
        """A value is not as it came; the same is told once."""
        entry = Changed(name, _short(self.hide(was)), _short(self.hide(now)), self.hide(why))
        if entry not in self.changed:
            self.changed.append(entry)

    def lose(self, path: str, why: str) -> None:
        """A value has no place with us, or is held back: `why` never repeats what must not be shown."""
        entry = Lost(path, self.hide(why))
        if entry not in self.lost:
            self.lost.append(entry)

    def ask(self, name: str) -> None:
        """Nobody has said it: somebody must be asked."""
        if name not in self.unknown:
            self.unknown.append(name)


MOST = 500


def _short(text: str) -> str:
    """A long text is shown by its beginning."""
    return text if len(text) <= MOST else text[: MOST - 1] + "…"
