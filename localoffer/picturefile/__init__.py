"""What may be in a picture file, wherever it comes from: looked at before it is named a picture, cleaned before it is published.

In: a file's name and its bytes. Out: `Looked` (its kind, size and words, and what is wrong with it), or clean bytes. Drawings (SVG)
are written anew from a list of what is allowed; photos are drawn again. Nothing is fetched and nothing in them is run.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from localoffer.picturefile.drawing import Drawing, clean_drawing
from localoffer.picturefile.fault import PictureFault, PictureRefused, unreadable, wrong_kind
from localoffer.picturefile.limits import ENDINGS
from localoffer.picturefile.photo import KINDS, kind_of, read_photo, redraw

__all__ = [
    "Drawing",
    "Looked",
    "PictureFault",
    "PictureRefused",
    "clean_drawing",
    "clean_picture",
    "is_picture",
    "look_at",
]

WIDEST = 1280
"""Pixels of a published photo; its page never shows it wider."""
SAVE_IT = "open it in a picture program and save it as JPEG or PNG."
PUBLISHED = "JPEG, PNG, WebP or SVG"
_NOT_PUBLISHED = (".gif", ".avif", ".bmp", ".tif", ".tiff", ".heic", ".heif", ".svgz", ".ico", ".jxl", ".apng")
_SHOWN = {"WEBP": "WebP"}


@dataclass(frozen=True)
class Looked:
    """What a look at a picture file has shown. `words`: what a drawing's text elements say."""

    kind: str = ""
    size: tuple[int, int] | None = None
    words: str = ""
    fault: PictureFault | None = None


def is_picture(name: str) -> bool:
    """True for a name that ends like a picture's, of a kind that is published or not."""
    ending = PurePosixPath(name).suffix.lower()
    return ending in ENDINGS or ending in _NOT_PUBLISHED


def look_at(raw: bytes, name: str) -> Looked:
    """The kind of a picture file and what is wrong with it; it never raises for what a file holds."""
    kind = kind_of(raw)
    fault = _kind_fault(raw, kind, name)
    if fault:
        return Looked(kind, fault=fault)
    try:
        if kind == "SVG":
            drawing = clean_drawing(raw)
            return Looked(kind, words=drawing.words, fault=drawing.fault)
        return Looked(kind, read_photo(raw).size)
    except PictureRefused as refused:
        return Looked(kind, fault=refused.fault)


def _kind_fault(raw: bytes, kind: str, name: str) -> PictureFault | None:
    path = PurePosixPath(name)
    expected = ENDINGS.get(path.suffix.lower())
    if not raw.strip():
        return unreadable("has nothing in it", "put the picture there again.")
    if expected is None:
        own = path.suffix.lstrip(".").upper() or "of no kind"
        return wrong_kind(f"is {_a(own)} file, which is not published; {PUBLISHED} are", SAVE_IT)
    if kind == expected:
        return None
    if kind in KINDS or kind == "SVG":
        better = next(ending for ending, its in ENDINGS.items() if its == kind)
        return wrong_kind(
            f"is {_a(_SHOWN.get(kind, kind))} picture; its name says {_SHOWN.get(expected, expected)}",
            f"rename it to {path.stem}{better}, and write that name here.",
        )
    if kind == "compressed" and expected == "SVG":
        return wrong_kind("is a compressed drawing (SVGZ)", "save it as plain SVG, not compressed.")
    if kind:
        return wrong_kind(f"is {_a(kind)} file; its name says {_SHOWN.get(expected, expected)}", SAVE_IT)
    return unreadable(
        "holds no picture", "save it again as SVG in your drawing program." if expected == "SVG" else SAVE_IT
    )


def _a(noun: str) -> str:
    return f"{'an' if noun[:1] in 'AEIOaeio' or noun == 'SVG' else 'a'} {noun}"


def clean_picture(raw: bytes, name: str) -> bytes:
    """The bytes to publish; PictureRefused when there is nothing to publish."""
    fault = _kind_fault(raw, kind_of(raw), name)
    if fault:
        raise PictureRefused(fault)
    return clean_drawing(raw).clean if kind_of(raw) == "SVG" else redraw(raw, WIDEST)
