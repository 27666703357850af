"""A report as three files: a page to read, a table for a spreadsheet, and data for programs.

In: a title and a `Table`. Out: NAME.html, NAME.csv and NAME.json. The page stands alone: no script, no outside file,
readable on a phone and on paper.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from localoffer.exchange.writing.tables import safe


@dataclass(frozen=True)
class Table:
    """What a report holds: a few sentences, key → heading of each column, and rows with a value for each key."""

    intro: Sequence[str]
    columns: Mapping[str, str]
    rows: Sequence[Mapping[str, Any]]


LONGEST_LINK = 1_900
"""Programs for e-mail cut a longer address off."""


@dataclass(frozen=True)
class Letter:
    """A ready e-mail: in the page a link that opens it and words to copy, in the table its words."""

    to: str
    subject: str
    body: str

    def __str__(self) -> str:
        return f"{self.subject}\n\n{self.body}"

    @property
    def href(self) -> str:
        """What opens it in a program for e-mail; a long one without its words, which are copied then."""
        whole = self._link(subject=self.subject, body=self.body.replace("\n", "\r\n"))
        return whole if self.is_short else self._link(subject=self.subject)

    @property
    def is_short(self) -> bool:
        """True where the link holds the whole letter."""
        return len(self._link(subject=self.subject, body=self.body.replace("\n", "\r\n"))) <= LONGEST_LINK

    def _link(self, **parts: str) -> str:
        return f"mailto:{quote(self.to, safe='@')}?{urlencode(parts, quote_via=quote)}"


def write_files(title: str, table: Table, folder: Path, name: str) -> list[Path]:
    """Write the three files; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {"html": as_html(title, table), "csv": as_csv(table), "json": as_json(title, table)}
    for ending, text in written.items():
        (folder / f"{name}.{ending}").write_text(text, encoding="utf-8", newline="")
    return [folder / f"{name}.{ending}" for ending in written]


def as_json(title: str, table: Table) -> str:
    """The report as data."""
    facts = {"title": title, "summary": list(table.intro), "rows": list(table.rows)}
    return json.dumps(facts, ensure_ascii=False, indent=1, default=vars) + "\n"


def as_csv(table: Table) -> str:
    """The report as a table that a spreadsheet opens."""
    return spreadsheet(table.columns.values(), ([row[key] for key in table.columns] for row in table.rows))


def spreadsheet(headings: Iterable[str], rows: Iterable[Iterable[Any]]) -> str:
    """Rows as a table that a spreadsheet opens; a value that would run as a formula is made plain text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(headings)
    writer.writerows([_plain(value) for value in row] for row in rows)
    return text.getvalue()


def _plain(value: Any) -> str:
    return safe("" if value is None else str(value))


def as_html(title: str, table: Table) -> str:
    """The report as a page of its own; Jinja2 escapes every value."""
    return page_template("report.html.j2").render(title=title, table=table)


@cache
def page_template(name: str) -> Template:
    """A template of a report's page, in an environment that escapes every value."""
    environment = Environment(
        loader=PackageLoader("localoffer"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    return environment.get_template(name)
