"""`bench.py import`: how long an import takes, and its memory: the first time, again when nothing changed, and after an edit here.

In: sizes, which count nothing: the feeds are two synthetic ones with every defect counted in real ones, 1,500 records. Out:
seconds and megabytes.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from build_part import SCRATCH, TODAY
from measure import Run, measure

ROOT = Path(__file__).resolve().parents[1]
MOST_SECONDS, MOST_MEGABYTES = 20, 500


def run_import(_sizes: list[int], say: Callable[[str], None]) -> dict[str, Any]:
    """Print and return the figures."""
    from tests.importing import feeds

    root, folder = SCRATCH / "import", SCRATCH / "feeds"
    for place in (root, folder):
        shutil.rmtree(place, ignore_errors=True)
    root.mkdir(parents=True)
    for name in ("content", "providers"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    sources = [str(feeds.write_feed(folder / which, which)) for which in (feeds.FIRST, feeds.SECOND)]
    found = {}
    for name in ("first", "again"):
        run = _import(root, sources)
        found[name] = {"seconds": run.seconds, "cpu": run.cpu, "megabytes": run.megabytes, "code": run.code}
        say(
            f"import of 1,500 records, {name}: {run.seconds:.1f} s ({MOST_SECONDS} s), {run.cpu:.1f} s of processor, "
            f"{run.megabytes:.0f} MB ({MOST_MEGABYTES} MB). {run.output.splitlines()[0] if run.output else ''}"
        )
    return found


def _import(root: Path, sources: list[str]) -> Run:
    command = [sys.executable, "build.py", "--root", str(root), "import", *sources]
    return measure([*command, "--system", "Bench", "--only", "all", "--today", TODAY], ROOT)
