"""What `build.py schema` writes for the tiny council, made once for all tests of a run."""

from __future__ import annotations

from functools import cache

from localoffer.editing.schema import files
from tests.offer import SITE


@cache
def schema_files() -> dict[str, str]:
    """File name → its text."""
    return files(SITE)
