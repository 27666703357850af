"""Every report is a row and a module, and comes as a page, a table and data that say the same."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from localoffer.cli import main
from localoffer.reports import REPORTS
from localoffer.reports.files import Table, as_csv, as_html
from localoffer.reports.writing import write_report
from tests.offer import CLUB, TODAY, copy_site


@pytest.mark.parametrize("name", [report.id for report in REPORTS])
def test_the_three_files_of_a_report_say_the_same(name: str, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (html, table, data), _findings = write_report(name, root, TODAY.replace(year=TODAY.year + 1))
    rows = json.loads(data.read_text(encoding="utf-8"))["rows"]
    assert rows
    with table.open(encoding="utf-8", newline="") as file:
        assert len(list(csv.reader(file))) == len(rows) + 1
    page = LexborHTMLParser(html.read_text(encoding="utf-8"))
    assert len(page.css("tbody tr")) == len(rows)
    assert not page.css("script")
    assert len(page.css("h1")) == 1
    before = [path.read_bytes() for path in (html, table, data)]
    again, _findings = write_report(name, root, TODAY.replace(year=TODAY.year + 1))
    assert [path.read_bytes() for path in again] == before


def test_the_command_writes_the_report_it_is_asked_for(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    for report in REPORTS:
        assert main(["--root", str(root), "report", report.id, "--today", TODAY.isoformat()]) == 0
        facts = json.loads((root / "build" / "reports" / f"{report.id}.json").read_text(encoding="utf-8"))
        assert facts["title"] == report.title


def test_an_offer_with_errors_has_no_report(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    listing = root / CLUB
    listing.write_text(
        listing.read_text(encoding="utf-8").replace("status: active", "status: asleep"), encoding="utf-8"
    )
    assert main(["--root", str(root), "report", "freshness", "--today", TODAY.isoformat()]) == 1
    assert not (root / "build" / "reports").exists()


def test_hostile_words_stay_words() -> None:
    table = Table(["<script>"], {"a": "<i>", "b": "B"}, [{"a": "=cmd()", "b": "<img onerror=x>"}])
    page = as_html("<b>x", table)
    assert not [tag for tag in ("<script>", "<img", "<i>", "<b>") if tag in page]
    assert "'=cmd()" in as_csv(table)
