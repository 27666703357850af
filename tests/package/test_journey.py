"""docs/journey.md is true: each command is run as it stands there, and says what stands below it."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from localoffer.system.carried import TOOL
from tests.package.installed import Installed

JOURNEY = (TOOL / "docs" / "journey.md").read_text(encoding="utf-8")


def commands() -> list[tuple[str, str]]:
    """Each command of the page, with what it is said to print."""
    blocks = re.findall(r"^```\n(\$ .*?)^```$", JOURNEY, re.DOTALL | re.MULTILINE)
    parts = [part for block in blocks for part in re.split(r"^\$ ", block, flags=re.MULTILINE) if part]
    return [(command, said) for command, _, said in (part.partition("\n") for part in parts)]


def pattern_of(said: str) -> str:
    return r".*?".join(re.escape(part) for part in said.strip().split("…"))


def test_the_page_has_every_step_of_the_way() -> None:
    named = [command.split()[1] for command, _said in commands() if command.startswith("localoffer ")]
    assert named == ["start", "start", "build", "audit", "check", "new", "check", "bundle"]


@pytest.mark.slow
def test_every_command_of_the_journey_says_what_the_page_says(installed: Installed, tmp_path: Path) -> None:
    place = tmp_path
    path = f"{installed.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    for command, said in commands():
        if command.startswith("cd "):
            place = place / command.removeprefix("cd ")
            continue
        done = subprocess.run(
            ["bash", "-c", command], cwd=place, env={**os.environ, "PATH": path, "COLUMNS": "400", "NO_COLOR": "1"},
            stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=600, check=False,
        )  # fmt: skip
        told = (done.stdout + done.stderr).strip()
        assert re.fullmatch(pattern_of(said), told, re.DOTALL), f"$ {command}\n{told}"
        assert "build.py" not in told
