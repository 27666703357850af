"""Whom to ask: each contact and each way to reach them.

In: a Service or a Provider, and today. Out: Facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from localoffer import wording
from localoffer.facts.fact import Fact, Rows
from localoffer.facts.view import ContactCard, Way
from localoffer.facts.voice import Idea, Sentence, extra, extras, idea, link, name, phone, say
from localoffer.model import Contact, Schedule, Service


def contact_facts(service: Service, today: date) -> Iterator[Fact]:
    """The contacts, the first of them first."""
    cards = [contact_card(contact, today) for contact in service.contacts]
    yield Fact("contacts", "Who to call", Rows(cards), list(_contact_ideas(service.contacts)))


def contact_card(contact: Contact, today: date) -> ContactCard:
    """One contact: who, and each way to reach them."""
    who = contact.name if contact.name and contact.consent_to_publish else ""
    title = ", ".join(part for part in (who, contact.role) if part)
    return ContactCard(wording.first_capital(title), list(_ways(contact, today)))


def _ways(contact: Contact, today: date) -> Iterator[Way]:
    hours = opening_hours(contact.hours, today)
    if contact.phone:
        yield Way("phone", wording.phone_chunks(contact.phone), wording.phone_link(contact.phone), hours)
    if contact.sms:
        chunks = wording.phone_chunks(contact.sms)
        yield Way("message", f"Text {chunks}", wording.phone_link(contact.sms).replace("tel:", "sms:"))
    if contact.text_relay:
        yield Way("message", f"Text relay: {wording.phone_chunks(contact.text_relay)}")
    if contact.email:
        yield Way("mail", contact.email, f"mailto:{contact.email}", "" if contact.phone else hours)
    if contact.url:
        yield Way("globe", site_name(contact.url), contact.url)


def opening_hours(schedules: Iterable[Schedule], today: date) -> str:
    """`Monday to Friday, 9am to 5pm; Saturday, 10am to midday`."""
    now = [schedule for schedule in schedules if not wording.is_past(schedule, today)]
    words = [wording.schedule_words(schedule) or schedule.description or "" for schedule in now]
    return "; ".join(line for line in words if line)


def site_name(url: str) -> str:
    """What to call a web address in words: `marl-trust.example.org`."""
    host = url.split("://", 1)[-1].split("/", 1)[0]
    return host.removeprefix("www.")


# Easy read


def _contact_ideas(contacts: list[Contact]) -> Iterator[Idea]:
    """Whom to ask: each way to get in touch is an idea; after the first contact they are extras."""
    for number, contact in enumerate(contacts):
        ways = list(_one_contact(contact))
        yield from ways if number == 0 else extras(ways, 4)


def _one_contact(contact: Contact) -> Iterator[Idea]:
    who = contact.name or contact.role
    asked = say("Ask for: ", name(who), ".") if who else None
    if contact.phone:
        yield idea("phone", say("You can phone ", phone(contact.phone), "."), asked, _hours(contact))
        asked = None
    if contact.sms:
        number = link(wording.phone_chunks(contact.sms), wording.phone_link(contact.sms).replace("tel:", "sms:"))
        text = idea("text-message", say("You can text ", number, "."), asked)
        yield extra(text, 1) if contact.phone and contact.email else text
        asked = None
    if contact.email:
        yield idea("email", say("You can email ", link(contact.email, f"mailto:{contact.email}"), "."), asked)
        asked = None
    if contact.url:
        online = idea("online", say("You can ", link("ask on their website", contact.url), "."), asked)
        yield extra(online, 2) if len(contact.ways) > 2 else online
        asked = None
    if contact.text_relay:
        what, number = say("Relay UK types what people say."), phone(contact.text_relay)
        yield extra(idea("hearing", say("You can use Relay UK."), what, say("The number is ", number, ".")), 2)


def _hours(contact: Contact) -> Sentence | None:
    words = [found for schedule in contact.hours if (found := wording.schedule_words(schedule))]
    return say("They answer: ", name("; ".join(words)), ".") if words else None
