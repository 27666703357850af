"""The words a record publishes, each with its place, for rules that read words.

In: a service, provider, page or member of a vocabulary. Out: `PublishedText`s in
the order of the fields. `text.position(offset)` is the line and column of a character.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pydantic import BaseModel

from localoffer.model import Origin, Position, Record

# Fields that hold names, ids, addresses and forms; all other text is prose.
NOT_PROSE = frozenset(
    """id parent status topics for_whom needs route form_url unit free personal_budget postal_code
    address_1 address_2 city delivery service_areas byday every phone text_relay sms email url file
    licence credit picture written_from checked_by system sen_report_url admissions_url moved_from
    while_you_wait spaces bsl interpreter ehc_plan_needed diagnosis_needed can_stay how kind part_of
    body number verified source ref icon postcodes page template language stages situations related
    provider languages location accessibility by digest misspellings abbreviations synonyms also_known_as""".split()
)
KEEP = frozenset({"access.decision.how"})
"""Prose whose field name is a form elsewhere (last_checked.how)."""


@dataclass(frozen=True, slots=True)
class PublishedText:
    """Words people will read: which field, the words, and where they stand."""

    field: str
    text: str
    path: str
    origin: Origin

    @property
    def line(self) -> int:
        """The line on which the words begin."""
        return self.position()[0]

    @property
    def column(self) -> int:
        """The column in which the words begin."""
        return self.position()[1]

    def position(self, offset: int = 0) -> Position:
        """The line and column of the character at this offset."""
        return self.origin.position(self.field, offset)


def texts(record: Record) -> Iterator[PublishedText]:
    """All prose of a record, in the order of its fields."""
    for name, words in _walk(record, ""):
        yield PublishedText(name, words, record.path, record.origin)


def _walk(value: object, name: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, list):
        for number, member in enumerate(value):
            yield from _walk(member, f"{name}.{number}")
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            inner = f"{name}.{field}" if name else field
            if field not in NOT_PROSE or inner in KEEP:
                yield from _walk(getattr(value, field), inner)
