"""A rule's word about one field of a record."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from localoffer.findings import ERROR


class Fault(NamedTuple):
    """What a rule found: the field's path, a plain sentence, a way out."""

    field: str
    message: str
    fix: str
    offset: int | None = None  # the character of the field's text; None: the field's name


@dataclass(frozen=True)
class Rule:
    """One rule: its id for ever, the function whose docstring is the rule, the fields it reads.

    A rule runs when none of the fields it reads is broken, even if others are.
    """

    id: str
    check: Callable[[Any], Iterator[Fault]]
    reads: tuple[str, ...]
    severity: str = ERROR

    @property
    def says(self) -> str:
        """The rule in a sentence."""
        return " ".join((self.check.__doc__ or "").split())
