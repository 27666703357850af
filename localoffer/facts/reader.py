"""To whom an easy-read page speaks: to the person, to a parent, or to somebody who works with them. “You” is always the same.

In: a Service. Out: its `Reader`, and the words that change with who reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from localoffer import wording
from localoffer.model import Service

YOUNG = frozenset({"child", "young person"})
TO_A_PARENT = re.compile(
    r"\byour (?:own )?(?:child|children|son|daughter|baby|babies|teenager|toddler|little one)s?\b", re.IGNORECASE
)
TO_ANYBODY = re.compile(r"\byour?s?\b", re.IGNORECASE)
FOR_ANYBODY = "This page is for you."
NOT_KNOWN_FOR_WHOM = "We do not know yet who this is for."
SMALL = 7
"""Up to this age it is a parent who reads."""


@dataclass(frozen=True)
class Reader:
    """`you`: who comes or gets it; `need`, `do`, `are`: the verbs after it."""

    who: Literal["person", "parent", "worker"]
    you: str
    need: str
    do: str
    live: str

    def hears(self, words: str) -> bool:
        """False where words speak to a parent, and somebody else reads."""
        return self.who == "parent" or not _to_a_parent(words)


PERSON = Reader("person", "You", "need", "do", "You can live")
PARENT = Reader("parent", "Your child", "needs", "does", "You can live")
WORKER = Reader("worker", "The child", "needs", "does", "The family can live")


def reader_of(service: Service) -> Reader:
    """By whom it is for; of a service for the young, by whom its own words speak to, and by age."""
    given = set[str](service.for_whom)
    if given and not given & YOUNG:
        if given == {"professional"}:
            return WORKER
        return PERSON if given == {"sibling"} else PARENT
    points = " ".join(point.text for point in service.easy_read.points) if service.easy_read else ""
    if _to_a_parent(points):
        return PARENT
    if TO_ANYBODY.search(points):
        return PERSON
    if _to_a_parent("\n".join(_words(service))):
        return PARENT
    ages = wording.age_range(service.eligibility)
    return PARENT if ages and ages[1] <= SMALL else PERSON


def _to_a_parent(words: str) -> bool:
    return "your " in words.lower() and TO_A_PARENT.search(words) is not None


def _words(service: Service) -> Iterator[str]:
    """What an easy-read page says in an editor's own words."""
    access, who = service.access, service.eligibility
    yield service.summary or ""
    yield who.description or ""
    yield from who.criteria or []
    yield from (step.text for step in access.steps)
    yield from access.bring
    yield access.who_can_refer or ""
    if access.decision:
        yield from (access.decision.who, access.decision.how, access.decision.if_no)
    yield from (place.travel or "" for place in service.locations)
    yield from (time.description or "" for time in service.schedules)
    yield service.alert.text if service.alert else ""


def it_is_for(service: Service) -> str:
    """`It is for you if you are 8 to 18.`, for a list; empty where that says nothing."""
    words = page_is_for(service)
    if words in (FOR_ANYBODY, NOT_KNOWN_FOR_WHOM):
        return "It is for all ages." if service.eligibility.any_age else ""
    return words.replace("This page", "It", 1)


def page_is_for(service: Service) -> str:
    """`This page is for you if you are 8 to 18.`"""
    reader, given = reader_of(service), set[str](service.for_whom)
    aged = ages_of(service)
    if reader is WORKER:
        return "This page is for you if you work with children."
    if reader is PARENT:
        return f"This page is for you if your child is {aged}." if aged else "This page is for parents and carers."
    if given == {"sibling"}:
        return "This page is for brothers and sisters."
    if aged:
        return f"This page is for you if you are {aged}."
    return FOR_ANYBODY if given or service.eligibility.has_ages else NOT_KNOWN_FOR_WHOM


def ages_of(service: Service) -> str:
    """`8 to 18`, `16 or over`; nothing where no age is given, or every age is meant."""
    low, high = service.eligibility.minimum_age, service.eligibility.maximum_age
    if low is None and high is None:
        return ""
    if high is None or high >= wording.OLDEST > (low or 0):
        return f"{low} or over" if low and high is None else f"{low} to {high}" if low else f"{wording.OLDEST} or under"
    if not low:
        return f"{high} or under"
    return str(low) if low == high else f"{low} to {high}"
