"""Whom to ask: each contact and each way to reach them.

In: a Service or a Provider, and today. Out: Facts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.facts.fact import Fact, Rows
from localoffer.facts.gaps import can_be_reached
from localoffer.facts.links import linked
from localoffer.facts.plain import person_named, told
from localoffer.facts.view import ContactCard, Way
from localoffer.facts.voice import Idea, Sentence, by_email, idea, in_threes, link, name, own, phone, say
from localoffer.model import Contact, Help, Provider, Schedule, Service, SiteFacts


def contact_facts(service: Service, catalogue: Catalogue) -> Iterator[Fact]:
    """The contacts, the first of them first; where there are none, the provider's, or the offer's own help line."""
    contacts, provider = service.contacts, catalogue.providers.get(service.provider_id)
    if contacts:
        ideas = list(_contact_ideas(contacts, catalogue.today))
    elif provider and can_be_reached(provider):
        contacts = [_contact(provider, provider.name)]
        ideas = list(_contact_ideas(contacts, catalogue.today))
    else:
        contacts = [_contact(catalogue.site.help, "We help people to use this site")]
        unknown = idea("not-known", say("We do not know how to reach them."), say("Please ask us."))
        ideas = [unknown, *_contact_ideas([contacts[0].model_copy(update={"role": None})], catalogue.today)]
    cards = [contact_card(contact, catalogue.today) for contact in contacts]
    if cards and contacts is not service.contacts and not can_be_reached(provider):
        cards = [replace(card, words=US) for card in cards]
    yield Fact("contacts", "Who to call", Rows(cards), ideas)


US = "We do not know yet how to reach the people who run this. Ask us, and we will try to find out."


def _contact(found: Provider | Help, role: str) -> Contact:
    """The ways to reach a provider, or the offer's own help line, as a contact."""
    names = ("phone", "text_relay", "sms", "email", "url")
    ways = {name: value for name in names if (value := getattr(found, name, None))}
    return Contact.model_construct(role=role, **ways)


def ways_to_reach(provider: Provider, today: date) -> list[Way]:
    """Each way to reach a provider."""
    return list(_ways(_contact(provider, ""), today))


def contact_card(contact: Contact, today: date) -> ContactCard:
    """One contact: who, and each way to reach them."""
    return ContactCard(wording.first_capital(_who(contact)), list(_ways(contact, today)))


def _who(contact: Contact) -> str:
    """`Dana Marsh, club leader`; a person is named only with their consent."""
    who = contact.name if contact.name and contact.consent_to_publish else ""
    return ", ".join(part for part in (who, contact.role) if part)


def _ways(contact: Contact, today: date) -> Iterator[Way]:
    extension = contact.extension or ""
    beside, below = wording.extension_words(extension), ""
    if len(beside) > LONG:  # a number stays on one line, and the choices of a long menu would leave its card
        beside, below = "", f"Choose {beside}. "
    hours = {_answered(contact): linked(f"{below}{opening_hours(contact.hours, today)}".strip())}
    now = [schedule for schedule in contact.hours if not wording.is_past(schedule, today)]
    is_open = {} if below else {_answered(contact): wording.open_hours(now)}
    if contact.phone:
        words = ", ".join(filter(None, [wording.phone_chunks(contact.phone), beside]))
        yield Way(
            "phone",
            words,
            wording.phone_link(contact.phone, extension),
            hours.get("phone", ""),
            is_open.get("phone", ""),
        )
    if contact.sms:
        chunks = wording.phone_chunks(contact.sms)
        yield Way(
            "message", f"Text {chunks}", wording.text_link(contact.sms), hours.get("sms", ""), is_open.get("sms", "")
        )
    if contact.text_relay:
        words = f"Text relay: {wording.phone_chunks(contact.text_relay)}"
        yield Way("message", words, note=hours.get("text_relay", ""))
    if contact.email:
        yield Way("mail", contact.email, f"mailto:{contact.email}", hours.get("email", ""))
    if contact.url:
        yield Way("globe", site_name(contact.url), contact.url, hours.get("url", ""))


LONG = len("extension 20400")


def _answered(contact: Contact) -> str:
    """The way beside which the hours stand: the phone where there is one."""
    return next((way for way in ("phone", "email", "sms", "url", "text_relay") if getattr(contact, way)), "")


def opening_hours(schedules: Iterable[Schedule], today: date) -> str:
    """`Monday to Friday, 9am to 5pm; Saturday, 10am to midday`; with what else is said of a time in a sentence after it."""
    lines = [line for schedule in schedules if not wording.is_past(schedule, today) if (line := _open(schedule))]
    if all(len(line) == 1 for line in lines):
        return "; ".join(line[0] for line in lines)
    return " ".join(wording.sentence(part) for line in lines for part in line)


def _open(schedule: Schedule) -> list[str]:
    """When somebody answers, and what else is said about it."""
    return [words for words in (wording.schedule_words(schedule), schedule.description) if words]


def site_name(url: str) -> str:
    """What to call a web address in words: `marl-trust.example.org`."""
    host = url.split("://", 1)[-1].split("/", 1)[0]
    return host.removeprefix("www.")


# Easy read


def _contact_ideas(contacts: list[Contact], today: date) -> Iterator[Idea]:
    """Whom to ask: each way to get in touch is an idea."""
    for contact in contacts:
        yield from _one_contact(contact, today)


def _one_contact(contact: Contact, today: date) -> Iterator[Idea]:
    who, hours = _who(contact), {_answered(contact): list(_hours(contact, today))}
    asked = [say("Ask for ", person_named(who), ".")] if who else []
    ways: dict[str, tuple[str, Sentence]] = {}
    if contact.phone:
        number = phone(contact.phone, contact.extension or "")
        ways["phone"] = ("phone", say("You can phone ", number, _then(contact), "."))
    if contact.sms:
        number = link(wording.phone_chunks(contact.sms), wording.text_link(contact.sms))
        ways["sms"] = ("text-message", say("You can text ", number, "."))
    if contact.email:
        ways["email"] = ("email", by_email(contact.email))
    if contact.url:
        ways["url"] = ("online", say("You can ", link("ask on their website", contact.url), "."))
    for way, (picture, sentence) in ways.items():
        yield from in_threes(picture, [sentence, *asked, *hours.get(way, [])])
        asked = []
    if contact.text_relay:
        what, number = say("Relay UK types what people say."), phone(contact.text_relay)
        yield idea("relay", say("You can use Relay UK."), what, say("The number is ", number, "."))
        if hours.get("text_relay"):
            yield from in_threes("relay", [*asked, *hours["text_relay"]])


def _then(contact: Contact) -> str:
    """What to do when the phone is answered."""
    if not contact.extension:
        return ""
    is_menu = not contact.extension.isdigit()
    return f" and {'choose' if is_menu else 'ask for number'} {contact.extension}"


def _hours(contact: Contact, today: date) -> Iterator[Sentence]:
    """`They answer Monday to Friday, 9am to 5pm.`, and what else is said of it."""
    for schedule in contact.hours:
        if wording.is_past(schedule, today):
            continue
        if words := wording.schedule_words(schedule):
            yield say(
                "They answer ",
                *own(wording.in_sentence(words) if words[:5] in ("Every", "All d") else words),
                ".",
            )
        if schedule.description or schedule.easy_read:
            yield from told(schedule.description or "", schedule.easy_read, say("Ask when they answer."))


# The offer's own help line, in easy read: by the first way there is


def how_to_ask(site: SiteFacts) -> Sentence:
    """“Phone us on 01632 960 100.”"""
    if site.help.phone:
        return say("Phone us on ", phone(site.help.phone), ".")
    if site.help.email:
        return say("Email us at ", link(site.help.email, f"mailto:{site.help.email}"), ".")
    return say("Ask ", name(site.council.name), ".")
