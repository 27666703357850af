"""The words a record publishes, each with its place, for rules that read words.

In: a service, provider, page or member of a vocabulary. Out: `PublishedText`s in
the order of the fields. `text.position(offset)` is the line and column of a character.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal, get_origin

from pydantic import BaseModel

from localoffer.model import Origin, Position, Record
from localoffer.model.form import Form
from localoffer.model.forms import told_of

NAMES = frozenset(
    """address_1 address_2 abbreviations also_known_as by checked_by city credit digest how icon id kind language licence
    location misspellings number picture postcodes ref short_name source synonyms system template verified written_from""".split()
)
"""Texts that are names, labels and notes. A field with a form of its own (an id, an address, a choice, a number) is no prose
either; every other text is."""
KEEP = frozenset({"access.decision.how", "access.decision.easy_read.how"})
"""Prose whose field name is a form elsewhere (last_checked.how)."""


@dataclass(frozen=True, slots=True)
class PublishedText:
    """Words people will read: which field, the words, and where they stand."""

    field: str
    text: str
    path: str
    origin: Origin

    @property
    def line(self) -> int:
        """The line on which the words begin."""
        return self.position()[0]

    @property
    def column(self) -> int:
        """The column in which the words begin."""
        return self.position()[1]

    def position(self, offset: int = 0) -> Position:
        """The line and column of the character at this offset."""
        return self.origin.position(self.field, offset)


def texts(record: Record) -> Iterator[PublishedText]:
    """All prose of a record, in the order of its fields."""
    found: list[tuple[str, str]] = []
    _walk(record, "", found)
    path, origin = record.path, record.origin
    return (PublishedText(name, words, path, origin) for name, words in found)


def _walk(value: object, name: str, found: list[tuple[str, str]]) -> None:
    if isinstance(value, str):
        found.append((name, value))
    elif isinstance(value, list):
        for number, member in enumerate(value):
            _walk(member, f"{name}.{number}", found)
    elif isinstance(value, BaseModel):
        inside = f"{name}." if name else ""
        for field in _fields_with_prose(type(value)):
            if (held := getattr(value, field)) is not None and (field not in NAMES or f"{inside}{field}" in KEEP):
                _walk(held, f"{inside}{field}", found)


@cache
def _fields_with_prose(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, info in model.model_fields.items() if not any(map(_is_own_form, told_of(info))))


def _is_own_form(part: object) -> bool:
    return isinstance(part, Form) or get_origin(part) is Literal
