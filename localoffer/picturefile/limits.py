"""The limits of pictures, in one place: the check, the build and the field guide read them here."""

from __future__ import annotations

KILOBYTE = 1024
MEGABYTE = 1024 * KILOBYTE

MOST_PHOTO_BYTES = 20 * MEGABYTE
"""A photo straight from a phone has 3 to 12 MB; the published one is made smaller."""
MOST_PIXELS = 64_000_000
"""Width times height: a little above what phones take (50 megapixels), and 200 MB of memory while it is drawn again."""
MOST_DRAWING_BYTES = 256 * KILOBYTE
"""A drawing (SVG) is published at the size it has."""
MOST_SHAPES = 20_000
"""Shapes a browser draws, those shown again with <use> counted each time."""
DEEPEST = 100
"""Groups inside each other."""

ENDINGS = {
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".png": "PNG",
    ".webp": "WEBP",
    ".svg": "SVG",
}
"""Ending of a file's name → the kind of picture it must then be. Other kinds are not published."""

KINDS = "A picture is a JPEG, PNG, WebP or SVG file, and its name ends as its kind does: .jpg, .png, .webp or .svg."
SIZES = (
    f"A photo has at most {MOST_PHOTO_BYTES // MEGABYTE} MB and {MOST_PIXELS // 1_000_000} million pixels, such as 8,000 by "
    f"8,000; a drawing (SVG) has at most {MOST_DRAWING_BYTES // KILOBYTE} KB and {MOST_SHAPES:,} shapes."
)
