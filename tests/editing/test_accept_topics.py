"""A person agrees to what a program proposed: only the lines that call it a proposal go."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.cli import main
from tests.offer import CLUB, copy_site

BEFORE = "topics: [short-breaks]\ntopics_proposed: yes  # from the words\n"


def propose(root: Path) -> str:
    """The club with proposals; what it said before."""
    good = (root / CLUB).read_text(encoding="utf-8")
    proposed = good.replace("topics: [short-breaks]\n", "topics: [short-breaks]\ntopics_proposed: yes\n")
    proposed = proposed.replace("  needs: [autism, anxiety]\n", "  needs: [autism, anxiety]\n  needs_proposed: yes\n")
    (root / CLUB).write_text(proposed, encoding="utf-8")
    assert proposed.count("_proposed") == 2
    return good


@pytest.mark.parametrize("place", [CLUB, "providers/marl-trust", "providers"])
def test_a_listing_or_a_folder_is_agreed_to_and_nothing_else_changes(
    place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    root = copy_site(tmp_path)
    good = propose(root)
    assert main(["--root", str(root), "fix", "--accept-topics", place]) == 0
    assert (root / CLUB).read_text(encoding="utf-8") == good
    assert capsys.readouterr().out == f"{CLUB}: agreed to topics short-breaks and needs autism, anxiety.\n"


def test_where_nothing_is_proposed_nothing_changes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = copy_site(tmp_path)
    before = (root / CLUB).read_bytes()
    assert main(["--root", str(root), "fix", "--accept-topics", CLUB]) == 0
    assert "Nothing is proposed there" in capsys.readouterr().out
    assert (root / CLUB).read_bytes() == before


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = copy_site(tmp_path)
    (root / CLUB).write_text("name: [", encoding="utf-8")
    assert main(["--root", str(root), "fix", "--accept-topics", CLUB]) == 2
    assert CLUB in capsys.readouterr().err


def test_a_line_with_a_note_is_left_to_a_person_or_taken_out_whole(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    good = (root / CLUB).read_text(encoding="utf-8")
    (root / CLUB).write_text(good.replace("topics: [short-breaks]\n", BEFORE), encoding="utf-8")
    code = main(["--root", str(root), "fix", "--accept-topics", CLUB])
    now = (root / CLUB).read_text(encoding="utf-8")
    assert (code, now) in [(0, good), (2, good.replace("topics: [short-breaks]\n", BEFORE))]
