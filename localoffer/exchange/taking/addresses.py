"""Web and e-mail addresses as feeds hold them → ours; addresses that look like one person's are held back."""

from __future__ import annotations

import re

from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft, split_words
from localoffer.exchange.taking.first_names import FIRST_NAMES
from localoffer.model.contact_forms import standard_mail, standard_web
from localoffer.webaddress import false_sign, meant_address

#: Mail boxes that anybody gets; a club has one, and so has a person.
FREE = re.compile(
    r"(?:gmail|googlemail|hotmail|outlook|live|msn|yahoo|ymail|rocketmail|aol|icloud|me|mac|btinternet|btopenworld|sky"
    r"|talktalk|tiscali|virginmedia|virgin|ntlworld|blueyonder|orange|plus|plusnet|o2|protonmail|proton|pm|gmx|mail"
    r"|fsmail|freeserve|tesco|uwclub|waitrose|zen)\.(?:com|co\.uk|net|org|me|uk|fr|ie)"
)
SHARED = frozenset(
    """accounts admin administration administrator admissions advice advisor bookings booking bursar centre chair chairman
    chairperson charity childcare children church clerk club clubs college committee community contact contactus council
    coordinator customer desk director dutydesk early education email enquiries enquiry events family families finance
    foundation friends fundraising general group groups hall head headteacher hello help helpline hq hub info information
    infant join junior kids leader library mail mailbox main manager media membership message messy ministry nursery office
    officer parish playgroup playschool postmaster preschool president primary reception referrals registrar school
    schooloffice sec secretary senco send sendco sendiass service services society sport staff support swim sports team
    theatre toddlers trust treasurer uk vicar volunteer volunteering volunteers welcome welfare work youth zone""".split()
)
WHY_PRIVATE = "an e-mail address that looks like one person's; ask for one that the whole team reads"


def is_private(email: str, draft: Draft | None = None) -> bool:
    """True for an address that looks like a person's own: `jane.smith@…`, and in a free mail box anything that is not
    plainly a club's or an office's."""
    local, _, host = email.lower().partition("@")
    parts = [part for part in re.split(r"[^a-z]+", local) if part]
    own = draft.own_words if draft else frozenset[str]()
    if draft and any(len(part) > 2 and part in draft.people - own for part in parts):
        return True
    if _is_shared(local, parts, own):
        return False
    if FREE.fullmatch(host):
        return True
    return len(parts) > 1 and (parts[0] in FIRST_NAMES or (len(parts[0]) == 1 and len(parts) == 2 and "." in local))


def _is_shared(local: str, parts: list[str], own: frozenset[str]) -> bool:
    """True where a word for an office, or a word of the name and no first name, stands in it."""
    if any(part in SHARED for part in parts):
        return True
    if any(part in FIRST_NAMES for part in parts) or any(
        local.startswith(name) for name in FIRST_NAMES if len(name) > 3
    ):
        return False
    names = {word for word in own if len(word) > 3 and word not in FIRST_NAMES}
    return any(word in local for word in names) or any(word in local for word in SHARED if len(word) > 4)


def masked(email: str) -> str:
    """What may be said of an address that is held back: `j…@gmail.com`."""
    local, _, host = email.partition("@")
    return f"{local[:1]}…@{host}"


_PARTS = re.compile(r"\s*[;,|]\s*|\s+(?:or|and)\s+|\s+(?=\S+[@.]\S+\.)", re.IGNORECASE)
"""What stands between several addresses in one field."""


def take_email(given: str, path: str, draft: Draft) -> str:
    """The address, or "" with the reason told."""
    text = one_line(given)
    if not text:
        return ""
    mails = [mail for part in _PARTS.split(text) if (mail := standard_mail(part))]
    shown = [mail for mail in mails if not is_private(mail, draft)]
    email = next(iter(shown or mails), None)
    if len(mails) > 1:
        draft.account.lose(path, f"{len(mails)} addresses stand in one field; one is taken")
    if email is None:
        draft.account.lose(path, "it is not an e-mail address")
    elif is_private(email, draft):
        draft.account.lose(path, f"{WHY_PRIVATE} ({masked(email)})")
    else:
        return email
    return ""


_ONE_SLASH = re.compile(r"^(https?):/{0,1}(?=[^/\s])", re.IGNORECASE)


def web_address(text: str) -> str | None:
    """`http:www.a.example`, `a.example/x?utm_source=y` → the whole address that was meant; None where it is none."""
    plain = _ONE_SLASH.sub(r"\1://", one_line(text).strip("<> "))
    found = standard_web(plain)
    if not found:
        return None
    meant = meant_address(found).address
    return None if false_sign(meant) else meant


def why_changed(text: str) -> str:
    """What was done to an address."""
    if re.match(r"https?://", text, re.IGNORECASE):
        return "what follows readers about, and signs that are no part of it, were taken off"
    return "written whole, from https:// on, as a browser needs it"


def take_web(given: str, path: str, name: str, draft: Draft) -> str:
    """The address, or "" with the reason told; `name`: our field."""
    text = one_line(given)
    if not text:
        return ""
    found = web_address(text)
    parts = [part for part in _PARTS.split(text) if web_address(part)]
    if found is None and len(parts) > 1:
        draft.account.lose(path, f"{len(parts)} addresses stand in one field; the first is taken")
        found = web_address(parts[0])
    if found is None:
        draft.account.lose(path, f"“{text[:80]}” is not a web address that can work")
        return ""
    if found != text:
        draft.account.change(name, text, found, why_changed(text))
    return found


def is_team(name: str, draft: Draft) -> bool:
    """True for what stands as a contact's name and is an office or the service itself, not a person."""
    words = list(split_words(name))
    return (
        bool(words)
        and not any(word in FIRST_NAMES for word in words)
        and any(word in SHARED or (word in draft.own_words and len(word) > 3) for word in words)
    )


def names_in(text: str) -> list[str]:
    """The first names that stand in a text."""
    return [word for word in split_words(text) if word in FIRST_NAMES]
