"""What a text says of single people: addresses that look like one person's, names of people that came in as contacts,
and the signature of a letter that was pasted. Each is left out, and named without being shown."""

from __future__ import annotations

import re

from localoffer.exchange.draft import Draft
from localoffer.exchange.taking.addresses import WHY_PRIVATE, is_private, masked
from localoffer.exchange.taking.first_names import FIRST_NAMES
from localoffer.model.contact_forms import ADDRESS_IN_TEXT
from localoffer.records.links import MAIL_IN_TEXT
from localoffer.webaddress import addresses_in, false_sign

NOT_SHOWN = "(address not shown)"
NAME_NOT_SHOWN = "(name not shown)"
_ASK = re.compile(
    r"\b((?i:(?:contact(?: name| person)?|ask for|speak (?:to|with)|talk to|call|phone|ring|e-?mail|text|organis?er|secretary|leader"
    r"|manager|coordinator|co-ordinator|chair|treasurer)(?:\s*[:–-]|\s+is)?\s+(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?))"
    r"([A-Z][a-zé]{1,15})((?:\s+(?!(?:House|Centre|Center|School|Park|Hall|Trust|Hospital|Church|College|Foundation|Road|Street)\b)[A-Z][a-zA-Z'’é-]{1,20}){1,2})\b(?!\s+(?:House|Centre|School|Park|Hall|Trust|Hospital|Church|College|Foundation|Road|Street))"
)
_FAREWELL = re.compile(
    r"^\W*(?:(?:kind|best|warm|many)\s+(?:regards|wishes|thanks)|regards|yours (?:sincerely|faithfully|truly)|sent from my \w+[^\n]*)\W*$",
    re.IGNORECASE | re.MULTILINE,
)
_LONGEST_SIGNATURE, _LONGEST_LINE = 10, 80


def without_people(text: str, path: str, draft: Draft) -> str:
    """The text without what points at one person."""
    text = _without_signature(text, path, draft)
    if "@" in text:
        text = ADDRESS_IN_TEXT.sub(lambda found: _address(found[0], path, draft), text)
    for secret in draft.secrets:
        if secret.search(text):
            draft.account.lose(path, "the address of a place that must stay private")
            text = secret.sub(NOT_SHOWN, text)
    text = _without_false_signs(text, path, draft)
    text = _ASK.sub(lambda found: _asked(found, path, draft), text)
    for name in draft.full_names:
        if name.search(text):
            draft.account.lose(
                path, "the name of a person who is a contact there: published only when they have agreed"
            )
            text = name.sub(NAME_NOT_SHOWN, text)
    return text


def hidden(text: str, draft: Draft) -> str:
    """The same without telling: for what is said about a record."""
    if "@" in text:
        text = ADDRESS_IN_TEXT.sub(lambda found: masked(found[0]) if is_private(found[0], draft) else found[0], text)
    text = _ASK.sub(lambda found: found[1] + NAME_NOT_SHOWN if found[2].lower() in FIRST_NAMES else found[0], text)
    for pattern, instead in ((name, NAME_NOT_SHOWN) for name in draft.full_names):
        text = pattern.sub(instead, text)
    for secret in draft.secrets:
        text = secret.sub(NOT_SHOWN, text)
    return text


def _without_false_signs(text: str, path: str, draft: Draft) -> str:
    """An address with letters that are not what they look like is not shown."""
    if text.isascii() and "%" not in text:
        return text
    found = [(start, address) for start, address in addresses_in(text)]
    found += [(mail.start(), mail[0]) for mail in MAIL_IN_TEXT.finditer(text)]
    for start, address in sorted(found, reverse=True):
        if false_sign(address.replace("’", "'")):
            draft.account.lose(path, "an address in which letters are not what they look like")
            text = text[:start] + NOT_SHOWN + text[start + len(address) :]
    return text


def _address(email: str, path: str, draft: Draft) -> str:
    bare = email.rstrip(".-_'")
    if not is_private(bare, draft):
        return email
    draft.account.lose(path, f"{WHY_PRIVATE} ({masked(bare)})")
    return NOT_SHOWN + email[len(bare) :]


def _asked(found: re.Match[str], path: str, draft: Draft) -> str:
    if found[2].lower() not in FIRST_NAMES:
        return found[0]
    draft.account.lose(path, "the name of a person to ask for: published only when they have agreed")
    return found[1] + NAME_NOT_SHOWN


def _without_signature(text: str, path: str, draft: Draft) -> str:
    """A farewell near the end, and the short lines below it."""
    found = next(reversed(list(_FAREWELL.finditer(text))), None)
    if not found:
        return text
    below = [line for line in text[found.end() :].split("\n") if line.strip()]
    if len(below) > _LONGEST_SIGNATURE or any(len(line) > _LONGEST_LINE for line in below):
        return text
    draft.account.lose(path, f"the signature of a letter ({len(below) + 1} lines)")
    return text[: found.start()].rstrip()
