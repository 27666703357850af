"""What search can be narrowed by, of each fact: `cost:free`, `day:SA`, `ages:5-18`.

In: the facts of a record. Out: the same, each with its `choices`, so that no output reads the record for them. Only what is
known is a choice; what nobody knows yet is `cost:not-known`, and never counts as no. A private place gives its features, and
no sector.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, time

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.facts.fact import Fact
from localoffer.model import NATIONAL, OUTSIDE, WHOLE_AREA, Location, Schedule, Service, known

NOT_KNOWN = "not-known"
"""The value of a choice for pages that do not say: they come after the others."""
AREA_VALUES = {WHOLE_AREA: "whole-area", OUTSIDE: "outside-the-area", NATIONAL: "national"}
TIMES = {"morning": (time(0), time(12)), "afternoon": (time(12), time(17)), "evening": (time(17), time.max)}
"""The parts of a day, from and until."""


def with_choices(facts: Iterable[Fact], service: Service, catalogue: Catalogue) -> Iterator[Fact]:
    """The facts with their choices. What no fact is there to say (a way in that only the steps tell) stands with the first."""
    first, *others = facts
    there = {fact.id for fact in others}
    alone = [choice for name, choices in CHOICES.items() if name not in there for choice in choices(service, catalogue)]
    yield replace(first, choices=alone)
    for fact in others:
        yield replace(fact, choices=list(CHOICES[fact.id](service, catalogue))) if fact.id in CHOICES else fact


def _or_unknown(name: str, values: Iterable[str]) -> list[str]:
    return [f"{name}:{value}" for value in dict.fromkeys(values)] or [f"{name}:{NOT_KNOWN}"]


def _topics(service: Service, catalogue: Catalogue) -> list[str]:
    """Its topics, and those of the first level that they belong to."""
    topics = catalogue.vocabulary.topics
    wider = (parent for name in service.topics if name in topics for parent in topics[name].parents)
    return _or_unknown("topic", (*known(service.topics), *wider))


def _ages(service: Service, catalogue: Catalogue) -> list[str]:
    """The youngest and the oldest age, with a plan where that is older, and the stages of life between them."""
    who = service.eligibility
    ages = wording.age_range(who)
    if ages is None:
        return [f"ages:{NOT_KNOWN}", f"stage:{NOT_KNOWN}"]
    oldest = max(ages[1], who.with_ehc_plan.maximum_age if who.with_ehc_plan else 0)
    stages = catalogue.vocabulary.stages.values()
    return [
        f"ages:{ages[0]}-{oldest}",
        *(f"stage:{s.id}" for s in stages if ages[0] <= s.maximum_age and ages[1] >= s.minimum_age),
    ]


def _needs(service: Service, catalogue: Catalogue) -> list[str]:
    """Its needs, and the broad areas that they belong to."""
    needs, given = catalogue.vocabulary.needs, known(service.eligibility.needs)
    wider = (parent for name in given if name in needs for parent in needs[name].parents)
    return _or_unknown("need", (*given, *wider))


def _area(service: Service, _catalogue: Catalogue) -> list[str]:
    """Where a family must live."""
    return _or_unknown("area", (AREA_VALUES.get(area, area) for area in known(service.service_areas)))


def _first_needed(service: Service, _catalogue: Catalogue) -> list[str]:
    """What is not needed first."""
    who = service.eligibility
    papers = {"no-diagnosis": who.diagnosis_needed, "no-plan": who.ehc_plan_needed}
    return [f"know:{value}" for value, answer in papers.items() if answer == "no"]


def _cost(service: Service, catalogue: Catalogue) -> list[str]:
    """Free for all or for some, to pay, or neither said."""
    cost = service.cost
    now = [option for option in cost.cost_options if wording.is_price_now(option, catalogue.today)]
    has_price = cost.free != "yes" and any(option.amount for option in cost.cost_options)
    is_free = cost.free == "yes" or any(option.amount == 0 for option in now)
    values = ["free"] * is_free + ["to-pay"] * (cost.free == "no" or has_price)
    return [*_or_unknown("cost", values), *["cost:personal-budget"] * (cost.personal_budget == "yes")]


def _route(service: Service, _catalogue: Catalogue) -> list[str]:
    """The ways to it."""
    return _or_unknown("route", known(service.access.route))


def _wait(service: Service, _catalogue: Catalogue) -> list[str]:
    return ["know:no-wait"] if service.waiting_time and service.waiting_time.typical is None else []


def _spaces(service: Service, _catalogue: Catalogue) -> list[str]:
    return ["know:places-now"] if service.spaces == "open" else []


def _how_and_when(service: Service, catalogue: Catalogue) -> list[str]:
    """The ways it happens, and the days and parts of the day of the times that are not over."""
    today = catalogue.today
    times = [schedule for schedule in service.schedules if not wording.is_past(schedule, today)]
    days = _or_unknown("day", (day for schedule in times for day in _days(schedule, today)))
    parts = _or_unknown("time", (part for schedule in times for part in _parts(schedule)))
    return [*_or_unknown("delivery", known(service.delivery)), *days, *parts]


def _days(schedule: Schedule, today: date) -> Iterable[str]:
    if schedule.dates:
        return [list(wording.WEEKDAYS)[day.weekday()] for day in sorted(schedule.dates) if day >= today]
    return schedule.byday


def _parts(schedule: Schedule) -> Iterator[str]:
    """`morning` and `afternoon` for 10:00 to 14:00; only the part in which it starts where nobody says when it ends."""
    start, end = schedule.opens_at, schedule.closes_at
    if start is None:
        return
    for part, (begins, ends) in TIMES.items():
        is_over_night = end is not None and end <= start
        until = start if end is None else time.max if is_over_night else end
        if begins <= start < ends or start < begins < until:
            yield part


def _places(service: Service, _catalogue: Catalogue) -> list[str]:
    """What each place has, and the sector of its postcode, for how far away it is."""
    found: dict[str, None] = {}
    for place in service.locations:
        found |= {f"feature:{name}": None for name, answer in place.accessibility.items() if answer == "yes"}
        if sector := sector_of(place):
            found[f"sector:{sector}"] = None
    return list(found)


def sector_of(place: Location) -> str:
    """`MB2 4` of `MB2 4DT`; empty for a private place or one without a postcode."""
    return "" if place.sensitive or not place.postal_code else place.postal_code[:-2].strip()


def _languages(name: str, answer: Callable[[Service], str]) -> Callable[[Service, Catalogue], list[str]]:
    return lambda service, _catalogue: [f"know:{name}"] if answer(service) == "yes" else []


CHOICES: Mapping[str, Callable[[Service, Catalogue], list[str]]] = {
    "description": _topics, "ages": _ages, "needs": _needs, "area": _area, "first-needed": _first_needed, "cost": _cost,
    "route": _route, "wait": _wait, "spaces": _spaces, "when": _how_and_when, "places": _places,
    "bsl-video": lambda service, _catalogue: ["know:bsl-video"] if service.bsl_video else [],
    "bsl": _languages("bsl", lambda service: service.bsl), "interpreter": _languages("interpreter", lambda service: service.interpreter),
}  # fmt: skip
"""Fact → what it can be narrowed by."""
