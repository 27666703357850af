from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from localoffer.audit.node_parts import LISTS, fetch_into
from localoffer.system.failures import CannotRun, ToolMissing
from localoffer.system.programs import Ended


@pytest.fixture
def lists(tmp_path: Path) -> list[Path]:
    found = [tmp_path / name for name in LISTS]
    for path in found:
        path.write_text("{}", encoding="utf-8")
    return found


@pytest.fixture
def path(tmp_path: Path) -> dict[str, str]:
    """A PATH with Node and npm."""
    for name in ("node", "npm"):
        program = tmp_path / "bin" / name
        program.parent.mkdir(exist_ok=True)
        program.write_text("#!/bin/sh\n")
        program.chmod(0o755)
    return {"PATH": str(tmp_path / "bin")}


class Npm:
    """Stands for npm: makes node_modules, or fails."""

    def __init__(self, code: int | None = 0) -> None:
        self.code, self.runs = code, 0

    def __call__(self, command: tuple[str, ...], _seconds: float, *, folder: Path) -> Ended:
        assert command[:2] == ("npm", "ci")
        assert {"--omit=dev", "--ignore-scripts"} <= set(command)
        assert sorted(path.name for path in folder.glob("*.json")) == sorted(LISTS)
        self.runs += 1
        (folder / "node_modules").mkdir(exist_ok=True)
        return Ended(self.code, errors="npm ERR! network\n")


def fetch(folder: Path, lists: list[Path], npm: Npm, path: dict[str, str]) -> list[str]:
    said: list[str] = []
    fetch_into(folder, lists, said.append, lambda _doing: nullcontext(), run=npm, environment=path)
    return said


def test_the_parts_are_fetched_once_and_again_when_the_lists_change(
    tmp_path: Path, lists: list[Path], path: dict[str, str]
) -> None:
    npm, folder = Npm(), tmp_path / "cache"
    (said,) = fetch(folder, lists, npm, path)
    assert str(folder) in said
    assert fetch(folder, lists, npm, path) == []
    lists[1].write_text('{"version": 2}', encoding="utf-8")
    assert len(fetch(folder, lists, npm, path)) == 1
    assert npm.runs == 2


@pytest.mark.parametrize(("code", "why"), [(1, "npm said: npm ERR! network"), (None, "npm did not end")])
def test_what_stopped_npm_is_told_and_it_is_tried_again_next_time(
    tmp_path: Path, lists: list[Path], path: dict[str, str], code: int | None, why: str
) -> None:
    npm = Npm(code)
    for _ in range(2):
        with pytest.raises(CannotRun, match=why) as told:
            fetch(tmp_path / "cache", lists, npm, path)
    assert "registry.npmjs.org" in told.value.fix
    assert npm.runs == 2


@pytest.mark.parametrize(("missing", "named"), [("node", "Node is missing"), ("npm", "npm is missing")])
def test_without_node_or_npm_nothing_is_fetched(
    tmp_path: Path, lists: list[Path], path: dict[str, str], missing: str, named: str
) -> None:
    (tmp_path / "bin" / missing).unlink()
    npm: Any = Npm()
    with pytest.raises(ToolMissing, match=named):
        fetch(tmp_path / "cache", lists, npm, path)
    assert npm.runs == 0
