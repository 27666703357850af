"""What people are shown of a rule: a piece of a file that breaks it, the exact finding, a piece that keeps it.

In: findings and the files they stand in. Out: `Shown`s, and text as Markdown that shows just these characters.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from localoffer.findings import Finding, format_text

AROUND = 1


class Shown(NamedTuple):
    """Samples as a page shows them; those that cannot be small are empty."""

    wrong: str = ""
    seen: str = ""
    right: str = ""


def show(finding: Finding, line_of: Callable[[str, int], str | None]) -> str:
    """A finding exactly as `check` and `audit` show it, without the count below."""
    return format_text([finding], line_of).rstrip("\n").rpartition("\n")[0]


def show_in(finding: Finding, text: str) -> str:
    """The same, for a finding in a sample that is the whole file."""
    lines = text.split("\n")
    return show(finding, lambda _path, number: lines[number - 1] if number <= len(lines) else None)


def excerpt(path: Path, line: int) -> str:
    """A few lines of a file round the one at fault."""
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return "\n".join(lines[max(0, line - 1 - AROUND) : line + AROUND]).rstrip()


def code_block(text: str) -> list[str]:
    """Text as a block that shows just these characters, with no colours for code."""
    shown = "".join(char if char.isprintable() or char == "\n" else "�" for char in text)
    return ["~~~~text", *shown.strip("\n").split("\n"), "~~~~"]
