"""What `{dates}` stands for in a hand-written page and in its easy-read twin: the page's dates that are not past.

In: a page, today, and how words are written in such a text. Out: `OwnDates`. `{if dates}…{end}` asks whether any is to come. A
page whose dates stand in no text of it is a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from localoffer.addresses import page_dates_url
from localoffer.catalogue import rules
from localoffer.findings import Finding
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


def check_dates_shown(page: ContentPage, today: date) -> Iterator[Finding]:
    """Dates to come stand in the page and in its twin: else nobody sees them, and nothing leads to their file for calendars."""
    texts = [text for text in (page, page.easy) if text and f"{{{NAME}}}" not in text.body]
    if texts and dates_to_come(page.dates, today):
        places = " and in ".join(text.path for text in texts)
        message = f"readers do not see these dates in {places}"
        yield rules.DATES_UNSEEN.in_field(
            page, NAME, message, f"write {{{NAME}}} there, on a line of its own: it becomes their list."
        )
