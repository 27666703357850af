"""What is drawn of a QR code is what segno made, square for square."""

from __future__ import annotations

import re

import pytest
import segno

from localoffer.outputs.qr import BORDER, draw_code


def drawn_squares(address: str) -> list[list[int]]:
    """The squares that a path darkens."""
    code = draw_code(address)
    squares = [[0] * (code.width - 2 * BORDER) for _ in range(code.width - 2 * BORDER)]
    x, y = 0, 0
    for move, across, down, run in re.findall(r"([Mm])(\d+) (\d+)(?:\.5)?h(\d+)", code.path):
        x, y = (int(across) - BORDER, int(down) - BORDER) if move == "M" else (x + int(across), y)
        for dark in range(x, x + int(run)):
            squares[y][dark] = 1
        x += int(run)
    return squares


@pytest.mark.parametrize(
    "address",
    [
        *("https://x.org/services/swim-club/2-times/a.b_c~d/".ljust(end, "z") for end in (49, 53, 54, 78, 79, 106)),
        "https://x.org/".ljust(107, "z"),
        "a" * 17,
        "a" * 18,
        "a" * 32,
        "HTTPS://X.ORG/",
        "https://x.org/caf\u00e9/",
        "12345",
    ],
)
def test_a_code_is_drawn_as_segno_draws_it(address: str) -> None:
    code = segno.make(address, error="l", boost_error=False, micro=False, mask=0)
    assert drawn_squares(address) == [list(line) for line in code.matrix]
