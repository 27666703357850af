"""What stands in another shape than its field has, but can mean only one thing: one value where a list belongs, and blanks.

In: plain values and the model they are for. Out: the values in the model's shape, and the place of each new member. What
could mean two things stays as it is, for the model to refuse.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from localoffer.model import Spot
from localoffer.model.choice import Choice
from localoffer.model.form import Form
from localoffer.model.taken import is_blank
from localoffer.records.names import inner_model, is_list
from localoffer.records.plain import Plain, at


@dataclass(frozen=True)
class Shape:
    """What one field holds."""

    is_list: bool
    inner: type[BaseModel] | None
    form: Form | Choice | None
    required: bool


def take_shapes(plain: Plain, model: type[BaseModel]) -> None:
    """Bring the values of a record into the model's shape."""
    if isinstance(plain.values, dict):
        _take(plain.values, model, "", plain)


def _take(values: dict[str, Any], model: type[BaseModel], above: str, plain: Plain) -> None:
    shapes = shapes_of(model)
    for name in [name for name in values if name in shapes]:
        shape, path = shapes[name], at(above, name)
        value = values[name] = _members(values[name], shape, path, plain)
        if _is_not_given(value, shape):
            del values[name]
        elif shape.inner:
            for part, place in _parts(value, path):
                _take(part, shape.inner, place, plain)


def _members(value: Any, shape: Shape, path: str, plain: Plain) -> Any:
    """The members of a list that is written as one value."""
    if not shape.is_list or isinstance(value, list):
        return value
    if not isinstance(value, str):
        plain.spots[f"{path}.0"] = plain.spots[path]
        for name in [name for name in plain.spots if name.startswith(f"{path}.") and name != f"{path}.0"]:
            plain.spots[f"{path}.0{name[len(path) :]}"] = plain.spots[name]
        return [value]
    pieces = list(pieces_of(value, shape))
    spot = plain.spots[path]
    for number, (offset, _) in enumerate(pieces):
        plain.spots[f"{path}.{number}"] = spot if len(pieces) == 1 else Spot(spot.key, spot.at(offset))
    return [piece for _, piece in pieces]


def pieces_of(value: str, shape: Shape) -> Iterator[tuple[int, str]]:
    """Where a comma must part two members, each of them; else the text as it is."""
    if shape.form is None or (isinstance(shape.form, Form) and shape.form.comma) or re.search(r"[()]", value):
        yield 0, value
        return
    for found in re.finditer(r"[^,;]+", value):
        if found[0].strip():
            yield found.start() + len(found[0]) - len(found[0].lstrip()), found[0].strip()


def _is_not_given(value: Any, shape: Shape) -> bool:
    """An empty list, or N/A and the like where a phone number or an address belongs."""
    if value == []:
        return not shape.required
    may_be_blank = not shape.is_list and isinstance(shape.form, Form) and shape.form.blank
    return may_be_blank and isinstance(value, str) and is_blank(value)


def _parts(value: Any, path: str) -> Iterator[tuple[dict[str, Any], str]]:
    if isinstance(value, dict):
        yield value, path
    elif isinstance(value, list):
        for number, member in enumerate(value):
            if isinstance(member, dict):
                yield member, f"{path}.{number}"


@functools.cache
def shapes_of(model: type[BaseModel]) -> dict[str, Shape]:
    """The shape of each field, by the name people write."""
    return {
        info.alias or name: Shape(
            is_list(info.annotation),
            inner_model(info.annotation),
            form_of(info.annotation, tuple(info.metadata)),
            info.is_required(),
        )
        for name, info in model.model_fields.items()
    }


def form_of(annotation: Any, metadata: tuple[Any, ...] = ()) -> Form | Choice | None:
    """The form of a field's values, or of the members of its list."""
    for part in (*metadata, *getattr(annotation, "__metadata__", ())):
        if isinstance(part, Form | Choice):
            return part
    if isinstance(annotation, type) and not get_args(annotation):
        return None
    for inner in get_args(annotation):
        found = form_of(inner)
        if found is not None:
            return found
    return None
