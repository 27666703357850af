"""The bad site laid out in a folder, its table of faults, and its make.py, for every test that audits it."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

BAD = Path(__file__).resolve().parents[1] / "site-bad"


def make() -> ModuleType:
    """tests/site-bad/make.py as a module."""
    spec = importlib.util.spec_from_file_location("site_bad_make", BAD / "make.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def lay_out(root: Path) -> Path:
    """A copy of the bad offer whose site is built."""
    found: Path = make().lay_out(root)
    return found


def table(*found_by: str) -> list[dict[str, Any]]:
    """The rows of faults.yml that these parts must find."""
    rows = yaml.safe_load((BAD / "faults.yml").read_text(encoding="utf-8"))
    return [row for row in rows if row["found_by"] in found_by]


__all__ = ["BAD", "lay_out", "make", "table"]
