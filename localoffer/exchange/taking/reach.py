"""Whom to ask: phones, e-mail, web page. A person's name, and an address that looks like a person's, are held back."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from localoffer.exchange.clean.links import label_of
from localoffer.exchange.clean.prose import as_line
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.exchange.shape import Contact, Phone
from localoffer.exchange.taking.addresses import is_team, names_in, take_email, take_web
from localoffer.model.contact_forms import BRANCH, NUMBER_IN_TEXT, is_phone_in_use, standard_number
from localoffer.model.taken import is_blank
from localoffer.wording.phones import phone_chunks

WHY_NAME = "a person's name: it is published only when they have agreed"
SMS, RELAY, OTHER = ("sms", "text"), ("tty", "textphone", "minicom", "text relay"), ("fax", "pager", "modem")


ORDER = ("role", "phone", "extension", "text_relay", "sms", "email", "url")


def contacts(draft: Draft) -> list[dict[str, Any]]:
    """Every way to reach them, each once; the first holds the record's own phone, e-mail and page."""
    incoming = draft.incoming
    ways = list(_phones(incoming.phones, "phones", draft))
    first = ways.pop(0) if ways else {}
    email = take_email(incoming.email, "email", draft)
    url = take_web(incoming.url, "url", "contacts.0.url", draft)
    first |= {name: value for name, value in (("email", email), ("url", url)) if value}
    found = [first, *ways]
    for number, contact in enumerate(incoming.contacts):
        found += _of_contact(contact, f"contacts.{number}", draft)
    for number, place in enumerate(incoming.places):
        found += _phones(place.phones, f"places.{number}.phones", draft)
        for other, contact in enumerate(place.contacts):
            found += _of_contact(contact, f"places.{number}.contacts.{other}", draft)
    return _each_once(_together(found))


def _together(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Ways without a role that say different things are one contact: phone there, website here."""
    kept: list[dict[str, Any]] = []
    for contact in found:
        first = kept[0] if kept else {}
        if first and "role" not in first and "role" not in contact and not first.keys() & contact.keys():
            first.update(contact)
        elif contact:
            kept.append(contact)
    return kept


def _of_contact(contact: Contact, path: str, draft: Draft) -> list[dict[str, Any]]:
    """A contact without its person."""
    team = one_line(contact.name)
    if team and not is_team(team, draft):
        draft.account.lose(f"{path}.name", WHY_NAME)
        team = ""
    ways = list(_phones(contact.phones, f"{path}.phones", draft)) or [{}]
    if email := take_email(contact.email, f"{path}.email", draft):
        ways[0]["email"] = email
    role = _role(contact, path, draft) or team[:80]
    return [{**({"role": role} if role and "role" not in way else {}), **way} for way in ways if way]


def _role(contact: Contact, path: str, draft: Draft) -> str:
    """What they do, unless a person is named in it."""
    text = as_line(contact.title, f"{path}.title", draft) or as_line(contact.department, f"{path}.department", draft)
    if any(word in draft.people for word in text.lower().split()) or names_in(text):
        draft.account.lose(f"{path}.title", WHY_NAME)
        return ""
    if len(text) > 80:
        draft.keep("Who to ask", text, f"{path}.title", "it is too long for a role")
        return ""
    return text


def _phones(phones: list[Phone], path: str, draft: Draft) -> list[dict[str, Any]]:
    """Each number; numbers of different kinds with one role are one contact."""
    found: list[dict[str, Any]] = []
    for number, phone in enumerate(phones):
        for each in _apart(phone):
            way = _phone(each, f"{path}.{number}", draft)
            same = next(
                (one for one in found if one.get("role") == way.get("role") and not one.keys() & way.keys() - {"role"}),
                None,
            )
            if same:
                same.update(way)
            elif way:
                found.append(way)
    return found


def _apart(phone: Phone) -> list[Phone]:
    """Several numbers in one field are several numbers, where nothing else stands between them."""
    parts = [part for part in re.split(r"\s*(?:[/,;&|]|\bor\b|\band\b)\s*", one_line(phone.number)) if part]
    if len(parts) > 1 and all(standard_number(part) for part in parts):
        return [replace(phone, number=part) for part in parts]
    return [phone]


def _phone(phone: Phone, path: str, draft: Draft) -> dict[str, Any]:
    """One number, with what to ask for; a fax is no way to ask."""
    text, kind = one_line(phone.number), phone.kind.strip().lower()
    if not text or is_blank(text):
        return {}
    if kind in OTHER:
        draft.account.lose(path, f"a {kind} number is no way for families to ask")
        return {}
    number, extension = _number(text), one_line(phone.extension)
    if not number:
        draft.account.lose(path, f"“{text[:60]}” is not one phone number in the UK")
        return {}
    if found := BRANCH.search(text):
        extension = extension or re.sub(r"^\D+", "", found[0])
    if number != text.replace(" ", ""):
        draft.account.change("contacts", text, number, "the number alone, in digits")
    if not is_phone_in_use(number):
        draft.account.change("contacts", text, number, "nobody in the UK is given such a number: ask them")
    field = "sms" if kind in SMS else "text_relay" if kind in RELAY else "phone"
    found_way = {field: phone_chunks(number)}
    if extension and field == "phone" and re.fullmatch(r"\d{1,6}|option \d", extension, re.IGNORECASE):
        found_way["extension"] = extension
    elif extension:
        draft.account.lose(f"{path}.extension", f"“{extension[:60]}” is not an extension")
    return {**_phone_role(phone, path, draft), **found_way}


def _number(text: str) -> str | None:
    """The one number of a text: `01632 960114 ext 3`, `Tel: 01632 960114 (office hours)`."""
    whole = standard_number(BRANCH.sub("", text))
    if whole:
        return whole
    found = {standard_number(each) for each in NUMBER_IN_TEXT.findall(text)} - {None}
    return found.pop() if len(found) == 1 else None


def _phone_role(phone: Phone, path: str, draft: Draft) -> dict[str, str]:
    text = as_line(phone.description, f"{path}.description", draft)
    if not text:
        return {}
    if names_in(text) or any(word in draft.people for word in text.lower().split()):
        draft.account.lose(f"{path}.description", WHY_NAME)
        return {}
    if len(text) > 80:
        draft.keep("Phone", text, f"{path}.description", "it is too long for a role")
        return {}
    return {"role": text}


def _each_once(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """No way twice; a contact with no way left falls away. Fields in the order of our record."""
    seen: set[tuple[str, str]] = set()
    kept = []
    for contact in found:
        ways = {name: contact[name] for name in ("phone", "text_relay", "sms", "email", "url") if name in contact}
        new = {name: value for name, value in ways.items() if (name, str(value)) not in seen}
        seen |= {(name, str(value)) for name, value in ways.items()}
        if new:
            besides = {"role"} | ({"extension"} if "phone" in new else set())
            kept.append(in_order({name: value for name, value in contact.items() if name in {*new, *besides}}))
    return kept


def in_order(contact: dict[str, Any]) -> dict[str, Any]:
    """The same, its fields in the order of our record."""
    return {name: contact[name] for name in ORDER if name in contact}


def links(draft: Draft) -> list[dict[str, str]]:
    """Pages elsewhere; words that do not say where a link goes are followed by where it goes."""
    found: list[dict[str, str]] = []
    for number, link in enumerate(draft.incoming.links):
        url = take_web(link.url, f"links.{number}.url", "links", draft)
        if url and url not in [known["url"] for known in found]:
            text = as_line(link.label, f"links.{number}.label", draft)
            label = label_of(text, url)
            if label != text:
                draft.account.change("links", text, label, "the words did not say where the link goes")
            found.append({"text": label, "url": url})
    return found
