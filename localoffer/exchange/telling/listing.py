"""One of our listings → `Incoming`, the other way round than `to_listing`.

In: a service, its provider, our vocabularies. Out: an `Incoming` of what everybody may know. Persons without consent, addresses
that must not be found and what a program has only proposed never come through; what is not known is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from localoffer.exchange.shape import Contact, Incoming, Link, Organization, Origin, Phone, Place, Price, Schedule, Term
from localoffer.model import NATIONAL, OUTSIDE, WHOLE_AREA, Provider, Service, known
from localoffer.model.places import Contact as OurContact
from localoffer.model.places import Location
from localoffer.model.places import Schedule as OurSchedule
from localoffer.model.vocabulary import Vocabulary
from localoffer.wording import decision_within, wait_span

BSL = "British Sign Language"
FREE, CHARGE = "Free", "There is a charge."


def from_listing(
    service: Service, provider: Provider | None, vocabulary: Vocabulary, *, today: date, place: str = ""
) -> Incoming:
    """The service in the one shape. `place`: the council's area by its name; `today`: alerts that are over are not told."""
    incoming = Incoming(service.id, Origin(service.path), name=service.name, status=service.status)
    incoming.alternate_name = "; ".join(service.also_known_as)
    incoming.summary, incoming.description = service.summary or "", service.description
    if service.alert and service.alert.until >= today:
        incoming.alert = service.alert.text
    _tell_who(incoming, service)
    _tell_way_in(incoming, service)
    _tell_cost(incoming, service)
    incoming.terms = _terms(service, vocabulary)
    incoming.languages = [*service.languages, *([BSL] if service.bsl == "yes" else [])]
    incoming.interpretation_services = _known_answer(service.interpreter)
    incoming.service_areas = [_area(each, vocabulary, place) for each in known(service.service_areas)]
    incoming.links = [Link(each.url, each.text) for each in service.links]
    incoming.assured_date = service.last_checked.date.isoformat() if service.last_checked else ""
    incoming.organization = tell_provider(provider) if provider else Organization()
    incoming.school = _school(service)
    tell_contacts(incoming, service.contacts)
    incoming.places = [_place(each, vocabulary) for each in service.locations]
    tell_times(incoming, service.schedules, [each.name for each in service.locations])
    return incoming


def tell_provider(provider: Provider) -> Organization:
    """Who runs it."""
    return Organization(
        provider.name,
        provider.id,
        provider.description,
        provider.url or "",
        provider.email or "",
        [Phone(provider.phone)] if provider.phone else [],
        "" if provider.kind == "not known" else provider.kind,
        [(each.body, each.number) for each in provider.registrations],
    )


def _tell_who(incoming: Incoming, service: Service) -> None:
    """A Local Offer is for people from birth to 25: any age is these ages. Words and conditions, a line each."""
    who = service.eligibility
    if who.any_age:
        incoming.minimum_age, incoming.maximum_age = "0", "25"
    else:
        incoming.minimum_age = "" if who.minimum_age is None else str(who.minimum_age)
        incoming.maximum_age = "" if who.maximum_age is None else str(who.maximum_age)
    lines = [who.description or "", service.only_for or "", *(who.criteria or [])]
    for answer, yes, no in (
        (who.ehc_plan_needed, "You need an EHC plan.", "You do not need an EHC plan."),
        (who.diagnosis_needed, "You need a diagnosis.", "You do not need a diagnosis."),
    ):
        lines.append({"yes": yes, "no": no}.get(answer, ""))
    if who.with_ehc_plan:
        lines.append(f"With an EHC plan: up to age {who.with_ehc_plan.maximum_age}.")
    incoming.eligibility_description = "\n".join(filter(None, lines))


def _tell_way_in(incoming: Incoming, service: Service) -> None:
    access = service.access
    steps = [f"{each.title}: {each.text}" if each.title else each.text for each in access.steps]
    more = [
        f"Who can refer: {access.who_can_refer}" if access.who_can_refer else "",
        f"Form: {access.form_url}" if access.form_url else "",
    ]
    if decision := access.decision:
        within = decision_within(decision)
        when = f"They decide {within}." if within else ""
        more += [f"Who decides: {decision.who}", decision.how, when, f"If the answer is no: {decision.if_no}"]
    incoming.application_process = "\n".join(filter(None, [*steps, *more]))
    incoming.required_documents = list(access.bring)
    if service.waiting_time and service.waiting_time.typical:
        wait = service.waiting_time.typical
        span = f" {wait_span(service.waiting_time)}".rstrip()
        incoming.wait_time = f"{wait.number} {wait.unit}{span} (as at {service.waiting_time.as_at.isoformat()})"
    elif service.waiting_time:
        incoming.wait_time = f"none (as at {service.waiting_time.as_at.isoformat()})"


def _tell_cost(incoming: Incoming, service: Service) -> None:
    cost = service.cost
    incoming.free = _known_answer(cost.free)
    budget = "You can use a personal budget." if cost.personal_budget == "yes" else ""
    charge = FREE if cost.free == "yes" else CHARGE if cost.free == "no" and not cost.cost_options else ""
    incoming.fees_description = " ".join(filter(None, [charge, budget]))
    incoming.prices = [
        Price(
            each.option,
            str(each.amount),
            each.amount_description or "",
            "GBP",
            _day(each.valid_from),
            _day(each.valid_to),
        )
        for each in cost.cost_options
    ]


def _terms(service: Service, vocabulary: Vocabulary) -> list[Term]:
    """What a person has sorted it by. What a program has proposed is a proposal, and is not told as a fact."""
    topics = [] if service.topics_proposed else known(service.topics)
    needs = [] if service.eligibility.needs_proposed else known(service.eligibility.needs)
    named = [
        *((each, "topics", vocabulary.topics[each].name if each in vocabulary.topics else each) for each in topics),
        *((each, "needs", vocabulary.needs[each].name if each in vocabulary.needs else each) for each in needs),
        *((each, "audience", each) for each in service.for_whom),
        *((each, "routes", each) for each in known(service.access.route)),
        *((each, "delivery", each) for each in known(service.delivery)),
    ]
    return [Term(name, own, taxonomy) for own, taxonomy, name in named]


def _area(own: str, vocabulary: Vocabulary, place: str) -> str:
    if own in (NATIONAL, OUTSIDE):
        return own
    if own == WHOLE_AREA:
        return place or WHOLE_AREA
    return vocabulary.areas[own].name if own in vocabulary.areas else own


def _school(service: Service) -> dict[str, str]:
    """Facts of a school; who its SENCO is stays here: it may be a person."""
    if not service.school:
        return {}
    facts = service.school.model_dump(exclude_none=True)
    return {
        name: str(facts[name]) for name in ("urn", "sen_report_url", "admissions_url", "resource_base") if name in facts
    }


def _known_answer(answer: str) -> str:
    return answer if answer in ("yes", "no") else ""


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


# Where; of a place that must not be found only the town


def _place(location: Location, vocabulary: Vocabulary) -> Place:
    features = [text for own, answer in location.accessibility.items() if (text := _feature(own, answer, vocabulary))]
    if location.sensitive:
        return Place(city=location.city, sensitive=True, accessibility=features)
    return Place(
        name=location.name,
        address_1=location.address_1 or "",
        address_2=location.address_2 or "",
        city=location.city,
        postal_code=location.postal_code or "",
        country="GB",
        accessibility=features,
        transportation=location.travel or "",
    )


def _feature(own: str, answer: str, vocabulary: Vocabulary) -> str:
    """What the place has by its name; what it has not is told too, for families must know; what nobody knows is not."""
    name = vocabulary.features[own].name if own in vocabulary.features else own
    return {"yes": name, "no": f"{name}: no"}.get(answer, "")


# When, as RFC 5545 has it; what that cannot say follows in words


SEASONS = (
    ("term_time_only", "In term time only."),
    ("holidays_only", "In school holidays only."),
    ("not_bank_holidays", "Not on bank holidays."),
)


def tell_times(incoming: Incoming, schedules: Sequence[OurSchedule], names: Sequence[str]) -> None:
    """Each time; call it when the places are there."""
    for schedule in schedules:
        at = names.index(schedule.location) if schedule.location in names else -1
        target = incoming.places[at].schedules if at >= 0 and len(names) > 1 else incoming.schedules
        target.extend(_told(schedule))


def _told(schedule: OurSchedule) -> Iterator[Schedule]:
    """One for the days of the week, one for each single day."""
    note = " ".join([*([schedule.description] if schedule.description else []), *seasons(schedule)])
    opens = schedule.opens_at.strftime("%H:%M") if schedule.opens_at else ""
    closes = schedule.closes_at.strftime("%H:%M") if schedule.closes_at else ""
    for day in schedule.dates:
        yield Schedule(
            opens_at=opens, closes_at=closes, valid_from=day.isoformat(), valid_to=day.isoformat(), description=note
        )
    if schedule.byday or not schedule.dates:
        yield Schedule(
            freq="MONTHLY" if schedule.every == "month" else "WEEKLY" if schedule.byday else "",
            interval="2" if schedule.every == "fortnight" else "",
            byday=",".join(_byday(schedule)),
            opens_at=opens,
            closes_at=closes,
            valid_from=schedule.valid_from.isoformat() if schedule.valid_from else "",
            valid_to=schedule.valid_to.isoformat() if schedule.valid_to else "",
            description=note,
        )


def seasons(schedule: OurSchedule) -> list[str]:
    """In which part of the year only, a sentence each."""
    return [words for field, words in SEASONS if getattr(schedule, field)]


def _byday(schedule: OurSchedule) -> list[str]:
    """Of a month, the week stands before the day: 1SA; the fifth is the last, as our pages say."""
    week = {None: "", 5: "-1"}.get(schedule.week_of_month, str(schedule.week_of_month))
    return [f"{week}{day}" for day in schedule.byday]


# Whom to ask, never a person by name: one who agreed to stand on a page of this site has not agreed to stand in copies that nobody
# can take back; open data names roles


VOICE, SMS, RELAY = "voice", "sms", "tty"


def tell_contacts(incoming: Incoming, contacts: Sequence[OurContact]) -> None:
    """Every way to reach them."""
    for at, contact in enumerate(contacts):
        role, email = contact.role or "", shared_email(contact)
        if at == 0:
            incoming.phones = _numbers(contact, role)
            incoming.email, incoming.url = email, contact.url or ""
            continue
        phones = _numbers(contact, "")
        if phones or email:
            incoming.contacts.append(Contact("", role, "", email, phones))
        if contact.url:
            incoming.links.append(Link(contact.url, role))


def shared_email(contact: OurContact) -> str:
    """The address, unless it holds the name of the person: dana.reed@…"""
    email = contact.email or ""
    names = [word for word in re.findall(r"\w+", (contact.name or "").lower()) if len(word) > 2]
    return "" if any(word in email.lower().partition("@")[0] for word in names) else email


def _numbers(contact: OurContact, role: str) -> list[Phone]:
    given = (
        (contact.phone, contact.extension or "", VOICE),
        (contact.text_relay, "", RELAY),
        (contact.sms, "", SMS),
    )
    return [Phone(number, extension, kind, role) for number, extension, kind in given if number]
