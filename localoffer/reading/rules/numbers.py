"""Rules about numbers, dates and phone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from localoffer.findings import WARNING
from localoffer.reading.lists import WordLists
from localoffer.reading.passages import EASY, Passage
from localoffer.reading.rules.base import is_easy
from localoffer.rulebook import Fault, Rules

READING = Rules("reading", within=EASY)

NUMBER_WORDS = {
    "two": "2",
    "three": "3",
    "four": "4",
    "five": "5",
    "six": "6",
    "seven": "7",
    "eight": "8",
    "nine": "9",
    "ten": "10",
    "eleven": "11",
    "twelve": "12",
    "thirteen": "13",
    "fourteen": "14",
    "fifteen": "15",
    "sixteen": "16",
    "seventeen": "17",
    "eighteen": "18",
    "nineteen": "19",
    "twenty": "20",
    "thirty": "30",
    "forty": "40",
    "fifty": "50",
    "sixty": "60",
    "seventy": "70",
    "eighty": "80",
    "ninety": "90",
    "hundred": "100",
    "thousand": "1,000",
}
NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)


@READING.rule(
    "number-words", source="NHS IE", bad="You can bring two friends.", good="You can bring 2 friends.", severity=WARNING
)
def check_number_words(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Easy read writes numbers as digits."""
    if is_easy(passage):
        for found in NUMBER_WORD.finditer(passage.text):
            yield Fault(f"“{found[0]}” is a number in words", f"write {NUMBER_WORDS[found[0].lower()]}.", found.start())


ROMAN = re.compile(r"\b(?=[IVXLC]{2,}\b)(?:X{0,3})(?:IX|IV|V?I{0,3})\b")


@READING.rule("roman-numeral", source="NHS IE", bad="Read part IV of the plan.", good="Read part 4 of the plan.")
def check_roman_numerals(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Easy read has no Roman numerals."""
    if is_easy(passage):
        for found in ROMAN.finditer(passage.text):
            if found[0] not in words.acronyms:
                yield Fault(f"“{found[0]}” is a Roman numeral", f"write {roman_value(found[0])}.", found.start())


def roman_value(numeral: str) -> int:
    """`IV` → 4."""
    values = [{"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}[letter] for letter in numeral]
    return sum(
        -value if any(value < later for later in values[place + 1 :]) else value for place, value in enumerate(values)
    )


PER_CENT = re.compile(r"\b\d+(?:\.\d+)?\s?(?:%|per\s?cent\b)", re.IGNORECASE)


@READING.rule(
    "per-cent", source="NHS IE", bad="We help 50% of people.", good="We help half of the people.", severity=WARNING
)
def check_per_cent(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Easy read has no per cent: say “half”, or “1 in 4”."""
    if is_easy(passage):
        for found in PER_CENT.finditer(passage.text):
            yield Fault(
                f"“{found[0]}” is hard to picture", "say it with people: “half”, “1 in 4”, “most”.", found.start()
            )


WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
NUMERIC_DATE = re.compile(r"\b(?:(?P<d>\d{1,2})([/.])(?P<m>\d{1,2})\2(?P<y>\d{4}|\d{2})|(?P<iso>\d{4}-\d{2}-\d{2}))\b")
DATE = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(WEEKDAYS)}),?\s+(?:the\s+)?)?\b(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?\s+"
    rf"(?:of\s+)?(?P<month>{'|'.join(MONTHS)}),?(?:\s+(?P<year>\d{{4}}))?\b"
)


@READING.rule("date-numeric", source="NHS IE", bad="We open on 6/8/2025.", good="We open on Wednesday 6 August 2025.")
def check_numeric_dates(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A date is written in words: Wednesday 6 August 2025."""
    for found in NUMERIC_DATE.finditer(passage.text):
        day = _numeric_day(found)
        if day or found["iso"]:
            yield Fault(
                f"“{found[0]}” is a date in numbers",
                f"write {long_date(day)}." if day else "write it like Wednesday 6 August 2025.",
                found.start(),
            )


def _numeric_day(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        year = int(found["y"])
        return date(year if year > 99 else 2000 + year, int(found["m"]), int(found["d"]))
    except ValueError:
        return None


def long_date(day: date) -> str:
    """`Wednesday 6 August 2025`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


@READING.rule(
    "date-weekday", source="NHS IE", bad="We open on Monday 6 August 2025.", good="We open on Wednesday 6 August 2025."
)
def check_weekdays(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A date's weekday is true; easy read names it. A day that does not exist is an error."""
    for found in DATE.finditer(passage.text):
        if not found["year"]:
            continue
        try:
            day = date(int(found["year"]), MONTHS.index(found["month"]) + 1, int(found["day"]))
        except ValueError:
            yield Fault(
                f"there is no {found['day']} {found['month']} {found['year']}", "check the date.", found.start()
            )
            continue
        true = WEEKDAYS[day.weekday()]
        if found["weekday"] and found["weekday"] != true:
            yield Fault(
                f"{found['day']} {found['month']} {found['year']} is a {true}, not a {found['weekday']}",
                f"write {long_date(day)}, or check the date.",
                found.start(),
            )
        elif not found["weekday"] and is_easy(passage):
            yield Fault(
                f"“{found[0]}” does not name the day of the week", f"write {long_date(day)}.", found.start(), WARNING
            )


PHONE = re.compile(r"(?<![\w/.-])(?:\+44\s?|0)(?:\d[\s-]?){8,10}(?![\w-])")


@READING.rule("phone-form", source="NHS", bad="Phone 01632960001.", good="Phone [01632 960 001](tel:01632960001).")
def check_phones(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A phone number is written in chunks, and is a link that a phone can call."""
    for found in PHONE.finditer(passage.source):
        digits = re.sub(r"\D", "", found[0])
        if not passage.has_links:
            if " " not in found[0].strip():
                yield Fault(f"“{found[0].strip()}” is hard to read", f"write {chunks(digits)}.", found.start())
        elif not _is_link(passage.source, found.start()):
            yield Fault(
                f"“{found[0].strip()}” is a phone number that cannot be pressed to call",
                f"write [{chunks(digits)}](tel:{digits}).",
                found.start(),
            )
        elif not re.search(r"\d\s\d", found[0].strip()) and _in_label(passage.source, found.start()):
            yield Fault(f"“{found[0].strip()}” is hard to read", f"write {chunks(digits)}.", found.start())


NEAR = 300
"""Letters around a number in which its link would begin and end."""


def _is_link(source: str, start: int) -> bool:
    before, after = source[max(0, start - NEAR) : start], source[start : start + NEAR]
    in_target = bool(re.search(r"\]\((?:tel|sms):[^)]{0,60}$", before))
    return in_target or bool(re.match(r"[^\[\]\n]{0,99}\]\((?:tel|sms):", after))


def _in_label(source: str, start: int) -> bool:
    return not re.search(r"\]\([^)]{0,60}$", source[max(0, start - NEAR) : start])


def chunks(digits: str) -> str:
    """`01632960001` → `01632 960 001`, `03001234567` → `0300 123 4567`."""
    digits = "0" + digits[2:] if digits.startswith("44") else digits
    if digits.startswith(("03", "08")):
        return f"{digits[:4]} {digits[4:7]} {digits[7:]}"
    return f"{digits[:5]} {digits[5:8]} {digits[8:]}"
