"""Photos: which kind the bytes are, whether they can be read, and the same picture drawn again with nothing hidden in it.

In: bytes. Out: a kind by its first bytes; `Photo` or a fault; clean bytes. A phone writes the place where a photo was
taken into it: that can be a child's home.
"""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING, NamedTuple

from localoffer.picturefile.fault import PictureFault, PictureRefused, too_big, unreadable, wrong_kind
from localoffer.picturefile.limits import MEGABYTE, MOST_PHOTO_BYTES, MOST_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image

KINDS = ("JPEG", "PNG", "WEBP")
TWO_IN_ONE = "MPO"
"""What Pillow calls the JPEG of a phone that keeps a second picture in it; the first is what people see."""
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG\r\n\x1a\n", "PNG"),
    (b"GIF8", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"BM", "BMP"),
    (b"%PDF", "PDF"),
    (b"%!PS", "PostScript"),
    (b"\x1f\x8b", "compressed"),
    (b"PK\x03\x04", "ZIP or Office"),
    (b"8BPS", "Photoshop"),
    (b"\xd0\xcf\x11\xe0", "old Office"),
    (b"\0\0\x01\0", "icon (ICO)"),
)
_ISO = {b"avif": "AVIF", b"avis": "AVIF"}


class Photo(NamedTuple):
    """A readable photo: its kind and, as it is stored, its size in pixels."""

    kind: str
    size: tuple[int, int]


def kind_of(raw: bytes) -> str:
    """What the bytes are, by how they begin: JPEG, PNG, WEBP, SVG, GIF …; "" when nothing is known of them."""
    for beginning, kind in _BEGINNINGS:
        if raw.startswith(beginning):
            return kind
    if raw[:4] == b"RIFF" and raw[8:12] == b"WEBP":
        return "WEBP"
    if raw[4:8] == b"ftyp":
        return _ISO.get(raw[8:12], "HEIC" if raw[8:11] in (b"hei", b"hev", b"mif", b"msf") else "film")
    start = raw[:1024].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe").lstrip().lower()
    if b"<svg" in start:
        return "SVG"
    return "web page" if start.startswith((b"<!doctype html", b"<html")) else ""


def read_photo(raw: bytes) -> Photo:
    """Look at every byte of a photo; PictureRefused when it is too big, broken or moves."""
    if len(raw) > MOST_PHOTO_BYTES:
        most = MOST_PHOTO_BYTES // MEGABYTE
        raise PictureRefused(
            too_big(
                f"has {len(raw) / MEGABYTE:.1f} MB; the most is {most} MB", "save it smaller, as JPEG with quality 80."
            )
        )
    try:
        with _opened(raw) as opened:
            width, height = opened.size
            if width * height > MOST_PIXELS:
                raise PictureRefused(_too_many_pixels(f"{width:,} by {height:,} pixels"))
            if opened.format != TWO_IN_ONE and getattr(opened, "n_frames", 1) > 1:
                raise PictureRefused(wrong_kind("moves", "save one still picture of it as PNG or JPEG."))
            opened.draft("RGB", (1, 1))  # a JPEG is read whole, but not at full size
            opened.load()
            kind = "JPEG" if opened.format == TWO_IN_ONE else str(opened.format)
    except (OSError, ValueError, SyntaxError, EOFError, ArithmeticError, LookupError, MemoryError):
        raise PictureRefused(unreadable("is broken: not all of the picture can be read")) from None
    return Photo(kind, (width, height))


def _opened(raw: bytes) -> Image:
    """Only the three kinds are tried: the readers of other kinds are never run on foreign bytes."""
    from PIL import Image, UnidentifiedImageError  # takes 10 ms to load, and photos that are known are not opened

    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit follows
        try:
            return Image.open(io.BytesIO(raw), formats=KINDS)
        except UnidentifiedImageError:
            raise PictureRefused(unreadable("is not a picture that can be read")) from None
        except Image.DecompressionBombError:
            raise PictureRefused(_too_many_pixels("more pixels than any camera takes")) from None


def _too_many_pixels(many: str) -> PictureFault:
    most = f"{MOST_PIXELS // 1_000_000} million in all"
    return too_big(
        f"has {many}; the most is {most}", "make it smaller in a picture program: 1,600 pixels wide is plenty."
    )


def redraw(raw: bytes, widest: int) -> bytes:
    """The photo upright, not wider than `widest`, and without what the camera wrote."""
    from PIL import Image, ImageOps

    read_photo(raw)
    target = io.BytesIO()
    with _opened(raw) as opened:
        is_jpeg = opened.format in ("JPEG", TWO_IN_ONE)
        is_webp = opened.format == "WEBP"
        upright = ImageOps.exif_transpose(opened)
        upright.thumbnail((widest, widest * 2), Image.Resampling.LANCZOS)
        if is_jpeg:
            bare = upright.convert("RGB")
            bare.info = {}
            bare.save(target, "JPEG", quality=80, optimize=True, progressive=True)
        else:
            upright.info = {key: value for key, value in upright.info.items() if key == "transparency"}
            if is_webp:
                upright.save(target, "WEBP", quality=80, method=4)
            else:
                upright.save(target, "PNG", optimize=True)
    return target.getvalue()
