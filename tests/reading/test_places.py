"""A reading fault is reported at its own line and column, whatever way the words were written."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.check import check_offer
from tests.offer import CLUB, TODAY, copy_site

GUIDE, TWIN = "content/guides/short-breaks.md", "content/guides/short-breaks.easy.md"
FAULT = "9/1/2027"


def described(text: str, written: str) -> str:
    """The listing with its description written another way."""
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("description:"))
    end = next(number for number in range(start + 1, len(lines)) if lines[number][:1].isalpha())
    return "\n".join([*lines[:start], written, *lines[end:]])


@pytest.mark.parametrize(
    "written",
    [
        f"description: We open the club on {FAULT} at noon.",
        f"description: 'We open the club on {FAULT} at noon.'",
        f'description: "We open the club on {FAULT} at noon."',
        f"description: |\n  First words here.\n\n  We open on {FAULT} at noon.",
        f"description: >\n  First words\n  go on here.\n\n  We open on {FAULT} at noon.",
        f"description: |\n  - one point\n  - we open on {FAULT} at noon",
    ],
)
def test_in_a_listing(written: str, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    path = root / CLUB
    text = described(path.read_text(encoding="utf-8"), written)
    path.write_text(text, encoding="utf-8")
    check_place(root, CLUB, text)


@pytest.mark.parametrize(
    ("file", "more"),
    [
        (GUIDE, f"\n\nWe open\non {FAULT} at noon.\n"),
        (TWIN, f"\n\n![](picture:phone)\nWe open now.\nWe open on {FAULT}.\n"),
    ],
)
def test_in_a_page(file: str, more: str, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    path = root / file
    text = path.read_text(encoding="utf-8").rstrip() + more
    path.write_text(text, encoding="utf-8")
    check_place(root, file, text)


def check_place(root: Path, file: str, text: str) -> None:
    _catalogue, findings = check_offer(root, TODAY, cache=root / "build" / "cache")
    _catalogue, again = check_offer(root, TODAY, cache=root / "build" / "cache")
    assert again == findings
    found = [finding for finding in findings if finding.rule == "date-numeric"]
    line = next(number for number, words in enumerate(text.split("\n"), 1) if FAULT in words)
    column = text.split("\n")[line - 1].index(FAULT) + 1
    assert [(finding.path, finding.line, finding.column) for finding in found] == [(file, line, column)]
