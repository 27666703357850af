"""Cells of a row, taken by the names of their columns: flags, lists, days; and what a sample has in the place of a value.

In: a row's cells. Out: texts as they came. A placeholder is never a value: it is told.
"""

from __future__ import annotations

import re
from typing import Any

from localoffer.exchange.forms.taken import Taken
from localoffer.exchange.shape import Lost

PLACEHOLDER = "it stands there in the place of a value"
_PLACEHOLDERS = re.compile(
    r"h{1,2}:m{1,2}(:s{1,2})?|d{1,2}[/-]m{1,2}[/-]y{2,4}|y{4}-m{2}-d{2}|true/false|yes/no|y/n|<[^<>@]*>|\[[^\[\]]*\]|"
    r"lorem ipsum.*|x{3,}|n/?a",
    re.IGNORECASE | re.DOTALL,
)
_BEGINNINGS = frozenset("hdytnlxHDYTNLX<[")
"""With these a placeholder begins: most values need no closer look."""


class Cells(Taken):
    """One row. `path`: what stands before the name of a column where it is told."""

    def __init__(self, values: Any, path: str = "") -> None:
        super().__init__(values, path)
        self.placeholders: list[Lost] = []
        for name, value in self.values.items():
            if value and isinstance(value, str) and is_placeholder(value):
                self.placeholders.append(Lost(self._at(name), PLACEHOLDER))
                self._used.add(name)
        self.values = {name: value for name, value in self.values.items() if name not in self._used}

    def several(self, *names: str) -> list[str]:
        """The values of a cell that holds several, parted by `;` or by lines."""
        return several(self.text(*names))

    def left(self) -> list[Lost]:
        """Placeholders, and what nobody took."""
        return [*self.placeholders, *super().left()]


def several(text: str, also: str = "") -> list[str]:
    """The values of a text that holds several: parted by `;`, by lines, and by `also`."""
    return [part.strip() for part in re.split(rf"[;\r\n{also}]", text) if part.strip()]


def is_placeholder(value: str) -> bool:
    """True for what a sample has in the place of a value: hh:mm:ss, DD/MM/YYYY, [name]."""
    return value.lstrip()[:1] in _BEGINNINGS and len(value) < 200 and _PLACEHOLDERS.fullmatch(value.strip()) is not None
