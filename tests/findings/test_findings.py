"""The three forms of a report, letter for letter."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from localoffer.findings import (
    Finding,
    count_sentence,
    format_github,
    format_json,
    format_text,
    has_errors,
    sort_findings,
)
from localoffer.yamlfile.source import source_lines

AGES = Finding(
    "providers/marl-trust/saturday-club.yml",
    8,
    16,
    "error",
    "ages-reversed",
    "maximum_age is 8, which is lower than minimum_age, 18",
    "swap the two numbers.",
)
LATE = Finding("providers/a/b.yml", 3, 1, "warning", "check-overdue", "100% late,\nsince: May", "check it.")
LINES = {8: "  maximum_age: 8"}


def line_of(path: str, number: int) -> str | None:
    return LINES.get(number) if path.endswith("club.yml") else None


def test_text_is_as_designed() -> None:
    assert format_text([AGES], line_of) == (
        "providers/marl-trust/saturday-club.yml:8:16: error: maximum_age is 8, which is lower than minimum_age, 18  [ages-reversed]\n"
        "   8 |   maximum_age: 8\n"
        "     |                ^\n"
        "  How to fix: swap the two numbers.\n"
        "1 problem in 1 file. Nothing was published.\n"
    )


def test_long_lines_are_cut_round_the_caret() -> None:
    shown = format_text(
        [Finding("x", 1, 301, "error", "r", "m", "f")], lambda _path, _line: "a" * 300 + "B" + "c" * 300
    )
    source, caret = shown.split("\n")[1:3]
    assert source[caret.index("^")] == "B"
    assert len(source) < 120


UNREAD = [
    Finding(f"content/{name}.md", 1, 1, "warning", "easy-not-checked", "nobody read it", "ask.") for name in "abc"
]


def test_a_warning_said_of_many_places_is_folded_into_one_with_a_count() -> None:
    assert format_text([*UNREAD, LATE], fold=True) == (
        "content/a.md:1:1: warning: nobody read it  [easy-not-checked]\n"
        "  How to fix: ask.\n"
        "  The same in 2 other places. To see each of them: build.py check content\n"
        f"{format_text([LATE]).rpartition('1 warning in')[0]}"
        "4 warnings in 4 files. Warnings do not stop the site.\n"
    )


def test_a_kind_of_warning_with_many_faces_shows_its_first_ones_and_a_count_of_the_others() -> None:
    overdue = [
        Finding(f"providers/p/{day:02}.yml", 1, 1, "warning", "wait-old", f"{day} days", "ask.") for day in range(20)
    ]
    few, many = (format_text([*overdue[:n], LATE], fold=True) for n in (10, 20))
    assert few == format_text([*overdue[:10], LATE])
    assert many.count("[wait-old]") == 3
    assert "2 days  [wait-old]\n  How to fix: ask.\n  The same kind in 17 other places." in many
    assert many.endswith("21 warnings in 21 files. Warnings do not stop the site.\n")


def test_errors_are_never_folded() -> None:
    errors = [replace(finding, severity="error") for finding in UNREAD]
    assert format_text([*errors, LATE], fold=True) == format_text([*errors, LATE])


@pytest.mark.parametrize(
    ("findings", "sentence"),
    [
        ([], "No problems found."),
        ([AGES, AGES], "2 problems in 1 file. Nothing was published."),
        ([AGES, LATE], "1 problem and 1 warning in 2 files. Nothing was published."),
        ([LATE], "1 warning in 1 file. Warnings do not stop the site."),
    ],
)
def test_the_closing_sentence(findings: list[Finding], sentence: str) -> None:
    assert count_sentence(findings) == sentence


def test_github_form_is_percent_encoded() -> None:
    assert format_github([LATE]) == (
        "::warning file=providers/a/b.yml,line=3,col=1,title=check-overdue::100%25 late,%0Asince: May%0AHow to fix: check it.\n"
    )
    odd = Finding("a,b:%.yml", 1, 1, "error", "r", "m", "")
    assert format_github([odd]) == "::error file=a%2Cb%3A%25.yml,line=1,col=1,title=r::m\n"


def test_json_form_has_the_agreed_keys() -> None:
    rows = json.loads(format_json([LATE, AGES]))
    assert [list(row) for row in rows] == [["path", "line", "column", "severity", "rule", "message", "fix"]] * 2
    assert rows[0]["line"] == 3


def test_findings_are_sorted_and_each_is_shown_once() -> None:
    assert sort_findings([AGES, LATE, AGES]) == [LATE, AGES]
    assert has_errors([LATE, AGES])
    assert not has_errors([LATE])


def test_source_lines_never_leave_the_root(tmp_path: Path) -> None:
    (tmp_path / "offer").mkdir()
    (tmp_path / "secret").write_text("secret\n", encoding="utf-8")
    (tmp_path / "offer" / "x.yml").symlink_to(tmp_path / "secret")
    read = source_lines(tmp_path / "offer")
    assert read("x.yml", 1) != "secret"
    assert read("../secret", 1) != "secret"
    assert read("nowhere.yml", 1) is None or read("nowhere.yml", 1) == ""
