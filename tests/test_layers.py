"""Imports point down only: the map of HACKING.md, enforced."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "localoffer"

#: Layer of each top-level module of the package; a module may import only from layers below its own.
LAYERS = {
    "findings": 0,
    "system": 0,
    "rulebook": 1,
    "cache": 1,
    "model": 2,
    "yamlfile": 2,
    "wording": 3,
    "records": 3,
    "catalogue": 4,
    "alttext": 5,
    "reading": 5,
    "easyread": 6,
    "check": 7,
    "outputs": 8,
    "site": 9,
    "audit": 10,
    "reports": 10,
    "editing": 11,
    "cli": 12,
}


def modules() -> list[Path]:
    return sorted(path for path in PACKAGE.rglob("*.py") if path != PACKAGE / "__init__.py")


def own_name(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imported_names(path: Path) -> set[str]:
    """Top-level modules of the package that `path` imports, however it writes it."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            if node.level:
                folder = path.parent.relative_to(ROOT).parts
                base = ".".join([*folder[: len(folder) - node.level + 1], node.module or ""]).rstrip(".")
            else:
                base = node.module or ""
            names = [base] if base != "localoffer" else [f"localoffer.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        else:
            continue
        found |= {name.split(".")[1] for name in names if name.startswith("localoffer.") and "__" not in name}
    return found


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_point_down(path: Path) -> None:
    own = own_name(path)
    assert own in LAYERS, f"{own} has no layer yet: add it here and in HACKING.md"
    wrong = {name for name in imported_names(path) if name != own and LAYERS[name] >= LAYERS[own]}
    assert not wrong, f"{path.name} (layer {LAYERS[own]}) must not import {sorted(wrong)}"


def test_only_the_command_line_prints_or_exits() -> None:
    for path in modules():
        if own_name(path) == "cli":
            continue
        calls = [
            node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)
        ]
        names = {ast.unparse(call) for call in calls}
        assert not names & {"print", "sys.exit", "exit"}, f"{path.name} prints or exits"
