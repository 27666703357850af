"""What a reading rule is: a small function that yields faults, with its name, source and samples beside it.

A rule's docstring IS the rule; the published checks page shows it with a sample that fails and one that passes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from localoffer.findings import ERROR, WARNING
from localoffer.reading.lists import WordLists
from localoffer.reading.passages import EASY, Passage

Check = Callable[[Passage, WordLists], Iterator["Fault"]]


@dataclass(frozen=True)
class Fault:
    """One place in a passage that breaks a rule. `start` counts from the start of the passage."""

    start: int
    severity: str
    message: str
    fix: str


@dataclass(frozen=True)
class Rule:
    """One rule: its id, who asks for it, a text that breaks it and one that keeps it."""

    id: str
    source: str
    bad: str
    good: str
    check: Check
    kind: str = EASY

    @property
    def says(self) -> str:
        """The rule in words."""
        return " ".join((self.check.__doc__ or "").split())


RULES: list[Rule] = []


def rule(id: str, *, source: str, bad: str, good: str, kind: str = EASY) -> Callable[[Check], Check]:
    """Add a check to the list of rules."""

    def add(check: Check) -> Check:
        RULES.append(Rule(id, source, bad, good, check, kind))
        return check

    return add


def is_easy(passage: Passage) -> bool:
    """True in easy read, where the rules are strictest."""
    return passage.kind == EASY


def error_if_easy(passage: Passage) -> str:
    """An error in easy read, a warning in a standard text."""
    return ERROR if is_easy(passage) else WARNING


def shorten(text: str, words: int = 12) -> str:
    """The beginning of a text, for a message."""
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")
