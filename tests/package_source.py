"""The package's own modules, each read and parsed once for all tests of what stands in them."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

from localoffer.system.carried import PACKAGE


@cache
def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


@cache
def nodes_of(path: Path) -> list[ast.AST]:
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
