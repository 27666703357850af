"""Ways to get in touch, over the whole offer: phone numbers that are no listing's, links that call a number for texts, e-mail
addresses that are nearly the offer's own.

In: all files. Out: findings; of numbers by the rule that listings' numbers are held to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.catalogue.links import Text, texts_of
from localoffer.findings import MAYBE, Edit, Finding, Range
from localoffer.model import Provider, Record, Service
from localoffer.model.contact_forms import is_phone_in_use, nobody_has
from localoffer.records.rules.people import PHONE_FIELDS, check_numbers
from localoffer.rulebook import Put


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
    for text in texts_of(files):
        yield from _check_calls(text, only)


def _text_only(files: Files) -> set[str]:
    contacts = [contact for service in files.services.values() for contact in service.contacts]
    texts, called = {contact.sms for contact in contacts}, {contact.phone for contact in contacts}
    called |= {provider.phone for provider in files.providers.values()}
    if files.site:
        texts.add(files.site.help.sms)
        called.add(files.site.help.phone)
    return {number for number in texts - called if number}


def _check_calls(text: Text, only: set[str]) -> Iterator[Finding]:
    for found in _CALLS.finditer(text.words) if "](tel:" in text.words else ():
        if found[2].replace(" ", "") in only:
            line, column = at = text.place(found.start(1))
            edit = Edit(text.path, Range(line, column, line, column + len("tel:")), "sms:", was="tel:")
            message = "this link calls a number that takes text messages only"
            yield rules.TEXT_NUMBER.finding(text.path, message, "write sms:", at, edit=edit)


# E-mail addresses that are nearly the offer's own: one slip, and what families write is lost


ADDRESS = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
_NEARLY = "this is nearly the address of the Local Offer, {ours}: one letter is another"
_FIX = "write {ours}, unless this is somebody else's address."


def check_emails(files: Files) -> Iterator[Finding]:
    """The offer's own e-mail address is written as mkdocs.yml has it, wherever it stands."""
    ours = files.site.help.email if files.site else None
    if not ours:
        return
    described: list[Service | Provider] = [*files.services.values(), *files.providers.values()]
    for record in described:
        yield from _in_fields(record, ours)
    for text in texts_of(files):
        yield from _in_text(text, ours)


def _in_fields(record: Service | Provider, ours: str) -> Iterator[Finding]:
    fields = (
        [("email", record.email)]
        if isinstance(record, Provider)
        else [(f"contacts.{number}.email", contact.email) for number, contact in enumerate(record.contacts)]
    )
    for field, email in fields:
        if email and is_slip(email, ours):
            message, fix = _NEARLY.format(ours=ours), _FIX.format(ours=ours)
            yield rules.EMAIL_NEARLY.in_field(record, field, message, fix, put=Put(ours, how_sure=MAYBE))


def _in_text(text: Text, ours: str) -> Iterator[Finding]:
    for found in ADDRESS.finditer(text.words) if "@" in text.words else ():
        if is_slip(found[0], ours):
            line, column = at = text.place(found.start())
            there = Range(line, column, line, column + len(found[0]))
            edit = Edit(text.path, there, ours, MAYBE, was=found[0])
            yield rules.EMAIL_NEARLY.finding(
                text.path, _NEARLY.format(ours=ours), _FIX.format(ours=ours), at, edit=edit
            )


def is_slip(written: str, meant: str) -> bool:
    """True where one letter is missing, too many or another, or two have changed places. Another figure is no slip:
    team1@ and team2@ are two teams."""
    one, other = written.casefold().rstrip(".-"), meant.casefold()
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    if any(sign.isdigit() for sign in one + other):
        return False
    return max(len(one), len(other)) == 1 or (len(one) == 2 and one == other[::-1])
