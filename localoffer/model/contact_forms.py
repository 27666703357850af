"""How people are reached: e-mail, phone, web address, postcode.

E-mail by email-validator (no look-up on the internet), phones by phonenumbers,
web addresses by pydantic's URL parser. Postcodes by Royal Mail's six shapes:
the libraries for it are unkept or not free to use here (decisions/).
"""

from __future__ import annotations

import functools
import re
from typing import Annotated

import phonenumbers
from pydantic import HttpUrl, TypeAdapter, ValidationError

from localoffer.model import rules
from localoffer.model.form import Form, short, text_of
from localoffer.model.rules import refuse
from localoffer.model.taken import standard_address, standard_email, standard_phone, standard_postcode, tidy
from localoffer.model.taken.reach import ADDRESS_FORM, PHONE_FORM, POSTCODE_FORM
from localoffer.model.taken.text import plain_signs, without_hidden
from localoffer.webaddress import false_sign


def email_address(value: str) -> str:
    """An e-mail address, written whole: name@place.org."""
    refuse_false_sign(plain_signs(value))
    found = _normal_email(standard_email(value))
    if found is None:
        refuse(rules.EMAIL_FORM, f"“{short(value)}” is not an e-mail address", *_email_fix(tidy(value)))
    return found


def refuse_false_sign(value: str) -> None:
    """Refuse an address that is not what it looks like, and name the sign."""
    if found := false_sign(without_hidden(value)):
        refuse(rules.ADDRESS_SIGN, f"there is {found.name} in “{short(value)}”", AGAIN)


AGAIN = (
    "type the address again, letter by letter, from something the people who have it have published: what was copied may lead "
    "to somebody else."
)
ADDRESS_IN_TEXT = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)


def _email_fix(text: str) -> tuple[str, str]:
    """The way out, and what can be put in place where that is sure."""
    found = ADDRESS_IN_TEXT.findall(text)
    if len(found) > 1:
        return f"make two contacts, one with email: {found[0]} and one with email: {found[1]}.", ""
    if len(found) == 1 and found[0] != text and _normal_email(found[0]):
        return f"write only the address: {found[0]}. Other words belong into role or name.", ""
    if "@" not in text and re.match(r"(?:https?://|www\.)", text, re.IGNORECASE):
        return "this looks like a web page: write it as url instead of email.", ""
    if is_phone(standard_phone(text) or ""):
        return "this looks like a phone number: write it as phone instead of email.", ""
    return "write it whole, with its @ and a full stop in what follows, like hello@marl-trust.example.", ""


def standard_mail(text: str) -> str | None:
    """The address in its usual form."""
    return _normal_email(standard_email(text))


@functools.lru_cache(maxsize=10_000)
def _normal_email(text: str) -> str | None:
    """The address in its usual form; None when it is none. Offices share addresses, so each is looked at once."""
    from email_validator import EmailNotValidError, validate_email  # 20 ms to load; known listings need it no more

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


def phone_number(value: str) -> str:
    """A UK phone number; kept as digits only, 01632960114. A text relay prefix (18001) stays."""
    written = standard_number(value)
    if written is None:
        refuse(rules.PHONE_FORM, f"“{short(value)}” is not a phone number in the UK", *_phone_fix(tidy(value)))
    return written


def standard_number(text: str) -> str | None:
    """The digits of a possible number. A table program takes the first nought away: it is put back."""
    digits = standard_phone(text)
    if digits is None:
        return None
    relay, bare = _split_relay(digits)
    if is_phone(bare):
        return relay + bare
    return "0" + bare if re.fullmatch(r"[1-9]\d{9}", bare) and not relay and is_phone_in_use("0" + bare) else None


NUMBER_IN_TEXT = re.compile(r"(?:\+44|0)[\d\s().-]{7,}\d", re.ASCII)
BRANCH = re.compile(r"\b(?:ext|extension|x|option|opt|press)\b\.?\s*\d+|\bx\d+", re.IGNORECASE)


def _phone_fix(text: str) -> tuple[str, str]:
    """The way out, and what can be put in place where that is sure."""
    numbers = [found for found in NUMBER_IN_TEXT.findall(text) if standard_number(found)]
    if len(numbers) > 1 or re.search(r"\d\s*(?:/|,|;|&|\bor\b|\band\b)\s*\+?\d", text):
        return "make two contacts, each with one phone number.", ""
    if "@" in text:
        return "this looks like an e-mail address: write it as email instead.", ""
    if re.search("[A-Za-z]", text):
        if numbers and BRANCH.search(text):
            return (
                "write only the number here, and extension: with what to dial or to choose after it in a line below it.",
                "",
            )
        return "write the digits and spaces only, like 01632 960 114; other words belong into role or hours.", ""
    if text.startswith("+") and not text.startswith("+44"):
        return "write a number of the UK, like 01632 960 114; for another country give the web page or e-mail.", ""
    digits = re.sub(r"\D", "", text)
    return (
        f"it has {len(digits)} digits: check that none is missing or too many. Most numbers have 11, like 01632 960 114.",
        "",
    )


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


def nobody_has(number: str) -> str:
    """What is said of a number that cannot be called."""
    return f"{number} looks like a phone number, but nobody in the UK is given such a number"


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


def web_address(value: str) -> str:
    """A web address, whole or without its https://, which is put in front; what follows readers about is taken off."""
    refuse_false_sign(value)
    written = standard_address(value)
    if written is None or not is_web_address(written):
        refuse(
            rules.WEB_ADDRESS_FORM, f"“{short(value)}” is not a web address that can work", _address_fix(tidy(value))
        )
    return written


def standard_web(text: str) -> str | None:
    """The whole address."""
    written = standard_address(text)
    return written if written and is_web_address(written) else None


def _address_fix(text: str) -> str:
    if re.match(r"mailto:", text, re.IGNORECASE) or ADDRESS_IN_TEXT.fullmatch(text):
        return "this is an e-mail address: write it as email instead."
    if len(re.findall(r"https?://|www\.", text, re.IGNORECASE)) > 1:
        return "write one address here, and each other one under links."
    if is_phone(standard_phone(text) or ""):
        return "this looks like a phone number: write it as phone instead."
    return "copy it from the address bar of a browser, from https:// to the end, like https://www.marl-trust.example/clubs."


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


def postcode(value: str) -> str:
    """A whole UK postcode; any case and spacing, kept as MB1 2AB."""
    written = standard_code(value)
    if written is None:
        message = f"“{short(value)}” is not a whole UK postcode"
        fix = "write it like MB1 2AB; check that no letter or digit is missing, and that O and 0, I and 1 are not mixed up."
        refuse(rules.POSTCODE_FORM, message, fix)
    return written


def standard_code(text: str) -> str | None:
    """`mb1 2ab` → `MB1 2AB`."""
    match = POSTCODE.fullmatch(standard_postcode(text))
    return f"{match[1]} {match[2]}" if match else None


_DIGITS = {"type": "integer", "minimum": 100}
Email = Annotated[
    str,
    Form(
        email_address,
        standard_mail,
        text_of(r"^\s*(?:[Mm][Aa][Ii][Ll][Tt][Oo]:|<)?\s*[^@,;]+@[^@,;]+\.[^@\s]+\s*$"),
        blank=True,
    ),
]
Phone = Annotated[str, Form(phone_number, standard_number, {"anyOf": [_DIGITS, text_of(PHONE_FORM)]}, blank=True)]
WebAddress = Annotated[str, Form(web_address, standard_web, text_of(ADDRESS_FORM), comma=True, blank=True)]
Postcode = Annotated[str, Form(postcode, standard_code, text_of(POSTCODE_FORM), blank=True)]
