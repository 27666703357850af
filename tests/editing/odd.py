"""Every value of an offer in another plain form than the standard one, wherever its field takes such a form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from localoffer.editing.sources import parts_of, source_files
from localoffer.findings import Edit
from localoffer.model import Eligibility, Location
from localoffer.records.standard import Value, groups_of, is_long, values_of
from localoffer.wording.phones import phone_chunks
from localoffer.yamlfile import Fields, Tree, Words
from localoffer.yamlfile.edits import apply_edits
from localoffer.yamlfile.source import read_text, relative_name
from localoffer.yamlfile.writing import as_yaml


def make_odd(root: Path) -> int:
    """Rewrite every file; how many values are odd now."""
    count = 0
    for path in source_files(root):
        text, _findings = read_text(path, root)
        name = relative_name(path, root)
        edits = [
            edit
            for tree, model in parts_of(text or "", name)
            for value in values_of(tree, model)
            for edit in odd(value, name)
        ]
        edits += [edit for tree, model in parts_of(text or "", name) for edit in odd_groups(tree, model, name)]
        new, changes = apply_edits(text or "", edits)
        path.write_text(new, encoding="utf-8", newline="")
        count += len(changes)
    return count


def odd_groups(tree: Tree, model: type[BaseModel], path: str) -> Iterator[Edit]:
    """A range in the lowest age, and features by their names."""
    for group, inner in groups_of(tree, model):
        low, high = group.values.get("minimum_age"), group.values.get("maximum_age")
        if inner is Eligibility and isinstance(low, Words) and isinstance(high, Words):
            yield Edit(path, low.range, f"{low.value}-{high.value}")
        features = group.values.get("accessibility")
        if inner is Location and isinstance(features, Fields):
            yield from (
                Edit(path, key.range, key.name.replace("-", " ").capitalize()) for key in features.keys.values()
            )


def odd(value: Value, path: str) -> Iterator[Edit]:
    words, read, phone = value
    if is_long(words.range) or words.is_nothing or not words.value.strip():
        return
    try:
        meant = read(words.value)
    except ValidationError:
        return
    if isinstance(meant, str) and " " in words.value and len(words.value) > 25:
        return
    for form in forms(meant, words.value, phone=phone):
        if form != words.value and reads(read, form) == meant:
            yield Edit(path, words.range, as_yaml(form, in_brackets=words.in_brackets))
            return


def reads(read: Any, form: str) -> Any:
    try:
        return read(form)
    except ValidationError:
        return None


def forms(meant: Any, typed: str, *, phone: bool) -> Iterator[str]:
    if isinstance(meant, bool):
        yield from ("Y", "TRUE") if meant else ("N", "FALSE")
    elif isinstance(meant, time):
        yield f"{meant.hour % 12 or 12}.{meant:%M}{'pm' if meant.hour > 11 else 'am'}"
        yield f"{meant.hour}:{meant:%M}"
    elif isinstance(meant, date):
        yield from (f"{meant.day} {meant:%B %Y}", f"{meant:%d/%m/%Y}")
    elif isinstance(meant, Decimal):
        yield f"£{typed}"
    elif isinstance(meant, int):
        yield f"0{meant}"
    elif phone:
        yield phone_chunks(str(meant)).replace(" ", "-")
    elif isinstance(meant, str):
        yield from (
            typed.removeprefix("https://"),
            typed.replace("-", " ").capitalize(),
            typed.upper(),
            typed.replace(" ", ""),
        )
        yield f"{typed.partition('@')[0]}@{typed.partition('@')[2].upper()}"
