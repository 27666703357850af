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

from localoffer.exchange.shape import Incoming, Section
from localoffer.exchange.writing.columns import BETWEEN, COLUMNS, FORMULAS, GROUPS, Column, all_columns
from localoffer.exchange.writing.oruk import only_the_town

DICTIONARY = ("column", "holds", "form", "several")
SEVERAL = "Values of a column that holds several stand with a | between them; columns of one group go together, value by value."


def services_csv(services: Iterable[Incoming]) -> str:
    """A row a service. A value that a spreadsheet would run is made plain text with a sign before it (')."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow([column.name for column in all_columns()])
    for service in services:
        writer.writerow([_safe(cell) for cell in _cells(as_told(service))])
    return file.getvalue()


def services_json(services: Iterable[Incoming], about: dict[str, str]) -> str:
    """The same with lists as lists, and what there is to know about the whole."""
    listed = [_known(as_told(service)) for service in services]
    return json.dumps({**about, "services": listed}, ensure_ascii=False, indent=1) + "\n"


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


def as_told(service: Incoming) -> Incoming:
    """The service as everybody may know it, its sections below its description."""
    places = [only_the_town(place) if place.sensitive else place for place in service.places]
    return replace(
        service, places=places, sections=[], description=_with_sections(service.description, service.sections)
    )


def _with_sections(description: str, sections: list[Section]) -> str:
    return "\n\n".join(filter(None, [description, *(f"### {each.heading}\n\n{each.text}" for each in sections)]))


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


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULAS) else cell


def _known(service: Incoming) -> dict[str, Any]:
    """What is known: nothing that is empty."""
    found = {column.name: column.read(service) for column in COLUMNS}
    for group in GROUPS:
        found[group.name] = [_part(part, group.columns) for part in getattr(service, group.path)]
    return {name: value for name, value in found.items() if value}


def _part(part: object, columns: tuple[Column, ...]) -> dict[str, str]:
    return {column.name: text for column in columns if (text := column.read_of(part))}
