"""The theme's scripts and stylesheets keep what eslint.config.mjs and stylelint.config.mjs ask, and are readable."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LONGEST_LINE = 120


@pytest.mark.node
@pytest.mark.parametrize(
    "command", [["eslint", "theme"], ["stylelint", "theme/**/*.css"]], ids=lambda command: command[0]
)
def test_the_linter_finds_nothing(command: list[str]) -> None:
    program = ROOT / "node_modules" / ".bin" / command[0]
    assert program.exists(), f"{command[0]} is not installed here; run: npm ci --ignore-scripts"
    ended = subprocess.run([program, *command[1:]], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300)
    assert ended.returncode == 0, ended.stdout + ended.stderr


@pytest.mark.parametrize("sheet", sorted((ROOT / "theme").rglob("*.css")), ids=lambda path: path.name)
def test_a_stylesheet_can_be_read_line_by_line(sheet: Path) -> None:
    lines = sheet.read_text(encoding="utf-8").splitlines()
    assert [number for number, line in enumerate(lines, 1) if len(line) > LONGEST_LINE] == []
