"""Where in a record a rule points."""

from __future__ import annotations

from typing import NamedTuple

NAME = None
"""The field's name, not what stands after it."""


class Field(NamedTuple):
    """A field's path (`contacts.0.phone`), and the character of its text: its first, another, or its `NAME`."""

    path: str
    offset: int | None = 0
