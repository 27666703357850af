"""What help is about: one topic of topics.yml.

In: nothing. Out: the model; the vocabularies hold it.
"""

from __future__ import annotations

from typing import Annotated

from localoffer.model.base import NameOf, Record, belongs_to, says
from localoffer.model.forms import Id, InShort, Line, Lower, Months, Summary, Words, YesNo

Concept = Annotated[Line, Lower]
"""The short name of a picture."""


class Topic(Record):
    """What help is about."""

    id: Id = says("Short name; never change it.", "short-breaks")
    parents: Annotated[list[Id], NameOf("topics")] = belongs_to("short-breaks-and-clubs", "part_of")
    name: Line = says("Its name on pages.", "Short breaks", "title")
    summary: Summary = says("What is in it.", "Time away for children, and rest for carers.", "description")
    icon: Line | None = says("An icon's name.", "health", default=None)
    picture: Annotated[Concept | None, NameOf("pictures")] = says("The short name of a picture.", "rest", default=None)
    synonyms: list[Words] = says("Other words people use.", "[respite]", default=[])
    abbreviations: list[Line] = says("Short forms.", "[SALT]", default=[])
    misspellings: list[Line] = says("How people misspell it.", "[respit]", default=[])
    easy_read: Words | None = says("Words for it in easy read.", "a break", default=None)
    review_every: Months | None = says("Months between checks of its services.", "6", default=None)
    kind: Line | None = says(
        "Heading of its services in lists; else its parent's.", "Things to do", "heading", default=None
    )
    in_short: InShort | None = says(
        "What is in it, on home: one line.", "Clubs, holidays, overnight stays", default=None
    )
    first_step: YesNo = says("yes if families begin here, with the council or the NHS.", "yes", default=False)
