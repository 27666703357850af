"""QR codes for printed pages, drawn once for each address and kept.

In: an address, and the codes drawn before. Out: the width of the square and the path of its dark runs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import zxingcpp

from localoffer.cache.store import Room
from localoffer.facts.view import View

BORDER = 2
_DARK = re.compile(b"\x00+")


@dataclass(frozen=True)
class QrCode(View):
    """A square: how many units it is wide, and the path that draws its dark runs."""

    width: int
    path: str


class Codes:
    """Codes by page; `folder` None keeps nothing between two runs."""

    def __init__(self, folder: Path | None = None) -> None:
        self.room = Room(folder, "codes")

    def code(self, site_url: str, url: str) -> QrCode:
        """The code of a page's address, kept or drawn."""
        address = f"{site_url.rstrip('/')}/{url}"
        of, width, path = self.room.load(url) or ("", 0, "")
        if of != address:
            code = draw_code(address)
            self.room.keep(url, (address, code.width, code.path))
            return code
        return QrCode(width, path)

    def write(self) -> None:
        """Write down what was drawn."""
        self.room.commit()

    def prune_and_close(self, urls: Iterable[str]) -> None:
        """Write down the codes of these pages, also of those that were not made anew, and forget all others."""
        self.room.used = set(urls)
        self.room.prune_and_close()


def draw_code(address: str) -> QrCode:
    """The code of an address, with the least correction of damage, so that it stays small."""
    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    image = code.to_image(scale=1, add_quiet_zones=False)
    squares, width = bytes(memoryview(image)), image.shape[0]  # type: ignore[arg-type]
    lines = [squares[start : start + width] for start in range(0, len(squares), width)]
    return QrCode(width + 2 * BORDER, "".join(chain.from_iterable(_moves(line, y) for y, line in enumerate(lines))))


def _moves(line: bytes, y: int) -> Iterator[str]:
    end = 0
    for run in _DARK.finditer(line):
        start, next_end = run.span()
        yield f"m{start - end} 0h{next_end - start}" if end else f"M{start + BORDER} {y + BORDER}.5h{next_end - start}"
        end = next_end
