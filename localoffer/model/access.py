"""Who a service is for, how people get it, how long they wait, and what it costs."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, StringConstraints, model_validator

from localoffer.model import rules
from localoffer.model.base import NameOf, Part, says
from localoffer.model.choices import Route, Unit
from localoffer.model.decision import Decision
from localoffer.model.easy import EasyAccess, EasyEligibility
from localoffer.model.form import short
from localoffer.model.forms import (
    Age,
    Count,
    Day,
    Fact,
    Line,
    Paragraph,
    Term,
    WebAddress,
    Words,
    YesNo,
)
from localoffer.model.gaps import OrNotKnown, known
from localoffer.model.rules import refuse
from localoffer.model.taken import standard_wait, tidy
from localoffer.model.taken.amounts import read_wait
from localoffer.model.together import ages_as_meant

NO_CRITERIA = {"none", "no criteria", "nothing"}


def _none_or_list(value: Any) -> Any:
    """`none` is an answer of its own: there are none."""
    entries = [value] if isinstance(value, str) else value
    if isinstance(entries, list) and len(entries) == 1 and isinstance(entries[0], str):
        said = tidy(entries[0]).lower()
        if said in NO_CRITERIA:
            return []
        if said in {"n/a", "not applicable", "tbc", "not known", "unknown"}:
            fix = "write none if nothing is asked for; if it is not known, take the line out."
            refuse(rules.WRONG_FORM, f"“{short(entries[0])}” is not something a person must have or be", fix)
    return entries


def _steps(value: Any) -> Any:
    """A step may be written as plain words."""
    if not isinstance(value, list):
        return value
    return [{"text": step} if isinstance(step, str) else step for step in value]


def _wait(value: Any) -> Any:
    """`none`, `18 weeks`, or a number and a unit."""
    if not isinstance(value, str):
        return value
    if standard_wait(value) == "none":
        return None
    if found := read_wait(value):
        return {"number": found[0], "unit": found[1]}
    message = f"“{short(value)}” is not a waiting time we can read"
    fix = "write one number and its unit, like 18 weeks; or none if nobody waits."
    return refuse(rules.WAIT_FORM, message, fix)


def _span(value: str) -> str:
    """What goes on after “from” or “to”: without these words, and without a full stop."""
    words = value.strip(" .")
    first, _, rest = words.partition(" ")
    return rest if first.lower() in ("from", "to", "until", "since") and rest else words


class WithEhcPlan(Part):
    """What is different for people who have an EHC plan."""

    maximum_age: Age = says("The oldest age for people with an EHC plan.", "25", "max_age", "oldest")


class Eligibility(Part):
    """Who it is for. Never left to mean "all ages"."""

    _meant = model_validator(mode="before")(ages_as_meant)

    minimum_age: Age | None = says(
        "The youngest age, in years.", "8", "min_age", "age_from", "from_age", "youngest", default=None
    )
    maximum_age: Age | None = says(
        "The oldest age, in years, up to 25.", "18", "max_age", "age_to", "to_age", "oldest", default=None
    )
    any_age: Annotated[YesNo | None, OrNotKnown()] = says(
        "yes if it is for every age from 0 to 25; not known if nobody has said which ages it is for.",
        "yes",
        "all_ages",
        default=False,
    )
    needs: Annotated[list[Term], Field(min_length=1), NameOf("needs")] = says(
        "Needs it is for, by their short names; [all], or [not known].",
        "[autism, anxiety]",
        "need",
        "conditions",
        "for_needs",
    )
    needs_proposed: YesNo = says(
        "yes if a program has chosen the needs by words in the text, and no person has agreed yet.",
        "yes",
        default=False,
    )
    description: Paragraph | None = says(
        "Who it is for, in words.", "For children who find busy clubs hard.", "details", "text", default=None
    )
    criteria: Annotated[list[Words], BeforeValidator(_none_or_list)] | None = says(
        "What a person must have or be, one point a line; none if there is nothing.",
        "none",
        "conditions_of_entry",
        "requirements",
        "thresholds",
        default=None,
    )
    ehc_plan_needed: Fact = says(
        "Must the child have an EHC plan?",
        "no",
        "ehcp_needed",
        "ehcp",
        "plan_needed",
        "ehc_plan",
        "ehcp_required",
        default="not known",
    )
    diagnosis_needed: Fact = says(
        "Must the child have a diagnosis?", "no", "diagnosis", "diagnosis_required", default="not known"
    )
    with_ehc_plan: WithEhcPlan | None = says(
        "What is different with an EHC plan.", "{maximum_age: 25}", "with_ehcp", "with_plan", default=None
    )
    easy_read: EasyEligibility | None = says(
        "The same in short easy-read sentences, where a sentence has more than 15 words.",
        "{description: It is for children who find clubs hard.}",
        default=None,
    )

    @property
    def has_ages(self) -> bool:
        """True where the record says which ages it is for."""
        return bool(self.any_age) or self.minimum_age is not None or self.maximum_age is not None


class Step(Part):
    """One step of getting in."""

    title: Line | None = says("The step in a few words.", "Fill in the form", "name", default=None)
    text: Paragraph = says("What to do.", "Fill in the form on our website.", "description", "details")
    easy_read: Words | None = says(
        "The step in short easy-read sentences, where a sentence has more than 15 words.",
        "You fill in the form.",
        default=None,
    )


class Access(Part):
    """How people get it."""

    route: Annotated[list[Route], Field(min_length=1)] = says(
        "The ways in, or [not known].",
        "[self-referral]",
        "routes",
        "referral",
        "how_to_access",
        "referral_route",
        "access_route",
    )
    steps: Annotated[list[Step], BeforeValidator(_steps)] = says(
        "What to do, in order.", "[Phone us., We will meet you.]", "how", "process", "what_to_do", default=[]
    )
    who_can_refer: Paragraph | None = says(
        "Who can send a child, in words.", "A GP or a SENCO", "referrers", "referred_by", "who_refers", default=None
    )
    form_url: WebAddress | None = says(
        "The web address of the form.",
        "https://www.marl-trust.example/join",
        "form",
        "form_link",
        "application_form",
        "referral_form",
        default=None,
    )
    decision: Decision | None = says(
        "Who decides and what if they say no. Must be there for assessment and panel.",
        "{who: …, how: …, days: 20, if_no: …}",
        "decisions",
        "outcome",
        default=None,
    )
    bring: list[Words] = says(
        "What to bring.", "[Your child's EHC plan]", "what_to_bring", "bring_with_you", default=[]
    )
    can_stay: Fact = says("Can a parent stay?", "yes", "parents_can_stay", "parent_can_stay", default="not known")
    easy_read: EasyAccess | None = says(
        "The same in short easy-read sentences, where a sentence has more than 15 words.",
        "{who_can_refer: Your school can ask.}",
        default=None,
    )

    @property
    def has_route(self) -> bool:
        """True where the record says how people get it."""
        return bool(known(self.route))


class Wait(Part):
    """A length of time."""

    number: Count = says("How many.", "18", "amount", "length", "value")
    unit: Unit = says("days, weeks or months.", "weeks", "units", "period")


Span = Annotated[Line, AfterValidator(_span), StringConstraints(max_length=50)]


class WaitingTime(Part):
    """How long people wait, as measured on a day."""

    typical: Annotated[Wait | None, BeforeValidator(_wait)] = says(
        "How long most people wait; none if there is no wait.",
        "{number: 18, unit: weeks}",
        "usual",
        "average",
        "wait",
        "length",
    )
    counted_from: Span | None = says(
        "From when the wait is counted, in a few words that go on after “from”.",
        "the day we hear from you",
        "starts",
        "start",
        "clock_starts",
        "begins",
        "counted_since",
        default=None,
    )
    counted_to: Span | None = says(
        "Until when it is counted, in a few words that go on after “to”.",
        "your first visit",
        "ends",
        "end",
        "clock_stops",
        "until",
        "to",
        default=None,
    )
    as_at: Day = says("The day this was true.", "2026-10-31", "as_of", "date", "measured", "at")
    source: Words | None = says(
        "Where the figure is from.", "Marl Community NHS waiting list report", "from", default=None
    )
