"""What can be wrong with a picture file, in words for the person who added it."""

from __future__ import annotations

from typing import NamedTuple

from localoffer.picturefile.limits import KINDS, SIZES
from localoffer.rulebook import Rule, Rules

FILES = Rules("files")
PICTURE_KIND = FILES.declare("picture-kind", KINDS)
PICTURE_TOO_BIG = FILES.declare("picture-too-big", SIZES)
PICTURE_UNREADABLE = FILES.declare("picture-unreadable", "A picture file can be read to its end.")
PICTURE_UNSAFE = FILES.declare(
    "picture-unsafe",
    "A drawing (SVG) is shapes, colours and words: nothing in it runs, moves, links or fetches.",
)


class PictureFault(NamedTuple):
    """The rule, what is wrong (after the file's name), and a way out."""

    rule: Rule
    message: str
    fix: str


class PictureRefused(Exception):  # noqa: N818 - it says what happened
    """This file cannot be published as a picture."""

    def __init__(self, fault: PictureFault) -> None:
        super().__init__(fault.message)
        self.fault = fault


def unreadable(message: str, fix: str = "") -> PictureFault:
    """The file is broken, or holds no picture."""
    return PictureFault(PICTURE_UNREADABLE, message, fix or "open it in a picture program and save it again.")


def wrong_kind(message: str, fix: str) -> PictureFault:
    """The file is of a kind that is not published, or not of the kind its name says."""
    return PictureFault(PICTURE_KIND, message, fix)


def too_big(message: str, fix: str) -> PictureFault:
    """The file has too many bytes, pixels or shapes."""
    return PictureFault(PICTURE_TOO_BIG, message, fix)


def unsafe(what: str) -> PictureFault:
    """A drawing holds something that runs, moves or fetches."""
    return PictureFault(
        PICTURE_UNSAFE,
        f"holds {what}, and a drawing on the site is only shapes, colours and words",
        "save it again as “plain SVG” in your drawing program, or as PNG and name that file here.",
    )
