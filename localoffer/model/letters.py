"""Letters and events that dates follow from (letters.yml), and the days nobody works (bank_holidays.yml)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from localoffer.model.base import Part, Record, says
from localoffer.model.forms import Id, Line, Lower, Words


class Deadline(Part):
    """One date that follows from a letter; law.yml has its figure, unit and source."""

    law: Id = says("Its statement in law.yml.", "appeal")
    what: Words = says("What must be done, up to the date.", "Your appeal must reach the tribunal by")
    easy_read: Words = says("The same in easy read; {it} is the figure.", "You can appeal. You have {it}.")


class Letter(Record):
    """A letter, or something that happened, from which dates are counted."""

    id: Id = says("Short name; never change it.", "refused-plan")
    name: Line = says("In the reader's words.", "The council will not make an EHC plan", "title")
    counted_from: Line = says("What the reader types the date of.", "the date on the letter", "from")
    easy_read: Words = says("In easy read.", "We wrote that you do not get an EHC plan.")
    picture: Annotated[Line, Lower] = says("A concept of pictures.yml.", "letter")
    dates: Annotated[list[Deadline], Field(min_length=1)] = says("The dates, the first one first.", "[…]")


class BankHoliday(Record):
    """A bank holiday in England: no working day."""

    id: Annotated[Id, Field(pattern=r"^\d{4}-\d\d-\d\d$")] = says("Its date.", "2026-12-25")
    name: Line = says("What it is.", "Christmas Day")
