"""Rules about numbers, dates and phone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from localoffer import wording
from localoffer.findings import MAYBE, SURE, WARNING
from localoffer.model.contact_forms import is_phone, is_phone_in_use, nobody_has
from localoffer.reading.lists import WordLists
from localoffer.reading.passages import EASY, Passage
from localoffer.reading.rules.base import is_easy
from localoffer.rulebook import Fault, Put, Rules

READING = Rules("reading", within=EASY, eased=True)

SMALL = """
    two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBER_WORDS = {
    **{word: str(number) for number, word in enumerate(SMALL.split(), 2)},
    **{word: f"{number}0" for number, word in enumerate(TENS.split(), 2)},
    **{"hundred": "100", "thousand": "1,000"},
}
NUMBER_WORD = re.compile(rf"\b(?:{'|'.join(NUMBER_WORDS)})\b", re.IGNORECASE)


@READING.rule(
    "number-words", source="NHS IE", bad="You can bring two friends.", good="You can bring 2 friends.", severity=WARNING
)
def check_number_words(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Easy read writes numbers as digits."""
    if is_easy(passage):
        for found in NUMBER_WORD.finditer(passage.text):
            digits = NUMBER_WORDS[found[0].lower()]
            put = Put(digits, *found.span(), SURE if stands_alone(found) else MAYBE)
            yield Fault(f"“{found[0]}” is a number in words", f"write {digits}.", found.start(), put=put)


PART_OF_NUMBER = re.compile(rf"(?:\b(?:{'|'.join(NUMBER_WORDS)}|and|a)[\s-]+|[-\d]\s*)$", re.IGNORECASE)


def stands_alone(found: re.Match[str]) -> bool:
    """“twenty-five” and “two hundred” are one number; “a hundred” is 100, not a 100."""
    text, rest = found.string, found.string[found.end() :]
    more = re.match(rf"(?:[\s-]+(?:and\s+)?(?:one|{'|'.join(NUMBER_WORDS)})\b|-)", rest, re.IGNORECASE)
    if found[0].lower() in ("hundred", "thousand") or more:
        return False
    return not PART_OF_NUMBER.search(text[max(0, found.start() - 12) : found.start()])


ROMAN = re.compile(r"\b(?=[IVXLC]{2,}\b)(?:X{0,3})(?:IX|IV|V?I{0,3})\b")


@READING.rule("roman-numeral", source="NHS IE", bad="Read part IV of the plan.", good="Read part 4 of the plan.")
def check_roman_numerals(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """Easy read has no Roman numerals."""
    if is_easy(passage):
        for found in ROMAN.finditer(passage.text):
            if found[0] not in words.acronyms:
                digits, before = str(roman_value(found[0])), passage.text[: found.start()]
                put = Put(digits, *found.span(), SURE if NUMBERED.search(before) else MAYBE)
                yield Fault(f"“{found[0]}” is a Roman numeral", f"write {digits}.", found.start(), put=put)


NUMBERED = re.compile(r"\b(?:part|section|stage|step|level|phase|chapter|form|year|type|appendix)\s$", re.IGNORECASE)
"""What has a number; “IV” by itself may be a drip."""


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
            message = f"“{found[0]}” is hard to picture"
            yield Fault(message, "say it with people: “half”, “1 in 4”, “most”.", found.start())


NUMERIC_DATE = re.compile(r"\b(?:(?P<d>\d{1,2})([/.])(?P<m>\d{1,2})\2(?P<y>\d{4}|\d{2})|(?P<iso>\d{4}-\d{2}-\d{2}))\b")
DATE = re.compile(
    rf"(?:\b(?P<weekday>{'|'.join(wording.WEEKDAYS.values())}),?\s+(?:the\s+)?)?\b(?P<day>\d{{1,2}})(?P<th>st|nd|rd|th)?\s+"
    rf"(?:of\s+)?(?P<month>{'|'.join(wording.MONTHS)}),?(?:\s+(?P<year>\d{{4}}))?\b"
)


MONTHS = frozenset(month.lower() for month in wording.MONTHS)


@READING.rule("date-numeric", source="NHS IE", bad="We open on 6/8/2025.", good="We open on Wednesday 6 August 2025.")
def check_numeric_dates(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A date is written in words: Wednesday 6 August 2025."""
    for found in NUMERIC_DATE.finditer(passage.text) if passage.has_digits else ():
        day = _numeric_day(found)
        if day or found["iso"]:
            fix = f"write {wording.day_date(day)}." if day else "write it like Wednesday 6 August 2025."
            put = _date_put(passage, found, day) if day else None
            yield Fault(f"“{found[0]}” is a date in numbers", fix, found.start(), put=put)


def _date_put(passage: Passage, found: re.Match[str], day: date) -> Put:
    """A year of two digits may be a day or a month; a weekday may stand there already."""
    weekday = re.search(rf"\b(?:{'|'.join(wording.WEEKDAYS.values())})s?,?\s+$", passage.text[: found.start()])
    is_sure = not weekday and (found["iso"] or len(found["y"]) == 4)
    return Put(wording.day_date(day), *found.span(), SURE if is_sure else MAYBE)


def _numeric_day(found: re.Match[str]) -> date | None:
    try:
        if found["iso"]:
            return date.fromisoformat(found["iso"])
        year = int(found["y"])
        return date(year if year > 99 else 2000 + year, int(found["m"]), int(found["d"]))
    except ValueError:
        return None


@READING.rule(
    "date-weekday", source="NHS IE", bad="We open on Monday 6 August 2025.", good="We open on Wednesday 6 August 2025."
)
def check_weekdays(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A date's weekday is true; easy read names it. A day that does not exist is an error."""
    if MONTHS.isdisjoint(passage.pieces):
        return
    for found in DATE.finditer(passage.text):
        if not found["year"]:
            continue
        try:
            day = date(int(found["year"]), wording.MONTHS.index(found["month"]) + 1, int(found["day"]))
        except ValueError:
            message = f"there is no {found['day']} {found['month']} {found['year']}"
            yield Fault(message, "check the date.", found.start())
            continue
        true = wording.weekday(day)
        if found["weekday"] and found["weekday"] != true:
            message = f"{found['day']} {found['month']} {found['year']} is a {true}, not a {found['weekday']}"
            put = Put(wording.day_date(day), *found.span(), MAYBE)
            yield Fault(message, f"write {wording.day_date(day)}, or check the date.", found.start(), put=put)
        elif not found["weekday"] and is_easy(passage):
            message = f"“{found[0]}” does not name the day of the week"
            put = Put(wording.day_date(day), *found.span())
            yield Fault(message, f"write {wording.day_date(day)}.", found.start(), WARNING, put)


PHONE = re.compile(r"(?<![\w/.-])(?:\+44\s?|0)(?:\d[\s-]?){8,10}(?![\w-])")


def _numbers_in(text: str) -> Iterator[re.Match[str]]:
    """What looks like a phone number; most texts have no nought and no plus."""
    return PHONE.finditer(text) if "0" in text or "+44" in text else iter(())


@READING.rule("phone-form", source="NHS", bad="Phone [01632960001](tel:01632960001).", good="Phone 01632 960 001.")
def check_phones(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A phone number is one that a phone can call, is written in chunks, and a link on it calls that number."""
    for found in _numbers_in(passage.source):
        written, start = found[0].strip(" -"), found.start()
        digits = re.sub(r"^44", "0", re.sub(r"\D", "", written))
        in_chunks, is_hard = wording.phone_chunks(digits), f"“{written}” is hard to read"
        if not passage.has_links:
            if " " not in written:
                yield Fault(is_hard, f"write {in_chunks}.", start, put=_number_put(in_chunks, digits, start, written))
        elif not _is_link(passage.source, start):
            if not is_phone(digits):
                message = f"“{written}” looks like a phone number, but is none in the UK: it cannot be pressed to call"
                yield Fault(message, "check that no digit is missing, and none is too many.", start)
        elif (called := CALLED.match(passage.source, start)) and digits != (
            true := re.sub(r"^\+?44", "0", re.sub(r"^1800[12]", "", called[1]))
        ):
            message = f"the link on “{written}” calls another number, {wording.phone_chunks(true)}"
            yield Fault(message, "check which is right. A number becomes a link by itself: no link is needed.", start)
        elif not re.search(r"\d\s\d", written) and _in_label(passage.source, start):
            yield Fault(is_hard, f"write {in_chunks}.", start, put=_number_put(in_chunks, digits, start, written))


@READING.rule(
    "phone-in-text-unused", source="NHS", severity=WARNING, bad="Phone 01632 123 456.", good="Phone 01632 960 001."
)
def check_phones_in_use(passage: Passage, words: WordLists) -> Iterator[Fault]:
    """A phone number in a text is of a range that is given out in the UK."""
    seen = set[str]()
    for found in _numbers_in(passage.source):
        written = found[0].strip(" -")
        digits = re.sub(r"^44", "0", re.sub(r"\D", "", written))
        if digits not in seen and is_phone(digits) and not is_phone_in_use(digits):
            yield Fault(nobody_has(written), "check each digit by phoning it.", found.start())
        seen.add(digits)


def _number_put(text: str, digits: str, start: int, written: str) -> Put:
    """Sure for a number that somebody in the UK can have; other digits may be no phone number at all."""
    return Put(text, start, start + len(written), SURE if is_phone_in_use(digits) else MAYBE)


CALLED = re.compile(r"[^\[\]\n]{0,99}\]\((?:tel|sms):(\+?\d+)")
"""From inside the words of a link to the number it calls."""

NEAR = 300
"""Letters around a number in which its link would begin and end."""


def _is_link(source: str, start: int) -> bool:
    before, after = source[max(0, start - NEAR) : start], source[start : start + NEAR]
    in_target = bool(re.search(r"\]\((?:tel|sms):[^)]{0,60}$", before))
    return in_target or bool(re.match(r"[^\[\]\n]{0,99}\]\((?:tel|sms):", after))


def _in_label(source: str, start: int) -> bool:
    return not re.search(r"\]\([^)]{0,60}$", source[max(0, start - NEAR) : start])
