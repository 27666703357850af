"""Rules about who it is for, who decides, and whom to ask."""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.findings import WARNING
from localoffer.model import DECISION_TIMES, NOT_KNOWN, NOT_SORTED, Contact, Service, known
from localoffer.model.contact_forms import is_phone_in_use, nobody_has
from localoffer.records.rules.fields import NAME, Field
from localoffer.rulebook import Fault, Rules

AGREE = Rules("fields-that-agree")


@AGREE.rule("ages-missing", reads=("eligibility",))
def check_ages_given(service: Service) -> Iterator[Fault]:
    """A listing says which ages it is for: a lowest or highest age, any_age: yes, or any_age: not known. No ages never means all ages."""
    who = service.eligibility
    if who.any_age is False and who.minimum_age is None and who.maximum_age is None:
        message = "it does not say which ages it is for"
        yield Fault(
            message,
            "add minimum_age and maximum_age, or any_age: yes; any_age: not known if nobody has said.",
            Field("eligibility", NAME),
        )


@AGREE.rule("ages-and-any-age", reads=("eligibility",))
def check_any_age(service: Service) -> Iterator[Fault]:
    """any_age: yes, or not known, stands without minimum_age and maximum_age."""
    who = service.eligibility
    if who.any_age is not False and (who.minimum_age is not None or who.maximum_age is not None):
        message = f"any_age is {'yes' if who.any_age else 'not known'}, but ages are given too"
        yield Fault(message, "take out any_age, or take out the ages.", "eligibility.any_age")


@AGREE.rule("ages-reversed", reads=("eligibility",))
def check_ages_order(service: Service) -> Iterator[Fault]:
    """maximum_age is not lower than minimum_age."""
    who = service.eligibility
    low, high = who.minimum_age, who.maximum_age
    if low is not None and high is not None and high < low:
        message = f"maximum_age is {high}, which is lower than minimum_age, {low}"
        yield Fault(message, "swap the two numbers.", "eligibility.maximum_age")


@AGREE.rule("ages-with-plan", reads=("eligibility",))
def check_plan_age(service: Service) -> Iterator[Fault]:
    """The highest age with an EHC plan is higher than the highest age without one."""
    who = service.eligibility
    high = who.maximum_age
    if who.with_ehc_plan and high is not None and who.with_ehc_plan.maximum_age <= high:
        message = f"the age with an EHC plan is {who.with_ehc_plan.maximum_age}, no higher than maximum_age, {high}"
        fix = "write the higher age here, or take out with_ehc_plan."
        yield Fault(message, fix, "eligibility.with_ehc_plan.maximum_age")


GAPS = ("eligibility.needs", "access.route", "delivery", "service_areas", "topics")
"""Lists that may say that nobody knows."""


@AGREE.rule("gap-alone", reads=("eligibility", "access", "delivery", "service_areas", "topics"))
def check_gaps(service: Service) -> Iterator[Fault]:
    """not known and not sorted stand alone: what is known beside them is known."""
    for field in GAPS:
        value: object = service
        for part in field.split("."):
            value = getattr(value, part)
        names = list(value) if isinstance(value, list) else []
        if len(names) > 1 and len(known(names)) < len(names):
            gap = next(name for name in names if name in (NOT_KNOWN, NOT_SORTED))
            message = f"{field.rpartition('.')[2]} says {gap}, and names something else too"
            yield Fault(message, f"take out {gap}, or write only that.", field)


@AGREE.rule("proposed-nothing", reads=("eligibility", "topics", "topics_proposed"))
def check_proposed(service: Service) -> Iterator[Fault]:
    """topics_proposed and needs_proposed stand where there are topics and needs to agree to."""
    if service.topics_proposed and not service.has_topics:
        yield Fault("topics are proposed, but there are none", "take topics_proposed out.", "topics_proposed")
    if service.eligibility.needs_proposed and not known(service.eligibility.needs):
        message, field = "needs are proposed, but there are none", "eligibility.needs_proposed"
        yield Fault(message, "take needs_proposed out.", field)


@AGREE.rule("topics-proposed", reads=("eligibility", "topics", "topics_proposed"), severity=WARNING)
def check_agreed(service: Service) -> Iterator[Fault]:
    """A person has agreed to the topics and needs that a program has proposed."""
    said = {
        "topics": (service.topics_proposed, service.topics, "topics_proposed"),
        "needs": (service.eligibility.needs_proposed, service.eligibility.needs, "eligibility.needs_proposed"),
    }
    for what, (is_proposed, names, field) in said.items():
        if is_proposed and known(names):
            message = f"a program has chosen the {what} by words in the text: {', '.join(names)}"
            fix = f"if they are right, take {field.rpartition('.')[2]} out, or run: python build.py fix --accept-topics {service.path}"
            yield Fault(message, fix, field)
            return


@AGREE.rule("topics-not-sorted", reads=("topics",), severity=WARNING)
def check_sorted(service: Service) -> Iterator[Fault]:
    """A listing has its topics: families look by them."""
    if not service.has_topics and service.status != "closed":
        fix = "write its topics instead of not sorted."
        yield Fault("nobody has looked yet what this is about, so it stands in no topic", fix, "topics")


@AGREE.rule("needs-all", reads=("eligibility",))
def check_all_needs(service: Service) -> Iterator[Fault]:
    """needs is [all], or names needs, not both."""
    needs = service.eligibility.needs
    if "all" in needs and len(needs) > 1:
        message = "needs says all and names single needs too"
        yield Fault(message, "write [all], or only the single needs.", "eligibility.needs")


@AGREE.rule("decision-missing", reads=("access",))
def check_decision(service: Service) -> Iterator[Fault]:
    """When a panel or an assessment decides, the listing says who decides, how, in how many days, and what if the answer is no."""
    access = service.access
    deciders = [route for route in access.route if route in ("assessment", "panel")]
    if deciders and access.decision is None:
        message = f"the way in is {' and '.join(deciders)}, but decision is missing"
        yield Fault(message, "add decision: under access, with who, how, days and if_no.", "access.route")


@AGREE.rule("decision-time", reads=("access",))
def check_decision_time(service: Service) -> Iterator[Fault]:
    """A decision says once in how many days, weeks or months people hear, or which law sets the time."""
    decision = service.access.decision
    given = [name for name in (*DECISION_TIMES, "statutory") if getattr(decision, name, None) is not None]
    if decision and not given:
        fix = (
            "add days: with a number of working days, or weeks:, months: or calendar_days:; or statutory: and its law."
        )
        yield Fault("decision does not say when people hear", fix, "access.decision")
    elif len(given) > 1:
        others = " and ".join(given)
        yield Fault(f"decision says twice when people hear: {others}", "keep one.", f"access.decision.{given[1]}")


@AGREE.rule("referrer-missing", reads=("access",), severity=WARNING)
def check_referrers(service: Service) -> Iterator[Fault]:
    """When a professional must refer, the listing says who can."""
    access = service.access
    if "professional-referral" in access.route and not access.who_can_refer:
        message = "it does not say who can refer"
        yield Fault(message, "add who_can_refer: under access, such as A GP or a SENCO.", "access.route")


@AGREE.rule("while-you-wait", reads=("access", "waiting_time", "while_you_wait", "status"))
def check_while_you_wait(service: Service) -> Iterator[Fault]:
    """Where people wait or are assessed, the listing says what helps meanwhile."""
    waits = service.waiting_time is not None and service.waiting_time.typical is not None
    decides = {"assessment", "panel"} & set(service.access.route)
    if (waits or decides) and not service.while_you_wait and service.status != "closed":
        field = "waiting_time" if waits else "access.route"
        fix = "add while_you_wait: with services or pages of this offer, such as [guides/waiting-for-an-assessment]."
        yield Fault("people wait for this, but while_you_wait is missing", fix, Field(field, NAME))


@AGREE.rule("contact-ways", reads=("contacts", "access"), severity=WARNING)
def check_ways(service: Service) -> Iterator[Fault]:
    """There are at least two ways to get in touch, such as phone and e-mail: not everybody can phone."""
    ways = set().union(*(contact.ways for contact in service.contacts))
    if service.access.form_url:
        ways.add("web")
    if ways and len(ways) < 2:
        message = f"there is only one way to get in touch: {_WAYS[ways.pop()]}"
        yield Fault(message, "add another: phone, sms, email or url.", Field("contacts", NAME))


_WAYS = {"phone": "by phone", "text": "by text message", "email": "by e-mail", "web": "a web page"}


@AGREE.rule("contact-empty", reads=("contacts",))
def check_contact_ways(service: Service) -> Iterator[Fault]:
    """Each contact has a phone number, a number for texts, an e-mail address or a web page."""
    for number, contact in enumerate(service.contacts):
        if not contact.ways:
            fix = "add phone, sms, email or url, or take the contact out."
            yield Fault("this contact cannot be reached", fix, Field(f"contacts.{number}", NAME))


@AGREE.rule("consent", reads=("contacts",))
def check_consent(service: Service) -> Iterator[Fault]:
    """A person is named only with their consent."""
    for number, contact in enumerate(service.contacts):
        if contact.name and not contact.consent_to_publish:
            fix = "ask them, then add consent_to_publish: yes; or take out the name and leave the role."
            yield Fault(f"{contact.name} is named, but has not agreed to it", fix, f"contacts.{number}.name")


PHONE_FIELDS = ("phone", "text_relay", "sms")


@AGREE.rule("phone-unused", reads=("contacts",), severity=WARNING)
def check_numbers(service: Service) -> Iterator[Fault]:
    """A phone number is of a range that is given out in the UK."""
    for number, contact in enumerate(service.contacts):
        for field in PHONE_FIELDS:
            yield from _check_number(contact, number, field)


def _check_number(contact: Contact, number: int, field: str) -> Iterator[Fault]:
    digits = getattr(contact, field)
    if digits and not is_phone_in_use(digits):
        yield Fault(nobody_has(digits), "check each digit by phoning it.", f"contacts.{number}.{field}")
