"""How people get a service: the way in, the steps, who decides, what to bring.

In: a Service. Out: Facts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from localoffer import wording
from localoffer.addresses import service_url
from localoffer.facts.answers import refers
from localoffer.facts.fact import Fact, Rows, Unsaid
from localoffer.facts.gaps import ROUTE, Whom, gap_idea, gap_words
from localoffer.facts.links import linked
from localoffer.facts.view import FactLine, Link, Step, Words
from localoffer.facts.voice import Idea, Sentence, extra, extras, idea, in_threes, link, name, own, say
from localoffer.model import Decision, Service
from localoffer.model.law import LawFact


def getting_facts(service: Service, whom: Whom, law: Mapping[str, LawFact]) -> Iterator[Fact]:
    """In the order in which a family does it."""
    access = service.access
    if access.has_route:
        yield Fact("route", "How to get it", wording.routes(service), _route_ideas(service), "path")
    elif not (access.steps or access.form_url or access.who_can_refer):
        yield Fact("route", "How to get it", gap_words(whom), [gap_idea(ROUTE, whom)], "path", gap=ROUTE)
    if access.who_can_refer and access.who_can_refer != refers(service):
        by_worker = "professional-referral" in access.route
        who = linked(f"Who can ask? {access.who_can_refer}")
        asked = extra(idea("worker", say("This is who can ask: ", *own(access.who_can_refer), ".")), 2)
        yield Fact("who-can-ask", "Who can ask", who, Unsaid("said with the way in") if by_worker else [asked])
    if access.form_url:
        form = link("fill in the form online", access.form_url)
        told = extra(idea("form", say("There is a form."), say("You can ", form, ".")), 2)
        yield Fact("form", "Form", [Link("Fill in the form online", access.form_url)], [told])
    if access.steps:
        steps = [Step(step.title or "", linked(step.text)) for step in access.steps]
        yield Fact("steps", "Steps", Rows(steps), list(_step_ideas(service)))
    if access.decision:
        rows = Rows(list(_decision(access.decision, law.get(access.decision.statutory or ""))))
        yield Fact("decision", "Who decides", rows, list(_decision_ideas(service, access.decision)))
    if access.bring:
        first, *more = in_threes("bring", [say("Please bring: ", *own(thing), ".") for thing in access.bring])
        words = linked(" ".join(map(wording.sentence, access.bring)))
        yield Fact("bring", "What to bring", words, [extra(first, 2), *extras(more)])
    if access.can_stay != "not known":
        can = access.can_stay == "yes"
        words = "Yes. You can stay with your child." if can else "No. Your child stays without you."
        told = extra(idea("parent", say(f"Your parent {'can' if can else 'cannot'} stay with you.")))
        yield Fact("can-stay", "Can I stay?", words, [told])
    if service.spaces and service.spaces != "not known":
        there = extra(idea(SPACES[service.spaces], say(wording.SPACES[service.spaces])), 1)
        easy = [there] if service.status == "active" else Unsaid("it is not open now")
        yield Fact("spaces", "Places", wording.SPACES[service.spaces], easy, "clock")


SPACES = {"open": "yes", "waiting list": "list", "full": "no"}
"""The picture of each."""


def _route_ideas(service: Service) -> list[Idea]:
    ways = list(_ways_in(service))
    return [*ways[:2], *extras(ways[2:], 1)]


def _ways_in(service: Service) -> Iterator[Idea]:
    routes = service.access.route
    only_by_worker = routes == ["professional-referral"]
    for route in routes:
        if route == "professional-referral":
            first = say("A worker must ask for you." if only_by_worker else "A worker can ask for you.")
            who = service.access.who_can_refer
            yield idea("worker", first, say("This is who can ask: ", *own(who), ".") if who else None)
        elif route == "drop-in":
            can_come = "venue" in service.delivery and service.status == "active"
            yield idea("walk", say("You can just come.") if can_come else None, say("You do not need to book."))
        elif not (route == "panel" and service.access.decision):
            yield idea(*ROUTES[route])


ROUTES: dict[str, tuple[str, *tuple[Sentence, ...]]] = {
    "self-referral": ("talk", say("You can ask for this yourself.")),
    "appointment": ("calendar", say("You need to book a time.")),
    "assessment": ("form", say("Someone asks what you need first."), say("This is called an assessment.")),
    "panel": ("meeting", say("A group of people decides.")),
    "membership": ("group", say("You need to join first."), say("This is called being a member.")),
}


def _step_ideas(service: Service) -> Iterator[Idea]:
    steps = service.access.steps
    if steps and all(step.title for step in steps):
        told = [say(f"Step {number}: ", name(step.title or ""), ".") for number, step in enumerate(steps, 1)]
        yield from extras(in_threes("steps", told), 2)
    elif steps:
        how = link("what to do", service_url(service.id) + "#get")
        yield extra(idea("steps", say("The full page says ", how, ".")), 2)


def _decision(decision: Decision, law: LawFact | None) -> Iterator[FactLine]:
    yield FactLine("decided-by", "", "Who", linked(decision.who))
    yield FactLine("decided-how", "", "How", linked(decision.how))
    if law:
        says: Words = [f"{wording.law_statement(law)} ", Link(wording.law_source(law), law.url)]
        yield FactLine("decided-when", "", "When you hear", says)
    elif when := wording.decision_within(decision):
        yield FactLine("decided-when", "", "When you hear", wording.first_capital(when))
    yield FactLine("if-no", "", "If they say no", linked(decision.if_no))


def _decision_ideas(service: Service, decision: Decision) -> Iterator[Idea]:
    when = wording.decision_within(decision)
    yield idea(
        "decide",
        say("This is who decides: ", *own(decision.who), "."),
        say(f"You will hear {when}.") if when else None,
        say("The law says so.") if decision.statutory else None,
        say("A working day is Monday to Friday.") if decision.days else None,
    )
    what = link("what you can do then", service_url(service.id) + "#decision")
    yield extra(idea("rights", say("They may say no."), say("The full page says ", what, ".")), 1)
