"""Whom to ask, for everybody else: the first way by itself, the others as contacts; never a person by name.

In: the contacts of our record. Out: phones, e-mail, web address and contacts of an `Incoming`. A person who agreed to stand on a
page of this site has not agreed to stand in copies that nobody can take back: open data names roles.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from localoffer.exchange.shape import Contact, Incoming, Link, Phone
from localoffer.model.places import Contact as OurContact

VOICE, SMS, RELAY = "voice", "sms", "tty"


def tell_contacts(incoming: Incoming, contacts: Sequence[OurContact]) -> None:
    """Every way to reach them."""
    for at, contact in enumerate(contacts):
        role, email = contact.role or "", shared_email(contact)
        if at == 0:
            incoming.phones = _phones(contact, role)
            incoming.email, incoming.url = email, contact.url or ""
            continue
        phones = _phones(contact, "")
        if phones or email:
            incoming.contacts.append(Contact("", role, "", email, phones))
        if contact.url:
            incoming.links.append(Link(contact.url, role))


def shared_email(contact: OurContact) -> str:
    """The address, unless it holds the name of the person: dana.reed@…"""
    email = contact.email or ""
    names = [word for word in re.findall(r"\w+", (contact.name or "").lower()) if len(word) > 2]
    return "" if any(word in email.lower().partition("@")[0] for word in names) else email


def _phones(contact: OurContact, role: str) -> list[Phone]:
    given = (
        (contact.phone, contact.extension or "", VOICE),
        (contact.text_relay, "", RELAY),
        (contact.sms, "", SMS),
    )
    return [Phone(number, extension, kind, role) for number, extension, kind in given if number]
