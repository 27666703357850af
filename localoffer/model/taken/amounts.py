"""Money, ages and lengths of time as people write them."""

from __future__ import annotations

import re

from localoffer.model.taken.text import any_of, tidy

NOTHING = ("free", "free of charge", "no charge", "no cost", "nil")
_WHOLE = r"(\d{1,3}(?:,\d{3})+|\d{1,6})"
AMOUNT_FORMS = (
    rf"^\s*(?:\u00a3|[Gg][Bb][Pp])?\s*{_WHOLE}(?:\.(\d{{1,2}}))?\s*(?:[Gg][Bb][Pp]|[Pp]ounds?|[Pp])?\s*$",
    r"^\s*(\d{1,3}) ?(?:[Pp]|[Pp]ence)\s*$",
    rf"^\s*{any_of(*NOTHING)}\s*$",
)
_POUNDS, _PENCE, _FREE = (re.compile(form, re.ASCII) for form in AMOUNT_FORMS)


def standard_amount(text: str) -> str | None:
    """`£1,200`, `3.50 GBP`, `50p`, `Free` → `1200`, `3.50`, `0.50`, `0`. A comma counts only before exactly three digits."""
    plain = tidy(text)
    if _FREE.match(plain):
        return "0"
    if match := _PENCE.match(plain):
        return f"{int(match[1]) // 100}.{int(match[1]) % 100:02}"
    match = _POUNDS.match(plain)
    if not match or (plain[-1] in "pP" and not match[2]):
        return None
    whole = match[1].replace(",", "")
    return f"{whole}.{match[2]}" if match[2] else whole


_YEARS = r"(?:[Yy]ears?|[Yy]rs?|[Yy]/?[Oo])\.?(?:[- ][Oo]ld)?"
_AGED = rf"(?:{any_of('age', 'aged', 'ages')} )?"
_NUMBER = r"(\d{1,2})"
BIRTH = ("birth", "from birth", "newborn")
ALL_AGES = ("all ages", "any age", "every age", "all", "any", "0-25", "0 to 25")
AGE_FORM = rf"^\s*{_AGED}{_NUMBER}(?: ?{_YEARS})?\s*$"
_OVER = rf"(?:\+|{any_of('and over', 'and above', 'and up', 'or over', 'plus', 'upwards', 'and older')})"
AGE_AND_OVER = (
    rf"^\s*(?:{_AGED}{_NUMBER}(?: ?{_YEARS})? ?{_OVER}|{any_of('from', 'from age')} {_NUMBER}(?: ?{_YEARS})?)\s*$"
)
AGE_UP_TO = rf"^\s*{any_of('up to', 'to', 'up to age')} {_NUMBER}(?: ?{_YEARS})?\s*$"
AGE_RANGE = (
    rf"^\s*{_AGED}({_NUMBER}|[Bb]irth)(?: ?{_YEARS})? ?(?:[-\u2010-\u2015]|[Tt][Oo]) ?{_NUMBER}(?: ?{_YEARS})?\s*$"
)
ALL_AGES_FORM = rf"^\s*{any_of(*ALL_AGES)}\s*$"
BIRTH_FORM = rf"^\s*{any_of(*BIRTH)}\s*$"


def standard_age(text: str) -> str | None:
    """`8 years`, `8 yrs old`, `age 8`, `birth` → `8`, `8`, `8`, `0`."""
    plain = tidy(text)
    if plain.lower() in BIRTH:
        return "0"
    match = re.match(AGE_FORM, plain, re.ASCII)
    return str(int(match[1])) if match else None


def age_from(text: str) -> str | None:
    """`5+`, `5 and over`, `from 5` → `5`."""
    match = re.match(AGE_AND_OVER, tidy(text), re.ASCII)
    return str(int(match[1] or match[2])) if match else None


def age_up_to(text: str) -> str | None:
    """`up to 18` → `18`."""
    match = re.match(AGE_UP_TO, tidy(text), re.ASCII)
    return str(int(match[1])) if match else None


def age_range(text: str) -> tuple[str, str] | None:
    """`0-25`, `8 to 18 years`, `birth to 5` → both ends."""
    match = re.match(AGE_RANGE, tidy(text), re.ASCII)
    if not match:
        return None
    low, high = "0" if match[2] is None else str(int(match[2])), str(int(match[3]))
    return (low, high) if int(low) <= int(high) else None


MONTHS_FORM = r"^\s*(?:[Ee]very )?(\d{1,2}) [Mm]onths?\s*$"
YEARLY = ("yearly", "every year", "annually", "annual", "1 year", "every 12 months", "once a year")
HALF_YEARLY = ("half-yearly", "every half year", "twice a year")
QUARTERLY = ("quarterly", "every quarter")
MONTHLY = ("monthly", "every month")
MONTHS_WORDS = rf"^\s*{any_of(*YEARLY, *HALF_YEARLY, *QUARTERLY, *MONTHLY)}\s*$"


def standard_months(text: str) -> str | None:
    """`every 6 months`, `annually` → `6`, `12`."""
    plain = tidy(text).lower()
    for words, months in ((YEARLY, "12"), (HALF_YEARLY, "6"), (QUARTERLY, "3"), (MONTHLY, "1")):
        if plain in words:
            return months
    match = re.match(MONTHS_FORM, plain, re.ASCII)
    return str(int(match[1])) if match else None


NO_WAIT = ("none", "no wait", "no waiting time", "no waiting list", "no waiting")
WAIT_FORM = r"^\s*(\d{1,3}) ?([Dd]ay|[Ww]eek|[Ww]k|[Mm]onth)s?\.?\s*$"
NO_WAIT_FORM = rf"^\s*{any_of(*NO_WAIT)}\s*$"
_UNITS = {"d": "days", "w": "weeks", "m": "months"}


def standard_wait(text: str) -> str | None:
    """`18 weeks` → `{number: 18, unit: weeks}`; `No wait` → `none`."""
    plain = tidy(text)
    if plain.lower() in NO_WAIT:
        return "none"
    found = read_wait(plain)
    return f"{{number: {found[0]}, unit: {found[1]}}}" if found else None


def read_wait(text: str) -> tuple[str, str] | None:
    """The number and the unit of `18 weeks`."""
    match = re.match(WAIT_FORM, tidy(text), re.ASCII)
    return (str(int(match[1])), _UNITS[match[2][0].lower()]) if match else None
