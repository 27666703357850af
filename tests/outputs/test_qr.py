"""What is drawn of a QR code leads a phone to the address, square for square as the library drew it."""

from __future__ import annotations

import re

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as some
from PIL import Image

from localoffer.outputs.qr import BORDER, QrCode, draw_code

ADDRESSES = [
    *("https://x.org/services/swim-club/2-times/a.b_c~d/".ljust(end, "z") for end in (49, 53, 54, 78, 79, 106)),
    "https://x.org/".ljust(107, "z"),
    "a" * 17,
    "a" * 18,
    "a" * 32,
    "HTTPS://X.ORG/",
    "https://x.org/caf\u00e9/",
    "12345",
]


def drawn_squares(code: QrCode) -> list[list[int]]:
    """The squares that a path darkens, with the light border."""
    squares = [[0] * code.width for _ in range(code.width)]
    x, y = 0, 0
    for move, across, down, run in re.findall(r"([Mm])(\d+) (\d+)(?:\.5)?h(\d+)", code.path):
        x, y = (int(across), int(down)) if move == "M" else (x + int(across), y)
        squares[y][x : x + int(run)] = [1] * int(run)
        x += int(run)
    return squares


def read_by_a_phone(code: QrCode) -> list[str]:
    """What a reader of codes finds in a picture of what is drawn."""
    squares = drawn_squares(code)
    picture = Image.new("L", (code.width, code.width), 255)
    picture.putdata([0 if dark else 255 for line in squares for dark in line])
    large = picture.resize((code.width * 4, code.width * 4), Image.Resampling.NEAREST)
    return [found.text for found in zxingcpp.read_barcodes(large)]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_phone_reads_the_address(address: str) -> None:
    assert read_by_a_phone(draw_code(address)) == [address]


@given(some.from_regex(r"https://[a-z.]{3,20}\.uk/[a-z0-9/-]{0,90}", fullmatch=True))
def test_a_phone_reads_any_address_of_a_page(address: str) -> None:
    assert read_by_a_phone(draw_code(address)) == [address]


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_square_is_the_library_s(address: str) -> None:
    code = draw_code(address)
    image = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="L").to_image(
        scale=1, add_quiet_zones=False
    )
    inside = [line[BORDER:-BORDER] for line in drawn_squares(code)[BORDER:-BORDER]]
    assert inside == [[int(not light) for light in line] for line in memoryview(image).tolist()]
    assert not any(map(any, drawn_squares(code)[:BORDER]))
