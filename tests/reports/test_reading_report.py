"""The reading report ranks what people wrote, and says what easy read lacks."""

from __future__ import annotations

import csv
import json
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser

from localoffer.catalogue import read_catalogue
from localoffer.reports import measure_reading, write_reading_report
from localoffer.reports.paper import Column, Paper, as_csv, as_html
from tests.offer import CLUB, TODAY, copy_site


def test_hardest_pages_come_first(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    path = root / CLUB
    hard = (
        "The organisation endeavours to facilitate recreational participation for every individual notwithstanding "
        "considerable organisational difficulties and unavoidable operational limitations. "
    )
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("description:"))
    end = next(number for number in range(start + 1, len(lines)) if lines[number][:1].isalpha())
    path.write_text("\n".join([*lines[:start], "description: >-", f"  {hard * 12}", *lines[end:]]), encoding="utf-8")
    catalogue, findings = read_catalogue(root, TODAY)
    assert catalogue is not None, findings
    first = measure_reading(catalogue)[0]
    assert (first.path, first.kind) == (CLUB, "standard")
    assert first.grade is not None
    assert first.grade > 12
    assert first.warnings > 0
    assert first.longest.startswith("The organisation endeavours")


def test_every_page_and_every_own_easy_read_has_a_row(tmp_path: Path) -> None:
    catalogue, _ = read_catalogue(copy_site(tmp_path), TODAY)
    assert catalogue is not None
    rows = measure_reading(catalogue)
    own = sum(1 for service in catalogue.services.values() if service.easy_read)
    twins = sum(1 for page in catalogue.content.values() if page.easy)
    assert len(rows) == len(catalogue.services) + own + len(catalogue.content) + twins


def test_the_three_files_say_the_same(tmp_path: Path) -> None:
    catalogue, _ = read_catalogue(copy_site(tmp_path), TODAY)
    assert catalogue is not None
    html, table, data = write_reading_report(catalogue, tmp_path / "reports")
    rows = json.loads(data.read_text(encoding="utf-8"))["rows"]
    with table.open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == len(rows) + 1
    page = LexborHTMLParser(html.read_text(encoding="utf-8"))
    assert len(page.css("tbody tr")) == len(rows)
    assert not page.css("script")
    assert len(page.css("h1")) == 1
    again = write_reading_report(catalogue, tmp_path / "again")
    assert [path.read_bytes() for path in again] == [path.read_bytes() for path in (html, table, data)]


def test_hostile_words_stay_words() -> None:
    paper = Paper(
        "<b>x", ["<script>"], [Column("a", "<i>"), Column("b", "B")], [{"a": "=cmd()", "b": "<img onerror=x>"}]
    )
    assert "<script>" not in as_html(paper)
    assert "<img" not in as_html(paper)
    assert "'=cmd()" in as_csv(paper)
