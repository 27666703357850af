"""The forms a value may have: how a date, an age, a web address is written.

In: the text a person typed. Out: the value, or a `PydanticCustomError` whose
type is the rule id, whose message is a plain sentence, and whose context holds
`fix`, what to do about it. YAML's own guesses are never used (DESIGN section 3).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, time
from decimal import Decimal
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, StringConstraints, WithJsonSchema

from localoffer.model import rules
from localoffer.model.contact_forms import email_address, phone_number, postcode, web_address
from localoffer.model.extensions import phone_extension
from localoffer.model.rules import refuse
from localoffer.rulebook import Rule


def fold(text: str) -> str:
    """White space of any kind becomes one space; none at the ends."""
    return " ".join(text.split())


def _words(value: Any) -> Any:
    return fold(value) if isinstance(value, str) else value


def _markdown(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)", re.ASCII)
UK_DATE = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", re.ASCII)


def _day(value: Any) -> Any:
    """A date is written YYYY-MM-DD and exists in the calendar."""
    if not isinstance(value, str):
        return value
    match = DATE.fullmatch(value.strip())
    if not match:
        refuse(rules.DATE_FORM, f"“{_short(value)}” is not written as a date we can read", _date_fix(value))
    year, month, day = map(int, match.groups())
    try:
        found = date(year, month, day)
    except ValueError:
        refuse(rules.DATE_IMPOSSIBLE, f"{value} is not a day in the calendar", "check the month and the day.")
    if not 1990 <= year <= 2100:
        refuse(rules.DATE_IMPOSSIBLE, f"{value} cannot be right: the year is {year}", "check the year.")
    return found


def _date_fix(value: str) -> str:
    match = UK_DATE.fullmatch(value.strip())
    if match and int(match[2]) <= 12:
        return f"write {match[3]}-{int(match[2]):02}-{int(match[1]):02}: year, month, day."
    return "write the year, the month and the day, like 2026-10-05."


CLOCK = re.compile(r"([01]\d|2[0-3]):([0-5]\d)", re.ASCII)
LOOSE_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s*(am|pm)?", re.IGNORECASE | re.ASCII)


def _clock(value: Any) -> Any:
    """A time is written HH:MM on the 24-hour clock."""
    if not isinstance(value, str):
        return value
    match = CLOCK.fullmatch(value.strip())
    if not match:
        refuse(rules.TIME_FORM, f"“{_short(value)}” is not written as a time we can read", _clock_fix(value))
    return time(int(match[1]), int(match[2]))


def _clock_fix(value: str) -> str:
    match = LOOSE_CLOCK.fullmatch(value.strip())
    if match:
        hour, minute = int(match[1]), int(match[2] or 0)
        if (match[3] or "").lower() == "pm" and hour < 12:
            hour += 12
        if hour < 24 and minute < 60:
            return f"write {hour:02}:{minute:02}."
    if value.strip() in {"24:00", "24.00"}:
        return "write 23:59 for the end of the day."
    return "write the hour and the minutes of the 24-hour clock, like 09:30 or 16:00."


AMOUNT = re.compile(r"\d{1,6}(\.\d{1,2})?", re.ASCII)


def _pounds(value: Any) -> Any:
    """An amount is in pounds, with at most two decimals, never negative, without the £."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not AMOUNT.fullmatch(text):
        bare = re.sub(r"[£,\s]|GBP", "", text)
        fix = f"write {bare}" if AMOUNT.fullmatch(bare) else "write pounds and pence, like 3.50"
        message = f"“{_short(value)}” is not written as an amount we can read"
        refuse(rules.AMOUNT_FORM, message, f"{fix}, without the £ sign.")
    return Decimal(text)


def whole_number(low: int, high: int, what: str) -> BeforeValidator:
    """A number without decimals from `low` to `high`."""

    def check(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        text = value.strip()
        if not re.fullmatch(r"-?\d{1,6}", text, re.ASCII):
            message = f"“{_short(value)}” is not a whole number"
            refuse(rules.NUMBER_FORM, message, f"write {what} in digits, from {low} to {high}.")
        if not low <= int(text) <= high:
            refuse(rules.NUMBER_RANGE, f"{text} is not between {low} and {high}", f"write {what} from {low} to {high}.")
        return int(text)

    return BeforeValidator(check)


def _yes_no(value: Any) -> Any:
    """A yes/no answer; true and false are accepted."""
    known = {"yes": True, "true": True, "no": False, "false": False}
    if not isinstance(value, str):
        return value
    if value.strip().lower() not in known:
        refuse(rules.YES_OR_NO, f"“{_short(value)}” is not yes or no", "write yes or no.")
    return known[value.strip().lower()]


UNKNOWN = {"unknown", "not-known", "not sure", "don't know", "dont know", "n/k", "tbc", "?"}


def _fact(value: Any) -> Any:
    """A three-valued answer: yes, no or not known."""
    if not isinstance(value, str):
        return value
    text = {"true": "yes", "false": "no"}.get(fold(value).lower(), fold(value).lower())
    if text not in {"yes", "no", "not known"}:
        fix = "write not known." if text in UNKNOWN else "write yes, no or not known."
        refuse(rules.YES_NO_OR_NOT_KNOWN, f"“{_short(value)}” is not yes, no or not known", fix)
    return text


SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"


def named(pattern: str, rule: Rule, what: str, example: str) -> Callable[[Any], Any]:
    """A check that a text has the form of a name."""
    compiled = re.compile(pattern, re.ASCII)

    def check(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        text = value.strip()
        if not compiled.fullmatch(text):
            refuse(rule, f"“{_short(value)}” is not {what}", f"write it like {example}.")
        return text

    return check


def _lower(value: Any) -> Any:
    return fold(value).lower() if isinstance(value, str) else value


def _upper(value: Any) -> Any:
    return value.strip().upper() if isinstance(value, str) else value


def _short(value: str) -> str:
    text = fold(value)
    return text if len(text) <= 60 else text[:57] + "…"


_PLACE = re.compile(rf"(?!\.)(?:{SLUG}/)*[A-Za-z0-9][A-Za-z0-9_-]*\.(?:jpe?g|png|webp|gif|svg|avif)", re.ASCII)


def _picture_file(value: Any) -> Any:
    """A picture's file name, from the provider's folder, never outside it."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    if text.startswith(("/", "\\", "~")) or ".." in text or ":" in text or "\\" in text:
        fix = "put the picture in the folder images/ beside this file and write images/name.jpg."
        refuse(rules.IMAGE_OUTSIDE, f"“{_short(value)}” is not inside the provider's own folder", fix)
    if not _PLACE.fullmatch(text):
        fix = "use letters, digits and hyphens, ending in .jpg, .png, .webp or .svg, like images/hall.jpg."
        refuse(rules.IMAGE_NAME, f"“{_short(value)}” is not a picture's file name we can use", fix)
    return text


Fact = Annotated[Literal["yes", "no", "not known"], BeforeValidator(_fact)]
YesNo = Annotated[bool, BeforeValidator(_yes_no), WithJsonSchema({"enum": ["yes", "no", True, False]})]
Words = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=1, max_length=300)]
Name = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=3, max_length=80)]
Line = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=1, max_length=80)]
Summary = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=10, max_length=200)]
Paragraph = Annotated[str, BeforeValidator(_words), StringConstraints(min_length=1, max_length=1000)]
Markdown = Annotated[str, BeforeValidator(_markdown), StringConstraints(min_length=10, max_length=20000)]
Day = Annotated[date, BeforeValidator(_day), WithJsonSchema({"type": "string", "format": "date"})]
Clock = Annotated[
    time, BeforeValidator(_clock), WithJsonSchema({"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"})
]
Pounds = Annotated[Decimal, BeforeValidator(_pounds), WithJsonSchema({"type": ["number", "string"]})]
Age = Annotated[int, whole_number(0, 25, "an age"), WithJsonSchema({"type": "integer", "minimum": 0, "maximum": 25})]
Months = Annotated[
    int, whole_number(1, 12, "a number of months"), WithJsonSchema({"type": "integer", "minimum": 1, "maximum": 12})
]
Count = Annotated[int, whole_number(0, 100_000, "a number"), WithJsonSchema({"type": "integer", "minimum": 0})]
Id = Annotated[
    str,
    BeforeValidator(
        named(SLUG, rules.ID_FORM, "a short name we can use", "short-breaks: small letters, digits and hyphens")
    ),
    WithJsonSchema({"type": "string", "pattern": f"^{SLUG}$"}),
]
ServiceId = Annotated[
    str,
    BeforeValidator(
        named(
            rf"{SLUG}/{SLUG}",
            rules.SERVICE_NAME_FORM,
            "the name of a service",
            "marl-trust/saturday-club: the provider's folder, a slash, the service's file name",
        )
    ),
    WithJsonSchema({"type": "string", "pattern": f"^{SLUG}/{SLUG}$"}),
]
PageId = Annotated[
    str,
    BeforeValidator(
        named(
            rf"{SLUG}(?:/{SLUG})*",
            rules.PAGE_NAME_FORM,
            "the name of a page",
            "guides/short-breaks or marl-trust/saturday-club",
        )
    ),
    WithJsonSchema({"type": "string"}),
]
PictureFile = Annotated[str, BeforeValidator(_picture_file)]
Email = Annotated[str, BeforeValidator(email_address), WithJsonSchema({"type": "string", "format": "email"})]
Phone = Annotated[str, BeforeValidator(phone_number), WithJsonSchema({"type": "string"})]
Extension = Annotated[str, BeforeValidator(phone_extension), WithJsonSchema({"type": ["string", "integer"]})]
WebAddress = Annotated[str, BeforeValidator(web_address), WithJsonSchema({"type": "string", "format": "uri"})]
Postcode = Annotated[str, BeforeValidator(postcode), WithJsonSchema({"type": "string"})]


def is_yes_or_no(model: type[BaseModel], name: str) -> bool:
    """True for a field that holds a fact: yes, no or not known."""
    field = model.model_fields[name]
    checks = (check.func for check in field.metadata if isinstance(check, BeforeValidator))
    return any(check in (_yes_no, _fact) for check in checks)


Lower = BeforeValidator(_lower)
Upper = BeforeValidator(_upper)
