"""pydantic's errors → plain sentences at the line a person can edit.

In: a `ValidationError`, the model, the places. Out: findings, one per cause:
an unknown field next to a missing one it could be is ONE finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from localoffer.findings import MAYBE, SURE, Edit, Finding, Range
from localoffer.model import Origin, Spot, adapter_of, example_of, other_names, rules
from localoffer.model.form import short
from localoffer.model.forms import is_yes_or_no
from localoffer.records.names import field_names, group_of, is_list, meant_field, model_at, nearest, normal
from localoffer.records.plain import Plain
from localoffer.rulebook import Rule

Location = tuple[str | int, ...]
Said = tuple[Rule, str, str]
"""A rule, what is wrong, and a way out."""


def translate(error: ValidationError, model: type[BaseModel], plain: Plain) -> list[Finding]:
    """Every fault of a record as a finding."""
    translator = _Translator(model, plain)
    return list(translator.findings(error.errors(include_url=False, include_input=True)))


MOST_HINTS = 40
"""A file with more unknown fields than this is another kind of file: no hints, and no long search for them."""


class _Translator:
    """Knows one file's model and places."""

    def __init__(self, model: type[BaseModel], plain: Plain) -> None:
        self.model = model
        self.plain = plain
        self.origin = Origin(plain.path, plain.spots)
        self.renamed: set[Location] = set()
        self.strangers = 0

    def findings(self, errors: list[ErrorDetails]) -> Iterator[Finding]:
        missing = {tuple(error["loc"]) for error in errors if error["type"] == "missing"}
        for error in errors:
            if error["type"] == "extra_forbidden":
                yield self.unknown(tuple(error["loc"]), missing)
        for error in errors:
            location = tuple(error["loc"])
            if error["type"] == "extra_forbidden" or location in self.renamed or dotted(location) in self.plain.empties:
                continue
            yield self.missing(location) if error["type"] == "missing" else self.wrong(location, error)

    def unknown(self, location: Location, missing: set[Location]) -> Finding:
        """A field that does not exist, with the one that was meant."""
        *above, written = location
        place = self.origin.key_position(dotted(location))
        model = model_at(self.model, tuple(above)) or self.model
        name = str(written)
        self.strangers += 1
        if self.strangers > MOST_HINTS:
            message = f"there is no field called {_quote(name)} here"
            fix = "take it out; compare the file with another listing."
            return rules.UNKNOWN_FIELD.finding(self.plain.path, message, fix, place)
        meant = meant_field(name, model)
        if meant and ((*above, meant) in missing or not self.is_given((*above, meant))):
            self.renamed.add((*above, meant))
            message = f"there is no field called {_quote(name)} here. Did you mean {meant}?"
            fix = f"write {meant} instead of {_quote(name)}."
            edit = renaming(self.plain, location, meant, model)
            return rules.UNKNOWN_FIELD.finding(self.plain.path, message, fix, place, edit=edit)
        if meant:
            message = f"there is no field called {_quote(name)} here; {meant} is here already"
            fix = f"take out {_quote(name)}, or put what it says into {meant}."
            return rules.UNKNOWN_FIELD.finding(self.plain.path, message, fix, place)
        group = group_of(name, model) or (group_of(name, self.model) if above else None)
        if group:
            message = f"{_quote(name)} does not belong here but under {group}"
            fix = f"move it under {group}, two spaces further in."
            return rules.UNKNOWN_FIELD.finding(self.plain.path, message, fix, place)
        if above and name in self.model.model_fields:
            message = f"{_quote(name)} does not belong under {_words(tuple(above))}"
            return rules.UNKNOWN_FIELD.finding(self.plain.path, message, "move it to the start of the line.", place)
        some = ", ".join(field_names(model)[:12])
        message = f"there is no field called {_quote(name)} here"
        return rules.UNKNOWN_FIELD.finding(self.plain.path, message, f"take it out, or use one of: {some}.", place)

    def is_given(self, location: Location) -> bool:
        return dotted(location) in self.plain.spots

    def missing(self, location: Location) -> Finding:
        """A field that must be there."""
        *above, name = location
        parent = tuple(above)
        place = self.origin.key_position(dotted(parent)) if parent else self.origin.position("")
        where = f" under {_words(parent)}" if parent else ""
        model = model_at(self.model, parent) or self.model
        example = example_of(model, str(name)) if name in model.model_fields else "…"
        message = f"{name} is missing{where}"
        return rules.MISSING_FIELD.finding(self.plain.path, message, f"add a line such as  {name}: {example}", place)

    def wrong(self, location: Location, error: ErrorDetails) -> Finding:
        """A value that is not what the field holds."""
        location = self.known(location)
        place = self.origin.position(dotted(location))
        rule, message, fix = self.sentence(location, error)
        return rule.finding(self.plain.path, message, fix, place, edit=self.edit(location, error))

    def edit(self, location: Location, error: ErrorDetails) -> Edit | None:
        """The value to write instead, where the way out names one."""
        context = error.get("ctx") or {}
        if put := context.get("put"):
            return self.origin.replacing(dotted(location), str(put), context["how_sure"])
        if error["type"] != "literal_error":
            return None
        written = str(error["input"])
        meant = nearest(written, choices(error))
        how_sure = SURE if meant and normal(meant) == normal(written) else MAYBE
        return self.origin.replacing(dotted(location), meant, how_sure) if meant else None

    def known(self, location: Location) -> Location:
        """The place without pydantic's own additions, such as the key it was checking."""
        while location and dotted(location) not in self.plain.spots:
            location = location[:-1]
        return location

    def sentence(self, location: Location, error: ErrorDetails) -> Said:
        kind, context = error["type"], error.get("ctx") or {}
        name = _words(location)
        if "fix" in context:
            return rules.BY_ID[kind], f"{name}: {context['message']}", str(context["fix"])
        if kind == "literal_error":
            return self.choice(name, choices(error), error["input"])
        is_text = isinstance(error["input"], str)
        if kind in ("string_too_long", "too_long") and is_text:
            return _too_long(name, error["input"], int(context["max_length"]))
        if kind in ("string_too_short", "too_short") and is_text:
            return rules.TEXT_SHORT, f"{name} is too short", f"write at least {context['min_length']} characters."
        if kind == "too_short":
            return (
                rules.EMPTY_LIST,
                f"{name} has nothing in it",
                "put at least one between the brackets or below it, after a hyphen.",
            )
        return self.shape(location, name, kind)

    def choice(self, name: str, known: list[str], written: Any) -> Said:
        listed = ", ".join(known[:-1]) + f" or {known[-1]}" if len(known) > 1 else "".join(known)
        meant = nearest(str(written), known)
        hint = f" Did you mean {meant}?" if meant else ""
        return (
            rules.NOT_A_CHOICE,
            f"{name} cannot be {_quote(str(written))}.{hint}",
            f"write {meant}." if meant else f"write {listed}.",
        )

    def shape(self, location: Location, name: str, kind: str) -> Said:
        """Words where a list belongs, and the like."""
        example = self.example(location)
        if kind == "list_type":
            return (
                rules.WRONG_FORM,
                f"{name} must be a list",
                f"write it like  {example}"
                if example.startswith("[")
                else "put each one on a line of its own, after a hyphen and a space.",
            )
        if kind in ("model_type", "model_attributes_type", "dict_type"):
            return (
                rules.WRONG_FORM,
                f"{name} must have fields of its own below it",
                f"write it like  {example}"
                if example.startswith(("{", "[{"))
                else "write its fields on lines below it, two spaces further in.",
            )
        if kind == "string_type":
            return (
                rules.WRONG_FORM,
                f"{name} must be words, not a list or a group of fields",
                f"write it like  {example}"
                if example
                else "write it on one line; put quotation marks round it if it has a colon or brackets.",
            )
        return (
            rules.WRONG_FORM,
            f"{name} is not written in the form it needs",
            f"write it like  {example}" if example else "compare it with another listing.",
        )

    def example(self, location: Location) -> str:
        names = [part for part in location if isinstance(part, str)]
        model = model_at(self.model, tuple(names[:-1])) if names else None
        if model is None or names[-1] not in model.model_fields:
            return ""
        example = str(example_of(model, names[-1]))
        inside_list = (
            bool(location) and isinstance(location[-1], int) and is_list(model.model_fields[names[-1]].annotation)
        )
        return example.strip("[]") if inside_list else example


def choices(error: ErrorDetails) -> list[str]:
    """The words of a choice."""
    return re.findall(r"'([^']*)'", str((error.get("ctx") or {}).get("expected", "")))


def _too_long(name: str, written: Any, most: int) -> Said:
    length = len(written) if isinstance(written, str) else most + 1
    return rules.TEXT_LONG, f"{name} has {length} characters; the most is {most}", f"take out at least {length - most}."


def dotted(location: Location) -> str:
    """The field path of a place: contacts.0.phone."""
    return ".".join(map(str, location))


def _words(location: Location) -> str:
    """The last field on the way to a place: `phone` for contacts.1.phone."""
    names = [part for part in location if isinstance(part, str)]
    return names[-1] if names else "this"


def _quote(text: str) -> str:
    return f"“{short(text)}”"


__all__ = ["Spot", "dotted", "translate"]


def renaming(plain: Plain, location: tuple[str | int, ...], meant: str, model: type[BaseModel]) -> Edit | None:
    """The edit, or None where the field would not hold what is written."""
    field = next((name for name, info in model.model_fields.items() if meant in (name, info.alias)), meant)
    written, value = str(location[-1]), plain.values
    for part in location:
        value = value[part]
    try:
        adapter_of(model, field).validate_python(value)
    except ValidationError:
        return None
    spot = plain.spots[".".join(map(str, location))]
    return Edit(plain.path, _name_range(spot, written), meant, _how_sure(written, field, model), written)


def _name_range(spot: Spot, written: str) -> Range:
    line, column = spot.key
    return Range(line, column, line, column + len(written))


def _how_sure(written: str, field: str, model: type[BaseModel]) -> str:
    """A fact under another name may be meant the other way round: “holidays: no”."""
    wanted = normal(written)
    if wanted in {normal(name) for name in (field, *field_names(model))}:
        return SURE
    named = [name for name in model.model_fields if wanted in map(normal, other_names(model, name))]
    return SURE if named == [field] and not is_yes_or_no(model, field) else MAYBE
