"""What `{dates}` stands for in a hand-written page and in its easy-read twin: the page's dates that are not past.

In: a page, today, and how words are written in such a text. Out: `OwnDates`. `{if dates}…{end}` asks whether any is to come.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from localoffer.addresses import page_dates_url
from localoffer.model import ContentPage
from localoffer.prose.placeholders import ValueOf
from localoffer.wording.page_dates import NO_DATES, date_line, date_sentences, dates_to_come

NAME = "dates"
PICTURE = "![](picture:calendar)"
IN_YOUR_CALENDAR = "Put these dates in your calendar"


@dataclass(frozen=True)
class OwnDates:
    """What is said for {dates}, and whether a date is to come."""

    words: str
    are_there: bool

    def before(self, value: ValueOf, is_there: ValueOf) -> tuple[ValueOf, ValueOf]:
        """What names stand for in this page, and what its conditions ask: its own dates, before what all pages share."""
        there = "yes" if self.are_there else None
        return (
            lambda name: self.words if name == NAME else value(name),
            lambda name: there if name == NAME else is_there(name),
        )


def dates_in_page(page: ContentPage, today: date, write: Callable[[str], str]) -> OwnDates:
    """A list, and a link to the file for calendars."""
    found = dates_to_come(page.dates, today)
    if not found:
        return OwnDates(NO_DATES, are_there=False)
    lines = "\n".join(f"- {write(date_line(each))}" for each in found)
    return OwnDates(f"{lines}\n\n[{IN_YOUR_CALENDAR}](/{page_dates_url(page.id)})", are_there=True)


def dates_in_twin(page: ContentPage, today: date, write: Callable[[str], str]) -> OwnDates:
    """An idea for each, with its picture."""
    found = dates_to_come(page.dates, today)
    ideas = ["\n".join((PICTURE, *map(write, date_sentences(each)))) for each in found]
    return OwnDates("\n\n".join(ideas or [f"{PICTURE}\n{NO_DATES}"]), are_there=bool(found))
