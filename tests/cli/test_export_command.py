"""`build.py export`, as a person runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from localoffer.cli import main
from tests.offer import CLUB, copy_site


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def run(root: Path, *words: str | Path) -> int:
    return main(["export", "--root", str(root), "--today", "2026-11-22", *map(str, words)])


def test_it_writes_data_for_others_and_says_what_is_where(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(root) == 0
    said = capsys.readouterr().err
    assert "Wrote 5 services into" in said
    assert "api/ is Open Referral UK 3, data/ holds tables" in said
    out = root / "build" / "export"
    page = json.loads((out / "api/services.json").read_text(encoding="utf-8"))
    assert page["total_items"] == 5
    for record in page["contents"]:
        assert (out / f"api/services/{record['id']}.json").is_file()
    assert (out / "data/services.csv").read_text(encoding="utf-8").count("marl-trust/") == 2


def test_a_second_time_what_is_gone_is_gone_and_the_rest_is_the_same(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "elsewhere" / "data"
    assert run(root, "--to", out) == 0
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}
    assert run(root, "--to", out) == 0
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before
    (root / "providers/marl-health/old-clinic.yml").unlink()
    assert run(root, "--to", out) == 0
    assert "old-clinic" not in (out / "data/services.csv").read_text(encoding="utf-8")
    assert len(list((out / "api/services").iterdir())) == 5
    assert [path.name for path in out.parent.iterdir()] == ["data"]


def test_an_offer_with_errors_is_not_written(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (root / CLUB).write_text((root / CLUB).read_text(encoding="utf-8").replace("minimum_age: 8", "minimum_age: 19"))
    assert run(root) == 1
    assert "ages-reversed" in capsys.readouterr().out
    assert not (root / "build" / "export").exists()


def test_files_of_somebody_else_are_never_taken_away(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("Dear", encoding="utf-8")
    assert run(root, "--to", mine) == 2
    assert "holds files that this command has not written" in capsys.readouterr().err
    assert [path.name for path in mine.iterdir()] == ["letter.txt"]
    assert run(root, "--to", mine / "letter.txt") == 2
    assert "is a file" in capsys.readouterr().err
