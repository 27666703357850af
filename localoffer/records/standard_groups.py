"""What fields of a group say together in a loose form → edits: an age range in one field, the names of what a place has.

In: a tree and its model. Out: sure edits. What is taken is the model's own business: `together` reads the ages, the list of
features knows the names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import BaseModel

from localoffer.findings import Edit, Range
from localoffer.model import Eligibility, Location
from localoffer.model.together import ANY, HIGH, LOW, ages_as_meant
from localoffer.yamlfile import Fields, Members, Tree, Words
from localoffer.yamlfile.writing import as_yaml

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
