"""Phone numbers, e-mail and web addresses in text: where they stand, and as links.

In: text of contributors. Out: `Contact`s with their places, or Markdown in which they are links. Code, links that are there
already and headings stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from localoffer import wording
from localoffer.model.contact_forms import is_phone, is_web_address
from localoffer.webaddress import false_sign, meant_address
from localoffer.webaddress.in_text import WEB, trimmed


class Contact(NamedTuple):
    """A stretch of text that can be a link: where, what it is called, where it leads."""

    start: int
    end: int
    label: str
    href: str


_GAP = "[ \u00a0\u2009\u202f-]"
_FOUND = re.compile(
    rf"(?P<web>{WEB})"
    r"|(?P<email>(?<![\w.+'’@/:=-])[A-Za-z0-9][A-Za-z0-9_.+'’-]{0,63}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,6}(?!\w))"
    rf"|(?P<phone>(?<![\w/£.+@=-])(?:\+44{_GAP}?(?:\(0\){_GAP}?)?|\(?0)\d{{1,10}}\)?(?:{_GAP}?\d{{2,8}}){{0,4}})(?!\w)",
    re.IGNORECASE,
)
_SIGNS = ("0", "+44", "@", "://")
"""What stands in every number and address, but for one that begins with www."""
_TEXT = re.compile(
    r"(?<!or )(?<!and )\b(?:text|texts|text message|text messages|sms)(?: (?:us|me|them|to|on|at))*:? *$", re.IGNORECASE
)
"""Words before a number that takes text messages: a tap must not call it."""
_RELAY = re.compile(r"1800[12]\s*$", re.ASCII)


def contacts_in(text: str) -> Iterator[Contact]:
    """Each phone number and address of a plain text, in order."""
    if not any(sign in text for sign in _SIGNS) and "www." not in text.lower():
        return  # most texts, and looking closer takes a hundred times as long
    for found in _FOUND.finditer(text):
        contact = _web(found, text) if found["web"] else _email(found) if found["email"] else _phone(found, text)
        if contact:
            yield contact


def _web(found: re.Match[str], text: str) -> Contact | None:
    typed = trimmed(found["web"], text[max(0, found.start() - 1) : found.start()])
    whole = meant_address(typed if typed[:4].lower() == "http" else f"https://{typed}").address
    if not is_web_address(whole) or false_sign(whole):
        return None
    label = re.sub(r"^(?:https?://)?(?:www\.)?", "", whole, flags=re.IGNORECASE).rstrip("/")
    return Contact(found.start(), found.start() + len(typed), label, whole)


def _email(found: re.Match[str]) -> Contact:
    address = found["email"].rstrip(".-").replace("’", "'")
    return Contact(found.start(), found.start() + len(address), address, f"mailto:{address}")


def _phone(found: re.Match[str], text: str) -> Contact | None:
    """The longest run of groups that is a number; digits that follow a short one could belong to it."""
    if _RELAY.search(text[max(0, found.start() - 8) : found.start()]):
        return None
    groups = list(re.finditer(r"\d+\)?", found["phone"]))
    for last in reversed(groups):
        digits = re.sub(r"\D", "", found["phone"][: last.end()].replace("(0)", ""))
        digits = re.sub(r"^44", "0", digits)
        is_whole = len(digits) == 11 or last is groups[-1]
        if len(digits) in {10, 11} and is_whole and is_phone(digits):
            end = found.start() + last.end()
            is_text = _TEXT.search(text[max(0, found.start() - 40) : found.start()])
            link = wording.text_link(digits) if is_text else wording.phone_link(digits)
            return Contact(found.start(), end, wording.phone_chunks(digits), link)
    return None


_LEFT_ALONE = re.compile(
    r"(`{1,3})[^`\n][^\n]{0,300}?\1|^ {0,3}\[[^\]\n]{1,200}\]:.*$"
    r"|!?\[(?:[^\[\]]|\[[^\[\]]*\]){0,500}\](?:\([^()\n]{0,2000}(?:\([^()\n]{0,200}\)[^()\n]{0,2000}){0,3}\)|\[[^\]\n]{0,99}\])?"
    r"|<[^<>\s]{1,2000}>|^ {0,3}#{1,6} .*$|\{[^{}\n]{0,200}\}|\]\([^)\n]{0,2000}\)?"
    r"|^(?P<fence>```+|~~~+)[^\n]*\n(?:.*\n)*?(?P=fence)",
    re.MULTILINE,
)


def link_contacts(markdown: str) -> str:
    """Markdown in which phone numbers and addresses are links."""
    pieces, done = [], 0
    for kept in _LEFT_ALONE.finditer(markdown):
        pieces += [_linked(markdown[done : kept.start()]), kept[0]]
        done = kept.end()
    return "".join([*pieces, _linked(markdown[done:])])


def _linked(text: str) -> str:
    pieces, done = [], 0
    for contact in contacts_in(text):
        target = contact.href.replace("(", "%28").replace(")", "%29")
        label = re.sub(r"([_*~])", r"\\\1", contact.label)
        pieces += [text[done : contact.start], f"[{label}]({target})"]
        done = contact.end
    return "".join([*pieces, text[done:]])
