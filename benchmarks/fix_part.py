"""`bench.py fix`: how long `build.py fix` takes: the first time, again when nothing changed, and after one edit.

In: sizes. Out: seconds.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from build_part import SCRATCH, TODAY
from measure import measure
from multiply import multiply

ROOT = Path(__file__).resolve().parents[1]


def run_fix(sizes: list[int], say: Callable[[str], None]) -> dict[str, Any]:
    """Print and return the figures."""
    found = {}
    for services in sizes:
        root = SCRATCH / f"fix-{services}"
        multiply(ROOT, root, services)
        first, again = _seconds(root), _seconds(root)
        listing = next(path for path in sorted((root / "providers").glob("*/*.yml")) if path.name != "provider.yml")
        listing.write_text(listing.read_text("utf-8").replace("status: active", "status: Active", 1), "utf-8")
        edit = _seconds(root)
        found[str(services)] = {"first": first, "again": again, "after_one_edit": edit}
        say(f"fix of {services} services: first {first:.1f} s, again {again:.2f} s, after one edit {edit:.2f} s (2 s)")
    return found


def _seconds(root: Path) -> float:
    run = measure([sys.executable, "build.py", "--root", str(root), "fix", "--today", TODAY], ROOT)
    return run.seconds
