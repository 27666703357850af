"""Did you mean …? — the field or word a person most likely meant.

In: what was written and what there is. Out: one name, or None. A field's list
of other names comes first, then likeness of letters.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, NamedTuple, Union, get_args, get_origin

from pydantic import BaseModel

from localoffer.model import other_names
from localoffer.model.base import NameOf
from localoffer.model.near import misspelt


@functools.lru_cache(maxsize=1 << 14)  # each fault asks the same names again
def normal(name: str) -> str:
    """Small letters, one underscore between words."""
    return re.sub(r"[\s_-]+", "_", name.strip().lower()).strip("_")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is meant: the same but for capitals and hyphens, or plainly misspelt."""
    by_normal = {normal(name): name for name in known}
    wanted = normal(word)
    if wanted in by_normal:
        return by_normal[wanted]
    return misspelt(word, by_normal.values())


def meant_field(written: str, model: type[BaseModel]) -> str | None:
    """The field of this model a person meant."""
    wanted = normal(written)
    for name in field_names(model):
        if wanted == normal(name):
            return name
    for name in model.model_fields:
        if wanted in {normal(other) for other in other_names(model, name)}:
            return name
    return nearest(written, field_names(model))


def field_names(model: type[BaseModel]) -> list[str]:
    """The names as people write them."""
    return [info.alias or name for name, info in model.model_fields.items()]


def group_of(written: str, model: type[BaseModel]) -> str | None:
    """The group below this model that has a field of exactly this name: minimum_age → eligibility."""
    for name, _, inner in groups(model):
        if normal(written) in {normal(field) for field in inner.model_fields}:
            return name
    return None


@functools.cache
def _groups(model: type[BaseModel]) -> tuple[tuple[str, bool, type[BaseModel]], ...]:
    return tuple(_find_groups(model))


def groups(model: type[BaseModel]) -> tuple[tuple[str, bool, type[BaseModel]], ...]:
    """Each field that holds fields of its own: its name, whether it is a list, its model."""
    return _groups(model)


def _find_groups(model: type[BaseModel]) -> Iterator[tuple[str, bool, type[BaseModel]]]:
    for name, info in model.model_fields.items():
        inner = inner_model(info.annotation)
        if inner is not None:
            yield name, is_list(info.annotation), inner


def inner_model(annotation: Any) -> type[BaseModel] | None:
    """The model inside a type such as `list[Contact]` or `Alert | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in get_args(annotation):
        found = inner_model(inner)
        if found is not None:
            return found
    return None


class Named(NamedTuple):
    """A field that holds names of members of a list, as a person writes it; `list` is empty where they stand further below."""

    field: str
    written: str
    list: str


@functools.cache
def fields_with_names(model: type[BaseModel]) -> tuple[Named, ...]:
    """The fields of a group in which members of lists are named, by themselves or in a group below."""
    found = []
    for field, info in model.model_fields.items():
        inner = inner_model(info.annotation)
        listed = next((mark.list for mark in info.metadata if isinstance(mark, NameOf)), "")
        if listed or (inner and fields_with_names(inner)):
            found.append(Named(field, info.alias or field, listed))
    return tuple(found)


def names_in(part: BaseModel, above: str = "") -> Iterator[tuple[str, str, str]]:
    """Each name of a member of a list, with its field's path and the list."""
    for field, written, listed in fields_with_names(type(part)):
        value, path = getattr(part, field), f"{above}{written}"
        if isinstance(value, str):
            yield path, value, listed
        elif isinstance(value, BaseModel):
            yield from names_in(value, f"{path}.")
        elif listed:
            yield from ((f"{path}.{key}", name, listed) for key, name in _keyed(value or ()))
        else:
            for number, inner in enumerate(value or ()):
                yield from names_in(inner, f"{path}.{number}.")


def _keyed(names: Iterable[str]) -> Iterable[tuple[int | str, str]]:
    """The names of a list by their number; those that are names of fields by themselves."""
    return ((name, name) for name in names) if isinstance(names, Mapping) else enumerate(names)


def is_list(annotation: Any) -> bool:
    """True for `list[…]`, optional or not."""
    if get_origin(annotation) is list:
        return True
    if get_origin(annotation) in (Union, UnionType, Annotated):
        return any(is_list(inner) for inner in get_args(annotation))
    return False


def model_at(model: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel] | None:
    """The model whose fields stand at this place."""
    found: type[BaseModel] | None = model
    for part in location:
        if isinstance(part, int):
            continue
        if found is None or part not in found.model_fields:
            return None
        found = inner_model(found.model_fields[part].annotation)
    return found
