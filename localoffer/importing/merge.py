"""What came in last time, what stands here, what comes in now → what to change here, and what stays because a person changed it.

In: three groups of plain values (`yamlfile.whole.as_read`). Out: a `Merged`. Groups are compared field by field, a list is one
value. Nothing that differs from what came in last time is ever changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, ValidationError

from localoffer.model import adapter_of
from localoffer.records.names import model_at

Where = tuple[str, ...]
IsSame = Callable[[Where, Any, Any], bool]


@dataclass(frozen=True)
class Change:
    """A field that changed there and not here; `new` is None where it went."""

    where: Where
    old: Any
    new: Any


@dataclass(frozen=True)
class Kept:
    """A field that differs here from what came in: it stays. `changed_there`: it changed there too, since last time."""

    where: Where
    here: Any
    there: Any
    changed_there: bool
    why: str = ""


@dataclass
class Merged:
    """What to do with one listing."""

    changes: list[Change] = field(default_factory=list)
    kept: list[Kept] = field(default_factory=list)


def merge(last: Mapping[str, Any] | None, here: Mapping[str, Any], now: Mapping[str, Any], is_same: IsSame) -> Merged:
    """What to change and what to keep. `last` is None where nobody knows what came in last time: then all stays."""
    merged = Merged()
    for found in _compared((), last if last is not None else _NEVER, here, now, is_same):
        if isinstance(found, Change):
            merged.changes.append(found)
        else:
            merged.kept.append(found)
    return merged


class _Never:
    """Stands for a value that nobody knows: nothing is the same as it."""


_NEVER: Any = _Never()


def _compared(where: Where, last: Any, here: Any, now: Any, is_same: IsSame) -> Iterator[Change | Kept]:
    if last is not _NEVER and (here is None or now is None) and is_same(where, last, here):
        if not is_same(where, here, now):
            yield Change(where, here, now)
        return
    if all(isinstance(value, Mapping) or value is None or value is _NEVER for value in (last, here, now)) and any(
        isinstance(value, Mapping) for value in (here, now)
    ):
        for name in _names(here, now, last):
            inner = (*where, name)
            yield from _compared(inner, _part(last, name), _part(here, name), _part(now, name), is_same)
        return
    if is_same(where, here, now):
        return
    if last is not _NEVER and is_same(where, here, last):
        yield Change(where, here, now)
    else:
        yield Kept(where, here, now, last is not _NEVER and not is_same(where, last, now))


def _names(*groups: Any) -> list[str]:
    return list(dict.fromkeys(name for group in groups if isinstance(group, Mapping) for name in group))


def _part(group: Any, name: str) -> Any:
    return group.get(name) if isinstance(group, Mapping) else group


def same_in(model: type[BaseModel]) -> IsSame:
    """What compares the values of this model's fields."""

    def is_same(where: Where, one: Any, other: Any) -> bool:
        if _folded(one) == _folded(other):
            return True
        return one is not None and other is not None and _means_the_same(model, where, one, other)

    return is_same


def _folded(value: Any) -> Any:
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, list):
        return [_folded(held) for held in value] if len(value) > 1 else _folded(value[0]) if value else None
    if isinstance(value, dict):
        return {name: _folded(held) for name, held in value.items()}
    return value


def _means_the_same(model: type[BaseModel], where: Where, one: Any, other: Any) -> bool:
    holder = model_at(model, where[:-1])
    if holder is None or not where or where[-1] not in holder.model_fields:
        return False
    adapter = adapter_of(holder, where[-1])
    try:
        return bool(adapter.validate_python(one) == adapter.validate_python(other))
    except ValidationError:
        return False
