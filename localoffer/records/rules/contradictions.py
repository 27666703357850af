"""Rules about what a listing says twice, and differently: words against facts, and facts against facts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from localoffer.findings import WARNING
from localoffer.model import Service
from localoffer.records.rules.fields import NAME, Field
from localoffer.rulebook import Fault, Rules
from localoffer.wording import MONTHS, day_date

AGREE = Rules("fields-that-agree")
TEXTS = ("summary", "description")


def _said(service: Service, words: re.Pattern[str]) -> Iterator[tuple[Field, str]]:
    """Where the summary or the description says these words."""
    for name in TEXTS:
        for found in words.finditer(getattr(service, name) or ""):
            yield Field(name, found.start()), found[0]


@AGREE.rule("wait-span", reads=("waiting_time", "status"), severity=WARNING)
def check_wait_span(service: Service) -> Iterator[Fault]:
    """A waiting time says from when to when it is counted."""
    wait = service.waiting_time
    is_wait = wait is not None and wait.typical is not None and wait.typical.number > 0
    missing = [name for name in ("counted_from", "counted_to") if not getattr(wait, name, None)]
    if is_wait and missing and service.status != "closed":
        message = "it does not say from when to when people wait"
        fix = f"add {' and '.join(missing)} to waiting_time, such as: counted_from: the day you ask, counted_to: your first visit."
        yield Fault(message, fix, Field("waiting_time", NAME))


@AGREE.rule("spaces-and-wait", reads=("waiting_time", "spaces"))
def check_spaces(service: Service) -> Iterator[Fault]:
    """Where there is a waiting list, or no place left, waiting_time does not say that nobody waits."""
    wait = service.waiting_time
    nobody_waits = wait is not None and (wait.typical is None or not wait.typical.number)
    if nobody_waits and service.spaces in ("waiting list", "full"):
        message = f"spaces says {service.spaces}, and waiting_time says that nobody waits"
        yield Fault(message, "ask which is true, and put the other right.", "spaces")


_SHUT = re.compile(
    r"\b(?:closed|shut)\s+(?:for now|for (?:repairs|the moment)|at the moment|until (?!\d|noon|midday|then))"
    r"|\bnot open yet\b|\bhas (?:now )?closed\b",
    re.IGNORECASE,
)


@AGREE.rule("closed-in-words", reads=("summary", "description", "status", "alert"), severity=WARNING)
def check_closed_words(service: Service) -> Iterator[Fault]:
    """A summary or description that says that the service is closed has a status, or an alert, that says so too."""
    if service.status == "active" and service.alert is None:
        for where, words in _said(service, _SHUT):
            message = f"the text says “{words.strip()}”, and status says active"
            yield Fault(message, "write status: temporarily closed, or add an alert; or take the words out.", where)
            return


_AGAIN = re.compile(
    r"\b(?:closed|shut)\b[^.!?]{0,40}\buntil\b|\b(?:opens?|open|re-?opens?) again (?:on|in|from|at)\b|\breopen(?:s|ing)?\b",
    re.IGNORECASE,
)


@AGREE.rule("open-again-once", reads=("summary", "description", "status", "alert"), severity=WARNING)
def check_open_again(service: Service) -> Iterator[Fault]:
    """When a closed service opens again is said once, in its alert: elsewhere it stays when the alert has changed."""
    if service.status == "temporarily closed" and service.alert:
        for where, words in _said(service, _AGAIN):
            message = f"“{words}”: the alert says too when it opens again, and the two can differ"
            yield Fault(message, "say it in the alert alone.", where)


_DATE = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b")


@AGREE.rule("alert-until", reads=("alert",), severity=WARNING)
def check_alert_dates(service: Service) -> Iterator[Fault]:
    """An alert is shown until the last date that its own words name, or the day before."""
    alert = service.alert
    named = [day for found in _DATE.finditer(alert.text if alert else "") if (day := _day(found))]
    if alert and named and alert.until < max(named) - timedelta(days=1):
        message = f"the alert speaks of {day_date(max(named))}, and is shown until {day_date(alert.until)} only"
        yield Fault(message, "write the later day as until.", "alert.until")


def _day(found: re.Match[str]) -> date | None:
    try:
        return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


_FREE = re.compile(r"\b(?:it|this|everything) is (?:all )?free(?: of charge)?(?=[.,;!])", re.IGNORECASE)


@AGREE.rule("free-in-words", reads=("summary", "description", "cost"), severity=WARNING)
def check_free_words(service: Service) -> Iterator[Fault]:
    """A text that says “It is free” has a cost that says so, or a price of nothing."""
    has_free_price = any(not option.amount for option in service.cost.cost_options)
    if service.cost.free == "no" and not has_free_price:
        for where, words in _said(service, _FREE):
            yield Fault(f"the text says “{words}”, and cost says free: no", "put right which is wrong.", where)
            return


_NEEDED = {
    "diagnosis_needed": (
        re.compile(r"\b(?:no diagnosis (?:is )?needed|(?:do not|don't) need a diagnosis)\b", re.IGNORECASE),
        re.compile(r"\b(?:you (?:must have|need) a diagnosis|diagnosis is needed)\b", re.IGNORECASE),
    ),
    "ehc_plan_needed": (
        re.compile(r"\b(?:no (?:EHC )?plan (?:is )?needed|(?:do not|don't) need an EHC plan)\b", re.IGNORECASE),
        re.compile(r"\b(?:you|your child) (?:must have|needs?) an EHC plan(?! (?:needs|assessment))\b", re.IGNORECASE),
    ),
}


@AGREE.rule("needed-in-words", reads=("summary", "description", "eligibility"), severity=WARNING)
def check_needed_words(service: Service) -> Iterator[Fault]:
    """What a text says of a diagnosis or an EHC plan is what the facts say."""
    for field, (no, yes) in _NEEDED.items():
        fact = getattr(service.eligibility, field)
        for where, words in _said(service, no if fact == "yes" else yes) if fact in ("yes", "no") else ():
            message = f"the text says “{words}”, and {field} says {fact}"
            yield Fault(message, "put right which is wrong.", where)


OWN_WAYS = {"self-referral", "drop-in", "appointment", "membership"}
_ASK = re.compile(
    r"\byou can ask (?:for (?:this|it) )?yourself\b|\bno (?:letter|referral) (?:is )?needed\b|\bjust (?:turn up|drop in)\b",
    re.IGNORECASE,
)


@AGREE.rule("route-in-words", reads=("summary", "description", "access"), severity=WARNING)
def check_route_words(service: Service) -> Iterator[Fault]:
    """A text that says that families can ask themselves has a route that lets them."""
    routes = set[str](service.access.route)
    if routes and service.access.has_route and not routes & OWN_WAYS:
        for where, words in _said(service, _ASK):
            message = f"the text says “{words}”, and route says {', '.join(service.access.route)}"
            yield Fault(message, "add self-referral to route, or take the words out.", where)
            return
