"""Whom to phone first about a service: the card at the top of its easy-read page.

In: a Service and the Catalogue. Out: a `Call`; None where nobody can be phoned or texted.
"""

from __future__ import annotations

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.easyread.page import Call
from localoffer.facts.contacts import opening_hours
from localoffer.facts.plain import person_named
from localoffer.facts.reader import reader_of
from localoffer.model import Contact, Service

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
