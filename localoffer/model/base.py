"""What every record has in common: a field states itself, and knows where it was written.

In: plain values from one file. Out: frozen pydantic models. A field's
description, example and other names are the one statement of it: messages, the
field guide, the schemas and tests read them from here.
"""

from __future__ import annotations

import bisect
import json
from collections.abc import Callable, Mapping
from functools import cache, cached_property, lru_cache
from json.encoder import encode_basestring_ascii as quoted
from typing import Annotated, Any, NamedTuple, TypeVar

from pydantic import BaseModel, ConfigDict, Field, PrivateAttr, TypeAdapter
from pydantic_core import PydanticUndefined

from localoffer.findings import SURE, Edit, Range
from localoffer.yamlfile.writing import as_yaml

Position = tuple[int, int]
"""A line and a column, both from 1."""


class Spot(NamedTuple):
    """Where a value stands: its key, its start, and for text the start of each of its lines. `range` is all that was
    written for it, with quotation marks; None for a group. `in_brackets`: inside [ ] or { }."""

    key: Position
    value: Position
    starts: tuple[tuple[int, int, int], ...] = ()  # (offset in the value, line, column)
    range: Range | None = None
    in_brackets: bool = False

    def at(self, offset: int) -> Position:
        """The line and column of the character at this offset of the text."""
        if not self.starts:
            return self.value
        found = self.starts[max(0, bisect.bisect_right(self.starts, (offset, 10**9, 0)) - 1)]
        return found[1], found[2] + max(0, offset - found[0])


_DECODER = json.JSONDecoder()


def _spot(row: list[Any]) -> Spot:
    """A spot out of its packed row."""
    _name, a, b, c, d, starts, *more = row
    end, in_brackets = (*more, 0, 0)[:2]
    whole = Range(*end) if isinstance(end, list) else Range(c, d, c, d + end) if more else None
    return Spot((a, b), (c, d), tuple((o, x, y) for o, x, y in starts), whole, bool(in_brackets))


def _row(name: str, spot: Spot) -> str:
    """A spot as a short row of JSON: most values stand on one line, and only their length is written."""
    (key_line, key_column), (line, column), starts, whole, in_brackets = spot
    each = ",".join([f"[{offset},{x},{y}]" for offset, x, y in starts])
    row = f"[{quoted(name)},{key_line},{key_column},{line},{column},[{each}]"
    if whole is None:
        return f"{row}]"
    is_one_line = whole.line == whole.end_line == line and whole.column == column
    end = whole.end_column - column if is_one_line else f"[{','.join(map(str, whole))}]"
    return f"{row},{end},1]" if in_brackets else f"{row},{end}]"


class Origin:
    """The file a record was read from, and the place of each of its fields (`contacts.0.phone`).

    In the cache the places are packed, and unpacked only when somebody asks for
    one: most records have no fault to point at. `digest` stands for the file's
    content, `listed` for what lists show of it; both are empty for a record that
    no file holds.
    """

    __slots__ = ("_moved", "_packed", "_spots", "digest", "listed", "path")

    def __init__(self, path: str = "", spots: Mapping[str, Spot] | None = None) -> None:
        self.path = path
        self.digest = self.listed = ""
        self._spots: dict[str, Spot] | None = dict(spots or {})
        self._packed = ""
        self._moved: Mapping[str, Spot] = {}

    @property
    def spots(self) -> Mapping[str, Spot]:
        """Field path → its places."""
        if self._spots is None:
            self._spots = {row[0]: _spot(row) for row in json.loads(self._packed)} | dict(self._moved)
        return self._spots

    def moving(self, texts: Mapping[str, Callable[[Spot], Spot]]) -> Origin:
        """The same with some texts' places moved; nothing else is unpacked for it."""
        copy = Origin(self.path, self._spots)
        copy.digest, copy.listed = self.digest, self.listed
        moved = {name: move(spot) for name, move in texts.items() if (spot := self.place_of(name))}
        if self._spots is None:
            copy._packed, copy._spots, copy._moved = self._packed, None, {**self._moved, **moved}
        else:
            copy._spots = {**self._spots, **moved}
        return copy

    def place_of(self, name: str) -> Spot | None:
        """One field's places; a packed origin stays packed, and only this spot is made."""
        if self._spots is not None:
            return self._spots.get(name)
        if name in self._moved:
            return self._moved[name]
        start = self._packed.find(f"[{quoted(name)},")
        return _spot(_DECODER.raw_decode(self._packed, start)[0]) if start >= 0 else None

    def __getstate__(self) -> tuple[str, str]:
        if self._packed and not self._moved:
            return self.path, self._packed
        return self.path, f"[{','.join([_row(name, spot) for name, spot in self.spots.items()])}]"

    def __setstate__(self, state: tuple[str, str]) -> None:
        self.path, self._packed = state
        self.digest = self.listed = ""
        self._spots, self._moved = None, {}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Origin) and (self.path, self.spots) == (other.path, other.spots)

    __hash__ = None  # type: ignore[assignment]

    def position(self, name: str, offset: int = 0) -> Position:
        """Where a field's value stands; the nearest field above it if it was not written."""
        while (spot := self.place_of(name)) is None and name:
            name = name.rpartition(".")[0]
        return spot.at(offset) if spot else (1, 1)

    def replacing(self, name: str, text: str, how_sure: str = SURE) -> Edit | None:
        """The edit that writes this text as a field's whole value; None where the field holds a group or is not there."""
        spot = self.place_of(name)
        if spot is None or spot.range is None:
            return None
        return Edit(self.path, spot.range, as_yaml(text, in_brackets=spot.in_brackets), how_sure)

    def without(self, name: str, value: str) -> Edit | None:
        """The edit that takes a member out of its list, with the comma before it or with its line; None where a note beside
        it could go with it, and for the first of a list."""
        above, _, number = name.rpartition(".")
        spot, before = self.place_of(name), self.place_of(f"{above}.{int(number) - 1}")
        if spot is None or before is None or spot.range is None or before.range is None:
            return None
        line, column, end_line, end_column = spot.range
        if spot.in_brackets:
            is_beside = before.range.end_line == line == end_line
            return Edit(self.path, Range(line, before.range.end_column, line, end_column), "") if is_beside else None
        if not before.range.line < line == end_line or end_column - column != len(value):
            return None
        return Edit(self.path, Range(line, 1, line + 1, 1), "", was=f"{' ' * (column - 3)}- {value}\n")

    def key_position(self, name: str) -> Position:
        """Where a field's name stands."""
        spot = self.place_of(name)
        return spot.key if spot else self.position(name)


class Part(BaseModel):
    """A group of fields inside a record."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, hide_input_in_errors=True)

    # In the cache a part is its values in the order of its fields: smaller, quicker to read, and thousands of records
    # share the names of their fields in memory.

    def __getstate__(self) -> Any:
        names, given = field_names(type(self)), self.model_fields_set
        values = tuple(self.__dict__[name] for name in names)
        mask = sum(1 << place for place, name in enumerate(names) if name in given)
        return values, mask, self.__pydantic_private__

    def __setstate__(self, state: Any) -> None:
        values, mask, private = state
        model = type(self)
        _put(self, "__dict__", dict(zip(field_names(model), values, strict=True)))
        _put(self, "__pydantic_fields_set__", _given(model, mask))
        _put(self, "__pydantic_extra__", None)
        _put(self, "__pydantic_private__", private)


_put = object.__setattr__  # a part is frozen


@cache
def field_names(model: type[BaseModel]) -> tuple[str, ...]:
    """The names of a model's fields, in order."""
    return tuple(model.model_fields)


@lru_cache(maxsize=5_000)
def _given(model: type[BaseModel], mask: int) -> set[str]:
    """The fields that were written, one set for all parts that wrote the same."""
    return {name for place, name in enumerate(field_names(model)) if mask >> place & 1}


class Record(Part):
    """A whole file, or one member of a vocabulary."""

    _origin: Origin = PrivateAttr(default_factory=Origin)

    @property
    def origin(self) -> Origin:
        """Where the record was written."""
        private = (
            self.__pydantic_private__
        )  # asked for a hundred thousand times: pydantic's own way is four times as long
        found: Origin = private["_origin"] if private else self._origin
        return found

    @cached_property
    def path(self) -> str:
        """The file a person edits, from the root: providers/marl-trust/saturday-club.yml."""
        return self._origin.path

    @property
    def lines(self) -> dict[str, Position]:
        """Field path → (line, column) of its value: `contacts.0.phone` → (40, 12)."""
        return {name: spot.value for name, spot in self._origin.spots.items()}


RecordT = TypeVar("RecordT", bound=Record)


def place(record: RecordT, origin: Origin) -> RecordT:
    """Tell a record where it was written; what was worked out from the old place is forgotten."""
    record._origin = origin
    for name in ("path", "id", "provider_id", "slug"):
        if name not in type(record).model_fields:
            record.__dict__.pop(name, None)
    return record


def says(description: str, example: Any, *other_names: str, default: Any = PydanticUndefined) -> Any:
    """A field: what it holds, an example as people write it, and other names people try.

    Without `default` the field must be given.
    """
    return Field(
        default,
        description=description,
        examples=[example],
        json_schema_extra={"x-other-names": list(other_names)} if other_names else None,
    )


class NameOf(NamedTuple):
    """Stands in the type of a field: its text, or each of its texts, is the short name of a member of this list."""

    list: str


def belongs_to(example: str, other_name: str) -> Any:
    """The field `parent` of a list in two levels: one name, or a list of names."""
    return Field(
        default=[],
        alias="parent",
        description="What it belongs to: one name, or a list of names. The first is the way back that its page shows.",
        examples=[f"[{example}]"],
        json_schema_extra={"x-other-names": [other_name, "parents"], "x-may-stand-alone": True},
    )


def may_stand_alone(model: type[BaseModel], name: str) -> bool:
    """True for a list whose one value is as good without brackets: `parent: travel`."""
    extra = model.model_fields[name].json_schema_extra
    return isinstance(extra, dict) and bool(extra.get("x-may-stand-alone"))


@cache
def adapter_of(model: type[BaseModel], name: str) -> TypeAdapter[Any]:
    """What reads one field's value by itself."""
    field = model.model_fields[name]
    held: Any = Annotated[(field.annotation, *field.metadata)] if field.metadata else field.annotation
    return TypeAdapter(held)


def example_of(model: type[BaseModel], name: str) -> Any:
    """The example of one field, as people write it."""
    return (model.model_fields[name].examples or [""])[0]


def other_names(model: type[BaseModel], name: str) -> list[str]:
    """What people try instead of this field's name."""
    extra = model.model_fields[name].json_schema_extra
    names = extra.get("x-other-names", []) if isinstance(extra, dict) else []
    return [str(other) for other in names] if isinstance(names, list) else []
