"""What templates and scripts are given: the views of facts, and the few that only pages have.

In: plain values. Out: dataclasses that a page's front matter holds, and `plain`, which writes one of them as a dict
without its empty parts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from localoffer.facts.view import (
    Card,
    Checked,
    ContactCard,
    FactLine,
    Feature,
    Line,
    Link,
    Notice,
    Place,
    Price,
    Step,
    TimeRow,
    View,
    Way,
    Words,
)


@dataclass(frozen=True)
class Group(View):
    """Cards under one heading; `more` leads to the rest of them. Of a kind of help the first `open` stand there, and the
    others, if there are any, behind the words of `fold`. `day`: the one day that all of them are on."""

    id: str
    title: str
    rows: Sequence[Card]
    words: Words = ""
    more: Link | None = None
    open: int = 0
    fold: str = ""
    day: str = ""


@dataclass(frozen=True)
class Box(View):
    """Links under a heading. `id` where the heading is one of the page's own parts; `words` stand above the links."""

    title: str
    links: Sequence[Link]
    id: str = ""
    words: str = ""


@dataclass(frozen=True)
class Choice(View):
    """One choice of a form: its value and its words."""

    value: str
    words: str


@dataclass(frozen=True)
class Figure(View):
    """A number to be seen, and what it counts."""

    number: str
    words: str


@dataclass(frozen=True)
class Comment(View):
    """What somebody said, and what was done."""

    said: str
    did: str


@dataclass(frozen=True)
class Word(View):
    """A hard word: `full` is what its letters stand for, `link` a page about it."""

    id: str
    term: str
    full: str
    meaning: str
    link: Link | None = None


@dataclass(frozen=True)
class Picture(View):
    """A picture of a page; decoration has an empty `alt`."""

    file: str
    alt: str
    caption: str = ""


@dataclass(frozen=True)
class PageLink(View):
    """One link of a pager: `kind` is `previous`, `page`, `here` or `next`."""

    kind: str
    href: str
    text: str


@dataclass(frozen=True)
class HardWord(View):
    """A word in bold that the next sentence of easy read explains."""

    text: str


def plain(view: object) -> dict[str, Any]:
    """A view as front matter holds it: its parts by name, empty ones left out; `json` asks this for what it cannot write."""
    if not isinstance(view, View):
        raise TypeError(f"{type(view).__name__} has no place in front matter")
    return {name: part for name, part in vars(view).items() if part}
