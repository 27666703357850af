"""The one shape of a rule, of what it finds, and of a group of rules.

In: what a check saw. Out: findings with the rule's own name and severity, which stand nowhere else. Every room that checks
something declares its rules here below it: as a function that yields faults, or as a value beside the code that finds them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, Protocol, TypedDict, Unpack

from localoffer.findings import ERROR, SURE, WARNING, Edit, Finding, Range

Position = tuple[int, int]
START: Position = (1, 1)
"""Where a finding about a whole file stands."""


class Put(NamedTuple):
    """Words to write in the place of others. `start` and `end` are offsets in the text a check was given; both None where
    the whole value of the fault's field is meant. `how_sure`: MAYBE where the meaning could change. `takes_out`: `text` is a
    member of a list that stands there no more."""

    text: str
    start: int | None = None
    end: int | None = None
    how_sure: str = SURE
    takes_out: bool = False


class Fault(NamedTuple):
    """What a check found, before anybody asks for the file: a plain sentence, a way out, and where.

    `where` is what the rule's family points with: the field of a record, the offset in a text, clues in a built page;
    None where the thing looked at is the place. `severity` is empty where it is the rule's own. `put` is the way out as
    words to write, where the way out names them.
    """

    message: str
    fix: str
    where: Any = None
    severity: str = ""
    put: Put | None = None


def placed(put: Put, source: str, path: str, place: Callable[[int], Position]) -> Edit | None:
    """The edit at the words themselves. Where the file has other signs there, such as a line end, it does not fit."""
    if put.start is None or put.end is None or put.start >= put.end:
        return None
    end_line, end_column = place(put.end - 1)
    where = Range(*place(put.start), end_line, end_column + 1)
    was = source[put.start : put.end]
    for end in [end for end, sign in enumerate(was) if sign == "\n"][::-1]:  # in a listing, lines stand further in
        was = was[: end + 1] + " " * (place(put.start + end + 1)[1] - 1) + was[end + 1 :]
    return Edit(path, where, put.text, put.how_sure, was)


Check = Callable[..., Iterator[Fault]]


class _Origin(Protocol):
    def position(self, field: str, offset: int = 0, /) -> Position: ...

    def replacing(self, field: str, text: str, how_sure: str = SURE, /) -> Edit | None: ...


class Written(Protocol):
    """A record that knows its file and the place of each of its fields."""

    @property
    def path(self) -> str:
        """The file, from the root."""

    @property
    def origin(self) -> _Origin:
        """The places of its fields."""


@dataclass(frozen=True)
class Rule:
    """One rule: its id for ever, the rule in a sentence, its group, and how bad it is to break it.

    `bad` breaks it and `good` keeps it; `within` says in what kind of text, or in which part of a page, the two stand. A
    rule without them has its samples in the tables of `samples`, or says in `no_sample` why there is none. `reads` are the
    fields of a record it needs: it runs when none of them is broken. `eased`: a rule of style, a warning while the words
    of a record still are what came in from elsewhere; what keeps readers safe is never eased.
    """

    id: str
    says: str
    group: str
    severity: str = ERROR
    source: str = ""
    bad: str = ""
    good: str = ""
    within: str = ""
    reads: tuple[str, ...] = ()
    no_sample: str = ""
    eased: bool = False
    check: Check | None = None

    def finding(
        self, path: str, message: str, fix: str, at: Position = START, severity: str = "", edit: Edit | None = None
    ) -> Finding:
        """That a file breaks this rule, and where."""
        return Finding(path, *at, severity or self.severity, self.id, message, fix, edit)

    def found(self, fault: Fault, path: str, at: Position, edit: Edit | None = None, came_in: bool = False) -> Finding:
        """A fault as a finding. `came_in`: the words still are what came in from elsewhere."""
        severity = WARNING if came_in and self.eased else fault.severity
        return self.finding(path, fault.message, fault.fix, at, severity, edit)

    def found_in(
        self, source: str, fault: Fault, path: str, place: Callable[[int], Position], came_in: bool = False
    ) -> Finding:
        """A fault in a text; `place` turns an offset of it into a line and a column."""
        edit = placed(fault.put, source, path, place) if fault.put else None
        return self.found(fault, path, place(fault.where), edit, came_in)

    def in_field(
        self, record: Written, field: str, message: str, fix: str, put: Put | None = None, came_in: bool = False
    ) -> Finding:
        """That a field of a record breaks this rule; `put` is what its whole value should be."""
        edit = record.origin.replacing(field, put.text, put.how_sure) if put else None
        severity = WARNING if came_in and self.eased else ""
        return self.finding(record.path, message, fix, record.origin.position(field), severity, edit)

    def named(self, name: str) -> Rule:
        """One of the rules that this one stands for: another tool's, by the name it has there."""
        return replace(self, id=f"{self.id}-{name}") if name else self

    def faults(self, *seen: Any) -> Iterator[Fault]:
        """What the rule's own check finds; nothing for a rule that is a value beside the code that finds it."""
        return self.check(*seen) if self.check else iter(())


class _Facts(TypedDict, total=False):
    severity: str
    source: str
    bad: str
    good: str
    within: str
    reads: tuple[str, ...]
    no_sample: str
    eased: bool


class Rules(list[Rule]):
    """Rules of one group, in the order in which they are declared: declaring a rule is all there is to do."""

    def __init__(self, group: str, **usual: Unpack[_Facts]) -> None:
        """`usual`: what holds for all rules that do not say otherwise."""
        super().__init__()
        self.group = group
        self.usual = usual

    def declare(self, id: str, says: str, check: Check | None = None, **facts: Unpack[_Facts]) -> Rule:
        """A rule that is a value."""
        known: _Facts = {**self.usual, **facts}
        rule = Rule(id, says, self.group, check=check, **known)
        self.append(rule)
        return rule

    def rule(self, id: str, **facts: Unpack[_Facts]) -> Callable[[Check], Rule]:
        """Make a check a rule: its docstring is the sentence."""
        return lambda check: self.declare(id, " ".join((check.__doc__ or "").split()), check, **facts)
