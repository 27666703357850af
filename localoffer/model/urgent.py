"""Whom to call, text or sign to at once: urgent.yml, each number once.

The guide to emergencies and its twin, home, the header and search read this one list; what differs from place to place
comes from the council's roles.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from localoffer.model.base import NameOf, Record, says
from localoffer.model.forms import Day, Id, Line, Lower, Phone, WebAddress, Words, YesNo
from localoffer.model.law import Sure


class UrgentCall(Record):
    """Somebody to call, text or sign to when it cannot wait."""

    id: Id = says("Short name; never change it.", "samaritans")
    name: Line = says("Who answers.", "Samaritans", "title")
    wanted: Line = says("What is wrong, as the person who calls would say it.", "You cannot go on", "when")
    more: Line | None = says("The rest of that line: whom it is for, or when.", "any age, free", default=None)
    about: Words | None = says("What they do.", "They listen, day and night.", "does", "summary", default=None)
    role: Id | None = says(
        "For what differs from place to place: the role in roles.yml whose number it is.", "crisis-line", default=None
    )
    phone: Phone | None = says("The number.", "116 123", "telephone", "number", default=None)
    choose: Line | None = says("What to choose when a voice answers.", "option 2", "option", default=None)
    sms: Phone | None = says("A number for text messages.", "85258", "text", default=None)
    send: Line | None = says("The word to send there.", "SHOUT", "keyword", default=None)
    url: WebAddress | None = says("A web address.", "https://999bsl.co.uk/", "website", "link", default=None)
    always: YesNo = says("yes if somebody answers day and night, all year.", "yes", "day_and_night", default=False)
    first: YesNo = says("yes for the few numbers that stand first on the page.", "yes", "on_top", default=False)
    tonight: YesNo = says(
        "yes for the two or three that home names when the help line is closed.", "yes", default=False
    )
    easy_read: Words | None = says(
        "In easy read, what is wrong: a short sentence.", "Do you want to hurt yourself?", default=None
    )
    picture: Annotated[Annotated[Line, Lower] | None, NameOf("pictures")] = says(
        "The short name of a picture.", "sad", default=None
    )
    words: list[Words] = says(
        "What people type who need it; search then shows it above all results.", "[kill myself]", "search", default=[]
    )
    source: Words | None = says(
        "Where it was read; none for a role.", "samaritans.org, contact a Samaritan", default=None
    )
    sure: Sure | None = says("How sure it is.", "read", "confidence", default=None)
    as_at: Day | None = says("The day somebody looked.", "2026-11-26", "checked", default=None)


@dataclass(frozen=True)
class Call:
    """One of them as pages show it, with the numbers of this place. `text`: the words of its link, `number` the number alone; `hours`: when somebody answers, in words; `open`:
    the same for a script; `also`: a number for texts beside the phone, and its address; `page`: more about them here."""

    id: str
    name: str
    wanted: str
    more: str
    about: str
    text: str
    number: str
    href: str
    hours: str = ""
    open: str = ""
    also: str = ""
    also_href: str = ""
    page: str = ""
    easy: str = ""
    picture: str = ""
    words: tuple[str, ...] = ()
    is_first: bool = False
    is_tonight: bool = False
