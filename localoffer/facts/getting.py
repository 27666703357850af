"""How people get a service: the way in, the steps, who decides, what to bring.

In: a Service. Out: Facts.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.facts.answers import refers
from localoffer.facts.easy_getting import decision_ideas, no_ideas, step_ideas, things_to_bring, who_may_ask
from localoffer.facts.fact import Fact, Rows, Unsaid
from localoffer.facts.gaps import ROUTE, Whom, gap_idea, gap_words
from localoffer.facts.links import linked
from localoffer.facts.reader import reader_of
from localoffer.facts.view import FactLine, Link, Step, Words
from localoffer.facts.voice import Idea, Sentence, idea, in_threes, link, say
from localoffer.model import Decision, Service
from localoffer.model.law import LawFact


def getting_facts(service: Service, whom: Whom, catalogue: Catalogue) -> Iterator[Fact]:
    """In the order in which a family does it."""
    access, law, reader = service.access, catalogue.vocabulary.law, reader_of(service)
    if access.has_route:
        yield Fact("route", "How to get it", wording.routes(service), list(_ways_in(service)), "path")
    elif not (access.steps or access.form_url or access.who_can_refer):
        yield Fact("route", "How to get it", gap_words(whom), [gap_idea(ROUTE, whom)], "path", gap=ROUTE)
    if access.who_can_refer:
        by_worker = "professional-referral" in access.route
        is_said = access.who_can_refer == refers(service)
        who = Unsaid("said among the first answers") if is_said else linked(f"Who can ask? {access.who_can_refer}")
        asked = Unsaid("said with the way in") if by_worker else in_threes("worker", who_may_ask(service))
        if not (is_said and by_worker):
            yield Fact("who-can-ask", "Who can ask", who, asked)
    if access.form_url:
        form = link("fill in the form online", access.form_url)
        told = idea("form", say("There is a form."), say("You can ", form, "."))
        yield Fact("form", "Form", [Link("Fill in the form online", access.form_url)], [told])
    if access.steps:
        steps = [Step(step.title or "", linked(step.text)) for step in access.steps]
        yield Fact("steps", "Steps", Rows(steps), list(step_ideas(service)))
    if access.decision:
        decision, by_law = access.decision, law.get(access.decision.statutory or "")
        yield Fact(
            "decision", "Who decides", Rows(list(_decision(decision, by_law))), decision_ideas(decision, reader, by_law)
        )
        no = Unsaid("said with the decision")
        yield Fact("if-no", "If they say no", no, list(no_ideas(service, decision, catalogue)))
    if access.bring:
        words = linked(" ".join(map(wording.sentence, access.bring)))
        yield Fact("bring", "What to bring", words, in_threes("bring", list(things_to_bring(service))))
    if access.can_stay != "not known":
        can = access.can_stay == "yes"
        words = "Yes. You can stay with your child." if can else "No. Your child stays without you."
        verb = "can" if can else "cannot"
        who, child = ("Your parent", "you") if reader.who == "person" else ("You", "your child")
        if reader.who == "worker":
            who, child = "A parent", "the child"
        told = idea("parent" if can else "no-parent", say(f"{who} {verb} stay with {child}."))
        yield Fact("can-stay", "Can I stay?", words, [told])
    if service.spaces and service.spaces != "not known":
        there = idea(SPACES[service.spaces], say(wording.SPACES[service.spaces]))
        easy = [there] if service.status == "active" else Unsaid("it is not open now")
        yield Fact("spaces", "Places", wording.SPACES[service.spaces], easy, "list")


SPACES = {"open": "yes", "waiting list": "queue", "full": "no"}
"""The picture of each."""


def _ways_in(service: Service) -> Iterator[Idea]:
    routes = service.access.route
    only_by_worker = routes == ["professional-referral"]
    whom = "you" if reader_of(service).who == "person" else reader_of(service).you.lower()
    for route in routes:
        if route == "professional-referral":
            first = say(f"A worker {'must' if only_by_worker else 'can'} ask for {whom}.")
            yield from in_threes("worker", [first, *who_may_ask(service)])
        elif route == "drop-in":
            can_come = "venue" in service.delivery and service.status == "active"
            yield idea("walk", say("You can just come."), say("You do not need to book.")) if can_come else NO_BOOKING
        elif not (route == "panel" and service.access.decision):
            yield idea(*ROUTES[route])


NO_BOOKING = idea("no-book-time", say("You do not need to book."))
ROUTES: dict[str, tuple[str, *tuple[Sentence, ...]]] = {
    "self-referral": ("help", say("You can ask for this yourself.")),
    "appointment": ("book-time", say("You need to book a time.")),
    "assessment": ("assessment", say("Someone asks what you need first."), say("This is called an assessment.")),
    "panel": ("meeting", say("A group of people decides.")),
    "membership": ("member-card", say("You need to join first."), say("This is called being a member.")),
}


def _decision(decision: Decision, law: LawFact | None) -> Iterator[FactLine]:
    yield FactLine("decided-by", "", "Who", linked(decision.who))
    yield FactLine("decided-how", "", "How", linked(decision.how))
    if law:
        says: Words = [f"{wording.law_statement(law)} ", Link(wording.law_source(law), law.url)]
        yield FactLine("decided-when", "", "When you hear", says)
    elif when := wording.decision_within(decision):
        yield FactLine("decided-when", "", "When you hear", wording.first_capital(when))
    yield FactLine("if-no", "", "If they say no", linked(decision.if_no))
