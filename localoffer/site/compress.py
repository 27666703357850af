"""Write each file with a .br and a .gz beside it, so that a host sends few bytes without work.

In: content. Out: up to three files; the same content gives the same bytes.
"""

from __future__ import annotations

import os
import zlib
from functools import lru_cache
from pathlib import Path
from typing import Any

import brotli

COMPRESSED = frozenset(
    {".html", ".css", ".js", ".mjs", ".svg", ".json", ".xml", ".txt", ".csv", ".ics", ".geojson", ".webmanifest"}
)
LEAST = 400
BROTLI_LEVEL = 5
BROTLI_WINDOW = 16
"""64 KB: no page is longer, and a small window is quicker to set up."""
GZIP_LEVEL = 6
MOST_SHARED = 65_536
_SHARED_END = b"</style>"
_GZIP_FORM = 16 + zlib.MAX_WBITS


def write_published(target: Path, content: bytes) -> None:
    """Write `content`, and its compressed forms where they help."""
    target.write_bytes(content)
    if not is_compressed(target.name, content):
        return
    Path(f"{target}.br").write_bytes(brotli.compress(content, quality=BROTLI_LEVEL, lgwin=BROTLI_WINDOW))
    Path(f"{target}.gz").write_bytes(_gzip(content))


def _gzip(content: bytes) -> bytes:
    """The gzip form. The start that pages share, up to their stylesheet's end, is compressed once for all of them."""
    start = content.find(_SHARED_END, 0, MOST_SHARED) + len(_SHARED_END)
    if start < len(_SHARED_END):
        start = 0
    packer, begun = _begun(content[:start])
    packer = packer.copy()
    return b"".join((begun, packer.compress(content[start:]), packer.flush()))


@lru_cache(maxsize=8)
def _begun(start: bytes) -> tuple[Any, bytes]:
    """A gzip stream that has read `start`, and what it has given back so far; its header holds no time."""
    packer = zlib.compressobj(GZIP_LEVEL, zlib.DEFLATED, _GZIP_FORM)
    return packer, packer.compress(start)


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
