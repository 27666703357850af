"""A YAML file as a tree whose parts know where they stand. Every value stays the text a person typed."""

from __future__ import annotations

from dataclasses import dataclass, field

from localoffer.findings import Range

NOWHERE = Range(1, 1, 1, 1)


@dataclass(slots=True)
class Words:
    """A value as typed. `is_plain` is true without quotation marks or a block sign. `range` is all of it, with its
    quotation marks, or from the block sign to its last word; `in_brackets`: inside [ ] or { }."""

    value: str
    line: int
    column: int
    is_plain: bool = True
    starts: tuple[tuple[int, int, int], ...] = ()  # of each of its lines: offset, line, column
    range: Range = NOWHERE
    in_brackets: bool = False
    lost: str = ""  # what YAML threw away beside it, from the space before its #

    @property
    def is_nothing(self) -> bool:
        """Nothing was written after the key."""
        return self.is_plain and self.value in {"", "~", "null", "Null", "NULL"}


@dataclass(slots=True)
class Key:
    """A key and where it stands."""

    name: str
    line: int
    column: int
    range: Range = NOWHERE


@dataclass(slots=True)
class Fields:
    """Keys and values, in order."""

    line: int
    column: int
    values: dict[str, Tree] = field(default_factory=dict)
    keys: dict[str, Key] = field(default_factory=dict)
    in_brackets: bool = False  # written { … }
    range: Range = NOWHERE


@dataclass(slots=True)
class Members:
    """A list."""

    line: int
    column: int
    values: list[Tree] = field(default_factory=list)
    in_brackets: bool = False  # written [ … ]
    range: Range = NOWHERE


Tree = Words | Fields | Members
