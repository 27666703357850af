"""Our own table of services (`services.csv`), read back.

In: what was given. Out: its services. Columns and their places come from `writing.columns`, as they do for the writing.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.exchange.forms.form import Given
from localoffer.exchange.forms.taken import NO_PLACE
from localoffer.exchange.shape import Incoming, Lost, Origin
from localoffer.exchange.tabletext import Row
from localoffer.exchange.writing.columns import BETWEEN, COLUMNS, FORMULAS, GROUPS, Group, all_columns

SURE = frozenset({"id", "name", "provider", "provider_id", "who_it_is_for", "how_to_get_it", "subject_lists"})


def fits(given: Given) -> bool:
    """True for a table with the columns that only ours has."""
    return set(given.columns) >= SURE


def read(given: Given) -> Iterator[Incoming]:
    """A service a row."""
    for table in given.tables():
        unknown = [name for name in table.columns if name not in {column.name for column in all_columns()}]
        for row in table.rows:
            yield _read_row(row, table.name, unknown)


def _read_row(row: Row, source: str, unknown: list[str]) -> Incoming:
    incoming = Incoming("", Origin(source, row.place))
    for column in COLUMNS:
        text = _plain(row.get(column.name))
        column.put(incoming, [each for each in text.split(BETWEEN) if each] if column.is_list else text)
    for group in GROUPS:
        setattr(incoming, group.path, list(_parts(group, row, incoming)))
    incoming.lost += [Lost(name, NO_PLACE) for name in unknown if row.get(name).strip()]
    incoming.withdrawn = row.fault
    return incoming


def _parts(group: Group, row: Row, incoming: Incoming) -> Iterator[object]:
    """The first values of each column together, then the second ones; columns that do not go together are told, not guessed."""
    values = {column: _plain(row.get(column.name)).split(BETWEEN) for column in group.columns if row.get(column.name)}
    counts = {len(texts) for texts in values.values()}
    if len(counts) > 1:
        incoming.lost += [Lost(column.name, "its values do not go together with those beside it") for column in values]
        return
    for at in range(max(counts, default=0)):
        part = group.make()
        for column, texts in values.items():
            column.put_to(part, texts[at])
        yield part


def _plain(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(FORMULAS) else cell
