"""Cells of a row, taken by the names of their columns: flags, lists, days; and what a sample has in the place of a value.

In: a row's cells. Out: texts as they came. A placeholder is never a value: it is told.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from localoffer.exchange.forms.taken import Taken
from localoffer.exchange.shape import Lost

PLACEHOLDER = "it stands there in the place of a value"
_PLACEHOLDERS = re.compile(
    r"h{1,2}:m{1,2}(:s{1,2})?|d{1,2}[/-]m{1,2}[/-]y{2,4}|y{4}-m{2}-d{2}|true/false|yes/no|y/n|<[^<>@]*>|\[[^\[\]]*\]|"
    r"lorem ipsum.*|x{3,}|n/?a",
    re.IGNORECASE | re.DOTALL,
)
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_BRITISH = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?: .*)?")


class Cells(Taken):
    """One row. `path`: what stands before the name of a column where it is told."""

    def __init__(self, values: Any, path: str = "") -> None:
        super().__init__(values, path)
        self.placeholders: list[Lost] = []
        for name, value in self.values.items():
            if isinstance(value, str) and is_placeholder(value):
                self.placeholders.append(Lost(self._at(name), PLACEHOLDER))
                self._used.add(name)
        self.values = {name: value for name, value in self.values.items() if name not in self._used}

    def several(self, *names: str) -> list[str]:
        """The values of a cell that holds several, parted by `;` or by lines."""
        return [part.strip() for part in re.split(r"[;\r\n]", self.text(*names)) if part.strip()]

    def left(self) -> list[Lost]:
        """Placeholders, and what nobody took."""
        return [*self.placeholders, *super().left()]


def is_placeholder(value: str) -> bool:
    """True for what a sample has in the place of a value: hh:mm:ss, DD/MM/YYYY, [name]."""
    return len(value) < 200 and _PLACEHOLDERS.fullmatch(value.strip()) is not None


def day_of(text: str) -> date | None:
    """A day written 2026-11-22 or 22/11/2026, with or without a time; None for anything else."""
    text = text.strip()
    if match := _ISO.fullmatch(text):
        year, month, day = match.groups()
    elif match := _BRITISH.fullmatch(text):
        day, month, year = match.groups()
    else:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
