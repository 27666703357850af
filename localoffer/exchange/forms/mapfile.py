"""The file in which a person says which column of a table is which.

In: its text. Out: the name of each column → the name of its target, or a `SourceFault` at the line that is not so.
"""

from __future__ import annotations

from localoffer.exchange.fault import SourceFault
from localoffer.exchange.forms.targets import BY_ID
from localoffer.yamlfile import Fields, Words, parse_yaml

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
