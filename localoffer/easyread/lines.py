"""Which of an editor's texts need an easy-read line beside them: those with a sentence that easy read cannot put in whole.

In: a Service. Out: each such text's field, and where its easy line goes.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from localoffer.facts.plain import has_long
from localoffer.model import Service


class LongText(NamedTuple):
    """A text, and the field where its easy line is written; none where the text itself can be made shorter."""

    field: str
    line: str


def long_texts(service: Service) -> Iterator[LongText]:
    """In the order of the file."""
    if service.alert and has_long(service.alert.text, service.alert.easy_read):
        yield LongText("alert.text", "alert.easy_read")
    if not service.easy_read and has_long(service.summary):
        yield LongText("summary", "easy_read.points")
    if has_long(service.only_for):
        yield LongText("only_for", "")
    yield from _of_eligibility(service)
    yield from _of_access(service)
    for number, option in enumerate(service.cost.cost_options):
        if has_long(option.amount_description, option.easy_read):
            at = f"cost.cost_options.{number}"
            yield LongText(f"{at}.amount_description", f"{at}.easy_read")
    for number, place in enumerate(service.locations):
        if has_long(place.travel, place.easy_read):
            yield LongText(f"locations.{number}.travel", f"locations.{number}.easy_read")
    for number, time in enumerate(service.schedules):
        if has_long(time.description, time.easy_read):
            yield LongText(f"schedules.{number}.description", f"schedules.{number}.easy_read")


def _of_eligibility(service: Service) -> Iterator[LongText]:
    who, easy = service.eligibility, service.eligibility.easy_read
    if has_long(who.description, easy.description if easy else None):
        yield LongText("eligibility.description", "eligibility.easy_read.description")
    for number, line in enumerate(who.criteria or []):
        if not (easy and easy.criteria) and has_long(line):
            yield LongText(f"eligibility.criteria.{number}", "eligibility.easy_read.criteria")


def _of_access(service: Service) -> Iterator[LongText]:
    access, easy = service.access, service.access.easy_read
    for number, step in enumerate(access.steps):
        if has_long(step.text, step.easy_read):
            yield LongText(f"access.steps.{number}.text", f"access.steps.{number}.easy_read")
    if has_long(access.who_can_refer, easy.who_can_refer if easy else None):
        yield LongText("access.who_can_refer", "access.easy_read.who_can_refer")
    for number, thing in enumerate(access.bring):
        if not (easy and easy.bring) and has_long(thing):
            yield LongText(f"access.bring.{number}", "access.easy_read.bring")
    if access.decision:
        lines = access.decision.easy_read
        for name in ("who", "how", "if_no"):
            if has_long(getattr(access.decision, name), getattr(lines, name) if lines else None):
                yield LongText(f"access.decision.{name}", f"access.decision.easy_read.{name}")
