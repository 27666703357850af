"""Write each file with a .br and a .gz beside it, so that a host sends few bytes without work.

In: content. Out: up to three files; the same content gives the same bytes.
"""

from __future__ import annotations

import gzip
import os
from pathlib import Path

import brotli

COMPRESSED = frozenset(
    {
        ".html",
        ".css",
        ".js",
        ".mjs",
        ".svg",
        ".json",
        ".xml",
        ".txt",
        ".csv",
        ".ics",
        ".atom",
        ".geojson",
        ".webmanifest",
    }
)
LEAST = 400
BROTLI_LEVEL = 5
BROTLI_WINDOW = 16
"""64 KB: no page is longer, and a small window is quicker to set up."""
GZIP_LEVEL = 6
FEW = frozenset({".js", ".mjs", ".css"})
"""Few files, which every reader fetches: packed as small as can be."""


def write_published(target: Path, content: bytes) -> None:
    """Write `content`, and its compressed forms where they help."""
    name = os.fspath(target)
    _write(name, content)
    if not is_compressed(name, content):
        return
    best = target.suffix in FEW
    _write(f"{name}.br", brotli.compress(content, quality=11 if best else BROTLI_LEVEL, lgwin=BROTLI_WINDOW))
    _write(f"{name}.gz", gzip.compress(content, 9 if best else GZIP_LEVEL, mtime=0))


def _write(name: str, content: bytes) -> None:
    with open(name, "wb") as file:  # noqa: PTH123 - thousands of files
        file.write(content)


def is_compressed(name: str, content: bytes) -> bool:
    """True when the compressed forms are written: text of more than a few hundred bytes."""
    return os.path.splitext(name)[1] in COMPRESSED and len(content) >= LEAST  # noqa: PTH122


def remove_published(target: Path) -> None:
    """Take a file and its compressed forms away, before another is put there: it may be linked from another site."""
    for ending in ("", ".br", ".gz"):
        Path(f"{target}{ending}").unlink(missing_ok=True)


def link_published(source: Path, target: Path) -> None:
    """The same file again, with its compressed forms, at no cost in space or work."""
    os.link(source, target)
    if os.path.splitext(source)[1] not in COMPRESSED:  # noqa: PTH122
        return
    for ending in (".br", ".gz"):
        try:
            os.link(f"{source}{ending}", f"{target}{ending}")
        except FileNotFoundError:
            return
