"""Words that a comma cut off inside { } → the edit that joins them again, in quotation marks.

In: the group, and the name of the words that stand alone. Out: a sure edit; None where the words before the comma are no text
of one line.
"""

from __future__ import annotations

from itertools import takewhile

from localoffer.findings import Edit, Range
from localoffer.yamlfile import Fields, Words
from localoffer.yamlfile.writing import as_yaml


def joined(group: Fields, name: str, path: str) -> Edit | None:
    """The words before the comma and all that stand alone after it, as one text."""
    names = list(group.values)
    place = names.index(name)
    before = group.values[names[place - 1]] if place else None
    if not isinstance(before, Words) or not before.is_plain or not before.value:
        return None
    alone = [group.keys[each] for each in takewhile(lambda each: _stands_alone(group, each), names[place:])]
    line, column, *_ = before.range
    end_line, end_column = alone[-1].range[2:]
    if end_line != line:
        return None
    text = ", ".join([before.value, *(key.name for key in alone)])
    return Edit(path, Range(line, column, end_line, end_column), as_yaml(text, in_brackets=True))


def _stands_alone(group: Fields, name: str) -> bool:
    value = group.values[name]
    return isinstance(value, Words) and value.is_plain and not value.value and " " in name
