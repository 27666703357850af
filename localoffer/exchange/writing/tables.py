"""Services as tables for people and programs: CSV, JSON, and the dictionary of their columns.

In: services in the one shape. Out: texts. A place that must not be found is only ever its town; what is not known is empty.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from localoffer.exchange.shape import Incoming
from localoffer.exchange.writing.columns import BETWEEN, COLUMNS, FORMULAS, GROUPS, Column, all_columns
from localoffer.exchange.writing.oruk import only_the_town, with_sections

DICTIONARY = ("column", "holds", "form", "several")
SEVERAL = "Values of a column that holds several stand with a | between them; columns of one group go together, value by value."


def csv_row(service: Incoming) -> str:
    """The line of one service. A value that a spreadsheet would run is made plain text with a sign before it (')."""
    return _csv_line([safe(cell) for cell in _cells(as_told(service))])


def json_row(service: Incoming) -> str:
    """The same service as JSON."""
    return json.dumps(_known(as_told(service)), ensure_ascii=False)


def whole_csv(rows: Iterable[str]) -> str:
    """The rows below the names of their columns."""
    return "".join([_csv_line([column.name for column in all_columns()]), *rows])


def whole_json(rows: Iterable[str], about: dict[str, Any]) -> str:
    """The rows, a line each, below what there is to know about the whole."""
    head = "".join(f"{json.dumps(name)}: {json.dumps(value, ensure_ascii=False)},\n" for name, value in about.items())
    listed = ",\n".join(rows)
    return f'{{{head}"services": [\n{listed}\n]}}\n'


def _csv_line(cells: Iterable[str]) -> str:
    file = io.StringIO()
    csv.writer(file, lineterminator="\r\n").writerow(cells)
    return file.getvalue()


def dictionary() -> list[dict[str, str]]:
    """What each column holds."""
    rows = [
        {"column": each.name, "holds": each.holds, "form": each.form, "several": "yes" if each.is_list else "no"}
        for each in COLUMNS
    ]
    for group in GROUPS:
        rows += [
            {
                "column": each.name,
                "holds": each.holds,
                "form": each.form,
                "several": f"yes, together with the others of {group.name}",
            }
            for each in group.columns
        ]
    return rows


def dictionary_csv() -> str:
    """The dictionary as a table."""
    file = io.StringIO()
    writer = csv.DictWriter(file, DICTIONARY, lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(dictionary())
    return file.getvalue()


def dictionary_json() -> str:
    """The dictionary for programs."""
    return json.dumps({"about": SEVERAL, "columns": dictionary()}, ensure_ascii=False, indent=1) + "\n"


def schema_json() -> str:
    """What services.json may hold, as JSON Schema: the columns by their names, the groups as lists."""
    service = {column.name: _form_of(column) for column in COLUMNS}
    for group in GROUPS:
        parts = {column.name: _form_of(column) for column in group.columns}
        service[group.name] = {"type": "array", "items": {"type": "object", "properties": parts, **_NOTHING_ELSE}}
    listed = {"type": "object", "properties": service, "required": ["id", "name"], **_NOTHING_ELSE}
    about = {"services": {"type": "array", "items": listed}, "publisher": {"type": "string"}, "as_at": _DAY}
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "services.json",
        "type": "object",
        "properties": about,
        "required": ["services", "publisher", "as_at"],
    }
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


_NOTHING_ELSE = {"additionalProperties": False}
_DAY = {"type": "string", "format": "date"}


def _form_of(column: Column) -> dict[str, Any]:
    """Every value is text: what is not known is left out, and never a number that stands for nothing."""
    forms: dict[str, dict[str, Any]] = {
        "number": {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
        "day": _DAY,
        "yes or no": {"enum": ["yes", "no"]},
    }
    value = (
        {"type": "string", "minLength": 1, **forms.get(column.form, {})}
        if column.form != "yes or no"
        else forms[column.form]
    )
    listed = {"type": "array", "items": value, "minItems": 1} if column.is_list else value
    return {"description": column.holds, **listed}


def as_told(service: Incoming) -> Incoming:
    """The service as everybody may know it, its sections below its description."""
    places = [only_the_town(place) if place.sensitive else place for place in service.places]
    return replace(service, places=places, sections=[], description=with_sections(service))


def _cells(service: Incoming) -> Iterator[str]:
    for column in COLUMNS:
        value = column.read(service)
        yield _joined(value) if column.is_list else value
    for group in GROUPS:
        parts = getattr(service, group.path)
        for column in group.columns:
            texts = [column.read_of(part) for part in parts]
            yield _joined(texts) if any(texts) else ""


def _joined(texts: Iterable[str]) -> str:
    return BETWEEN.join(text.replace("|", "/") for text in texts)


def safe(cell: str) -> str:
    """A cell that no spreadsheet runs: one that begins like a formula has a sign before it."""
    return f"'{cell}" if cell.lstrip("'").startswith(FORMULAS) else cell


def _known(service: Incoming) -> dict[str, Any]:
    """What is known: nothing that is empty."""
    found = {column.name: column.read(service) for column in COLUMNS}
    for group in GROUPS:
        found[group.name] = [_part(part, group.columns) for part in getattr(service, group.path)]
    return {name: value for name, value in found.items() if value}


def _part(part: object, columns: tuple[Column, ...]) -> dict[str, str]:
    return {column.name: text for column in columns if (text := column.read_of(part))}
