"""Where `while_you_wait` of a record leads in this offer: other places hold the same services here.

In: the names that the sender's own listings have, and where each record lies here. Out: names of this offer. A record of our own form tells
its name; where it came at another time, its number is made from that name (`service_id`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from localoffer.exchange.writing.oruk import service_id
from localoffer.overlay import layers_of

NAME = "while_you_wait"
FOR_WHOEVER_WAITS = "guides/waiting-for-an-assessment"
"""A national guide: what is named where none of what helped there is here."""
WHY = "it names what has no such name in this offer: "


class Leads:
    """`placed`: a record's number → its listing's path from the root. `numbers`: a name there → its record's number. `here`: names
    of listings that came from nowhere else."""

    def __init__(self, root: Path, placed: Mapping[str, str], numbers: Mapping[str, str], here: Iterable[str]) -> None:
        self._numbers = numbers
        self._pages, self._placed, self._here = layers_of(root), placed, frozenset(here)

    def of(self, names: Iterable[str]) -> tuple[list[str], list[str]]:
        """The names of this offer, and those that lead nowhere here."""
        found = {name: self._name_here(name) for name in names}
        here = list(dict.fromkeys(name for name in found.values() if name))
        if not here and self._is_page(FOR_WHOEVER_WAITS):
            here = [FOR_WHOEVER_WAITS]
        return here, [name for name, ours in found.items() if not ours]

    def led(self, fields: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
        """The fields of a listing with the names of this offer, and the names that are left out."""
        if not fields.get(NAME):
            return dict(fields), []
        here, gone = self.of(fields[NAME])
        led = {name: here if name == NAME else value for name, value in fields.items() if name != NAME or here}
        return led, gone

    def _name_here(self, name: str) -> str:
        path = self._placed.get(self._numbers.get(name) or service_id(name))
        if path:
            return path.removeprefix("providers/").removesuffix(".yml")
        return name if name in self._here or self._is_page(name) else ""

    def _is_page(self, name: str) -> bool:
        return self._pages.find(f"{name}.md") is not None
