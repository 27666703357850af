"""The easy-read page of a service and of a provider: their facts in the easy voice.

In: a record and the catalogue. Out: `EasyReadPage`. An editor's own points take the place of the description only; dates,
prices and phone numbers always come from the record, so the two versions of a page cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from localoffer import wording
from localoffer.addresses import TOPICS, easy_url, provider_url, service_url, topic_url
from localoffer.catalogue import Catalogue
from localoffer.easyread.links import in_easy_read
from localoffer.easyread.page import Call, EasyReadPage, Section, section
from localoffer.easyread.source_hash import source_hash
from localoffer.easyread.terms import explain_terms
from localoffer.facts import Facts, told_facts
from localoffer.facts.about import PROVIDER_KINDS
from localoffer.facts.contacts import how_to_ask, opening_hours
from localoffer.facts.easy_card import easy_card
from localoffer.facts.plain import person_named
from localoffer.facts.reader import page_is_for, reader_of
from localoffer.facts.view import Card
from localoffer.facts.voice import Idea, idea, link, name, phone, say
from localoffer.facts.where import post_address
from localoffer.model import Contact, Provider, Service

SECTIONS: Sequence[tuple[str, str, Sequence[str]]] = (
    ("about", "What it is", ("bsl-video", "status", "alert", "description", "provider")),
    ("who", "Who it is for", ("ages", "needs", "only-for", "area", "first-needed", "who", "criteria")),
    ("cost", "What it costs", ("cost", "prices", "personal-budget")),
    ("get", "How to get it", ("route", "who-can-ask", "form", "steps", "bring", "can-stay", "spaces")),
    ("decision", "Who decides", ("decision",)),
    ("if-no", "If they say no", ("if-no",)),
    ("wait", "How long you wait", ("wait", "waited", "while-you-wait")),
    ("where", "Where and when", ("places", "delivery", "when", "times", "travel")),
    ("", "What we do not know yet", ("asking",)),
    (
        "",
        "What it is like there",
        (
            "features",
            "bsl",
            "interpreter",
            "languages",
            "more-features",
            "features-apart",
            "features-not-known",
            "school",
        ),
    ),
    ("call", "Who to ask", ("contacts",)),
    ("", "To read", ("links",)),
)
"""The sections of the page, each with the facts it says; the id is that of the same part on the full page."""


def easy_service(
    service: Service, catalogue: Catalogue, facts: Facts | None = None, like: Sequence[Card] = ()
) -> EasyReadPage:
    """Everything a person asks about a service, in easy read; `facts` where they were worked out before. `like`: other help
    that a closed service leads to."""
    easy = service.easy_read
    facts = facts or told_facts(service, catalogue)
    right = section("Is this page right?", [*facts.ideas("checked"), *_right_ideas(service, catalogue)])
    found = [part for part in [*_sections(facts, service, catalogue, like), right] if part]
    told = explain_terms(found, catalogue.vocabulary)
    is_closed = service.status == "closed"
    return EasyReadPage(
        title=service.name,
        full_page=service_url(service.id),
        sections=tuple(in_easy_read(told, catalogue, service_url(service.id))),
        source=service.path,
        checked_by=(easy.checked_by or "") if easy else "",
        is_out_of_date=is_out_of_date(service),
        lead="" if is_closed else page_is_for(service),
        call=None if is_closed else first_call(service, catalogue),
    )


def _sections(facts: Facts, service: Service, catalogue: Catalogue, like: Sequence[Card]) -> Iterator[Section | None]:
    if service.status == "closed":
        yield section("What it is", facts.ideas("status", "alert", "description"))
        yield _other_help(service, catalogue, like)
        yield section("Who to ask", facts.ideas("contacts"), id="call")
        return
    for part_id, heading, ids in SECTIONS:
        yield section(heading, facts.ideas(*ids), id=part_id)


def is_out_of_date(service: Service) -> bool:
    """True when the editor's points were written from a summary or description that has changed since."""
    easy = service.easy_read
    return bool(easy and easy.written_from != source_hash(service))


def _other_help(service: Service, catalogue: Catalogue, like: Sequence[Card]) -> Section | None:
    topics = [catalogue.vocabulary.topics[topic] for topic in service.topics if topic in catalogue.vocabulary.topics]
    rows = [*like, *(Card(topic.name, easy_url(topic_url(topic.id)), icon=topic.picture or "help") for topic in topics)]
    return section("Other help", [], rows or [Card("Look by topic", easy_url(TOPICS), icon="list")])


WHO_CHECKS = name("a learning disability")
"""People who have one need no word of ours about what it is."""


def _right_ideas(service: Service, catalogue: Catalogue) -> Iterator[Idea]:
    """Who has read the easy words, and whom to tell about a mistake."""
    easy = service.easy_read
    if easy and is_out_of_date(service):
        yield idea("warning", say("The full page has changed."), say("These easy words may be old."))
    if easy and easy.checked_by:
        yield idea("readers", say("These people checked the easy words: ", name(easy.checked_by), "."))
    elif easy:
        yield idea("no-readers", say("No one with ", WHO_CHECKS, " has checked these words yet."))
    else:
        unchecked = say("No one with ", WHO_CHECKS, " has checked it yet.")
        yield idea("computer", say("A computer wrote this page from facts."), unchecked)
    site = catalogue.site
    to_us = say("Phone ", name(site.council.name), " on ", phone(site.help.phone), ".") if site.help.phone else None
    told = to_us or how_to_ask(site)
    yield idea("question", say("Is something wrong?"), told)


def easy_provider(provider: Provider, catalogue: Catalogue) -> EasyReadPage:
    """Who a provider is, what they do, and how to reach them."""
    services = [found for found in catalogue.services_of.get(provider.id, []) if found.status != "closed"]
    rows = [easy_card(found, catalogue) for found in services]
    kind = PROVIDER_KINDS[provider.kind]
    sections = [
        section("Who they are", [idea(kind.picture, say(kind.easy))]),
        section("What they do", [], rows),
        section("How to ask them", _provider_contact(provider, catalogue)),
    ]
    return EasyReadPage(
        title=provider.name,
        full_page=provider_url(provider.id),
        sections=tuple(found for found in sections if found),
        source=provider.path,
    )


def _provider_contact(provider: Provider, catalogue: Catalogue) -> Iterator[Idea]:
    if provider.phone:
        yield idea("phone", say("You can phone ", phone(provider.phone), "."))
    if provider.email:
        to_them = say("Write to ", link(provider.email, f"mailto:{provider.email}"), ".")
        yield idea("email", say("You can write an email."), to_them)
    if provider.url:
        yield idea("online", say("They have ", link("a website", provider.url), "."))
    address, is_whole = post_address(provider, catalogue.services_of.get(provider.id, []))
    if is_whole:
        yield idea("letter", say("You can write a letter."), say("Send it to ", name(address), "."))
    if not (provider.phone or provider.email or provider.url or is_whole):
        yield idea("phone", say("You can ask us."), how_to_ask(catalogue.site))


# Whom to phone first: the card at the top of the page


ASK = {"person": "Do you want this?", "parent": "Do you want this for your child?", "worker": "Do you want to ask?"}


def first_call(service: Service, catalogue: Catalogue) -> Call | None:
    """The first contact with a number; else one that can be texted."""
    found = next((one for one in service.contacts if one.phone), None)
    if found and found.phone:
        number = wording.phone_chunks(found.phone)
        href = wording.phone_link(found.phone, found.extension or "")
        return _call(f"Phone {_whom(found)}.", number, href, found, service, catalogue)
    found = next((one for one in service.contacts if one.sms), None)
    if found and found.sms:
        href = wording.text_link(found.sms)
        return _call(f"Text {_whom(found)}.", wording.phone_chunks(found.sms), href, found, service, catalogue)
    return None


def _whom(contact: Contact) -> str:
    who = contact.name if contact.name and contact.consent_to_publish else contact.role
    return person_named(who).text if who else "them"


def _call(words: str, text: str, href: str, contact: Contact, service: Service, catalogue: Catalogue) -> Call:
    now = [schedule for schedule in contact.hours if not wording.is_past(schedule, catalogue.today)]
    asked = f"{ASK[reader_of(service).who]} {words}"
    return Call(asked, text, href, opening_hours(now, catalogue.today), wording.open_hours(now), show=service.name)
