"""A tree → plain values for pydantic, and the place of each of them.

In: a tree of `yamlfile`. Out: dicts, lists and texts; `Spot`s by field path
(`contacts.0.phone`); findings for keys with nothing after them, which are left out.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from localoffer.findings import Edit, Finding, Range
from localoffer.model import Spot, rules
from localoffer.yamlfile import Fields, Key, Members, Tree, Words
from localoffer.yamlfile import rules as file_rules
from localoffer.yamlfile.writing import as_yaml


@dataclass
class Plain:
    """What one file says, without judgement."""

    path: str
    values: Any = None
    spots: dict[str, Spot] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    empties: set[str] = field(default_factory=set)
    lost: dict[str, Words] = field(default_factory=dict)  # texts beside which YAML threw words away


def plain_values(tree: Tree, path: str) -> Plain:
    """The values of a whole tree."""
    plain = Plain(path)
    plain.values = _values(tree, "", None, plain)
    return plain


def _values(tree: Tree, name: str, key: Key | None, plain: Plain) -> Any:
    place = (tree.line, tree.column)
    spot_key = (key.line, key.column) if key else place
    plain.spots[name] = (
        Spot(spot_key, place, tree.starts, tree.range, tree.in_brackets)
        if isinstance(tree, Words)
        else Spot(spot_key, place)
    )
    if isinstance(tree, Words):
        if tree.lost:
            plain.lost[name] = tree
        return tree.value
    inside = f"{name}." if name else ""
    if isinstance(tree, Members):
        members = [(f"{inside}{number}", child) for number, child in enumerate(tree.values)]
        return [
            _values(child, child_name, None, plain)
            for child_name, child in members
            if not (isinstance(child, Words) and _is_empty(child, child_name, None, plain))
        ]
    parts = [(f"{inside}{part}", part, tree.keys[part], child) for part, child in tree.values.items()]
    return {
        part: _values(child, child_name, part_key, plain)
        for child_name, part, part_key, child in parts
        if not (isinstance(child, Words) and _is_empty(child, child_name, part_key, plain, tree))
    }


def at(name: str, part: str | int) -> str:
    """The path of a field inside another."""
    return f"{name}.{part}" if name else str(part)


def _is_empty(tree: Words, name: str, key: Key | None, plain: Plain, group: Fields | None = None) -> bool:
    """True when nothing stands there; "" and null are what forms write where nothing was filled in, and no fault.

    An alt of "" is kept: the rules for alt text ask if the picture is declared to be decoration.
    """
    if tree.value.strip() and not tree.is_nothing:
        return False
    if tree.value and tree.is_nothing:
        return True
    if not tree.is_nothing:
        return key is None or key.name != "alt"
    plain.empties.add(name)
    plain.findings.append(_empty_finding(tree, name, key, plain.path, group))
    return True


def _empty_finding(tree: Words, name: str, key: Key | None, path: str, group: Fields | None) -> Finding:
    if key is not None and group is not None and group.in_brackets and " " in key.name:
        rest = key.name if len(key.name) <= 40 else key.name[:37] + "…"
        message = f"inside {{ }} a comma ends the text, so “{rest}” stands alone"
        fix = "put quotation marks round the whole text before and after the comma."
        edit = joined(group, key.name, path)
        return file_rules.COMMA_IN_TEXT.finding(path, message, fix, (key.line, key.column), edit=edit)
    if key is None:
        fix = "write something after it, or take the line out."
        return rules.EMPTY_FIELD.finding(path, "there is nothing after this hyphen", fix, (tree.line, tree.column))
    fix = NOTHING_AFTER.get(name) or NOTHING_AFTER.get(key.name, "write something after it, or take the line out.")
    return rules.EMPTY_FIELD.finding(path, f"there is nothing after {key.name}", fix, (key.line, key.column))


NOTHING_AFTER = {
    "alt": "say in a few words what the picture shows, or write decorative: yes instead if it adds nothing.",
    "logo.alt": "write the name on the logo.",
}
"""Fields that may not simply be left out → the way out."""


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
