"""The dates of a hand-written page, such as meetings and deadlines, in words.

In: the page's `dates`, and today. Out: those that are not past, in order, and each as a line of plain text or as
sentences of easy read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, time

from localoffer.model import PageDate
from localoffer.wording.dates import day_date, hours
from localoffer.wording.sentences import first_capital, sentence

NO_DATES = "There are no dates yet."


def dates_to_come(dates: Iterable[PageDate], today: date) -> list[PageDate]:
    """Those of today and later, the next one first."""
    return sorted(
        (each for each in dates if each.date >= today), key=lambda each: (each.date, each.opens_at or time(0))
    )


def date_line(each: PageDate) -> str:
    """`Tuesday 8 December 2026, 10:30am to midday: what you told us. Marlbrook Library`."""
    said = f"{_when(each)}: {each.name}"
    return f"{sentence(said)} {first_capital(each.place)}" if each.place else said


def _when(each: PageDate) -> str:
    return ", ".join(filter(None, [day_date(each.date), hours(each.opens_at, each.closes_at)]))


def date_sentences(each: PageDate) -> Iterator[str]:
    """The same in easy read, one idea a sentence."""
    yield sentence(f"The day is {_when(each)}")
    yield sentence(first_capital(each.name))
    if each.place:
        yield sentence(f"The place is {each.place}")
