"""Dates from a letter: the reader types a date, and sees each deadline that follows; and its easy-read twin.

In: letters.yml, law.yml and the bank holidays. Out: the Page for theme/dates.html, whose script counts on the reader's own
device; without a script a table by month, counted here. No figure stands in the page that law.yml does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from localoffer import wording
from localoffer.addresses import DATES, GUIDES
from localoffer.easyread import EasyReadPage, Idea, Section
from localoffer.facts.voice import idea, link, say
from localoffer.model.law import Deadline, LawFact, Letter
from localoffer.outputs.index import Index
from localoffer.outputs.page import Meta, Page, new_page
from localoffer.outputs.pages.easy_lists import whole_page
from localoffer.outputs.pages.page_law import law_foot
from localoffer.outputs.view import Link
from localoffer.wording.law import law_figure
from localoffer.wording.reckoning import add_months, last_day

TITLE = "Dates from a letter"
MONTHS_SHOWN = 4
ORDER = ("working days", "days", "weeks", "months", "years")


def make_pages(index: Index) -> Iterator[Page]:
    """The one page; none where no letter is known."""
    vocabulary = index.catalogue.vocabulary
    if not vocabulary.letters:
        return
    used = {found.law for letter in vocabulary.letters.values() for found in letter.dates}
    facts = [fact for name, fact in vocabulary.law.items() if name in used]
    meta: Meta = {
        "title": TITLE,
        "summary": "Type the date on a letter, and see what must happen by when. Save the dates in your calendar.",
        "crumbs": [Link("Guides", GUIDES)],
        "letters": [_letter(letter, index) for letter in vocabulary.letters.values()],
        "holidays": " ".join(vocabulary.bank_holidays),
        "months": _months(facts, index),
        "law": law_foot(facts),
        "advice": [Link("If you do not agree", "guides/if-you-do-not-agree/")]
        if "guides/if-you-do-not-agree" in index.catalogue.content
        else [],
    }
    yield new_page("dates", DATES, meta, index.source_of("letters"))


def _letter(letter: Letter, index: Index) -> Meta:
    dates = [_date(found, index.catalogue.vocabulary.law[found.law]) for found in letter.dates]
    return {"id": letter.id, "name": letter.name, "counted_from": letter.counted_from, "dates": dates}


def _date(found: Deadline, fact: LawFact) -> Meta:
    source = f"{fact.source}, {fact.paragraph}" if fact.paragraph else fact.source
    return {
        "what": found.what,
        "number": fact.value or "",
        "unit": fact.unit,
        "figure": law_figure(fact.value or "", fact.unit),
        "source": source,
        "href": fact.url,
    }


# The table of who has no script


def _months(facts: list[LawFact], index: Index) -> list[Meta]:
    """Every figure that can be counted, from the first of this month and of those to come."""
    figures = sorted({(ORDER.index(f.unit), int(f.value or 0)) for f in facts if f.unit in ORDER})
    first = index.catalogue.today.replace(day=1)
    starts = [add_months(first, number) for number in range(MONTHS_SHOWN)]
    holidays = [date.fromisoformat(day) for day in index.catalogue.vocabulary.bank_holidays]
    return [
        {
            "start": wording.day_date(start),
            "rows": [
                {"figure": law_figure(str(number), ORDER[unit]), "end": wording.day_date(end)}
                for unit, number in figures
                if (end := last_day(start, number, ORDER[unit], holidays))
            ],
        }
        for start in starts
    ]


# Easy read


def easy_dates(index: Index) -> EasyReadPage:
    """Each letter, and how long there is for what, in easy read."""
    law = index.catalogue.vocabulary.law
    count = link("full page", DATES)
    intro = Section(
        "Letters and dates",
        (
            idea("letter", say("You got a letter."), say("Look at the date on it.")),
            idea("calendar", say("Some things must happen by a date."), say("This page tells you how long you have.")),
            idea("computer", say("The ", count, " can count the days for you.")),
        ),
    )
    letters = (_easy_letter(letter, law) for letter in index.catalogue.vocabulary.letters.values())
    return whole_page(TITLE, DATES, index.source_of("letters"), intro, *letters)


def _easy_letter(letter: Letter, law: Mapping[str, LawFact]) -> Section:
    start = idea(letter.picture, say(f"Count from {letter.counted_from}."))
    return Section(letter.easy_read.rstrip("."), (start, *(_easy(found, law[found.law]) for found in letter.dates)))


def _easy(found: Deadline, fact: LawFact) -> Idea:
    words = found.easy_read.replace("{it}", law_figure(fact.value or "", fact.unit))
    return idea("clock", *(say(f"{sentence.rstrip('.')}.") for sentence in words.split(". ")))
