"""QR codes for printed pages, drawn once for each address and kept.

In: an address, and the codes drawn before. Out: the width of the square and the path of its dark runs. A code takes a
millisecond, and an address hardly ever changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import segno

from localoffer.cache.store import Room


class Codes:
    """Codes by page; `folder` None keeps nothing between two runs."""

    def __init__(self, folder: Path | None = None) -> None:
        self.room = Room(folder, "codes")

    def code(self, site_url: str, url: str) -> list[int | str]:
        """The code of a page's address, kept or drawn: `[width, path]`."""
        address = f"{site_url.rstrip('/')}/{url}"
        kept: list[int | str] = self.room.load(url) or [""]
        if kept[0] != address:
            kept = [address, *qr_path(address)]
            self.room.keep(url, kept)
        return kept[1:]

    def prune_and_close(self, urls: Iterable[str]) -> None:
        """Write down the codes of these pages, also of those that were not made anew, and forget all others."""
        self.room.used = set(urls)
        self.room.prune_and_close()


def qr_path(address: str) -> tuple[int, str]:
    """A QR code as the width of its square and the path of its dark runs; a fixed mask keeps it quick to make."""
    code = segno.make(address, error="l", boost_error=False, micro=False, mask=0)
    border = 2
    moves = []
    for y, line in enumerate(code.matrix):
        bits, x, end = bytes(line), 0, 0
        while (start := bits.find(1, x)) >= 0:
            x = bits.find(0, start)
            x = len(bits) if x < 0 else x
            moves.append(f"m{start - end} 0h{x - start}" if end else f"M{start + border} {y + border}.5h{x - start}")
            end = x
    return len(code.matrix) + 2 * border, "".join(moves)
