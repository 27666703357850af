"""Two people's versions in one file are called what they are, and what else is wrong there is not said."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.catalogue import read_catalogue
from localoffer.yamlfile.source import check_conflict
from tests.offer import CLUB, TODAY, copy_site, kept

CONFLICT = "<<<<<<< HEAD\nstatus: active\n=======\nstatus: closed\n>>>>>>> new-words\n"


@pytest.mark.parametrize(
    ("file", "after"),
    [
        (CLUB, "name: Saturday club\n"),
        ("providers/marl-trust/provider.yml", "name: Marl Trust\n"),
        ("content/_data/topics.yml", "\n"),
        ("content/guides/short-breaks.md", "## How to ask\n"),
        ("content/guides/short-breaks.easy.md", "## What it is\n"),
        ("mkdocs.yml", "extra:\n"),
    ],
)
def test_a_conflict_is_said_at_its_line_and_nothing_else_of_that_file(file: str, after: str, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    before, mark, rest = (root / file).read_text(encoding="utf-8").partition(after)
    (root / file).write_text(before + mark + CONFLICT + rest, encoding="utf-8")
    found = [finding for finding in read_catalogue(root, TODAY, cache=kept(root))[1] if finding.path == file]
    assert [(finding.rule, finding.line) for finding in found] == [("merge-conflict", (before + mark).count("\n") + 1)]
    assert "keep the lines above ======= or those below it" in found[0].fix


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (CONFLICT + "a: b\n" + CONFLICT, [1, 7]),
        ("a: b\n>>>>>>> left over\n", [2]),
        ("a: b\n=======\nc: d\n", [2]),
        ("a: b\n<<<<<<<\n", [2]),
        ("a: b\n||||||| base\n", [2]),
        ("a: <<<<<<< b\n", []),
        ("  <<<<<<< b\n", []),
        ("<<<<<<<< b\n", []),
        ("a: |\n  ========\n  =======\n", []),
    ],
)
def test_only_whole_lines_of_git_are_a_conflict(text: str, lines: list[int]) -> None:
    assert [finding.line for finding in check_conflict(text, "a.yml")] == lines


def test_a_heading_underlined_in_markdown_is_none() -> None:
    assert check_conflict("Title\n=======\n\nWords.\n", "a.md") == []
    assert [finding.line for finding in check_conflict("Title\n=======\n>>>>>>> x\n", "a.md")] == [3]
