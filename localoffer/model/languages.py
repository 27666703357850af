"""A language families read: its names, and a welcome in it: languages.yml.

The languages page shows the welcomes, search finds the page by the names, and local.yml says which of them a council
has chosen and who has checked them.
"""

from __future__ import annotations

from localoffer.model.base import Record, says
from localoffer.model.content import PageChecked
from localoffer.model.forms import Day, Id, Line, Words, YesNo


class SpokenLanguage(Record):
    """A language, and what a reader of it needs to be told in it. All texts but `english` are in the language itself."""

    id: Id = says("Its short code, as web pages write it.", "pl", "code", "lang")
    name: Line = says("Its name in its own letters.", "Polski", "title")
    english: Line = says("Its name in English, as said on the phone.", "Polish")
    rtl: YesNo = says("yes if it is written from right to left.", "yes", "right_to_left", default=False)
    also: list[Words] = says(
        "Other names and spellings that people type to find it.", "[po polsku, polska]", "other_names", default=[]
    )
    welcome: Words = says("Welcome, and what this site is for.", "Witamy. Tutaj znajdą Państwo pomoc …")
    phone: Words = says(
        "The words for: Phone us, and say in English.", '"Proszę do nas zadzwonić i powiedzieć po angielsku:"', "call"
    )
    means: Words = says(
        "The words for: I need an interpreter. I speak this language.", "Potrzebuję tłumacza. Mówię po polsku."
    )
    sounds: Words = says(
        "How the English sentence sounds, in letters a reader of the language can read out.",
        "Aj nid en interpreter. Aj spik Polisz.",
        "say_as",
    )
    promised: Words = says(
        "We find an interpreter, and you do not pay. Shown only where local.yml promises one.",
        "Znajdziemy tłumacza. Nic Państwo nie płacą.",
    )
    ask: Words = says(
        "Ask if there is an interpreter. Shown where none is promised.", "Proszę zapytać, czy może pomóc tłumacz."
    )
    checked: PageChecked | None = says(
        "When a person who speaks it read these texts, and who. Never fill this in without one.",
        "{date: 2026-10-12, by: a Polish interpreter}",
        default=None,
    )
    pupils: Words | None = says(
        "How many use it, and who counted.", "90,506 pupils, school census, January 2015", default=None
    )
    source: Words | None = says("Where that was read.", "UK Parliament, written question 39310", default=None)
    as_at: Day | None = says("The day somebody looked.", "2026-11-26", default=None)
