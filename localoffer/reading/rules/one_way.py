"""Rules that one thing is written one way on the whole site: times in digits, units in full, "5 to 10 days"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.findings import MAYBE, SURE, WARNING
from localoffer.reading.lists import WordLists
from localoffer.reading.passages import STANDARD, Passage
from localoffer.reading.rules.base import is_easy
from localoffer.reading.rules.numbers import NUMBER_WORDS, stands_alone
from localoffer.rulebook import Fault, Put, Rules

READING = Rules("reading", within=STANDARD, severity=WARNING, eased=True)

UNITS = r"(?:minute|hour|day|night|week|weekend|month|term|year)s?"
KIND = r"(?:(?:working|school|term-time|calendar|whole|full|more|extra)[\s-]+){0,2}"
NUMBERS = "|".join(NUMBER_WORDS)
IN_WORDS = frozenset({"one", *NUMBER_WORDS})
TIME_IN_WORDS = re.compile(
    rf"\b(?P<number>{NUMBERS}|one(?![\s-](?:day|night|term|weekend)\b))(?=(?:\s+(?:or|to)\s+(?:\d+|{NUMBERS}))?[\s-]+{KIND}{UNITS}\b)",
    re.IGNORECASE,
)


@READING.rule(
    "time-in-words",
    source="NHS GOV",
    bad="We answer within five working days.",
    good="We answer within 5 working days.",
)
def check_times(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A time is written in digits: 5 working days, 2 weeks, 1 month."""
    for found in () if IN_WORDS.isdisjoint(passage.pieces) else TIME_IN_WORDS.finditer(passage.text):
        is_one = found["number"].lower() == "one"
        if is_easy(passage) and not is_one:
            continue  # number-words says it of every number there
        digits = "1" if is_one else NUMBER_WORDS[found["number"].lower()]
        put = Put(digits, *found.span(), SURE if stands_alone(found) and not is_one else MAYBE)
        yield Fault(f"“{found[0]}” is a time in words", f"write {digits}.", found.start(), put=put)


IN_FULL = {
    "hr": "hour",
    "hrs": "hours",
    "min": "minute",
    "mins": "minutes",
    "wk": "week",
    "wks": "weeks",
    "mth": "month",
    "mths": "months",
    "yr": "year",
    "yrs": "years",
}
SHORT_UNIT = re.compile(
    rf"(?P<number>\d)(?P<gap>[\s-]?)(?P<unit>{'|'.join(sorted(IN_FULL, key=len, reverse=True))})\b\.?"
)


@READING.rule("unit-in-full", source="NHS GOV", bad="It takes 2 hrs.", good="It takes 2 hours.")
def check_units(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A unit of time is written in full: 2 hours, 10 minutes."""
    for found in SHORT_UNIT.finditer(passage.text) if passage.has_digits else ():
        better = IN_FULL[found["unit"]]
        put = Put(better, *found.span("unit"), MAYBE if found[0].endswith(".") else SURE)
        yield Fault(f"“{found['unit']}” is read out wrongly", f"write {better}.", found.start("unit"), put=put)


DASHED = re.compile(rf"\b\d+(?P<dash>\s?[-–]\s?)(?P<last>\d+)(?=[\s-]+{KIND}{UNITS}\b)")


@READING.rule("time-with-dash", source="NHS GOV", bad="It takes 5-10 days.", good="It takes 5 to 10 days.")
def check_dashes(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """From one time to another is said with “to”: 5 to 10 days."""
    for found in DASHED.finditer(passage.text) if passage.has_digits else ():
        put = Put(" to ", *found.span("dash"))
        yield Fault(f"“{found[0]}” is read out as a sum", "write “to” instead of the dash.", found.start(), put=put)
