"""What the law says, each statement once: law.yml; and what is to change: coming_changes.yml.

A text takes a figure from here by its id (`{law:ehc-decision}`), so that a new figure is written in one place.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from localoffer.model import rules
from localoffer.model.base import NameOf, Part, Record, says
from localoffer.model.base import says as field
from localoffer.model.choice import Choice
from localoffer.model.forms import Day, Id, Line, Lower, Paragraph, Term, WebAddress, Words, YesNo, named

UNITS = Choice(
    {
        "days": "all days of the calendar",
        "school days": "days when the school is open for lessons",
        "working days": "Monday to Friday, without bank holidays",
        "weeks": "",
        "months": "",
        "years": "",
        "hours": "",
        "minutes": "",
        "miles": "",
        "pounds": "",
        "times": "how often",
        "age": "the age of a person",
        "school year": "the year of school, as in year 9",
        "date": "a day that comes every year, as 15 February",
        "none": "the statement has no figure",
    }
)
Unit = Annotated[
    Literal[
        "days", "school days", "working days", "weeks", "months", "years", "hours", "minutes", "miles", "pounds",
        "times", "age", "school year", "date", "none",
    ],
    UNITS,
]  # fmt: skip
SURE = Choice(
    {
        "read": "somebody read the words of the law, or of a body that quotes it, on the day of as_at",
        "known": "well known, and not read again yet",
        "to check": "somebody must check it before families rely on it",
    }
)
Sure = Annotated[Literal["read", "known", "to check"], SURE]

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBER = r"(?:0|[1-9]\d{0,2}(?:,\d{3})*|[1-9]\d*)(?:\.\d+)?"
Figure = Annotated[
    str,
    named(
        rf"{_NUMBER}(?: to {_NUMBER})?|\d{{1,2}} (?:{_MONTHS})",
        rules.LAW_FIGURE,
        "a figure that a text can use",
        "6, 2 to 6, 6,000 or 15 February",
    ),
]

GATES = Choice(
    {
        "diagnosis": "it may not say that a diagnosis is needed",
        "plan": "it may not say that an EHC plan is needed",
        "cost": "it must say that it is free",
        "ages": "it is for 0 to 24 years",
        "time": "people hear within the time of this statement",
    }
)
Gate = Annotated[Literal["diagnosis", "plan", "cost", "ages", "time"], GATES]


class LawFact(Record):
    """One thing that the law says, with its figure. A text names it: `{law:ehc-decision}` writes “6 weeks”."""

    id: Id = field("Short name; never change it.", "ehc-decision")
    says: Paragraph = field(
        "The statement in words, as families read it. {it} stands for the figure with its unit, {number} for the bare figure.",
        "The council must tell you within {it} whether it will assess.",
        "text",
        "statement",
    )
    value: Figure | None = field("The figure, without its unit.", "6", "number", "figure", default=None)
    unit: Unit = field("What it counts.", "weeks", default="none")
    source: Words = field("The law or guidance it is from.", "SEND Regulations 2014", "instrument")
    url: WebAddress = field(
        "Where its words stand.", "https://www.legislation.gov.uk/uksi/2014/1530/regulation/5", "link", "href"
    )
    paragraph: Line | None = field("Which part of it.", "regulation 5(1)", "section", "regulation", default=None)
    sure: Sure = field("How sure it is.", "read", "verified")
    as_at: Day = field("The day somebody looked.", "2026-11-26", "law_as_at", "date")
    read_in: WebAddress | None = field(
        "Where it was read, if not in the law itself.",
        "https://www.ipsea.org.uk/children-who-live-beyond-statutory-walking-distance",
        default=None,
    )
    yours: YesNo = field(
        "yes for a time that the family has, as to appeal: it stays in sight where a page folds the part that says it.",
        "yes",
        "family",
        default=False,
    )
    about: list[Words] = field(
        "How a sentence that speaks of it reads, so that another figure in it is found: # is the figure, … up to 8 words, "
        "a/b one of two words.",
        "[final plan … #]",
        default=[],
    )
    topics: list[Term] = field(
        "Topics of the pages and listings in which such words mean it; in all, where none is named.",
        "[ehc-assessment]",
        default=[],
    )
    service: Id | None = field(
        "The service that the law makes a right, so that what belongs to it goes together.",
        "ehc-assessment",
        default=None,
    )
    gates: list[Gate] = field("What a listing of that service may not ask or leave open.", "[diagnosis]", default=[])


class EasyIdea(Part):
    """An idea of easy read: its picture, and short sentences."""

    picture: Annotated[Term, NameOf("pictures")] = field("The short name of a picture.", "law")
    text: Words = field("Short sentences.", "The law may change.", "words")


class ComingChange(Record):
    """What is to change in the law: one note, shown on every page that says `coming_changes: yes`."""

    id: Id = field("Short name; never change it.", "send-reform")
    title: Line = field("Its heading.", "Is the law changing?", "name")
    says: Paragraph = field("What is proposed, what is law, and from when.", "The government wants to …", "text")
    easy_read: list[EasyIdea] = field("The same in easy read.", "[{picture: law, text: The law may change.}]")
    source: Words = field("Where it was read.", "Department for Education, 13 May 2026")
    url: WebAddress = field("Its web address.", "https://www.gov.uk/government/consultations", "link", "href")
    sure: Sure = field("How sure it is.", "read", "verified")
    as_at: Day = field("The day somebody looked.", "2026-11-26", "date")


class Deadline(Part):
    """One date that follows from a letter; law.yml has its figure, unit and source."""

    law: Annotated[Id, NameOf("law")] = says("Its statement in law.yml.", "appeal")
    what: Words = says("What must be done, up to the date.", "Your appeal must reach the tribunal by")
    easy_read: Words = says("The same in easy read; {it} is the figure.", "You can appeal. You have {it}.")


class Letter(Record):
    """A letter, or something that happened, from which dates are counted."""

    id: Id = says("Short name; never change it.", "refused-plan")
    name: Line = says("In the reader's words.", "The council will not make an EHC plan", "title")
    counted_from: Line = says("What the reader types the date of.", "the date on the letter", "from")
    easy_read: Words = says("In easy read.", "We wrote that you do not get an EHC plan.")
    picture: Annotated[Line, Lower, NameOf("pictures")] = says("A concept of pictures.yml.", "letter")
    dates: Annotated[list[Deadline], Field(min_length=1)] = says("The dates, the first one first.", "[…]")


class BankHoliday(Record):
    """A bank holiday in England: no working day."""

    id: Annotated[Id, Field(pattern=r"^\d{4}-\d\d-\d\d$")] = says("Its date.", "2026-12-25")
    name: Line = says("What it is.", "Christmas Day")
