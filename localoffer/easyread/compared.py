"""Does the easy-read page say all that the record says? The two are compared without the facts the page was made from.

In: a Service, its easy-read page, the catalogue. Out: what is lost: the field, and what nobody would learn from the page.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import content_url, easy_url, service_url
from localoffer.catalogue import Catalogue
from localoffer.easyread.page import EasyReadPage
from localoffer.easyread.wanted import Wanted, plain, text_wanted
from localoffer.easyread.wanted_where import places, reached, there, times
from localoffer.facts.easy_getting import asked_by
from localoffer.facts.plain import MOST_WORDS, how_many, sentences_of
from localoffer.model import NATIONAL, OUTSIDE, WHOLE_AREA, Service, known


def lost_facts(service: Service, page: EasyReadPage, catalogue: Catalogue) -> Iterator[Wanted]:
    """Each fact of which the page says nothing."""
    said = _Said(page)
    for wanted in _wanted(service, catalogue):
        if not any(map(said.has, wanted.any_of)):
            yield wanted


class _Said:
    """The words and links of a page."""

    def __init__(self, page: EasyReadPage) -> None:
        parts = [part for idea in page.ideas for sentence in idea.sentences for part in sentence]
        rows = [row for section in page.sections for row in section.rows]
        self.hrefs = {part.href for part in parts if part.href} | {row.href for row in rows}
        self.words = f" {plain(' '.join([*(idea.words for idea in page.ideas), *(row.name for row in rows)]))} "

    def has(self, needle: str) -> bool:
        """True for words that are said in this order, and for an address that is linked."""
        if needle.startswith("href:"):
            return needle.removeprefix("href:") in self.hrefs
        if needle.startswith("all:"):
            return all(f" {word} " in self.words for word in plain(needle.removeprefix("all:")).split())
        return f" {plain(needle)} " in self.words


def _wanted(service: Service, catalogue: Catalogue) -> Iterator[Wanted]:
    yield from _status(service, catalogue)
    yield from reached(service)
    if service.status != "closed":
        for part in (_who, _costs, _way_in, _decided, _waits, places, times, there):
            yield from part(service, catalogue)


def _status(service: Service, catalogue: Catalogue) -> Iterator[Wanted]:
    status = {
        "closed": "This has closed.",
        "temporarily closed": "This is closed for now.",
        "planned": "It has not started yet.",
    }
    if service.status in status:
        yield Wanted("status", (status[service.status],))
    if service.alert and service.alert.until >= catalogue.today:
        yield from text_wanted("alert.text", service.alert.text, service.alert.easy_read)
    if not service.easy_read:
        for sentence in sentences_of(service.summary or ""):
            words = plain(sentence).split()
            is_short = how_many(sentence) <= MOST_WORDS
            tail, first = " ".join(words[1:] or words), " ".join(words[1:] if is_short else words[1:4])
            yield Wanted("summary", (tail, first, "all:" + " ".join(word for word in words if len(word) > 3)))
    for point in service.easy_read.points if service.easy_read else ():
        yield from text_wanted("easy_read.points.text", point.text)
    if service.last_checked:
        yield Wanted("last_checked.date", (wording.day_date(service.last_checked.date),))
    if service.status == "closed":
        return
    for found in service.links:
        yield Wanted("links", (f"href:{found.url}",))
    if service.school:
        for url in (service.school.sen_report_url, service.school.admissions_url):
            if url:
                yield Wanted("school", (f"href:{url}",))
        yield from text_wanted("school.senco", service.school.senco)
        yield from text_wanted("school.resource_base", service.school.resource_base)


def _who(service: Service, catalogue: Catalogue) -> Iterator[Wanted]:
    who, words = service.eligibility, catalogue.vocabulary
    for field in ("minimum_age", "maximum_age"):
        if getattr(who, field):
            yield Wanted(f"eligibility.{field}", (str(getattr(who, field)),))
    if who.any_age:
        yield Wanted(
            "eligibility.any_age", ("of any age", "0 to 25", "up to 25", "parents and carers", "work with", "brothers")
        )
    if who.with_ehc_plan:
        yield Wanted("eligibility.with_ehc_plan", (f"up to {who.with_ehc_plan.maximum_age}",))
    for need in known(who.needs):
        if need in words.needs:
            name = words.needs[need].easy_read or words.needs[need].name
            yield Wanted("eligibility.needs", (name,))
        elif need == "all":
            yield Wanted("eligibility.needs", ("any need or disability",))
    yield from _papers(service)
    yield from text_wanted("only_for", service.only_for)
    easy = who.easy_read
    yield from text_wanted("eligibility.description", who.description, easy.description if easy else None)
    if easy and easy.criteria:
        for line in easy.criteria:
            yield from text_wanted("eligibility.criteria", line)
    else:
        for line in who.criteria or []:
            yield from text_wanted("eligibility.criteria", line)
    place = catalogue.site.council.place
    if NATIONAL in service.service_areas:
        yield Wanted("service_areas", ("anywhere in the country",))
        return
    if WHOLE_AREA in service.service_areas:
        yield Wanted("service_areas", (f"anywhere in {place}",))
        return
    if OUTSIDE in service.service_areas:
        yield Wanted("service_areas", (f"outside {place}",))
    named = [words.areas[area].name for area in service.service_areas if area in words.areas]
    if named:
        yield Wanted("service_areas", (f"live in {wording.join(named, 'or')}",))


def _papers(service: Service) -> Iterator[Wanted]:
    who, leads_to_one = (
        service.eligibility,
        service.access.decision and service.access.decision.statutory == "ehc-decision",
    )
    for field, paper in (("diagnosis_needed", "a diagnosis"), ("ehc_plan_needed", "an EHC plan")):
        answer = getattr(who, field)
        if leads_to_one and field == "ehc_plan_needed" and answer != "yes":
            continue
        needed = {
            "yes": (f"need {paper}", f"needs {paper}"),
            "no": (f"not need {paper}",),
            "not known": (
                f"if you need {paper}",
                f"needs {paper}",
                "about a diagnosis or an EHC plan",
                "diagnosis or an ehc plan",
            ),
        }
        yield Wanted(f"eligibility.{field}", needed[answer])


def _costs(service: Service, catalogue: Catalogue) -> Iterator[Wanted]:
    cost = service.cost
    if cost.free == "yes":
        yield Wanted("cost.free", ("It is free.",))
    now = [option for option in cost.cost_options if wording.is_price_now(option, catalogue.today)]
    for option in now if cost.free != "yes" else ():
        yield Wanted("cost.cost_options.amount", (wording.price(option), "You pay nothing for"))
        yield from text_wanted("cost.cost_options.option", option.option)
        note = option.amount_description
        if note and note.strip(" .").lower() not in ("free", "no charge"):
            yield from text_wanted("cost.cost_options.amount_description", note, option.easy_read)
    if cost.free == "no" and not now:
        yield Wanted("cost.free", ("It costs money.",))
    if cost.personal_budget == "yes":
        yield Wanted("cost.personal_budget", ("You can pay with a personal budget.",))


ROUTES = {
    "self-referral": "You can ask for this yourself.",
    "drop-in": "You do not need to book.",
    "appointment": "You need to book a time.",
    "assessment": "This is called an assessment.",
    "panel": "A group of people decides.",
    "membership": "You need to join first.",
    "professional-referral": "A worker",
}


def _way_in(service: Service, _catalogue: Catalogue) -> Iterator[Wanted]:
    access = service.access
    easy = access.easy_read
    for route in known(access.route):
        if not (route == "panel" and access.decision):
            yield Wanted("access.route", (ROUTES[route],))
    if access.who_can_refer:
        asked = asked_by(access.who_can_refer)
        yield from text_wanted("access.who_can_refer", asked, easy.who_can_refer if easy else None)
    if access.form_url:
        yield Wanted("access.form_url", (f"href:{access.form_url}",))
    for number, step in enumerate(access.steps, 1):
        if len(access.steps) > 1:
            yield Wanted("access.steps", (f"Step {number}",))
        yield from text_wanted("access.steps.text", step.text, step.easy_read)
        if not step.easy_read:
            yield from text_wanted("access.steps.title", step.title)
    for thing in (easy.bring if easy else []) or access.bring:
        yield from text_wanted("access.bring", thing)
    if access.can_stay != "not known":
        yield Wanted("access.can_stay", ("can stay with" if access.can_stay == "yes" else "cannot stay with",))
    spaces = {"open": "There are places now.", "waiting list": "There is a waiting list.", "full": "It is full now."}
    if service.status == "active" and service.spaces in spaces:
        yield Wanted("spaces", (spaces[service.spaces],))


def _decided(service: Service, catalogue: Catalogue) -> Iterator[Wanted]:
    decision = service.access.decision
    if decision is None:
        return
    easy = decision.easy_read
    yield from text_wanted("access.decision.who", decision.who, easy.who if easy else None)
    yield from text_wanted("access.decision.how", decision.how, easy.how if easy else None)
    yield from text_wanted("access.decision.if_no", decision.if_no, easy.if_no if easy else None)
    law = catalogue.vocabulary.law.get(decision.statutory or "")
    if law and law.value:
        yield Wanted("access.decision.statutory", (wording.law_figure(law.value, law.unit),))
    elif within := wording.decision_within(decision):
        yield Wanted("access.decision", (within,))
    helper = next((role for role in catalogue.local.roles if role.role == "sendiass"), None)
    adviser = catalogue.services.get(helper.service or "") if helper else None
    if (
        helper
        and helper.service != service.id
        and adviser
        and (number := next((c.phone for c in adviser.contacts if c.phone), ""))
    ):
        yield Wanted("access.decision.if_no", (f"href:{wording.phone_link(helper.phone or number)}",))


def _waits(service: Service, catalogue: Catalogue) -> Iterator[Wanted]:
    waiting = service.waiting_time
    if waiting:
        length = waiting.typical
        long = (
            f"You wait about {wording.count(length.number, length.unit.removesuffix('s'))}"
            if length and length.number
            else ""
        )
        yield Wanted("waiting_time.typical", (long or "There is no wait.",))
        yield Wanted("waiting_time.as_at", (wording.day_date(waiting.as_at),))
        yield from text_wanted("waiting_time.counted_from", waiting.counted_from)
        yield from text_wanted("waiting_time.counted_to", waiting.counted_to)
    for page in service.while_you_wait:
        url = service_url(page) if page in catalogue.services else content_url(page)
        if page in catalogue.services or page in catalogue.content:
            yield Wanted("while_you_wait", (f"href:{easy_url(url)}", f"href:{url}"))
