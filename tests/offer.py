"""A copy of the tiny council to break, for every test that needs one."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

SITE = Path(__file__).parent / "site"
TODAY = date(2026, 11, 22)
CLUB = "providers/marl-trust/saturday-club.yml"


def copy_site(folder: Path) -> Path:
    """The tiny council in a folder of its own."""
    return Path(shutil.copytree(SITE, folder / "site", ignore=shutil.ignore_patterns("build")))
