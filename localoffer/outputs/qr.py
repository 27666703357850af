"""QR codes for printed pages, drawn once for each address and kept.

In: an address, and the codes drawn before. Out: the width of the square and the path of its dark runs. segno draws one
code of each size; all others of that size differ from it only in the squares that hold the address and its correction,
which are worked out here (ISO/IEC 18004) in a twentieth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from pathlib import Path

import segno

from localoffer.cache.store import Room

BORDER = 2
_CODEWORDS = {1: (19, 7), 2: (34, 10), 3: (55, 15), 4: (80, 20), 5: (108, 26)}
"""Version → codewords of data and of correction, level L: those with one block. An address of 107 letters needs more."""
_HEADER = 2
"""Codewords that say what follows, and the end: four bits for the mode, eight for the length, four for the end."""
_BYTES_MODE = 0b0100
_PADDING = b"\xec\x11"
_DARK = re.compile("1+")


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
    lines = _quick_lines(address) or _segno_lines(address)
    return len(lines) + 2 * BORDER, "".join(move for y, line in enumerate(lines) for move in _moves(line, y))


def _moves(line: str, y: int) -> Iterator[str]:
    end = 0
    for run in _DARK.finditer(line):
        start, next_end = run.span()
        yield f"m{start - end} 0h{next_end - start}" if end else f"M{start + BORDER} {y + BORDER}.5h{next_end - start}"
        end = next_end


def _segno_lines(address: str) -> list[str]:
    """The lines of a code, as `0` and `1`."""
    code = segno.make(address, error="l", boost_error=False, micro=False, mask=0)
    return ["".join(map(str, line)) for line in code.matrix]


def _quick_lines(address: str) -> list[str]:
    """The same lines for what nearly every address is: ASCII with small letters, not too long. Empty for others."""
    versions = (version for version, (size, _more) in _CODEWORDS.items() if len(address) + _HEADER <= size)
    version = next(versions, 0)
    if not version or not address.isascii() or address == address.upper():
        return []
    frame = _frame(version)
    data = _data(address.encode(), _CODEWORDS[version][0])
    message = int.from_bytes(data, "big") << frame.shift | _remainder(data, version) << frame.spare
    squares = "".join(frame.arrange(f"{message ^ frame.mask:0{frame.squares}b}01"))
    return [squares[start : start + frame.width] for start in range(0, len(squares), frame.width)]


def _data(content: bytes, size: int) -> bytes:
    """The data codewords of a text in bytes mode; segno begins what fills them up with a byte of nothing, and so do we."""
    bits = (_BYTES_MODE << 8 | len(content)) << 8 * len(content) | int.from_bytes(content, "big")
    data = (bits << 4).to_bytes(len(content) + _HEADER, "big")
    return (data + b"\0" + _PADDING * size)[:size]


@dataclass(frozen=True)
class _Frame:
    """What codes of one version share. `arrange`: puts the bits of a message, then `0` and `1`, where they belong;
    `squares`: how many the message fills, `spare` of them with nothing; `shift`: bits after the data; `mask`: squares
    that are turned over."""

    width: int
    squares: int
    spare: int
    shift: int
    mask: int
    arrange: Callable[[str], tuple[str, ...]]


@cache
def _frame(version: int) -> _Frame:
    size, more = _CODEWORDS[version]
    drawn = _segno_lines("a" * (size - _HEADER))
    width = len(drawn)
    places = [place for place in _places(width) if _is_free(*place, width)]
    number = {place: at for at, place in enumerate(places)}
    whole = [number.get((y, x), len(places) + int(drawn[y][x])) for y in range(width) for x in range(width)]
    mask = int("".join(str(1 - (y + x) % 2) for y, x in places), 2)
    spare = len(places) - 8 * (size + more)
    return _Frame(width, len(places), spare, 8 * more + spare, mask, itemgetter(*whole))


def _places(width: int) -> Iterator[tuple[int, int]]:
    """All squares (line, column) in the order a message fills them: pairs of columns from the right, up, down, up …"""
    columns = [*range(width - 1, 6, -2), *range(5, 0, -2)]
    for turn, right in enumerate(columns):
        for step in range(width):
            y = step if turn % 2 else width - 1 - step
            yield y, right
            yield y, right - 1


def _is_free(y: int, x: int, width: int) -> bool:
    """True for squares that hold the message: not the marks in three corners, the lines of dots, or the small mark."""
    far = width - 8
    in_corner = (y < 9 and (x < 9 or x >= far)) or (y >= far and x < 9)
    in_mark = width > 21 and abs(y - width + 7) <= 2 and abs(x - width + 7) <= 2
    return not (in_corner or in_mark or 6 in (y, x))


def _remainder(data: bytes, version: int) -> int:
    """The correction codewords (Reed and Solomon's) as one number."""
    more = _CODEWORDS[version][1]
    multiples, rest, keep = _multiples(more), 0, 8 * (more - 1)
    for byte in data:
        first = rest >> keep
        rest = (rest ^ first << keep) << 8 ^ multiples[byte ^ first]
    return rest


@cache
def _multiples(more: int) -> list[int]:
    """Each byte's multiple of the polynomial whose zeros are the first `more` powers of two in GF(256)."""
    polynomial, root = [1], 1
    for _ in range(more):
        polynomial = [high ^ _times(low, root) for high, low in zip([*polynomial, 0], [0, *polynomial], strict=True)]
        root = _times(root, 2)
    return [int.from_bytes(bytes(_times(part, byte) for part in polynomial[1:]), "big") for byte in range(256)]


def _times(a: int, b: int) -> int:
    """A product in GF(256), where x⁸ = x⁴ + x³ + x² + 1."""
    product = 0
    while b:
        product ^= a * (b & 1)
        a = a << 1 ^ (0x11D if a & 0x80 else 0)
        b >>= 1
    return product
