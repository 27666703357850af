"""Whom to ask, for everybody else: the first way by itself, the others as contacts; a person's name only with their consent.

In: the contacts of our record. Out: phones, e-mail, web address and contacts of an `Incoming`.
"""

from __future__ import annotations

from collections.abc import Sequence

from localoffer.exchange.shape import Contact, Incoming, Link, Phone
from localoffer.model.places import Contact as OurContact

VOICE, SMS, RELAY = "voice", "sms", "tty"


def tell_contacts(incoming: Incoming, contacts: Sequence[OurContact]) -> None:
    """Every way to reach them."""
    for at, contact in enumerate(contacts):
        name = contact.name or "" if contact.consent_to_publish else ""
        role = contact.role or ""
        if at == 0 and not name:
            incoming.phones = _phones(contact, role)
            incoming.email, incoming.url = contact.email or "", contact.url or ""
            continue
        phones = _phones(contact, "")
        if name or phones or contact.email:
            incoming.contacts.append(Contact(name, role, "", contact.email or "", phones))
        if contact.url:
            incoming.links.append(Link(contact.url, role))


def _phones(contact: OurContact, role: str) -> list[Phone]:
    given = (
        (contact.phone, contact.extension or "", VOICE),
        (contact.text_relay, "", RELAY),
        (contact.sms, "", SMS),
    )
    return [Phone(number, extension, kind, role) for number, extension, kind in given if number]
