"""A new value for a field → the file's text with only that field changed: notes, order, and every other byte stay.

In: the text of a file, the path of a field (`("eligibility", "minimum_age")`), its new value or None to take the field out, and
the order in which fields stand. Out: the new text; `NotPut` where it cannot be done without touching something else, such as a
note among the lines that would go.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from localoffer.findings import Edit, Range
from localoffer.yamlfile import Fields, Members, Tree, Words, parse_yaml
from localoffer.yamlfile.edits import Lines, apply_edits
from localoffer.yamlfile.source import decode
from localoffer.yamlfile.whole import as_read, field_text, in_brackets, member_text, value_text

ANY_LENGTH = 100_000
_NOTE = re.compile(r"(?:^|\s)#")


class NotPut(Exception):  # noqa: N818 - it says what happened, not what class it is
    """A field cannot be changed by itself. Its text says why."""


def values_of(tree: Tree) -> Any:
    """What a tree says, as `as_read` gives it."""
    if isinstance(tree, Words):
        return None if tree.is_nothing else as_read(tree.value)
    if isinstance(tree, Members):
        return as_read([values_of(held) for held in tree.values])
    return as_read({name: values_of(held) for name, held in tree.values.items()})


def read_values(text: str) -> dict[str, Any] | None:
    """What a file says; None where it cannot be read or is no group of fields."""
    tree, findings = parse_yaml(_plain(text), "")
    return (values_of(tree) or {}) if isinstance(tree, Fields) and not findings else None


def put(text: str, where: Sequence[str], value: Any, order: Sequence[str] = ()) -> str:
    """The text with this value in this place. `order`: the names of the fields there, as they should stand."""
    before = read_values(text)
    wanted = _changed(before, where, as_read(value))
    if before is None or before == wanted:
        return text
    tree, _findings = parse_yaml(_plain(text), "")
    edits = list(_Putter(Lines(text)).at(tree, where, as_read(value), order))
    new, _changes = apply_edits(text, _joined(edits))
    if read_values(new) != wanted:
        raise NotPut("it is written in a way that cannot be changed safely")
    return new


def _plain(text: str) -> str:
    return decode(text.encode("utf-8", "replace"), "")[0] or ""


def _changed(values: Any, where: Sequence[str], value: Any) -> Any:
    """The plain values with one of them changed."""
    first, *rest = where
    fields = dict(values or {})
    fields[first] = _changed(fields.get(first), rest, value) if rest else value
    return as_read(fields) or ({} if values is not None else None)


def _joined(edits: list[Edit]) -> list[Edit]:
    """What is put in at one place, in the order in which it was worked out."""
    texts: dict[Range, str] = {}
    for edit in edits:
        texts[edit.range] = texts.get(edit.range, "") + edit.text
    return [Edit("", place, text) for place, text in texts.items()]


class _Putter:
    """Works out the edits of one change."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines

    def at(self, tree: Tree | None, where: Sequence[str], value: Any, order: Sequence[str]) -> list[Edit]:
        """The edits for a field inside a group."""
        if not isinstance(tree, Fields):
            raise NotPut("it stands inside something that is no group of fields")
        name, *rest = where
        old = tree.values.get(name)
        if rest and isinstance(old, Fields):
            return self.at(old, rest, value, order)
        if rest:
            value = _changed(None, rest, value)
        return self.field(tree, name, value, order)

    def field(self, group: Fields, name: str, value: Any, order: Sequence[str]) -> list[Edit]:
        """The edits for a field of this group: put in, taken out, or changed."""
        old = group.values.get(name)
        if value is None:
            return self.taken_out(group, name) if old is not None else []
        if old is None:
            return [self.put_in(group, name, value, order)]
        return self.instead(old, value, group, group.keys[name].range)

    def instead(self, old: Tree, value: Any, group: Fields | Members, key: Range | None) -> list[Edit]:
        """The edits that make one value of another, as small as they can be."""
        if values_of(old) == value:
            return []
        if (
            isinstance(old, Fields)
            and isinstance(value, Mapping)
            and (inner := self.fields_inside(old, value)) is not None
        ):
            return inner
        if isinstance(old, Members) and isinstance(value, list) and len(old.values) == len(value):
            pairs = zip(old.values, value, strict=True)
            return [edit for held, new in pairs for edit in self.instead(held, new, old, None)]
        return [self.whole(old, value, group, key)]

    def fields_inside(self, old: Fields, value: Mapping[str, Any]) -> list[Edit] | None:
        """The edits field by field; None where the first line of a list's member would go."""
        order, names = list(value), [*old.values, *(name for name in value if name not in old.values)]
        gone = [name for name in old.values if name not in value]
        if len(gone) == len(old.values) or (gone and self.is_behind_hyphen(old, gone[0])):
            return None
        if sum(name not in old.values for name in names) > 1 and old.in_brackets:
            return None
        return [edit for name in names for edit in self.field(old, name, value.get(name), order)]

    def is_behind_hyphen(self, group: Fields, name: str) -> bool:
        key = group.keys[name].range
        return not group.in_brackets and bool(self.before(key.line, key.column).strip())

    def before(self, line: int, column: int) -> str:
        """What stands on a line before this column."""
        return self.lines.words(Range(line, 1, line, column)) or ""

    def whole(self, old: Tree, value: Any, group: Fields | Members, key: Range | None) -> Edit:
        """The whole value anew."""
        place = self.place_of(old)
        if isinstance(old, Words) and isinstance(value, str) and not old.is_nothing:
            indent = " " * ((key or group).column - 1)
            written = in_brackets(value, ANY_LENGTH) if old.in_brackets else value_text(value, indent)[1:]
            return Edit("", place, _sure(written))
        if key is None or group.in_brackets:
            start = (place.line, place.column if group.in_brackets else group.column)
            around = Range(*start, place.end_line, place.end_column)
        else:
            around = Range(key.end_line, key.end_column, place.end_line, place.end_column)
        if not isinstance(old, Words) and _NOTE.search(self.lines.words(around) or ""):
            raise NotPut("there are notes among its lines")
        if group.in_brackets:
            return Edit("", around, _sure(in_brackets(value, ANY_LENGTH)))
        indent = " " * ((key or group).column - 1)
        return Edit("", around, ":" + value_text(value, indent) if key else member_text(value, indent)[len(indent) :])

    def place_of(self, tree: Tree) -> Range:
        """All that is written for a value."""
        if isinstance(tree, Words) and tree.is_nothing and not tree.value:
            return Range(tree.line, tree.column, tree.line, tree.column)
        return tree.range

    def put_in(self, group: Fields, name: str, value: Any, order: Sequence[str]) -> Edit:
        """A new field behind the one it follows."""
        if group.in_brackets:
            end = group.range
            place = Range(end.end_line, end.end_column - 1, end.end_line, end.end_column - 1)
            written = (in_brackets({name: value}, ANY_LENGTH) or "")[1:-1]
            return Edit("", place, (", " if group.values else "") + _sure(written or None))
        earlier = [other for other in order[: order.index(name)] if other in group.values] if name in order else []
        last = [*list(group.values)[:1], *earlier][-1] if name in order else list(group.values)[-1]
        indent = " " * (group.keys[last].column - 1)
        held = group.values[last]
        line = max(group.keys[last].line, self.place_of(held).end_line if _is_there(held) else 0)
        column = self.lines.ends[line - 1] - self.lines.starts[line - 1] + 1
        return Edit("", Range(line, column, line, column), "\n" + field_text(name, value, indent))

    def taken_out(self, group: Fields, name: str) -> list[Edit]:
        """A field's lines go, or its words inside brackets."""
        key, held = group.keys[name].range, group.values[name]
        end = self.place_of(held) if _is_there(held) else key
        lost = held.lost if isinstance(held, Words) else _NOTE.search(self.lines.words(end) or "")
        if lost:
            raise NotPut("there are notes among its lines")
        if group.in_brackets:
            return [self.taken_out_of_brackets(group, name)]
        if self.is_behind_hyphen(group, name):
            raise NotPut("it is the first line of a member of a list")
        last = end.end_line
        if last < len(self.lines.starts):
            return [Edit("", Range(key.line, 1, last + 1, 1), "")]
        first = max(key.line - 1, 1)
        column = self.lines.ends[first - 1] - self.lines.starts[first - 1] + 1
        return [Edit("", Range(first, column, last, end.end_column), "")]

    def taken_out_of_brackets(self, group: Fields, name: str) -> Edit:
        names = list(group.values)
        number = names.index(name)
        start = group.keys[name].range
        if number + 1 < len(names):
            after = group.keys[names[number + 1]].range
            return Edit("", Range(start.line, start.column, after.line, after.column), "")
        first = group.values[names[number - 1]].range if number else Range(*2 * (start.line, start.column))
        last = group.values[name].range
        return Edit("", Range(first.end_line, first.end_column, last.end_line, last.end_column), "")


def _is_there(tree: Tree) -> bool:
    return not (isinstance(tree, Words) and tree.is_nothing)


def _sure(written: str | None) -> str:
    if written is None:
        raise NotPut("words of several lines do not go inside brackets")
    return written
