"""Pages that the generator writes itself and families ask for: languages, dates, words, and those about this site.

In: the Catalogue. Out: a `Document` for each that is there. `also`: what people type who want it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from localoffer.addresses import (
    A_TO_Z,
    COMING,
    DATES,
    GLOSSARY,
    LANGUAGES,
    LAW,
    MY_LIST,
    NEWS,
    SAID_AND_DONE,
    SETTINGS,
    STATEMENT,
    UP_TO_DATE,
)
from localoffer.catalogue import Catalogue
from localoffer.facts.brief import FACTS
from localoffer.facts.view import Card, Line
from localoffer.outputs.search.documents import ALSO, NAME, PAGE, SUMMARY, Document, made_of


class OwnPage(NamedTuple):
    """One of them: its address, its name, a line about it, what else it is asked for by."""

    url: str
    name: str
    line: str
    also: tuple[str, ...]


PAGES = (
    OwnPage(
        COMING, "This weekend and the coming days", "Clubs, groups and drop-ins, by day and by area.",
        ("this weekend", "what is on", "on today", "on tomorrow", "things to do this weekend", "on saturday", "on sunday"),
    ),
    OwnPage(
        UP_TO_DATE, "How up to date we are", "When each service was last checked, and what is late.",
        ("out of date", "last checked", "up to date"),
    ),
    OwnPage(
        LAW, "The law, point by point", "What the law says must be on this site, and where it is.",
        ("legal duties", "law", "regulations", "what the law says"),
    ),
    OwnPage(
        STATEMENT, "How accessible this site is", "What works with which help, what does not yet, and how to complain.",
        ("accessibility statement", "accessible website", "wcag", "screen reader"),
    ),
    OwnPage(
        SETTINGS, "Reading settings", "Larger text, other colours, more space. Kept on your device.",
        ("bigger text", "larger text", "font size", "change colours", "dark mode", "contrast"),
    ),
    OwnPage(MY_LIST, "My list", "The services that you have kept, on this device.", ("saved services", "favourites", "my saved list")),
    OwnPage(
        SAID_AND_DONE, "You said, we did", "What people told us, and what we did about it.",
        ("comments", "feedback", "what people said", "you said we did"),
    ),
    OwnPage(NEWS, "What is new", "Services that are new, and pages that have changed.", ("news", "whats new", "latest", "updates")),
    OwnPage(
        GLOSSARY, "What words mean", "Hard words and short forms, in plain English.",
        ("glossary", "abbreviations", "jargon", "acronyms", "meaning", "what does it mean", "dictionary"),
    ),
    OwnPage(A_TO_Z, "All services, A to Z", "Every service by the first letter of its name.", ("a-z", "all services", "list of services", "directory")),
)  # fmt: skip


def own_pages(catalogue: Catalogue) -> Iterator[Document]:
    """Those that this offer has."""
    for page in PAGES:
        yield _document(page)
    if catalogue.vocabulary.letters:
        line = "Type the date on a letter, and see what must happen by when."
        also = ("deadline", "deadlines", "time limits", "how long do i have", "date on a letter", "date calculator")
        yield _document(OwnPage(DATES, "Dates from a letter", line, also))
    if catalogue.languages:
        line = "A welcome in your language, and what to say on the phone."
        yield _document(OwnPage(LANGUAGES, "Your language", line, (*OTHER_LANGUAGES, *_language_names(catalogue))))


OTHER_LANGUAGES = ("translate", "translation", "another language", "other languages", "interpreter")


def _language_names(catalogue: Catalogue) -> Iterator[str]:
    """Every language's names in any letters, and its welcome, so that words of it are found."""
    for language in catalogue.vocabulary.languages.values():
        yield from (language.name, language.english, *language.also, language.welcome)


def _document(page: OwnPage) -> Document:
    places = {SUMMARY: [page.line], ALSO: list(page.also), NAME: [page.name]}
    card = Card(page.name, page.url, page.line, says=(Line("This site", FACTS),))
    return Document(card, PAGE, *made_of(places), phrases=(page.name, *page.also))
