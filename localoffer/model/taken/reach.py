"""E-mail, phone, web addresses and postcodes as people copy them: only what stands round them is taken away."""

from __future__ import annotations

import re

from localoffer.model.taken.text import any_of, tidy, without_hidden
from localoffer.webaddress import meant_address

_LABEL = any_of("tel", "telephone", "phone", "t", "mobile", "mob", "m", "text", "sms", "call")
PHONE_FORM = rf"^\s*(?:{_LABEL}[:.]? *)?\+?[-\d\s().\u2010-\u2015\u2212\u00a0\u200b-\u200f\u2060\ufeff]{{3,40}}\s*$"
_PHONE_LABEL = re.compile(rf"^{_LABEL}[:.]?\s*(?=[+(\d])")


def standard_phone(text: str) -> str | None:
    """`Tel: +44 (0)1632 960–114` → `01632960114`; None where letters or two numbers stand there. Nobody asks Ofcom yet."""
    plain = _PHONE_LABEL.sub("", tidy(text))
    if not re.fullmatch(r"\+?[\d\s().-]+", plain, re.ASCII):
        return None
    digits = re.sub(r"[\s().-]", "", re.sub(r"\(0\)", "", plain))
    return re.sub(r"^(?:\+44|0044)0?", "0", digits)


def standard_email(text: str) -> str:
    """`mailto:club @ marl-trust.example.` → `club@marl-trust.example`."""
    plain = re.sub(r"^(?:mailto:|e-?mail:)\s*", "", tidy(without_hidden(text)).strip("<> "), flags=re.IGNORECASE)
    return re.sub(r"\s*@\s*", "@", plain).strip("<> ").rstrip(".,;")


# Two last parts of a file's name, never of a host that anybody types: leaflet.pdf is no website.
_FILES = "pdf|docx?|xlsx?|pptx?|html?|jpe?g|png|gif|svg|txt|csv|md|yml|zip"
_HOST = r"(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
ADDRESS_FORM = rf"^\s*<?(?:[Hh][Tt][Tt][Pp][Ss]?://[^\s/]+\.[^\s]+|(?://)?(?!\S+@){_HOST}(?::\d+)?(?:[/?#]\S*)?)>?\s*$"


def standard_address(text: str) -> str | None:
    """`www.marl-trust.example`, `marl-trust.example/clubs` → with https:// in front, and without what follows readers about;
    None where no host stands in front."""
    whole = _whole_address(UNWRAP.sub("", without_hidden(text)).rstrip(".,;"))
    return None if whole is None else meant_address(whole).address


def _whole_address(plain: str) -> str | None:
    if re.match(r"https?://", plain, re.IGNORECASE):
        return plain
    bare = plain.removeprefix("//")
    host = re.match(rf"({_HOST})(?::\d+)?(?=[/?#]|$)", bare, re.ASCII)
    if not host or "@" in bare.partition("/")[0] or re.fullmatch(rf"[^/.]+\.(?:{_FILES})", bare, re.IGNORECASE):
        return None
    return f"https://{bare}"


UNWRAP = re.compile(r"^<|>$")


POSTCODE_FORM = r"^\s*[A-Za-z]{1,2}\d[A-Za-z\d]?[-\s\u00a0\u2010-\u2015]*\d[A-Za-z]{2}\s*\.?\s*$"


def standard_postcode(text: str) -> str:
    """`mb1-2ab.` → `MB12AB`; whether Royal Mail has such a shape is for the form to ask."""
    return re.sub(r"[\s.-]", "", tidy(text)).upper()
