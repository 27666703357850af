"""The first answers of a service's page: who can ask, and how long it takes or when it is.

In: a Service and today. Out: Facts of one short answer each, or none: what is not known is said once, among the facts below.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from localoffer import wording
from localoffer.catalogue.freshness import is_old_wait
from localoffer.facts.fact import Fact, Rows, Unsaid
from localoffer.facts.links import linked
from localoffer.facts.view import Answer, Link, Words
from localoffer.model import Service

OWN_WAYS = ("self-referral", "drop-in", "appointment", "membership")
"""Ways in that a family takes itself."""
SHORT = 90
"""Letters of an editor's words that still are a short answer."""


def answer_facts(service: Service, today: date) -> Iterator[Fact]:
    """Who can ask; when it is, where nobody has to wait for it."""
    if service.access.has_route:
        said = Unsaid("said with the way in")
        yield Fact("asks", "Who can ask?", Rows([_who_asks(service)]), said)
    if service.waiting_time is None and service.status == "active" and (found := _when(service, today)):
        yield Fact("soonest", found.question, Rows([found]), Unsaid("said with when it is, the places or who decides"))


def how_long(service: Service, today: date) -> Answer | None:
    """`About 9 weeks`, and from when to when."""
    waiting = service.waiting_time
    if waiting is None:
        return None
    more = [wording.wait_span(waiting), "Ask how long it is now." if is_old_wait(waiting, today) else ""]
    return Answer("How long?", wording.wait(waiting.typical), ". ".join(filter(None, more)))


def _who_asks(service: Service) -> Answer:
    access, is_grown_up = service.access, wording.is_for_grown_up(service)
    routes = set[str](access.route)
    if routes & set(OWN_WAYS):
        return Answer("Who can ask?", "You can", linked(" ".join([*_how(service), *_then(service)])))
    if "professional-referral" in routes:
        who = f"Someone who works with {'you' if is_grown_up else 'your child'}."
        return Answer("Who can ask?", "A professional", linked(wording.sentence(refers(service) or who)))
    if access.who_can_refer:
        return Answer("Who can ask?", "A professional", "Then a panel decides." if "panel" in routes else "")
    after = "After an assessment." if "assessment" in routes else ""
    return (
        Answer("Who decides?", "A panel", after) if "panel" in routes else Answer("What comes first?", "An assessment")
    )


def refers(service: Service) -> str:
    """Who can send a child where only they can, in an editor's words, if these are short enough to stand first."""
    access = service.access
    is_only = "professional-referral" in access.route and not set(access.route) & set(OWN_WAYS)
    return access.who_can_refer if is_only and access.who_can_refer and len(access.who_can_refer) <= SHORT else ""


HOW = {
    "drop-in": "Just turn up.",
    "self-referral": "Just ask.",
    "appointment": "Book a time.",
    "membership": "Join as a member.",
}


def _how(service: Service) -> Iterator[str]:
    routes = service.access.route
    if "drop-in" in routes and "venue" not in service.delivery:
        yield "Just get in touch."
        return
    yield next(words for route, words in HOW.items() if route in routes)


def _then(service: Service) -> Iterator[str]:
    routes = service.access.route
    if "panel" in routes:
        yield "Then a panel decides."
    elif "assessment" in routes:
        yield wording.assessed(service)


def _when(service: Service, today: date) -> Answer | None:
    """The times, else whether there are places, else how soon people hear."""
    times = [wording.schedule_words(found) for found in service.schedules if not wording.is_past(found, today)]
    times = [words for words in times if words]
    if times:
        is_short = len(times[0]) <= SHORT // 2
        more: Words = [Link("See all times", "#where")] if len(times) > 1 or not is_short else ""
        return Answer("When?", times[0] if is_short else "At several times", more)
    if service.spaces and service.spaces != "not known":
        return Answer("Places?", wording.SPACES[service.spaces].rstrip("."))
    decision = service.access.decision
    if decision and (within := wording.decision_within(decision)):
        return Answer("How long?", wording.first_capital(within), "to hear yes or no")
    return None
