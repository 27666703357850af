"""E-mail addresses that are nearly the offer's own: one slip, and what families write is lost.

In: all files. Out: findings, each with the address that was meant.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial

from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.catalogue.links import bodies
from localoffer.findings import MAYBE, Edit, Finding, Range
from localoffer.model import Position, Provider, Service
from localoffer.records.markdown import body_position
from localoffer.rulebook import Put

ADDRESS = re.compile(r"[\w.+'’-]+@[\w-]+(?:\.[\w-]+)+")
_SAYS = "this is nearly the address of the Local Offer, {ours}: one letter is another"
_FIX = "write {ours}, unless this is somebody else's address."


def check_emails(files: Files) -> Iterator[Finding]:
    """The offer's own e-mail address is written as mkdocs.yml has it, wherever it stands."""
    ours = files.site.help.email if files.site else None
    if not ours:
        return
    described: list[Service | Provider] = [*files.services.values(), *files.providers.values()]
    for record in described:
        yield from _in_fields(record, ours)
        yield from _in_text(record.description, ours, record.path, partial(record.origin.position, "description"))
    for page in bodies(files):
        place = partial(body_position, page.body, first_line=page.body_line)
        yield from _in_text(page.body, ours, page.path, place)


def _in_fields(record: Service | Provider, ours: str) -> Iterator[Finding]:
    fields = (
        [("email", record.email)]
        if isinstance(record, Provider)
        else [(f"contacts.{number}.email", contact.email) for number, contact in enumerate(record.contacts)]
    )
    for field, email in fields:
        if email and is_slip(email, ours):
            message, fix = _SAYS.format(ours=ours), _FIX.format(ours=ours)
            yield rules.EMAIL_NEARLY.in_field(record, field, message, fix, put=Put(ours, how_sure=MAYBE))


def _in_text(text: str, ours: str, path: str, place: Callable[[int], Position]) -> Iterator[Finding]:
    for found in ADDRESS.finditer(text) if "@" in text else ():
        if is_slip(found[0], ours):
            line, column = at = place(found.start())
            there = Range(line, column, line, column + len(found[0]))
            edit = Edit(path, there, ours, MAYBE, was=found[0])
            yield rules.EMAIL_NEARLY.finding(path, _SAYS.format(ours=ours), _FIX.format(ours=ours), at, edit=edit)


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
