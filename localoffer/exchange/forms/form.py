"""The shape of a form: how it is recognised, and how its records are read.

In: what was given. Out: rows of the registry, `forms.FORMS`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any

from localoffer.exchange.document import Document
from localoffer.exchange.jsontext import read_json
from localoffer.exchange.notdata import BLANKS
from localoffer.exchange.shape import Incoming
from localoffer.exchange.tabletext import Table, columns_of, read_table

Get = Callable[[str], Document]
"""Fetches an address; SourceFault where that cannot be done."""


@dataclass
class Progress:
    """How the reading goes: `total` is how many records the source says it has, None where it does not say. `doubts`:
    sentences about why records may be missing; while there are any, no record may be taken for gone."""

    total: int | None = None
    doubts: list[str] = field(default_factory=list)
    #: What was done to read it, in sentences: letters that were guessed, columns that have no place.
    notes: list[str] = field(default_factory=list)


@dataclass
class Given:
    """What is to be read. `name`: the file, folder or address that a person gave; `get`: how to ask for more of it,
    None where it lies on this machine; `mapping`: which column is which, for a table of no known form; `today`: for
    records that are to be seen from one day to another."""

    name: str
    documents: tuple[Document, ...]
    get: Get | None = None
    mapping: Mapping[str, Any] | None = None
    today: date | None = None
    progress: Progress = field(default_factory=Progress)

    @property
    def first(self) -> Document:
        """The document that tells the form."""
        return self.documents[0]

    @cached_property
    def is_json(self) -> bool:
        """True where the first document begins as JSON does."""
        start = self.first.head().lstrip(BLANKS)[:1]
        return start in (b"{", b"[")

    @cached_property
    def columns(self) -> list[str]:
        """The names of the first document's columns; empty where it is no table."""
        return [] if self.is_json else columns_of(self.first)

    def tables(self) -> Iterator[Table]:
        """Each document as a table; what was done to read it is noted."""
        for document in self.documents:
            table = read_table(document)
            self.progress.notes += table.notes
            yield table

    @cached_property
    def json(self) -> Any:
        """The first document's JSON; None where it is none. SourceFault where it is broken."""
        return read_json(self.first) if self.is_json else None


@dataclass(frozen=True)
class Form:
    """A form of other people's data. `says`: its name in a sentence; `fits`: whether this is it; `read`: its records, one
    by one, so that memory holds one at a time."""

    id: str
    says: str
    fits: Callable[[Given], bool]
    read: Callable[[Given], Iterator[Incoming]]
