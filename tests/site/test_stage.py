"""Staging writes only what changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.site import BuildFailed, stage


def test_only_changed_files_are_written(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    assert stage([("a.md", "one"), ("b/c.md", "two")], docs).changed == ("a.md", "b/c.md")
    before = (docs / "b/c.md").stat().st_ino
    staged = stage([("a.md", "ONE"), ("b/c.md", "two")], docs)
    assert staged.changed == ("a.md",)
    assert (docs / "b/c.md").stat().st_ino == before
    assert (docs / "a.md").read_text() == "ONE"


def test_what_is_gone_is_removed_with_its_folder(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    stage([("a.md", "one"), ("b/c/d.md", "two")], docs)
    assert stage([("a.md", "one")], docs).removed == ("b/c/d.md",)
    assert [path.name for path in docs.iterdir()] == ["a.md"]


def test_a_file_somebody_deleted_is_written_again(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    stage([("a.md", "one")], docs)
    (docs / "a.md").unlink()
    assert stage([("a.md", "one")], docs).changed == ("a.md",)


def test_a_stray_file_is_removed(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    stage([("a.md", "one")], docs)
    (docs / "stray.md").write_text("x")
    assert stage([("a.md", "one")], docs).removed == ("stray.md",)


def test_a_staging_cut_short_is_not_trusted(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    stage([("a.md", "one"), ("b.md", "one")], docs)

    def cut_short() -> object:
        yield "a.md", "TWO"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        stage(cut_short(), docs)  # type: ignore[arg-type]
    stage([("a.md", "one"), ("b.md", "one")], docs)
    assert (docs / "a.md").read_text() == "one"


def test_text_bytes_and_files_are_alike(tmp_path: Path) -> None:
    docs, source = tmp_path / "docs", tmp_path / "x"
    source.write_bytes("é".encode())
    stage([("a", "é")], docs)
    assert stage([("a", "é".encode())], docs).changed == ()
    assert stage([("a", source)], docs).changed == ()


@pytest.mark.parametrize("path", ["../x.md", "/x.md", "a/../../x.md", "a\\b.md", ""])
def test_nothing_is_written_outside(tmp_path: Path, path: str) -> None:
    with pytest.raises(BuildFailed):
        stage([(path, "x")], tmp_path / "docs")
