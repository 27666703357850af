"""Values that are taken in a loose form → edits that write them in the standard one, and what the fields of a group say together in
one, as an age range in one field.

In: a tree and its model. Out: sure edits, wherever the value as the model reads it is written otherwise. Which forms are
taken is the model's own business: each value is read by its field, and what was read is written down again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, NamedTuple, get_args, get_origin

from pydantic import BaseModel, ValidationError

from localoffer.findings import Edit, Range
from localoffer.model import Eligibility, Location, adapter_of
from localoffer.model.base import may_stand_alone
from localoffer.model.forms import Phone
from localoffer.model.together import ANY, HIGH, LOW, ages_as_meant
from localoffer.records.names import inner_model
from localoffer.records.shapes import pieces_of, shapes_of
from localoffer.wording.phones import phone_chunks
from localoffer.yamlfile import Fields, Members, Tree, Words
from localoffer.yamlfile.writing import as_yaml

Read = Callable[[Any], Any]
NAMES = {
    ("Service", "topics"): "topics",
    ("Service", "service_areas"): "areas",
    ("Eligibility", "needs"): "needs",
    ("EasyPoint", "picture"): "pictures",
    ("ContentPage", "topics"): "topics",
    ("ContentPage", "stages"): "stages",
    ("ContentPage", "needs"): "needs",
    ("ContentPage", "situations"): "situations",
    ("ContentPage", "picture"): "pictures",
}
"""A field that names members of a list → the list."""
PHONE = Phone.__metadata__  # type: ignore[attr-defined]


class Value(NamedTuple):
    """A value as typed, how its field reads it, and whether it is a phone number."""

    words: Words
    read: Read
    phone: bool = False


def as_named(names: list[str], _vocabulary: str) -> list[str]:
    """No list is at hand: names stay."""
    return names


def standard_edits(tree: Tree | None, path: str, model: type[BaseModel], rename: Rename = as_named) -> Iterator[Edit]:
    """The edits of one record."""
    for value in values_of(tree, model, rename):
        yield from _of_value(*value, path)
    for group, inner in groups_of(tree, model):
        yield from group_edits(group, path, inner, rename)


def groups_of(tree: Tree | None, model: type[BaseModel]) -> Iterator[tuple[Fields, type[BaseModel]]]:
    """Every group of fields of a record, with its model."""
    if isinstance(tree, Members):
        for member in tree.values:
            yield from groups_of(member, model)
    if not isinstance(tree, Fields):
        return
    yield tree, model
    names = {info.alias or name: info for name, info in model.model_fields.items()}
    for key, child in tree.values.items():
        inner = inner_model(names[key].annotation) if key in names else None
        if inner:
            yield from groups_of(child, inner)


def values_of(tree: Tree | None, model: type[BaseModel], rename: Rename = as_named) -> Iterator[Value]:
    """Every value of a record that its fields know."""
    if not isinstance(tree, Fields):
        return
    names = {info.alias or name: name for name, info in model.model_fields.items()}
    for key, child in tree.values.items():
        if key in names:
            yield from _of_field(child, model, names[key], rename)


def _of_field(tree: Tree, model: type[BaseModel], field: str, rename: Rename) -> Iterator[Value]:
    inner = inner_model(model.model_fields[field].annotation)
    read = _reader(model, field, rename)
    if isinstance(tree, Words):
        yield Value(tree, read, is_phone(model, field))
    elif isinstance(tree, Members):
        for member in tree.values:
            if inner:
                yield from values_of(member, inner, rename)
            elif isinstance(member, Words):
                yield Value(member, lambda text: _only(read([text])), is_phone(model, field))
    elif inner:
        yield from values_of(tree, inner, rename)
    else:
        for key, child in tree.values.items():
            if isinstance(child, Words):
                yield Value(child, _read_one(read, key))


def _reader(model: type[BaseModel], field: str, rename: Rename) -> Read:
    """How a field reads what is written: one value where a list belongs, and members of lists by their names, too."""
    read, shape = adapter_of(model, field).validate_python, shapes_of(model)[model.model_fields[field].alias or field]
    vocabulary = NAMES.get((model.__name__, field))
    stands_alone = may_stand_alone(model, field)

    def with_shape(written: Any) -> Any:
        parted = isinstance(written, str) and shape.is_list
        value = read([piece for _, piece in pieces_of(written, shape)] if parted else written)
        if parted and stands_alone and len(value) == 1:
            return value[0]
        if not vocabulary or value is None:
            return value
        return rename(value, vocabulary) if isinstance(value, list) else _only(rename([value], vocabulary))

    return with_shape


def _read_one(read: Read, key: str) -> Read:
    """How one fact of a group that has no names of its own is read."""
    return lambda text: _only(list(read({key: text}).values()))


def _only(values: Any) -> Any:
    """The one value that was read; None where it was taken for none, or for several."""
    return values[0] if isinstance(values, list) and len(values) == 1 else None


def _of_value(words: Words, read: Read, phone: bool, path: str) -> Iterator[Edit]:
    if words.is_nothing or not words.value.strip():
        return
    try:
        value = read(words.value)
        if not _differs(words, value, phone) or not _reads_as(value, read, phone):
            return
    except (ValidationError, ValueError, TypeError, AttributeError):
        return
    text = standard_yaml(value, in_brackets=words.in_brackets, phone=phone)
    if text is not None:
        yield Edit(path, words.range, text)


def _reads_as(value: Any, read: Read, phone: bool) -> bool:
    """The standard form is read as the very same value."""
    if isinstance(value, list):
        return bool(read([standard_text(member, phone=phone) for member in value]) == value)
    return bool(read(standard_text(value, phone=phone)) == value)


def _differs(words: Words, value: Any, phone: bool) -> bool:
    """Prose over several lines is left as it was typed: only its line ends would change."""
    if isinstance(value, list):
        return True
    if isinstance(value, str) and (is_long(words.range) or "\n" in value):
        return False
    text = standard_text(value, phone=phone)
    return text is not None and words.value != text


def is_long(part: Range) -> bool:
    """More than one line."""
    return part.end_line > part.line


def standard_yaml(value: Any, *, in_brackets: bool = False, phone: bool = False) -> str | None:
    """A value as YAML; None for what is written in lines of its own."""
    if isinstance(value, list):
        members = [standard_text(member, phone=phone) for member in value]
        if not members or None in members:
            return None
        return "[" + ", ".join(as_yaml(member, in_brackets=True) for member in members if member is not None) + "]"
    text = standard_text(value, phone=phone)
    return None if text is None else as_yaml(text, in_brackets=in_brackets)


def standard_text(value: Any, *, phone: bool = False) -> str | None:
    """One value in its standard form, before YAML's quotation marks: 09:30, 3.50, yes, 01632 960 114."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return phone_chunks(value) if phone else value
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:.2f}" if value.as_tuple().exponent else f"{value:f}"
    return str(value) if isinstance(value, int) else None


@cache
def is_phone(model: type[BaseModel], field: str) -> bool:
    """True for a field that holds a phone number, or a list of them."""
    info = model.model_fields[field]
    return _holds(info.annotation, tuple(info.metadata))


def _holds(annotation: Any, metadata: tuple[Any, ...] = ()) -> bool:
    if any(mark is phone for mark in metadata for phone in PHONE):
        return True
    if get_origin(annotation) is Annotated:
        return _holds(annotation.__origin__, annotation.__metadata__)
    return any(_holds(inner) for inner in get_args(annotation) if not isinstance(inner, str))


Rename = Callable[[list[str], str], list[str]]
"""Names of a list's members as pages show them → their short names."""


def group_edits(group: Fields, path: str, model: type[BaseModel], rename: Rename) -> Iterator[Edit]:
    """The edits of one group of fields."""
    if model is Eligibility:
        yield from _ages(group, path)
    elif model is Location and (features := group.values.get("accessibility")) is not None:
        yield from _features(features, path, rename)


def _ages(group: Fields, path: str) -> Iterator[Edit]:
    typed = {name: value for name in (LOW, HIGH, ANY) if isinstance(value := group.values.get(name), Words)}
    said = {name: words.value for name, words in typed.items()}
    meant = ages_as_meant(said)
    if meant is said or meant.keys() == said.keys():
        yield from _changed_ages(typed, meant, path)
        return
    if len(typed) > 1:
        return  # lines would have to go: what stands there is understood, and stays
    (only, words), *_ = typed.items()
    key = group.keys[only]
    if words.range.line != words.range.end_line or words.lost:
        return
    between = ", " if group.in_brackets else "\n" + " " * (key.column - 1)
    written = between.join(f"{field}: {meant[field]}" for field in (ANY, LOW, HIGH) if field in meant)
    yield Edit(path, Range(key.line, key.column, words.range.end_line, words.range.end_column), written)


def _changed_ages(typed: dict[str, Words], meant: dict[str, str], path: str) -> Iterator[Edit]:
    """A range in both fields, `any_age: all ages`."""
    for name, words in typed.items():
        if meant[name] != words.value:
            yield Edit(path, words.range, meant[name])


def _features(features: Tree, path: str, rename: Rename) -> Iterator[Edit]:
    if isinstance(features, Fields):
        for key in features.keys.values():
            new = rename([key.name], "features")[0]
            if new != key.name and new not in features.keys:
                yield Edit(path, key.range, new)
    elif isinstance(features, Words) or (features.in_brackets and features.range.line == features.range.end_line):
        names = (
            [part.strip() for part in features.value.split(",")] if isinstance(features, Words) else _names(features)
        )
        named = rename([name for name in names if name], "features")
        if named:
            yield Edit(
                path, features.range, "{" + ", ".join(f"{as_yaml(name, in_brackets=True)}: yes" for name in named) + "}"
            )


def _names(features: Members) -> list[str]:
    return [member.value for member in features.values if isinstance(member, Words)]
