"""Links of a text: where they stand, and where they may lead.

In: Markdown, or any text of a file. Out: the links, and faults with the offset of the sign at fault. Links are allowed by list,
not refused by list: what is not plainly safe is refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import unquote

from localoffer import wording
from localoffer.findings import MAYBE, SURE, WARNING
from localoffer.model import Service
from localoffer.model.contact_forms import AGAIN, is_web_address, standard_mail, standard_number, standard_web
from localoffer.model.rules import ADDRESS_SIGN
from localoffer.rulebook import Fault, Put, Rule, Rules
from localoffer.webaddress import Copied, addresses_in, copied_addresses, false_sign

WORDS = Rules("words-and-links")
LINK_UNSAFE = WORDS.declare("link-unsafe", "No link runs a program.")
LINK_FORM = WORDS.declare(
    "link-form", "A link begins with https://, mailto:, tel: or sms:, or with / for a page of this offer."
)
LINK_TRACKING = WORDS.declare(
    "link-tracking",
    "A link leads straight to its page: it does not say who follows it, and goes through no other program.",
    severity=WARNING,
)
NO_LINK = "is not a link that can work"
Complaints = Iterator[tuple[Rule, Fault]]
"""Each rule that is broken, and how; the fault's place is an offset in the text."""


class FoundLink(NamedTuple):
    """A link or picture of a text."""

    offset: int
    words: str
    target: str
    is_image: bool
    at: int  # where the target stands


INLINE = re.compile(
    r"(!?)\[((?:[^\[\]\\]|\\.|\[(?:[^\[\]\\]|\\.)*\])*)\]\(\s*(<[^<>\n]*>|[^\s()]*(?:\([^\s()]*\)[^\s()]*)*)"
)
ANY_TARGET = re.compile(r"\] ?\(\s*<?([^\s)>]*)")
DEFINITION = re.compile(r"^ {0,3}\[([^\]\n]+)\]:\s*<?(\S*?)>?(?:\s|$)", re.MULTILINE)
AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^\s<>]*)>")
SAFE = re.compile(
    r"(?:https?://[^\s/?#]+\.[^\s]*|mailto:[^\s@:/]+@[^\s]+|tel:\+?[\d-]+|sms:\+?\d+(?:\?&?body=[\w%-]+)?)",
    re.IGNORECASE,
)
IN_BRACKETS = re.compile(r"\(((?:[^()\n]|\(0\))*)\)")
MAIL_IN_TEXT = re.compile(r"[^\s@<>()\[\],;:\"“”!?*]+@[^\s@<>()\[\],;:\"“”!?*]+\.[^\s@<>()\[\],;:\"“”!?*]+")
PAGE = re.compile(r"/(?!/)[A-Za-z0-9/_.-]*(?:\?[^\s#\\]*)?(?:#[\w.:-]*)?", re.ASCII)
DANGEROUS = re.compile(r"[\s\x00-\x20]*(?:javascript|data|vbscript|file|blob)\s*:", re.IGNORECASE)

VAGUE = re.compile(
    r"(?:please )?(?:click|tap|press)?\s*(?:(?:on )?(?:this|the)? ?)?(?:here|link|page|website|web ?site)|(?:read|find out|learn|see|more) ?(?:more|info|information|details)?|more|info|details|this|go|continue|download|www\..*|https?:.*",
    re.IGNORECASE,
)


@Rules("fields-that-agree").rule("link-words", reads=("links",))
def check_link_words(service: Service) -> Iterator[Fault]:
    """A link's words say where it goes, even when read alone."""
    for number, link in enumerate(service.links):
        if VAGUE.fullmatch(link.text.strip(" .!>»→")):
            fix = "write what people will find there, such as Join the swim club (form)."
            yield Fault(f"“{link.text}” does not say where the link goes", fix, f"links.{number}.text")


def find_links(text: str) -> list[FoundLink]:
    """Every link and picture of a text: [words](target), [name]: target, <https://…>."""
    links, seen = [], []
    for match in INLINE.finditer(text):
        target = match[3].strip("<>")
        links.append(
            FoundLink(match.start(), match[2], target, match[1] == "!", match.start(3) + match[3].find(target))
        )
        seen.append((match.start(), match.end()))
    for match in ANY_TARGET.finditer(text):
        if not any(start <= match.start() < end for start, end in seen):
            links.append(FoundLink(match.start(), "…", match[1], False, match.start(1)))
    links += [
        FoundLink(match.start(), "…", match[2], False, match.start(2))
        for match in DEFINITION.finditer(text)
        if not match[1].startswith("^")
    ]
    links += [FoundLink(match.start(), "…", match[1], False, match.start(1)) for match in AUTOLINK.finditer(text)]
    return sorted(links)


def check_links(text: str) -> Complaints:
    """The links of a text, pictures apart."""
    for link in find_links(text):
        if not link.is_image:
            yield from _check_target(link, text)
            if VAGUE.fullmatch(link.words.strip(" .!>»→*_")):
                message = f"“{link.words}” does not say where the link goes"
                yield check_link_words, Fault(message, "write what people will find there.", link.offset)


def _check_target(link: FoundLink, text: str) -> Complaints:
    target = link.target
    if DANGEROUS.match(target):
        fix = "link to a web address that begins with https://, or take the link out."
        yield LINK_UNSAFE, Fault("this link could run a program", fix, link.offset)
    elif PAGE.fullmatch(target):
        path, mark, rest = re.match(r"([^?#]*)([?#]?)(.*)", target).groups()  # type: ignore[union-attr]
        if not path.endswith("/") and "." not in path.rpartition("/")[2]:
            message = f"the address of a page of this offer ends in /, and {target[:60]} does not"
            yield LINK_FORM, _instead(message, f"{path}/{mark}{rest}", link)
    elif number := _number(link, text):
        digits, typed = number
        if typed != digits:
            message = f"“{typed[:60]}” is not how a link to a phone number is written"
            yield LINK_FORM, _instead(message, digits, link, typed)
    elif (better := _better(target)) and better[0] != target:
        wrong = "ends with a sign that is no part of the address" if target.startswith(better[0]) else NO_LINK
        message = f"“{target[:60]}” {wrong}"
        yield LINK_FORM, _instead(message, better[0], link, how_sure=better[1])
    elif not better:
        yield LINK_FORM, Fault(f"“{target[:60]}” {NO_LINK}", _link_fix(target), link.offset)


def _instead(message: str, address: str, link: FoundLink, typed: str = "", how_sure: str = SURE) -> Fault:
    put = Put(address, link.at, link.at + len(typed or link.target), how_sure)
    return Fault(message, f"write {address}", link.offset, put=put)


def _number(link: FoundLink, text: str) -> tuple[str, str] | None:
    """The link of a phone number, and all that stands in its brackets."""
    if not re.match(r"(?:tel:\s*)?\+?[\d(]", link.target, re.IGNORECASE):
        return None
    whole = IN_BRACKETS.match(text, link.at - 1)
    typed = whole[1] if whole else link.target
    digits = standard_number(re.sub(r"^tel:", "", typed, flags=re.IGNORECASE))
    if not digits:
        return None
    return (typed if SAFE.fullmatch(typed) else wording.phone_link(digits)), typed


def _better(target: str) -> tuple[str, str] | None:
    """A target as it should be written, and how sure that is; None where nobody can say."""
    bare = target.rstrip(".,;")
    if re.match(r"https?:", target, re.IGNORECASE):
        return (bare, SURE) if is_web_address(bare) else None
    if re.match(r"mailto:", target, re.IGNORECASE):
        return _better_mail(bare)
    if re.match(r"(?:tel|sms):", target, re.IGNORECASE):
        return (target, SURE) if SAFE.fullmatch(target) else None
    if "@" in bare and "/" not in bare:
        return _better_mail(f"mailto:{bare}") if standard_mail(bare) else None
    has_host = re.match(r"(?://)?\w[^/]*\.", bare)
    whole = standard_web(bare) if has_host else None
    return (whole, SURE if re.match(r"(?://|www\.)", bare, re.IGNORECASE) else MAYBE) if whole else None


def _better_mail(target: str) -> tuple[str, str] | None:
    address, mark, more = target[len("mailto:") :].partition("?")
    straight = address.replace("’", "'")
    is_whole = all(standard_mail(one) for one in unquote(straight).split(","))
    return (f"mailto:{straight}{mark}{more}", SURE) if is_whole else None


def _link_fix(target: str) -> str:
    if target.endswith(".md"):
        return "write the page's address as seen in the browser, such as /guides/short-breaks/."
    if re.match(r"https?:", target, re.IGNORECASE):
        return "copy it from the address bar of a browser, from https:// to the end."
    return "begin it with https://, mailto:, tel:, sms: or, for a page of this offer, with /."


# Addresses as they are copied


def check_copied(text: str) -> Complaints:
    """The web addresses of any text that follow people about, or lead through a program that does."""
    for copied in copied_addresses(text):
        yield LINK_TRACKING, _tracking(copied)


def _tracking(copied: Copied) -> Fault:
    fix = "open the link, and copy the address of the page it leads to."
    if copied.blind:
        return Fault(f"this link goes through {copied.blind}, and nobody can see where it leads", fix, copied.start)
    names = ", ".join(dict.fromkeys(copied.meant.taken_off))
    through = f"goes through {copied.meant.wrapped_in[0]}" if copied.meant.wrapped_in else ""
    follows = f"says who follows it ({names})" if names else ""
    message = f"this link {' and '.join(filter(None, (through, follows)))}; pages show the address without that"
    address = copied.meant.address
    put = Put(address, copied.start, copied.end)
    return Fault(
        message, f"write {address}" if len(address) < 100 else "write the address without it.", copied.start, put=put
    )


def check_false_signs(text: str) -> Complaints:
    """The addresses of any text that are not what they look like."""
    if text.isascii() and "%" not in text:
        return
    found = [*addresses_in(text), *((mail.start(), mail[0]) for mail in MAIL_IN_TEXT.finditer(text))]
    for start, address in found:
        if sign := false_sign(address.replace("’", "'")):
            yield (
                ADDRESS_SIGN,
                Fault(f"there is {sign.name} in the address “{address[:60]}”", AGAIN, start + sign.offset),
            )
