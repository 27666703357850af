"""The law that a page speaks of, and what is wrong with the statements themselves.

In: the statements of law.yml, and which texts name them. Out: a page's statements in the order of the list; findings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.findings import Finding
from localoffer.model import ContentPage
from localoffer.model.law import LawFact
from localoffer.model.rules import LAW_FIGURE
from localoffer.wording.dates import day_date
from localoffer.wording.reckoning import add_months
from localoffer.wording.sentences import count

LOOK_EVERY = 12
"""Months after which somebody must look at a statement again."""


def law_of(page: ContentPage, law: Mapping[str, LawFact], used: Mapping[str, Mapping[str, int]]) -> list[LawFact]:
    """The statements that a page or its twin names in its text, or says that it makes."""
    texts = {page.path, page.easy.path if page.easy else ""}
    named = {name for name in law if texts & used.get(f"law:{name}", {}).keys()}
    return [fact for name, fact in law.items() if name in named or name in page.law]


def check_law(files: Files, today: date) -> Iterator[Finding]:
    """Each statement has a figure exactly where its unit needs one, and somebody has looked at it within a year."""
    law = files.vocabulary.law
    for fact in law.values():
        yield from _check_figure(fact)
    old = [fact for fact in law.values() if add_months(fact.as_at, LOOK_EVERY) < today]
    if old:
        first = min(old, key=lambda fact: fact.as_at)
        names = ", ".join(fact.id for fact in old[:5])
        more = f" and {len(old) - 5} more" if len(old) > 5 else ""
        told = f"{count(len(old), 'statement')} of the law {'has' if len(old) == 1 else 'have'}"
        message = f"{told} not been looked at for a year, the first since {day_date(first.as_at)}: {names}{more}"
        fix = "read the words of the law again, put right what has changed, and write the day into as_at."
        yield rules.LAW_OLD.in_field(first, "as_at", message, fix)


def _check_figure(fact: LawFact) -> Iterator[Finding]:
    if fact.unit == "none" and fact.value:
        fix = "write unit: and what it counts, such as weeks."
        yield LAW_FIGURE.in_field(fact, "value", f"{fact.value} of what? It has no unit", fix)
    elif fact.unit != "none" and not fact.value:
        fix = "write value: and the number, or take unit: out."
        yield LAW_FIGURE.in_field(fact, "unit", f"it counts {fact.unit}, but has no figure", fix)
    elif fact.value and (fact.unit == "date") != fact.value[-1].isalpha():
        fix = "write value: 15 February with unit: date, or a number with another unit."
        yield LAW_FIGURE.in_field(fact, "value", f"“{fact.value}” and “{fact.unit}” do not go together", fix)
