"""QR codes for printed pages, drawn once for each address and kept.

In: an address, and the codes drawn before. Out: the width of the square and the path of its dark runs. A code takes a
millisecond, and its address hardly ever changes: build/cache/qr.json keeps them from one build to the next.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import segno

NAME = "qr.json"


class Codes:
    """Codes by address; `folder` None keeps nothing between two runs."""

    def __init__(self, folder: Path | None = None) -> None:
        self.path = folder / NAME if folder else None
        self.version = hashlib.sha256(Path(__file__).read_bytes() + segno.__version__.encode()).hexdigest()[:32]
        self.known = self._read()
        self.used: dict[str, list[int | str]] = {}

    def _read(self) -> dict[str, list[int | str]]:
        try:
            held = json.loads(self.path.read_bytes()) if self.path else {}
            return held["codes"] if held["version"] == self.version and isinstance(held["codes"], dict) else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def code(self, address: str) -> list[int | str]:
        """The code of an address, kept or drawn: `[width, path]`."""
        found = self.used[address] = self.known.get(address) or list(qr_path(address))
        return found

    def keep(self) -> None:
        """Write down the codes, also those of pages that were not made anew; a full disk is no fault of the offer."""
        codes = self.known | self.used
        if self.path is None or codes == self.known:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new = self.path.with_suffix(".new")
            new.write_text(json.dumps({"version": self.version, "codes": codes}), encoding="utf-8")
            new.replace(self.path)
        except OSError:
            return


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
