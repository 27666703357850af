"""Do two values of a field say the same? Line ends, spaces and forms do not count: 9.30am is 09:30, and one text is a list of one.

In: the path of a field and two plain values. Out: yes or no, by the model where the words differ.
"""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ValidationError

from localoffer.importing.merge import IsSame, Where
from localoffer.model import adapter_of
from localoffer.records.names import inner_model


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
    holder: type[BaseModel] | None = model
    for name in where[:-1]:
        info = holder.model_fields.get(name) if holder else None
        holder = inner_model(info.annotation) if info else None
    if holder is None or not where or where[-1] not in holder.model_fields:
        return False
    adapter = adapter_of(holder, where[-1])
    try:
        return bool(adapter.validate_python(one) == adapter.validate_python(other))
    except ValidationError:
        return False
