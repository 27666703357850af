"""Amounts, ages and other numbers: what is taken, and why another is not."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Any

from localoffer.model import rules
from localoffer.model.form import Form, short, text_of
from localoffer.model.rules import refuse
from localoffer.model.taken import standard_age, standard_amount, standard_months, tidy
from localoffer.model.taken.amounts import AGE_FORM, AMOUNT_FORMS, BIRTH_FORM, MONTHS_FORM, MONTHS_WORDS


def _pounds(value: str) -> Decimal:
    """An amount in pounds, with at most two decimals, never negative."""
    written = standard_amount(value)
    if written is None:
        message = f"“{short(value)}” is not written as an amount we can read"
        refuse(rules.AMOUNT_FORM, message, _amount_fix(tidy(value)))
    return Decimal(written)


DECIMAL_COMMA = re.compile(r"\u00a3?\s*(\d{1,4}),(\d{1,2})", re.ASCII)
SEVERAL = re.compile(r".*\d\D*(?:-|\bto\b|\bor\b|/|&|\band\b)\D*\d.*", re.ASCII)


def _amount_fix(text: str) -> str:
    """The way out. What could be two amounts is never guessed at."""
    if match := DECIMAL_COMMA.fullmatch(text):
        pence = match[2].ljust(2, "0")
        return f"write {match[1]}.{pence} for {match[1]} pounds and {int(pence)} pence: a point, not a comma."
    if SEVERAL.fullmatch(text):
        return "write each price as an option of its own, with its own amount; or the lower one, and say more in amount_description."
    if re.fullmatch(r"\u00a3?\s*-\s*\d.*", text):
        return "write the amount without a minus sign."
    if re.search(r"[$\u20ac]", text):
        return "write pounds and pence, like 3.50."
    if re.search(r"\d.*[A-Za-z]|[A-Za-z].*\d", text):
        return "write only the amount, like 3.50, and put the words into amount_description."
    return "write pounds and pence, like 3.50; or free if it costs nothing."


Pounds = Annotated[
    Decimal, Form(_pounds, standard_amount, {"anyOf": [{"type": "number", "minimum": 0}, text_of(*AMOUNT_FORMS)]})
]


def whole_number(low: int, high: int, what: str, standard: Any = None, patterns: tuple[str, ...] = ()) -> Form:
    """A number without decimals from `low` to `high`."""

    def plain(text: str) -> str | None:
        bare = tidy(text)
        return str(int(bare)) if re.fullmatch(r"-?\d{1,7}", bare, re.ASCII) else None

    def standard_number(text: str) -> str | None:
        return plain(text) or (standard(text) if standard else None)

    def read(value: str) -> int:
        written = standard_number(value)
        if written is None:
            message = f"“{short(value)}” is not a whole number"
            refuse(rules.NUMBER_FORM, message, f"write {what} in digits, from {low} to {high}.")
        if not low <= int(written) <= high:
            message = f"{written} is not between {low} and {high}"
            refuse(rules.NUMBER_RANGE, message, f"write {what} from {low} to {high}.")
        return int(written)

    shown: dict[str, Any] = {"type": "integer", "minimum": low, "maximum": high}
    digits = r"^\s*\d{1,7}\s*$"
    return Form(read, standard_number, {"anyOf": [shown, text_of(digits, *patterns)]}, blank=True)


Age = Annotated[int, whole_number(0, 25, "an age", standard_age, (AGE_FORM, BIRTH_FORM))]
Months = Annotated[int, whole_number(1, 12, "a number of months", standard_months, (MONTHS_FORM, MONTHS_WORDS))]
Count = Annotated[int, whole_number(0, 100_000, "a number")]
