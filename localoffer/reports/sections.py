"""A report of several sections as one page that stands alone: no script, no outside file, readable on a phone and on paper.

In: a `Page`: figures, and sections with sentences and tables. Out: HTML; Jinja2 escapes every value.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from localoffer.reports.files import page_template


@dataclass(frozen=True)
class Examples:
    """A table: what it is of, its headings, some rows, and of how many they are."""

    caption: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Any]]
    total: int = 0


@dataclass(frozen=True)
class Section:
    """One part of the page. `total` stands beside its name in the list of contents; `to_do`: what a person can do about it."""

    id: str
    title: str
    says: Sequence[str]
    tables: Sequence[Examples] = ()
    total: int | None = None
    to_do: str = ""


@dataclass(frozen=True)
class Page:
    """The whole report. `figures`: words and a number, shown large."""

    title: str
    intro: Sequence[str]
    sections: Sequence[Section]
    figures: Sequence[tuple[str, str]] = field(default_factory=tuple)


def as_page(page: Page) -> str:
    """The HTML of a report."""
    return page_template("report_sections.html.j2").render(page=page)
