"""Waits, ways in, where it happens, who checked: the fixed words for the values of a listing.

In: a service. Out: plain text.
"""

from __future__ import annotations

from localoffer.model import Decision, Service, Wait, WaitingTime, decision_time, known
from localoffer.model.local import Promises
from localoffer.wording.ages import is_for_grown_up
from localoffer.wording.sentences import count, join, sentence


def wait(length: Wait | None) -> str:
    """`About 14 weeks`, `About 1 month`, `No wait`."""
    if length is None or length.number == 0:
        return "No wait"
    return f"About {count(length.number, length.unit.removesuffix('s'))}"


def wait_span(waiting: WaitingTime) -> str:
    """`from the drop-in to your first visit`, `until your first visit`; empty where nobody has said."""
    start, end = waiting.counted_from, waiting.counted_to
    if start and end:
        return f"from {start} to {end}"
    return f"from {start}" if start else f"until {end}" if end else ""


def decision_within(decision: Decision) -> str:
    """`within 6 weeks`, `within 15 working days`, `on the same day`; empty where nobody has said."""
    number, unit = decision_time(decision) or (None, "")
    if number is None:
        return ""
    return f"within {count(number, unit.removesuffix('s'))}" if number else "on the same day"


WAYS_IN = {
    "self-referral": "ask them yourself",
    "drop-in": "just turn up",
    "appointment": "book a time",
    "membership": "join as a member",
    "professional-referral": "ask someone who works with your child to refer you",
}
CONDITIONS = {"assessment": "You need an assessment first.", "panel": "A group of people decides."}
DELIVERIES = {
    "venue": "at a place you go to",
    "home": "at your home",
    "school": "at school",
    "online": "online",
    "phone": "by phone",
    "text": "by text message",
}
CHECKED_HOW = {"phone": "by phone", "email": "by email", "visit": "on a visit", "website": "on their website"}
SPACES = {"open": "There are places now.", "waiting list": "There is a waiting list.", "full": "It is full now."}
AUDIENCES = {
    "child": "children",
    "young person": "young people",
    "parent or carer": "parents and carers",
    "sibling": "brothers and sisters",
    "professional": "people who work with children",
}


def routes(service: Service) -> str:
    """How to get in: `Ask them yourself, or book a time. You need an assessment first.`; empty where it is not known."""
    given = service.access.route
    ways_in = dict(WAYS_IN)
    if is_for_grown_up(service):
        ways_in["professional-referral"] = "ask someone who works with you to refer you"
    if "venue" not in service.delivery:
        ways_in["drop-in"] = "just get in touch"
    ways = join((words for route, words in ways_in.items() if route in given), "or")
    conditions = [words for route, words in CONDITIONS.items() if route in given]
    if ways and "assessment" in given:
        conditions[0] = assessed(service)
    return " ".join([sentence(ways), *conditions] if ways else conditions)


def assessed(service: Service) -> str:
    """What comes after asking, where an assessment follows: nobody needs one before they ask."""
    return f"Then they find out what {'you need' if is_for_grown_up(service) else 'your child needs'}."


def delivery(service: Service) -> str:
    """`at school and online`; empty where it is not known."""
    return join(DELIVERIES[way] for way in known(service.delivery))


def audiences(service: Service) -> str:
    """`children, parents and carers`; empty when nobody is named."""
    return join(name for who in service.for_whom for name in AUDIENCES[who].split(" and "))


def interpreters(promises: Promises) -> str:
    """`We can book an interpreter for you, and British Sign Language (BSL)`, without its full stop; "" where nobody promised it."""
    sign = "British Sign Language (BSL)"
    if promises.interpreter:
        return f"We can book an interpreter for you{f', and {sign}' if promises.bsl else ''}"
    return f"We can book {sign} for you" if promises.bsl else ""
