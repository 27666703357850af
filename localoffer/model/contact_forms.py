"""How people are reached: e-mail, phone, web address, postcode.

E-mail by email-validator (no look-up on the internet), phones by phonenumbers,
web addresses by pydantic's URL parser. Postcodes by Royal Mail's six shapes:
the libraries for it are unkept or not free to use here (decisions/).
"""

from __future__ import annotations

import functools
import re
from typing import Any

import phonenumbers
from email_validator import EmailNotValidError, validate_email
from pydantic import HttpUrl, TypeAdapter, ValidationError

from localoffer.model import rules
from localoffer.model.rules import refuse


def email_address(value: Any) -> Any:
    """An e-mail address, written whole: name@place.org."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    found = _normal_email(text)
    if found is None:
        bare = text.removeprefix("mailto:").replace(" ", "")
        fix = f"write {bare}." if bare != text and "@" in bare else "write it whole, like hello@marl-trust.example."
        refuse(rules.EMAIL_FORM, f"“{text[:60]}” is not an e-mail address", fix)
    return found


@functools.lru_cache(maxsize=10_000)
def _normal_email(text: str) -> str | None:
    """The address in its usual form; None when it is none. Offices share addresses, so each is looked at once."""
    try:
        return validate_email(text, check_deliverability=False, test_environment=True).normalized
    except EmailNotValidError:
        return None


SHORT_NUMBERS = frozenset({"999", "112", "111", "101", "119", "105", "116123", "116000", "116117", "08001111"})
# Ofcom, "Telephone numbers for use in TV and radio drama programmes": never given to anybody.
DRAMA = re.compile(
    r"0(?:1(?:13|14|15|16|17|18|21|31|41|51|61)4960\d{3}|1632960\d{3}|2079460\d{3}|28901800\d{2}|29201800\d{2}|1914980\d{3}|7700900\d{3}|8081570\d{3}|9098790\d{3}|3069990\d{3})",
    re.ASCII,
)
TEXT_RELAY = re.compile(r"1800[12]\s*(?=\d)", re.ASCII)
SMS_SHORT_CODE = re.compile(r"[678]\d{4}", re.ASCII)


def phone_number(value: Any) -> Any:
    """A UK phone number; kept as digits only, 01632960114. A text relay prefix (18001) stays."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not re.fullmatch(r"\+?[\d\s().-]+", text, re.ASCII):
        message = f"“{text[:60]}” is not a phone number"
        refuse(rules.PHONE_FORM, message, "write the digits and spaces only, like 01632 960 114.")
    digits = re.sub(
        r"^(?:\+44|0044)0?", "0", re.sub(r"[\s.-]", "", text.replace("(0)", "")).replace("(", "").replace(")", "")
    )
    relay, digits = _split_relay(digits)
    if not is_phone(digits):
        message = f"“{text[:60]}” is not a phone number in the UK"
        refuse(rules.PHONE_FORM, message, "check that no digit is missing; write it like 01632 960 114.")
    return relay + digits


def _split_relay(digits: str) -> tuple[str, str]:
    match = TEXT_RELAY.match(digits)
    return (match[0], digits[match.end() :]) if match else ("", digits)


@functools.lru_cache(maxsize=10_000)
def is_phone(digits: str) -> bool:
    """True for a possible UK number, a short number people know, or one of Ofcom's drama numbers."""
    if digits in SHORT_NUMBERS or SMS_SHORT_CODE.fullmatch(digits) or DRAMA.fullmatch(digits):
        return True
    if not digits.startswith("0"):
        return False
    try:
        number = phonenumbers.parse(digits, "GB")
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_possible_number(number) and len(digits) in {10, 11}


@functools.lru_cache(maxsize=10_000)
def is_phone_in_use(digits: str) -> bool:
    """True when the number is of a range that is given out, or of Ofcom's drama numbers."""
    _, bare = _split_relay(digits)
    if bare in SHORT_NUMBERS or SMS_SHORT_CODE.fullmatch(bare) or DRAMA.fullmatch(bare):
        return True
    try:
        return phonenumbers.is_valid_number(phonenumbers.parse(bare, "GB"))
    except phonenumbers.NumberParseException:
        return False


_URL: TypeAdapter[HttpUrl] = TypeAdapter(HttpUrl)


def web_address(value: Any) -> Any:
    """A web address written whole: https://www.place.org/page."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not re.match(r"https?://", text, re.IGNORECASE):
        bare = re.sub(r"^[a-z]*:?//?", "", text, flags=re.IGNORECASE)
        fix = (
            f"write https://{bare}"
            if re.fullmatch(r"[\w.-]+\.[a-z]{2,}(/\S*)?", bare, re.ASCII)
            else "write it whole, like https://www.marl-trust.example/clubs"
        )
        refuse(rules.WEB_ADDRESS_FORM, f"“{text[:60]}” is not a whole web address", fix)
    if not is_web_address(text):
        message = f"“{text[:60]}” is not a web address that can work"
        refuse(rules.WEB_ADDRESS_FORM, message, "copy it from the address bar of a browser, from https:// to the end.")
    return text


@functools.lru_cache(maxsize=10_000)
def is_web_address(text: str) -> bool:
    """True for http(s) addresses with a full host name, no spaces and no passwords."""
    if re.search(r"[\s<>\"\\^`{|}]", text) or len(text) > 2000:
        return False
    try:
        url = _URL.validate_python(text)
    except ValidationError:
        return False
    host = url.host or ""
    return "." in host.strip(".") and url.username is None and url.password is None


# Royal Mail, Programmer's guide to the Postcode Address File: the six shapes of a postcode.
_OUT = r"[A-PR-UWYZ](?:[1-9]\d?|[A-HK-Y]\d|[A-HK-Y][1-9]\d|[1-9][A-HJKPSTUW]|[A-HK-Y][1-9][ABEHMNPRVWXY])"
POSTCODE = re.compile(rf"({_OUT})(\d[ABD-HJLNP-UW-Z]{{2}})", re.ASCII)


def postcode(value: Any) -> Any:
    """A whole UK postcode; any case and spacing, kept as MB1 2AB."""
    if not isinstance(value, str):
        return value
    match = POSTCODE.fullmatch("".join(value.upper().split()))
    if not match:
        message = f"“{value.strip()[:60]}” is not a whole UK postcode"
        refuse(rules.POSTCODE_FORM, message, "write it like MB1 2AB; check that no letter or digit is missing.")
    return f"{match[1]} {match[2]}"
