"""Signs in an address that are not what they look like: letters of other alphabets, and signs that cannot be seen.

In: an e-mail or web address. Out: the first false sign, with its name (Unicode TR 36 and 39).
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple
from urllib.parse import unquote


class FalseSign(NamedTuple):
    """A sign that must not be there: where, which, and what people call it."""

    offset: int
    sign: str
    name: str


_NAMES = {
    "\u00ad": "a soft hyphen",
    "\u200b": "a space without width",
    "\u200c": "a sign that keeps letters apart",
    "\u200d": "a sign that joins letters",
    "\u200e": "a mark that turns text left to right",
    "\u200f": "a mark that turns text right to left",
    "\u061c": "a mark that turns text right to left",
    "\u2028": "a hidden line end",
    "\u2029": "a hidden paragraph end",
    "\u2060": "a hidden sign that keeps words together",
    "\ufeff": "a hidden sign from the beginning of a file",
    "\ufffe": "a hidden sign from the beginning of a file",
    **dict.fromkeys("\u202a\u202d\u2066", "a hidden sign that turns text left to right"),
    **dict.fromkeys("\u202b\u202e\u2067", "a hidden sign that turns text right to left"),
    **dict.fromkeys("\u202c\u2068\u2069", "a hidden sign about the direction of text"),
}
# Small letters of Cyrillic and Greek that cannot be told from ours.
_SAME_LOOK = frozenset("асеорхуіјѕһӏԁԛԝѵгкмтвпαγεικνορτυχωϲϳ")
_BESIDE_OURS = ("LATIN", "CJK", "HIRAGANA", "KATAKANA", "HANGUL", "BOPOMOFO", "IDEOGRAPHIC")
"""Alphabets that stand beside ours in one name and look like none of its letters."""
_ADDRESS = re.compile(r"(?:https?://)?(?P<host>[^/?#\\]*)", re.IGNORECASE)


def sign_name(sign: str) -> str:
    """What people call a sign: `a soft hyphen (U+00AD)`, `“а”, a Cyrillic letter (U+0430)`."""
    number = f"U+{ord(sign):04X}"
    if sign in _NAMES:
        return f"{_NAMES[sign]} ({number})"
    if unicodedata.category(sign)[0] == "C":
        return f"a hidden sign ({number})"
    kind = "letter" if sign.isalpha() else "sign"
    script = _script(sign)
    article = "an" if script[:1] in "AEIOU" and script else "a"
    return (
        f"“{sign}”, {article} {script.capitalize()} {kind} ({number})"
        if script and sign.isalpha()
        else f"“{sign}” ({number})"
    )


def false_sign(address: str) -> FalseSign | None:
    """The first sign of an address that is not what it looks like; None for an honest one.

    In the path of a web address any letters may stand; in its host, and in an e-mail address, one alphabet in each name.
    """
    if address.isascii() and "%" not in address:
        return None
    for place, sign in enumerate(address):
        if sign in _NAMES or unicodedata.category(sign) in ("Cf", "Cc", "Co", "Cn", "Zl", "Zp"):
            return FalseSign(place, sign, sign_name(sign))
    found = _ADDRESS.match(address)
    host = found["host"] if found else address
    sign = _in_host(unquote(host))
    return FalseSign(max(0, address.find(sign)), sign, sign_name(sign)) if sign else None


def _in_host(host: str) -> str:
    """The first letter that stands beside those of another alphabet, or in a name that looks like one of ours."""
    for sign in host:
        if not sign.isascii() and unicodedata.category(sign)[0] not in "LMN":
            return sign  # a slash, a full stop or an @ of another alphabet
    is_ours = host.rpartition(".")[2].isascii()
    for label in re.split(r"[.@:+_-]", host):
        others = [sign for sign in label if sign.isalpha() and not sign.isascii() and _is_strange(sign)]
        letters = [sign for sign in label if sign.isalpha()]
        forms = [sign for sign in label if unicodedata.normalize("NFKC", sign) != unicodedata.normalize("NFC", sign)]
        if forms:
            return forms[0]
        if others and (len(others) < len(letters) or (is_ours and _SAME_LOOK.issuperset(label.casefold()))):
            return others[0]
    return ""


def _is_strange(sign: str) -> bool:
    """A letter of an alphabet that has look-alikes of ours, or a letter of phonetics."""
    name = unicodedata.name(sign, "")
    return not name.startswith(_BESIDE_OURS) or "\u0250" <= sign <= "\u02af" or sign in "ıȷ"


def _script(sign: str) -> str:
    return unicodedata.name(sign, "").partition(" ")[0].replace("-", " ")
