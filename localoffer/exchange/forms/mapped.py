"""Any table, with a map that says which column is which.

In: what was given, and a map: the name of a column → the name of a target. Out: one record a row. A column that the map does not
name is told as lost in every record where it says something; a column that must never be published is named, and never carried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from localoffer.exchange.fault import SourceFault
from localoffer.exchange.forms.cells import Cells
from localoffer.exchange.forms.form import Given
from localoffer.exchange.forms.targets import BY_ID, LEAVE_OUT, MORE, NEVER
from localoffer.exchange.shape import Incoming, Lost, Origin, Section
from localoffer.exchange.tabletext import Row
from localoffer.yamlfile import Fields, Words, parse_yaml

MAP_SAYS_NEVER = "the map says that it must never be published"
MAP_SAYS_OUT = "the map leaves it out"
NOT_IN_MAP = "the map does not name this column"


def fits(given: Given) -> bool:
    """True for a table where a map is given."""
    return given.mapping is not None and len(given.columns) > 1


def read(given: Given) -> Iterator[Incoming]:
    """A record for each row."""
    mapping = {str(column): str(target) for column, target in (given.mapping or {}).items()}
    _check(mapping, given)
    for table in given.tables():
        missing = [column for column in mapping if column not in table.columns]
        if missing:
            given.progress.notes.append(f"{table.name} has no column {', '.join(missing)}, which the map names.")
        for row in table.rows:
            yield _read_row(row, mapping, table.name)


def _check(mapping: Mapping[str, str], given: Given) -> None:
    """A map that names what is not there would lose words: it is refused before a row is read."""
    for column, target in mapping.items():
        if target not in BY_ID:
            raise SourceFault(
                f"The map says that the column {column!r} is {target!r}, which is nothing we know.",
                f"write one of these: {', '.join(BY_ID)}.",
            )
    if not mapping.keys() & set(given.columns):
        raise SourceFault(
            f"The map names no column of {given.name}.", f"its columns are: {', '.join(given.columns[:40])}."
        )
    if "name" not in mapping.values():
        raise SourceFault(
            "The map does not say which column is the name of the service.", "add a line that ends in: name"
        )


def _read_row(row: Row, mapping: Mapping[str, str], source: str) -> Incoming:
    cells = Cells(row.cells)
    incoming = Incoming("", Origin(source, row.place))
    for column, target in mapping.items():
        if target == NEVER:
            incoming.held_back += cells.hold_back(MAP_SAYS_NEVER, column)
        elif target == LEAVE_OUT:
            incoming.lost += [Lost(each.path, MAP_SAYS_OUT) for each in cells.hold_back("", column)]
        elif text := cells.text(column):
            _put(incoming, target, column, text)
    incoming.lost += [each if each in cells.placeholders else Lost(each.path, NOT_IN_MAP) for each in cells.left()]
    incoming.withdrawn = row.fault
    if not incoming.id:
        incoming.id = _own_id(incoming)
    return incoming


def _put(incoming: Incoming, target: str, column: str, text: str) -> None:
    if target == MORE:
        incoming.sections.append(Section(column, text))
    else:
        BY_ID[target].put(incoming, text)


def _own_id(incoming: Incoming) -> str:
    """A table without numbers: its rows are known by what they are called, by whom and where. "" for a row without a name."""
    place = incoming.places[0].postal_code if incoming.places else ""
    said = (" ".join(text.split()).casefold() for text in (incoming.name, incoming.organization.name, place))
    return " · ".join(filter(None, said)) if incoming.name.strip() else ""


# The map's file


SHAPE = "it has a line `columns:` and below it a line for each column, like: Where: postcode"


def read_map(text: str, name: str) -> dict[str, str]:
    """The map of a file; `name`: as it is called where it is wrong."""
    tree, findings = parse_yaml(text.removeprefix("\ufeff"), name)
    if findings:
        found = findings[-1]
        raise SourceFault(f"{name}, line {found.line}: {found.message}", found.fix)
    columns = tree.values.get("columns") if isinstance(tree, Fields) else None
    if not isinstance(columns, Fields) or not columns.values:
        raise SourceFault(f"{name} is no map of a table.", SHAPE)
    found_targets = {}
    for column, value in columns.values.items():
        line = columns.keys[column].line
        target = " ".join(value.value.split()) if isinstance(value, Words) else ""
        if target not in BY_ID:
            raise SourceFault(
                f"{name}, line {line}: {column!r} is said to be {target!r}, which is nothing we know.",
                f"write one of these: {', '.join(BY_ID)}.",
            )
        found_targets[column] = target
    return found_targets
