"""Phone numbers that are no listing's: a provider's, and those of the person who helps with the site.

In: all files. Out: findings of the rule that listings' numbers are held to, and of links that call a number for texts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.catalogue.links import bodies
from localoffer.findings import Edit, Finding, Range
from localoffer.model import Position, Provider, Record, Service
from localoffer.model.contact_forms import is_phone_in_use, nobody_has
from localoffer.records.markdown import body_position
from localoffer.records.rules.people import PHONE_FIELDS, check_numbers


def check_phones(files: Files) -> Iterator[Finding]:
    """A phone number is of a range that is given out in the UK."""
    for provider in files.providers.values():
        yield from _check(provider, "phone", provider.phone)
    if files.site:
        for field in PHONE_FIELDS:
            yield from _check(files.site, f"help.{field}", getattr(files.site.help, field))


def _check(record: Record, field: str, number: str | None) -> Iterator[Finding]:
    if number and not is_phone_in_use(number):
        yield check_numbers.in_field(record, field, nobody_has(number), "check each digit by phoning it.")


_CALLS = re.compile(r"\]\((tel:)(\+?[\d ]+)\)")


def check_text_numbers(files: Files) -> Iterator[Finding]:
    """A number that takes text messages only is no link that calls it."""
    only = _text_only(files)
    described: list[Service | Provider] = [*files.services.values(), *files.providers.values()]
    for record in described:
        yield from _check_calls(record.description, only, record.path, partial(record.origin.position, "description"))
    for page in bodies(files):
        place = partial(body_position, page.body, first_line=page.body_line)
        yield from _check_calls(page.body, only, page.path, place)


def _text_only(files: Files) -> set[str]:
    contacts = [contact for service in files.services.values() for contact in service.contacts]
    texts, called = {contact.sms for contact in contacts}, {contact.phone for contact in contacts}
    called |= {provider.phone for provider in files.providers.values()}
    if files.site:
        texts.add(files.site.help.sms)
        called.add(files.site.help.phone)
    return {number for number in texts - called if number}


def _check_calls(text: str, only: set[str], path: str, place: Callable[[int], Position]) -> Iterator[Finding]:
    for found in _CALLS.finditer(text) if "](tel:" in text else ():
        if found[2].replace(" ", "") in only:
            line, column = at = place(found.start(1))
            edit = Edit(path, Range(line, column, line, column + len("tel:")), "sms:", was="tel:")
            message = "this link calls a number that takes text messages only"
            yield rules.TEXT_NUMBER.finding(path, message, "write sms:", at, edit=edit)
