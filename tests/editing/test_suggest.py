"""Edits as suggestions on a pull request: whole lines, only where the change is, and as GitHub's API takes them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from localoffer.cli import main
from localoffer.editing.fix import Offer
from localoffer.editing.suggest import UNDERSTOOD, Hunk, make_comments, make_review, read_hunks
from localoffer.findings import Edit, Range
from tests.offer import CLUB, TODAY, copy_site

EVERYWHERE = [Hunk("x.yml", 1, 99)]


def test_the_hunks_are_lines_of_the_new_file() -> None:
    diff = (
        "diff --git a/x.yml b/x.yml\n--- a/x.yml\n+++ b/x.yml\n@@ -1,3 +1,4 @@\n a\n+b\n@@ -9 +10 @@ name\n-c\n+d\n"
        "diff --git a/gone.yml b/gone.yml\n--- a/gone.yml\n+++ /dev/null\n@@ -1,2 +0,0 @@\n-a\n-b\n"
    )
    assert list(read_hunks(diff)) == [Hunk("x.yml", 1, 4), Hunk("x.yml", 10, 10)]


def test_a_suggestion_is_the_whole_new_line_with_all_its_edits() -> None:
    edits = {
        Edit("x.yml", Range(2, 9, 2, 15), "09:30"): "",
        Edit("x.yml", Range(2, 1, 2, 6), "opens_at"): "there is no field called “opens”.",
    }
    comments = list(make_comments("a: b\r\nopens:  9.30am  # note\r\n", edits, EVERYWHERE))
    assert comments == [
        {
            "path": "x.yml",
            "line": 2,
            "side": "RIGHT",
            "body": f"There is no field called “opens”.\n{UNDERSTOOD}\n\n```suggestion\nopens_at:  09:30  # note\n```",
        }
    ]


def test_an_edit_over_several_lines_names_the_first_and_the_last() -> None:
    edits = {Edit("x.yml", Range(1, 4, 2, 9), "01632 960 114"): ""}
    (comment,) = make_comments("a: |\n  01632-960114\n", edits, EVERYWHERE)
    assert (comment["start_line"], comment["start_side"], comment["line"]) == (1, "RIGHT", 2)


def test_a_line_with_code_signs_gets_a_longer_fence() -> None:
    (comment,) = make_comments("a: ```x``` B\n", {Edit("x.yml", Range(1, 12, 1, 13), "C"): ""}, EVERYWHERE)
    assert "\n````suggestion\na: ```x``` C\n````" in comment["body"]


def test_what_is_not_part_of_the_change_gets_no_comment() -> None:
    edits = {Edit("x.yml", Range(3, 1, 3, 2), "b"): ""}
    assert list(make_comments("\n\na\n", edits, [Hunk("x.yml", 1, 2), Hunk("y.yml", 1, 9)])) == []


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_site(tmp_path)
    file = root / CLUB
    file.write_text(file.read_text("utf-8").replace("bsl: not known", "bsl: Not Known"), "utf-8")
    return root


def diff_of(path: str) -> str:
    return f"--- a/{path}\n+++ b/{path}\n@@ -1,999 +1,999 @@\n"


def test_the_review_of_a_change_comments_and_never_approves(root: Path) -> None:
    review = make_review(Offer(root, TODAY, None), diff_of(CLUB))
    assert list(review) == ["event", "body", "comments"]
    assert review["event"] == "COMMENT"
    assert [comment["body"] for comment in review["comments"]] == [
        f"{UNDERSTOOD}\n\n```suggestion\nbsl: not known\n```"
    ]
    assert make_review(Offer(root, TODAY, None), diff_of("mkdocs.yml")) == {}


def test_the_command_writes_one_line_for_the_workflow(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change = root / "change.diff"
    change.write_text(diff_of(CLUB), encoding="utf-8")
    before = (root / CLUB).read_bytes()
    assert main(["--root", str(root), "fix", "--suggest", str(change), "--today", "2026-11-22"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("\n") == 1
    assert len(json.loads(shown)["comments"]) == 1
    assert (root / CLUB).read_bytes() == before
    assert main(["--root", str(root), "fix", "--suggest", str(root / "nowhere")]) == 2
