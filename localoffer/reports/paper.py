"""A report as three files: a page to read, a table for a spreadsheet, and data for programs.

In: a title, a few sentences, columns and rows. Out: NAME.html, NAME.csv and NAME.json. The page stands alone: no script, no
outside file, readable on a phone and on paper.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

STYLE = """
:root { color-scheme: light dark; --line: #6b7280; --head: #eef2f6; }
@media (prefers-color-scheme: dark) { :root { --head: #26303a; } }
body { margin: 0 auto; padding: 1.5rem; max-width: 90rem; font: 1.1875rem/1.5 system-ui, sans-serif; }
h1 { line-height: 1.2; } p { max-width: 66ch; }
.table { overflow-x: auto; } table { border-collapse: collapse; font-size: 1rem; }
caption { text-align: left; font-weight: 700; padding-block: .5rem; }
th, td { padding: .5rem .75rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { background: var(--head); } td.number { text-align: right; font-variant-numeric: tabular-nums; }
.table:focus-visible { outline: 3px solid; outline-offset: 2px; }
@media print { body { font-size: 11pt; padding: 0; } table { font-size: 8pt; } thead { display: table-header-group; } }
"""


@dataclass(frozen=True)
class Column:
    """A column: the key of its values, and its heading."""

    key: str
    heading: str


@dataclass(frozen=True)
class Paper:
    """A report before it is written."""

    title: str
    intro: Sequence[str]
    columns: Sequence[Column]
    rows: Sequence[dict[str, Any]]


def write_paper(paper: Paper, folder: Path, name: str) -> list[Path]:
    """Write the three files; their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    written = {"html": as_html(paper), "csv": as_csv(paper), "json": as_json(paper)}
    paths = []
    for ending, text in written.items():
        path = folder / f"{name}.{ending}"
        path.write_text(text, encoding="utf-8", newline="")
        paths.append(path)
    return paths


def as_json(paper: Paper) -> str:
    """The report as data."""
    facts = {"title": paper.title, "summary": list(paper.intro), "rows": list(paper.rows)}
    return json.dumps(facts, ensure_ascii=False, indent=1) + "\n"


def as_csv(paper: Paper) -> str:
    """The report as a table that a spreadsheet opens; a value that would run as a formula is made plain text."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(column.heading for column in paper.columns)
    for row in paper.rows:
        writer.writerow(_plain(row[column.key]) for column in paper.columns)
    return text.getvalue()


def _plain(value: Any) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(("=", "+", "-", "@", "\t", "\r")) else text


def as_html(paper: Paper) -> str:
    """The report as a page of its own."""
    heads = "".join(f'<th scope="col">{escape(column.heading)}</th>' for column in paper.columns)
    rows = "\n".join(f"<tr>{_cells(row, paper.columns)}</tr>" for row in paper.rows)
    intro = "\n".join(f"<p>{escape(words)}</p>" for words in paper.intro)
    title = escape(paper.title)
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body>
<main>
<h1>{title}</h1>
{intro}
<div class="table" role="region" aria-label="{title}" tabindex="0">
<table>
<caption>{len(paper.rows)} rows</caption>
<thead><tr>{heads}</tr></thead>
<tbody>
{rows}
</tbody>
</table>
</div>
</main>
</body>
</html>
"""


def _cells(row: dict[str, Any], columns: Sequence[Column]) -> str:
    cells = []
    for number, column in enumerate(columns):
        value = row[column.key]
        text = escape("" if value is None else str(value))
        if number == 0:
            cells.append(f'<th scope="row">{text}</th>')
        else:
            cells.append(f'<td class="number">{text}</td>' if isinstance(value, int | float) else f"<td>{text}</td>")
    return "".join(cells)
