"""What all pages share besides their own records.

In: the root and today. Out: one digest.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from localoffer.cache.digests import digest_of
from localoffer.cache.made_by import made_by


def shared_digest(root: Path, today: date) -> str:
    """Stands for all that every page may show besides its own record: settings, lists, today, code and libraries."""
    return digest_of(
        today.isoformat(), made_by(), *_contents(root / "mkdocs.yml"), *_contents(root / "content" / "_data")
    )


def _contents(place: Path) -> Iterator[str | bytes]:
    for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if file.is_file():
            yield file.relative_to(place.parent).as_posix()
            yield file.read_bytes()
