"""Who decides, how long it takes, and what if they say no."""

from __future__ import annotations

from typing import Annotated

from localoffer.model.base import NameOf, Part, says
from localoffer.model.forms import Id, Paragraph, Words, whole_number


class EasyDecision(Part):
    """The decision in short easy-read sentences, beside the words above it that are long."""

    who: Words | None = says("Who decides.", "A group of people decides.", default=None)
    how: Words | None = says("How they decide.", "They read your form.", default=None)
    if_no: Words | None = says(
        "What you can do if the answer is no.", "You can ask them to look again.", "if_refused", default=None
    )


class Decision(Part):
    """Who decides, how, how long it takes, and what if the answer is no."""

    who: Words = says(
        "Who decides, by role.", "A panel of the council, a school and a parent", "by", "decided_by", "panel"
    )
    how: Paragraph = says("How they decide.", "They read your form and the reports you send.", "process", "description")
    days: Annotated[int, whole_number(0, 400, "a number of working days")] | None = says(
        "Working days until you hear.", "20", "working_days", "time", "how_long", "within", default=None
    )
    weeks: Annotated[int, whole_number(1, 104, "a number of weeks")] | None = says(
        "Weeks until you hear, instead of working days.", "6", default=None
    )
    months: Annotated[int, whole_number(1, 24, "a number of months")] | None = says(
        "Months until you hear, instead of working days.", "3", default=None
    )
    calendar_days: Annotated[int, whole_number(1, 400, "a number of days")] | None = says(
        "Days until you hear, weekends and holidays too, instead of working days.", "30", default=None
    )
    school_days: Annotated[int, whole_number(1, 400, "a number of school days")] | None = says(
        "School days until you hear, instead of working days.", "15", default=None
    )
    statutory: Annotated[Id | None, NameOf("law")] = says(
        "The statement of law.yml that sets the time; then no time is written here.",
        "ehc-decision",
        "law",
        "statutory_time",
        default=None,
    )
    if_no: Paragraph = says(
        "What you can do if the answer is no.",
        "You can ask us to look again within 20 working days.",
        "if_refused",
        "if_not",
        "appeal",
        "no",
    )
    easy_read: EasyDecision | None = says(
        "The same in short easy-read sentences, where a sentence has more than 15 words.",
        "{if_no: You can ask them to look again.}",
        default=None,
    )


DECISION_TIMES = {
    "days": "working days",
    "weeks": "weeks",
    "months": "months",
    "calendar_days": "days",
    "school_days": "school days",
}
"""The fields of a decision that hold its time, and what they count."""


def decision_time(decision: Decision) -> tuple[int, str] | None:
    """How long it takes until people hear, and what is counted; None where nobody has said."""
    given = ((getattr(decision, name), unit) for name, unit in DECISION_TIMES.items())
    return next(((number, unit) for number, unit in given if number is not None), None)
