"""A list of both layers as one: national members, with those of this place laid over them.

In: the file of each layer. Out: the members by id, and findings. A member of content/_data with the id of a national one
stands in its place, others follow; `- hide: [id]` takes national ones away.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeVar

from localoffer.cache.store import Room
from localoffer.catalogue import rules
from localoffer.catalogue.files import Files, read_kept
from localoffer.findings import Finding, has_errors
from localoffer.model import Record
from localoffer.model.vocabulary import ReadingWords
from localoffer.overlay import Laid
from localoffer.records import read_members
from localoffer.records.names import nearest
from localoffer.rulebook import Position
from localoffer.yamlfile import Fields, Members, Tree, Words, parse_yaml

HIDE = "hide"
WordT = TypeVar("WordT")


def read_joined(both: list[Laid], model: type[Record], files: Files, kept: Room) -> tuple[dict[str, Any], bool]:
    """The members of a list, and whether all of it could be read."""
    joined: dict[str, Any] = {}
    is_whole = True
    for laid in both:
        records, hidden = read_list(laid, model, files, kept)
        for name, at in hidden:
            _take_away(name, at, joined, laid, files)
        found = by_id(records or [], files)
        is_whole = is_whole and records is not None and len(found) == len(records)
        joined |= found
    return joined, is_whole


def _take_away(name: str, at: Position, joined: dict[str, Any], laid: Laid, files: Files) -> None:
    if joined.pop(name, None) is None:
        meant = nearest(name, joined)
        hint = f" Did you mean {meant}?" if meant else ""
        message = f"there is no {name} in the national list.{hint}"
        fix = f"write {meant}" if meant else "take it out of hide."
        files.findings.append(rules.HIDE_UNKNOWN.finding(laid.shown, message, fix, at))


def read_list(
    laid: Laid, model: type[Record], files: Files, kept: Room
) -> tuple[list[Record] | None, list[tuple[str, Position]]]:
    """The members of a list, and the ids it hides; no members when something in it could not be read."""

    def read_new(text: str, name: str) -> tuple[list[Record], list[Finding], list[tuple[str, Position]]]:
        tree, findings = parse_yaml(text, name)
        records, more = read_members(without_hidden(tree), name, model)
        return records, [*findings, *more], [(word.value, (word.line, word.column)) for word in _hidden(tree)]

    _key, (records, findings, *hidden) = read_kept(kept, laid.path, laid.base, f"list of {model.__name__}", read_new)
    files.findings += findings
    return (None if has_errors(findings) else records), hidden[0] if hidden else []


def is_hiding(tree: Tree) -> bool:
    """True for a member that only says what is hidden."""
    return isinstance(tree, Fields) and tree.values.keys() == {HIDE}


def without_hidden(tree: Tree | None) -> Tree | None:
    """The list without what it says of others."""
    if isinstance(tree, Members) and any(map(is_hiding, tree.values)):
        kept = [member for member in tree.values if not is_hiding(member)]
        return Members(tree.line, tree.column, kept, tree.in_brackets, tree.range)
    return tree


def _hidden(tree: Tree | None) -> Iterator[Words]:
    for member in tree.values if isinstance(tree, Members) else ():
        if isinstance(member, Fields) and is_hiding(member):
            value = member.values[HIDE]
            for word in value.values if isinstance(value, Members) else [value]:
                if isinstance(word, Words) and not word.is_nothing:
                    yield word


def by_id(records: list[Record], files: Files) -> dict[str, Any]:
    """The members of one file by id; one that stands there twice is a fault."""
    found: dict[str, Any] = {}
    for record in records:
        name = str(getattr(record, "id"))  # noqa: B009 - every vocabulary model has it
        if name in found:
            first = found[name].origin.position("id")[0]
            message = f"{name} is here twice: it is on line {first} already"
            files.findings.append(rules.DUPLICATE_ID.in_field(record, "id", message, "give one of the two another id."))
        found.setdefault(name, record)
    return found


def join_words(layers: list[ReadingWords]) -> ReadingWords:
    """The words of the reading rules: ours stand in the place of national ones, and `hide` takes words away."""
    if not layers:
        return ReadingWords()
    hidden = {word.casefold() for words in layers for word in words.hide}
    lists = {
        name: _joined_words([list(getattr(words, name)) for words in layers], hidden)
        for name in ("avoid", "contractions", "acronyms")
    }
    return layers[-1].model_copy(update=lists)


def _joined_words(layers: list[list[WordT]], hidden: set[str]) -> list[WordT]:
    found = {str(getattr(word, "word")).casefold(): word for words in layers for word in words}  # noqa: B009
    return [word for name, word in found.items() if name not in hidden]
