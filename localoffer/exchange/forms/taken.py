"""Values of one object, taken by name; what nobody takes is told, so that no word is lost in silence.

In: an object of JSON, or a row of a table. Out: texts, flags, objects, and the paths of what is left.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from localoffer.exchange.shape import Lost

T = TypeVar("T")
NO_PLACE = "our record has no place for it"
MOST_LOST = 200
"""Paths that are told for one record; a record with more is told so once."""
_YES, _NO = frozenset({"true", "yes", "y", "1"}), frozenset({"false", "no", "n", "0"})


class Taken:
    """One object and what was taken from it. `path`: where it stands in its record."""

    def __init__(self, values: Any, path: str = "") -> None:
        self.values: dict[str, Any] = values if isinstance(values, dict) else {}
        self.path = path
        self._used: set[str] = set()
        self._parts: list[Taken] = []
        self._not_told: list[Lost] = []
        if values and not isinstance(values, dict):
            self._not_told.append(Lost(path, "it is not in the form in which other services have it"))

    def text(self, *names: str) -> str:
        """The first of these names that has a text. Another that says something else is not taken."""
        for name in names:
            value = self.values.get(name)
            if text := text_of(value):
                self._used.add(name)
                self._used |= {other for other in names if text_of(self.values.get(other)) == text}
                return text
        return ""

    def flag(self, *names: str) -> str:
        """ "yes", "no", or "" where it is not said or cannot be told."""
        return yes_or_no(self.text(*names))

    def part(self, *names: str) -> Taken:
        """The object of the first of these names that is there."""
        for name in names:
            value = self.values.get(name)
            if isinstance(value, list) and len(value) == 1:
                value = value[0]
            if value:
                self._used.add(name)
                return self._enter(value, name)
        return Taken({})

    def parts(self, *names: str) -> list[Taken]:
        """Every object of these names; one that stands alone is a list of one."""
        found = []
        for name in names:
            values = self.values.get(name)
            if not values:
                continue
            self._used.add(name)
            for at, value in enumerate(values if isinstance(values, list) else [values], 1):
                found.append(self._enter(value, f"{name}[{at}]"))
        return found

    def each(self, read: Callable[[Taken], T], *names: str) -> list[T]:
        """What `read` makes of every object of these names."""
        return [read(part) for part in self.parts(*names)]

    def skip(self, *names: str) -> None:
        """These tell readers nothing: numbers that tie a system's own tables together."""
        self._used |= set(names)

    def hold_back(self, why: str, *names: str) -> Iterator[Lost]:
        """These must never be published: their paths, not their words."""
        for name in names:
            self._used.add(name)
            if _says_something(self.values.get(name)):
                yield Lost(self._at(name), why)

    def left(self) -> list[Lost]:
        """What nobody took and says something."""
        found = list(self._left())
        if len(found) > MOST_LOST:
            return [
                *found[:MOST_LOST],
                Lost(self.path or "the record", f"{len(found) - MOST_LOST} more values have no place"),
            ]
        return found

    def _left(self) -> Iterator[Lost]:
        yield from self._not_told
        for name, value in self.values.items():
            if name not in self._used and _says_something(value):
                yield Lost(self._at(str(name)), NO_PLACE)
        for part in self._parts:
            yield from part._left()

    def _enter(self, value: Any, name: str) -> Taken:
        part = Taken(value, self._at(name))
        self._parts.append(part)
        return part

    def _at(self, name: str) -> str:
        return f"{self.path}.{name}" if self.path else name


def yes_or_no(text: str) -> str:
    """ "yes", "no", or "" where it says neither."""
    said = text.strip().casefold()
    return "yes" if said in _YES else "no" if said in _NO else ""


def text_of(value: Any) -> str:
    """A text as it came; "true" and "false" of flags; lists and objects are no text."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value if isinstance(value, str) and value.strip() else ""


def _says_something(value: Any) -> bool:
    if isinstance(value, dict):
        return any(_says_something(each) for each in value.values())
    if isinstance(value, list):
        return any(_says_something(each) for each in value)
    return value is not None and value is not False and text_of(value) != ""
