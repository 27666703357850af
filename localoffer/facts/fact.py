"""One fact of a record, in two voices.

In: both voices, worked out by the modules beside this one. Out: `Fact`s that pages, easy read, cards and search lay out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from localoffer.facts.view import FactLine, View, Words
from localoffer.facts.voice import Idea


@dataclass(frozen=True)
class Unsaid:
    """A voice that does not say a fact by itself, and why: another fact says it, or it is nothing that families ask."""

    why: str


@dataclass(frozen=True)
class Rows:
    """An answer that is a table or a list."""

    views: Sequence[View]


@dataclass(frozen=True)
class Gap:
    """What nobody knows yet: its name where several gaps are named (`ages`), and the question in easy read (`how old you
    can be`)."""

    name: str
    easy: str


@dataclass(frozen=True)
class Fact:
    """What a record says about one question. Neither voice has a default: a fact that a voice lacks says why.

    `id` is the fact's name in every output; `chips` are what it adds to the good news at a glance; `gap` where
    all it says is that nobody knows; `choices` is what search can be narrowed by (`cost:free`).
    """

    id: str
    question: str
    standard: Words | Rows | Unsaid
    easy: Sequence[Idea] | Unsaid
    icon: str = ""
    chips: Sequence[str] = ()
    gap: Gap | None = None
    choices: Sequence[str] = ()

    @property
    def words(self) -> Words:
        """The answer in the standard voice where it is a sentence."""
        return "" if isinstance(self.standard, Rows | Unsaid) else self.standard

    @property
    def rows(self) -> Sequence[View]:
        """The answer in the standard voice where it is a table or a list."""
        return self.standard.views if isinstance(self.standard, Rows) else ()

    @property
    def ideas(self) -> Sequence[Idea]:
        """The answer in easy read."""
        return () if isinstance(self.easy, Unsaid) else self.easy

    @property
    def line(self) -> FactLine:
        """The question and its answer, for a list of facts."""
        return FactLine(self.id, self.icon, self.question, self.words)


class Facts(Mapping[str, Fact]):
    """The facts of one record by id, in the order a family asks; what the record does not say is not there."""

    def __init__(self, facts: Iterable[Fact]) -> None:
        self._facts = {fact.id: fact for fact in facts}

    def __getitem__(self, fact_id: str) -> Fact:
        return self._facts[fact_id]

    def __iter__(self) -> Iterator[str]:
        return iter(self._facts)

    def __len__(self) -> int:
        return len(self._facts)

    def of(self, *ids: str) -> list[Fact]:
        """Those of these facts that the record has, in this order."""
        return [self._facts[fact_id] for fact_id in ids if fact_id in self._facts]

    @property
    def choices(self) -> Iterator[str]:
        """What search can be narrowed by to find this record, each once."""
        return iter(dict.fromkeys(choice for fact in self._facts.values() for choice in fact.choices))

    def rows(self, fact_id: str) -> Sequence[View]:
        """The rows of one fact; none where the record says nothing about it."""
        return self._facts[fact_id].rows if fact_id in self._facts else ()

    def words(self, *ids: str) -> list[Words]:
        """The sentences of these facts that have any."""
        return [fact.words for fact in self.of(*ids) if fact.words]

    def ideas(self, *ids: str) -> list[Idea]:
        """The easy-read ideas of these facts."""
        return [idea for fact in self.of(*ids) for idea in fact.ideas]
