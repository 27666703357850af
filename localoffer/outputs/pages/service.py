"""A service's own page: its facts in the order a family asks for them.

In: one Service, the Index of the catalogue. Out: a Page for theme/service.html.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date

from localoffer import wording
from localoffer.addresses import need_url, provider_url, service_url, topic_url
from localoffer.catalogue import freshness
from localoffer.catalogue.index import ALL_NEEDS
from localoffer.easyread.ways import page_link
from localoffer.model import NATIONAL, OUTSIDE, WHOLE_AREA, Service
from localoffer.outputs.index import Index
from localoffer.outputs.markdown import render
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages.places import place_facts, when_facts
from localoffer.outputs.parts import contact_card, linked, shown_pictures, where_words
from localoffer.outputs.search.facets import found_service
from localoffer.outputs.view import Card, Checked, FactLine, Link, Notice, Price, Step, Words, plain

NOT_ENDORSED = (
    "Being listed here does not mean that the council recommends this service. You choose what is right for you."
)
OF_OPEN_SERVICES = frozenset(
    {"chips", "facts", "contact_notes", "who", "good_to_know", "prices", "getting", "steps", "decision", "wait"}
    | {"where", "places", "times", "school"}
)
"""What would send people to a service that has closed."""


def service_page(service: Service, index: Index) -> Page:
    """The page of one service, closed or not."""
    url = service_url(service.id)
    meta: Meta = {
        "title": service.name,
        "summary": service.summary,
        "id": service.id,
        "section": "topics",
        "crumbs": _crumbs(service, index),
        "by": Link(index.catalogue.providers[service.provider_id].name, provider_url(service.provider_id)),
        "chips": list(chips(service)),
        "notices": list(notices(service, index)),
        "facts": main_facts(service, index),
        "contacts": [contact_card(contact, index.catalogue.today) for contact in service.contacts],
        "contact_notes": list(_contact_notes(service)),
        "checked": _checked(service, index),
        "who": _who(service),
        "images": shown_pictures(service),
        "good_to_know": list(_good_to_know(service)),
        "prices": _prices(service, index.catalogue.today),
        "getting": list(_getting(service)),
        "steps": [Step(step.title or "", linked(step.text)) for step in service.access.steps],
        "decision": _decision(service),
        "wait": _wait(service, index),
        **place_facts(service, index),
        **when_facts(service, index.catalogue.today),
        "school": list(_school(service)),
        "links": [Link(link.text, link.url) for link in service.links],
        "like": like(service, index),
        "not_endorsed": NOT_ENDORSED,
        "qr": _qr(index, url),
    }
    if service.status == "closed":
        meta = {key: value for key, value in meta.items() if key not in OF_OPEN_SERVICES}
        meta |= {"noindex": True, "status": "closed"}
    else:
        meta["found"] = found_service(service, index)
    body = render("service.md.j2", description=service.description)
    return new_page("service", url, meta, service.path, body)


def service_key(service: Service, index: Index) -> str:
    """Stands for all that the two pages of a service are made from; empty when that is not known.

    That is: what every page shares, its own file, its provider's, and what it says of other services and guides.
    """
    shared, own = index.catalogue.digest, service.origin.digest
    provider = index.catalogue.providers[service.provider_id].origin.digest
    if not (shared and own and provider):
        return ""
    meanwhile = [[_meanwhile(name, index), page_link(name, index.catalogue)] for name in service.while_you_wait]
    whole = json.dumps([shared, own, provider, like(service, index), meanwhile], default=plain)
    return hashlib.blake2b(whole.encode(), digest_size=16).hexdigest()


def _crumbs(service: Service, index: Index) -> list[Link]:
    topic = index.catalogue.vocabulary.topics.get(service.topics[0])
    if topic is None:
        return []
    top = index.catalogue.vocabulary.topics.get(topic.parent or "")
    return [Link(level.name, topic_url(level.id)) for level in (top, topic) if level]


def chips(service: Service) -> Iterator[str]:
    """Good news at a glance; only what somebody said yes (or no need) to."""
    if service.cost.free == "yes":
        yield "Free"
    if service.eligibility.diagnosis_needed == "no":
        yield "No diagnosis needed"
    if service.eligibility.ehc_plan_needed == "no":
        yield "No EHC plan needed"
    if "self-referral" in service.access.route:
        yield "You can ask yourself"
    if "drop-in" in service.access.route:
        yield "No need to book"
    if service.waiting_time and service.waiting_time.typical is None:
        yield "No wait"
    if service.bsl == "yes":
        yield "British Sign Language"


def notices(service: Service, index: Index) -> Iterator[Notice]:
    """What a reader must know first: closed, planned, an alert, a check that is late."""
    today = index.catalogue.today
    if service.status == "closed":
        yield Notice(
            "warm", "This service has closed.", "Please do not travel there. Look at other help like this below."
        )
    if service.status == "temporarily closed":
        yield Notice("warm", "Closed for now.", "Phone or write before you go, and ask when it opens again.")
    if service.status == "planned":
        yield Notice("warm", "Not open yet.", "This is planned. Ask to hear when it starts.")
    if service.alert and service.alert.until >= today:
        yield Notice("warm", "", linked(service.alert.text))
    if index.is_overdue(service):
        since = wording.day_date(service.last_checked.date)
        yield Notice("warm", "This page is due for a check.", f"We last checked it on {since}. Phone first to be sure.")


# The main facts


def main_facts(service: Service, index: Index) -> list[FactLine]:
    """For whom, what it costs, how to get it, how long the wait is."""
    today = index.catalogue.today
    lines = [
        FactLine("ages", "people", "Ages", ages_answer(service)),
        FactLine("needs", "heart", "Needs", needs_answer(service, index)),
    ]
    if service.only_for:
        lines.append(FactLine("only-for", "people", "Only for", service.only_for))
    lines.append(FactLine("area", "pin", "Where you live", area_answer(service, index)))
    lines.append(_when_and_where(service, today))
    lines.append(FactLine("first-needed", "check", "What you need first", needed_answer(service)))
    lines.append(FactLine("cost", "pound", "Cost", _cost(service, today)))
    lines.append(FactLine("route", "path", "How to get it", _how(service)))
    if service.waiting_time:
        lines.append(FactLine("wait", "clock", "Waiting time", _wait_answer(service)))
    elif service.spaces and service.spaces != "not known":
        lines.append(FactLine("spaces", "clock", "Places", wording.SPACES[service.spaces]))
    return lines


def ages_answer(service: Service) -> str:
    """`5 to 18. Up to 25 with an EHC plan.`, and whom it is for where that is not the child."""
    words = [wording.first_capital(wording.ages(service.eligibility))]
    if service.eligibility.with_ehc_plan:
        words.append(f"Up to {service.eligibility.with_ehc_plan.maximum_age} with an EHC plan")
    if service.for_whom and not set(service.for_whom) <= {"child", "young person"}:
        words.append(f"For {wording.audiences(service)}")
    return ". ".join(words) + ("." if len(words) > 1 else "")


def needs_answer(service: Service, index: Index) -> Words:
    """The needs it is for, each a link to more help for that need."""
    if ALL_NEEDS in service.eligibility.needs:
        return "Every need"
    known = [
        index.catalogue.vocabulary.needs[name]
        for name in service.eligibility.needs
        if name in index.catalogue.vocabulary.needs
    ]
    words: list[str | Link] = []
    for need in known:
        words += [Link(need.name, need_url(need.id)), ", "]
    return words[:-1]


def area_answer(service: Service, index: Index) -> str:
    """`All of Marlbrook`, `Easton and Northfield`, `Anywhere in the country`."""
    areas = index.catalogue.vocabulary.areas
    special = {
        WHOLE_AREA: f"all of {index.place}",
        OUTSIDE: f"outside {index.place}",
        NATIONAL: "anywhere in the country",
    }
    names = [special.get(area) or (areas[area].name if area in areas else area) for area in service.service_areas]
    return wording.first_capital(wording.join(names, "or"))


def needed_answer(service: Service) -> str:
    """Whether an EHC plan or a diagnosis is needed; unknown is said to be unknown."""
    plan, diagnosis = service.eligibility.ehc_plan_needed, service.eligibility.diagnosis_needed
    if plan == diagnosis == "no":
        return "You do not need a diagnosis or an EHC plan."
    if plan == diagnosis == "not known":
        return "We do not know if you need a diagnosis or an EHC plan. Ask them."
    answers = {
        "yes": "You need {}.",
        "no": "You do not need {}.",
        "not known": "We do not know if you need {}. Ask them.",
    }
    return " ".join([answers[diagnosis].format("a diagnosis"), answers[plan].format("an EHC plan")])


def _when_and_where(service: Service, today: date) -> FactLine:
    """`Saturday, 9:30am to midday. In Easton.`, with a way to all of it; only the place when no time is known."""
    given = sorted(service.schedules, key=lambda schedule: schedule.every != "week")
    times = [wording.sentence(wording.schedule_words(s)) for s in given if not wording.is_past(s, today)]
    shown = times if len(times) < 3 and sum(map(len, times)) < 90 else ["At several times."]
    where = wording.sentence(where_words(service))
    is_place = "venue" in service.delivery
    if not times:
        return FactLine("when", "pin", "Where it is" if is_place else "How it happens", where)
    words: Words = [" ".join([*shown, where, ""]), Link("See where and when", "#where")]
    return FactLine("when", "calendar", "When and where" if is_place else "When and how", words)


def _cost(service: Service, today: date) -> str:
    words = wording.cost_words(service, today)
    if service.cost.personal_budget == "yes":
        words += " You can use a personal budget."
    return words


def _how(service: Service) -> Words:
    words = wording.routes(service)
    steps = len(service.access.steps)
    if steps > 1:
        return [words + " ", Link(f"See the {steps} steps", "#get")]
    return words


def _wait_answer(service: Service) -> Words:
    assert service.waiting_time is not None
    words = wording.sentence(wording.wait(service.waiting_time.typical))
    if service.while_you_wait:
        return [words + " ", Link("What to do while you wait", "#wait")]
    return words


# The parts below


def _who(service: Service) -> Meta:
    found: Meta = {}
    if service.eligibility.description:
        found["words"] = linked(service.eligibility.description)
    if service.eligibility.criteria:
        found["lead"], lines = _criteria(service.eligibility.criteria)
        found["criteria"] = [linked(line) for line in lines]
    if found:
        found["title"] = "Is it for me?" if wording.is_for_grown_up(service) else "Is it for my child?"
    return found


def _criteria(lines: list[str]) -> tuple[str, list[str]]:
    """The criteria, and whether all must be true; lines that begin with “Or” are other ways to fulfil them."""
    if len(lines) == 1:
        return "This must be true:", lines
    if all(line.startswith("Or ") for line in lines[1:]):
        return "One of these must be true:", [wording.first_capital(line.removeprefix("Or ")) for line in lines]
    return "All of these must be true:", lines


def _good_to_know(service: Service) -> Iterator[FactLine]:
    if service.access.bring:
        yield FactLine("bring", "", "What to bring", linked(" ".join(map(wording.sentence, service.access.bring))))
    if service.access.can_stay != "not known":
        yes, no = "Yes. You can stay with your child.", "No. Your child stays without you."
        yield FactLine("can-stay", "", "Can I stay?", yes if service.access.can_stay == "yes" else no)
    if service.languages:
        yield FactLine("languages", "", "Languages", wording.join(service.languages))
    if service.waiting_time and service.spaces and service.spaces != "not known":
        yield FactLine("spaces", "", "Places", wording.SPACES[service.spaces])


def _contact_notes(service: Service) -> Iterator[str]:
    if service.interpreter == "yes" and service.bsl == "yes":
        yield "Staff use British Sign Language (BSL). You can have an interpreter."
    elif service.interpreter == "yes":
        yield "You can have an interpreter."
    elif service.bsl == "yes":
        yield "Staff use British Sign Language (BSL)."


def _prices(service: Service, today: date) -> list[Price]:
    if service.cost.free == "yes":
        return []
    rows = []
    for option in service.cost.cost_options:
        if option.valid_to and option.valid_to < today:
            continue
        notes = [option.amount_description or ""]
        if option.valid_from and option.valid_from > today:
            notes.append(f"from {wording.day_date(option.valid_from)}")
        if option.valid_to:
            notes.append(f"until {wording.day_date(option.valid_to)}")
        price = wording.pounds(option.amount) if option.amount else "Free"
        rows.append(Price(option.option, price, wording.first_capital(", ".join(note for note in notes if note))))
    return rows


def _getting(service: Service) -> Iterator[Words]:
    if not service.access.steps:
        yield wording.routes(service)
    if service.access.who_can_refer:
        yield linked(f"Who can ask? {service.access.who_can_refer}")
    if service.access.form_url:
        yield [Link("Fill in the form online", service.access.form_url)]


def _decision(service: Service) -> list[FactLine]:
    decision = service.access.decision
    if decision is None:
        return []
    when = "On the same day" if decision.days == 0 else f"Within {wording.count(decision.days, 'working day')}"
    return [
        FactLine("decided-by", "", "Who", linked(decision.who)),
        FactLine("decided-how", "", "How", linked(decision.how)),
        FactLine("decided-when", "", "When you hear", when),
        FactLine("if-no", "", "If they say no", linked(decision.if_no)),
    ]


def _wait(service: Service, index: Index) -> Meta:
    waiting = service.waiting_time
    found: Meta = {}
    if waiting:
        found["big"] = wording.wait(waiting.typical)
        source = f" Source: {waiting.source.rstrip('.')}." if waiting.source else ""
        found["source"] = f"This was true on {wording.day_date(waiting.as_at)}.{source}"
        if freshness.is_old_wait(waiting, index.catalogue.today):
            found["notes"] = ["This figure is more than 3 months old. Ask how long it is now."]
    if service.while_you_wait:
        found["rows"] = [row for name in service.while_you_wait if (row := _meanwhile(name, index))]
    return found


def _meanwhile(name: str, index: Index) -> Card | None:
    service = index.catalogue.services.get(name)
    if service:
        return index.card(service)
    page = index.catalogue.content.get(name)
    return Card(page.title, f"{page.id.removesuffix('index').rstrip('/')}/", page.summary) if page else None


def _checked(service: Service, index: Index) -> Checked:
    checked = service.last_checked
    due = wording.month_year(index.next_check(service))
    when = "The next check was due in" if index.is_overdue(service) else "Next check:"
    more = f", {wording.CHECKED_HOW[checked.how]}. Who checked: {checked.by}. {when} {due}."
    return Checked(checked.date.isoformat(), wording.day_date(checked.date), more)


def _school(service: Service) -> Iterator[FactLine]:
    school = service.school
    if school is None:
        return
    if school.senco:
        yield FactLine("senco", "", "SENCO", linked(school.senco))
    if school.resource_base:
        yield FactLine("resource-base", "", "Resource base", linked(school.resource_base))
    if school.sen_report_url:
        report = Link("Read the SEN information report", school.sen_report_url)
        yield FactLine("sen-report", "", "SEN report", [report])
    if school.admissions_url:
        yield FactLine("admissions", "", "Admissions", [Link("How to ask for a place", school.admissions_url)])
    if school.urn:
        yield FactLine("urn", "", "School number", f"URN {school.urn}")


def like(service: Service, index: Index) -> list[Card]:
    """Up to 4 other services: same ages and near first, then by how many topics they share; national ones last."""
    stages, all_stages, near_ids = index.stages_of.get(service.id, set()), index.stages_of, index.near_ids
    topics, all_topics = index.topics_of[service.id], index.topics_of

    def rank(other: str) -> tuple[bool, bool, int]:
        return stages.isdisjoint(all_stages.get(other, ())), other not in near_ids, -len(topics & all_topics[other])

    pool = dict.fromkeys(other for topic in service.topics for other in index.ids_by_topic.get(topic, ())[:60])
    if len(pool) < 5:
        pool |= dict.fromkeys(index.ids_by_topic.get(index.top_topic(service.topics[0]), ())[:60])
    if len(pool) < 2:
        pool |= dict.fromkeys(other.id for other in index.shown[:60])
    for shown in (service.id, *service.while_you_wait):
        pool.pop(shown, None)
    return [index.card(index.catalogue.services[other]) for other in sorted(pool, key=rank)[:4]]


def _qr(index: Index, url: str) -> list[int | str]:
    site = index.catalogue.site.site_url
    return index.codes.code(site, url) if site else []
