"""What people need before they get a service: nothing, or a plan, a diagnosis, a referral, an assessment, a panel's yes.

In: a Service. Out: the answer in the standard voice. It is worked out from the ways in, so that it cannot contradict the steps:
an assessment that begins when a family asks is none that they need first.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.facts.answers import OWN_WAYS
from localoffer.facts.fact import Rows
from localoffer.facts.gaps import Whom
from localoffer.facts.view import Link, Needed, Words
from localoffer.model import Service

DECIDES_ON_PLANS = "ehc-decision"
"""The law on the decision that leads to an EHC plan: whoever asks for that has none yet."""
NO_PAPERS = ("No diagnosis needed", "No EHC plan needed")


def papers(service: Service) -> tuple[str, str]:
    """Whether a diagnosis and an EHC plan are needed: yes, no, not known, or nothing where it leads to a plan."""
    decision = service.access.decision
    plan: str = service.eligibility.ehc_plan_needed
    if decision and decision.statutory == DECIDES_ON_PLANS and plan != "yes":
        plan = ""
    return service.eligibility.diagnosis_needed, plan


def no_papers_chips(service: Service) -> list[str]:
    """The first paper that somebody may think is needed, and is not."""
    return [words for fact, words in zip(papers(service), NO_PAPERS, strict=True) if fact == "no"][:1]


def things_needed(service: Service) -> list[Words]:
    """Each thing that must be there first, in the order in which a family gets it."""
    return list(_things(service))


def _things(service: Service) -> Iterator[Words]:
    routes, (diagnosis, plan) = set(service.access.route), papers(service)
    if plan == "yes":
        yield "An EHC plan."
    if diagnosis == "yes":
        yield "A diagnosis."
    own = routes & set(OWN_WAYS)
    if "professional-referral" in routes and not own:
        worker = f"someone who works with {'you' if wording.is_for_grown_up(service) else 'your child'}"
        yield ["A referral: ", Link(f"{worker} asks", "#get"), "."]
    elif "assessment" in routes and not own:
        yield ["An ", Link("assessment", "#get"), "."]
    if own == {"membership"}:
        yield "You join as a member."
    if "panel" in routes:
        yield ["A yes from the ", Link("panel", "#decision"), "."]


def needed_answer(service: Service, whom: Whom) -> Words | Rows:
    """One sentence, or a list where more than one thing is needed."""
    things, rest = things_needed(service), _papers_answer(service, whom)
    if len(things) > 1:
        return Rows([Needed("Both of these:" if len(things) == 2 else f"All {len(things)} of these:", things, rest)])
    if things:
        (only,) = things
        return [*([only] if isinstance(only, str) else only), f" {rest}"] if rest else only
    is_nothing = service.access.has_route and not service.eligibility.criteria and NOT_SURE not in rest
    return f"Nothing. {rest}" if is_nothing else rest


NOT_SURE = "We do not know"


def _papers_answer(service: Service, whom: Whom) -> str:
    """What is not needed, and what is not known; what is needed is among the things."""
    diagnosis, plan = papers(service)
    named = {"a diagnosis": diagnosis, "an EHC plan": plan}
    free = [name for name, fact in named.items() if fact == "no"]
    unknown = [name for name, fact in named.items() if fact == "not known"]
    said = [f"You do not need {wording.join(free, 'or')}."] if free else []
    if unknown:
        said = [f"{NOT_SURE} if you need {wording.join(unknown, 'or')}. {whom.ask}", *said]
    return " ".join(said)
