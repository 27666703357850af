"""The words that an imported file says to the editor who opens it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from localoffer.model import NOT_SORTED

PROSE = frozenset({"description"})
"""Fields that people write paragraphs in."""


SORT = "To do: say what it is about: one topic or more, each by its name on the site's page of topics."
TOPICS = "To do: these topics were chosen by words in the text. Put right what is wrong; then take topics_proposed out."
NEEDS = (
    "To do: the needs below were chosen by words in the text. Put right what is wrong; then take needs_proposed out."
)


def notes_for(fields: Mapping[str, Any]) -> dict[str, str]:
    """What an editor should do with a listing, above the field it is about."""
    notes = {}
    if fields.get("topics") == [NOT_SORTED]:
        notes["topics"] = SORT
    elif fields.get("topics_proposed"):
        notes["topics"] = TOPICS
    who = fields.get("eligibility")
    if isinstance(who, Mapping) and who.get("needs_proposed"):
        notes["eligibility"] = NEEDS
    return notes


def beginning(system: str, schema: str) -> str:
    """The first lines of a file that came in."""
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in system).split())
    return f"yaml-language-server: $schema=../../schema/{schema}.json\nIt came in from {shown}. What you change here stays as you write it when it comes in again."
