"""What people are told of the limits is what the code holds."""

from __future__ import annotations

from pathlib import Path

from localoffer.editing.schema import field_guide
from localoffer.picturefile.limits import (
    ENDINGS,
    KILOBYTE,
    KINDS,
    MEGABYTE,
    MOST_DRAWING_BYTES,
    MOST_PHOTO_BYTES,
    MOST_PIXELS,
    SIZES,
)

ROOT = Path(__file__).resolve().parents[2]
TOLD = (
    f"{MOST_PHOTO_BYTES // MEGABYTE} MB",
    f"{MOST_PIXELS // 1_000_000} million pixels",
    f"{MOST_DRAWING_BYTES // KILOBYTE} KB",
)


def test_contributing_tells_the_limits() -> None:
    text = " ".join((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split())
    for limit in TOLD:
        assert limit in text


def test_the_field_guide_tells_kinds_and_limits() -> None:
    assert KINDS in field_guide()
    assert SIZES in field_guide()
    for ending in set(ENDINGS) - {".jpeg"}:
        assert ending in KINDS
    for limit in TOLD:
        assert limit in SIZES
