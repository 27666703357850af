"""`build.py import`, as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from localoffer.cli import main
from tests.importing.test_run import record, write_records
from tests.offer import copy_site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def run(root: Path, *words: str | Path) -> int:
    return main(["import", "--root", str(root), "--today", "2026-11-22", *map(str, words)])


def test_listings_come_in_with_an_account_and_a_sentence(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = write_records(tmp_path / "feed", record("1"), record("2", name="Choir", description="We sing."))
    assert run(root, feed, "--system", "Directory", "--licence", "Open Government Licence 3.0") == 0
    said = capsys.readouterr().err
    assert "2 records: 1 written, 1 left out." in said
    assert "python build.py check" in said
    assert "licence: Open Government Licence 3.0" in (root / "providers/marl-groups/youth-club-1.yml").read_text()
    assert json.loads((root / "build/reports/import.json").read_text())["written"] == 1
    assert "Choir" in (root / "build/reports/import.html").read_text()


def test_a_dry_run_writes_reports_and_no_listing(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    feed = write_records(tmp_path / "feed", record("1"), record("2", name="Choir", description="We sing."))
    before = set((root / "providers").rglob("*"))
    assert run(root, feed, "--dry-run", "--report", tmp_path / "quality.html") == 0
    assert set((root / "providers").rglob("*")) == before
    assert "1 would be written" in capsys.readouterr().err
    assert "<h1>What families would find in services.json</h1>" in (tmp_path / "quality.html").read_text()
    assert "Choir" in (tmp_path / "quality.csv").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("none.json", "--system", "x"), "is not there"),
        (("{feed}",), "Say which system this comes from"),
        (("{feed}", "--system", "x", "--select", "none"), "cannot be read"),
        (("{feed}", "--system", "x", "--only", ","), "--only wants"),
    ],
)
def test_what_cannot_be_done_is_said_with_a_way_out(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: tuple[str, ...], said: str
) -> None:
    feed = write_records(tmp_path / "feed", record("1"))
    assert run(root, *(word.replace("{feed}", str(feed)) for word in words)) == 2
    shown = capsys.readouterr().err
    assert said in shown
    assert "Traceback" not in shown


def test_a_table_of_no_known_form_comes_in_by_a_map_that_is_proposed_first(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table, place = tmp_path / "Our clubs.csv", tmp_path / "clubs.map.yml"
    table.write_text(
        "Ref,Club,What it is,Tel\n7,Youth club,For children who like art.,01632 960 111\n", encoding="utf-8"
    )
    assert run(root, table, "--system", "Our table") == 2
    assert "--suggest" in capsys.readouterr().err
    assert run(root, table, "--suggest", "--map", place) == 0
    assert f"--map {place}" in capsys.readouterr().err
    assert run(root, table, "--suggest", "--map", place) == 2
    place.write_text("columns:\n  Ref: id\n  Club: name\n  What it is: description\n  Tel: phone\n", encoding="utf-8")
    assert run(root, table, "--system", "Our table", "--map", place) == 0
    (listing,) = (root / "providers").glob("*/youth-club.yml")
    assert "For children who like art." in listing.read_text(encoding="utf-8")
