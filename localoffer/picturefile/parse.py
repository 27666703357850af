"""Read the bytes of an SVG file into a tree, without obeying anything in it.

In: bytes from anywhere. Out: the tree, and what the reader itself met that a drawing must not hold. expat reads; it
fetches nothing. Entities, compressed files and what is no SVG are refused before a tree is built from them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from localoffer.picturefile.allowed import SVG
from localoffer.picturefile.fault import PictureRefused, too_big, unreadable, unsafe, wrong_kind
from localoffer.picturefile.limits import DEEPEST, KILOBYTE, MOST_DRAWING_BYTES, MOST_SHAPES

GZIP = b"\x1f\x8b"
SAVE_AS_PNG = "make it simpler, or save it as PNG and name that file here."


@dataclass
class Parsed:
    """A tree whose names are written {namespace}name, and names of unsafe things the tree does not show."""

    root: Element
    unsafe: list[str] = field(default_factory=list)


def parse_drawing(raw: bytes) -> Parsed:
    """The tree of an SVG file; PictureRefused when there is none to be had."""
    if raw.startswith(GZIP):
        raise PictureRefused(wrong_kind("is a compressed drawing (SVGZ)", "save it as plain SVG, not compressed."))
    if len(raw) > MOST_DRAWING_BYTES:
        size, most = -(-len(raw) // KILOBYTE), MOST_DRAWING_BYTES // KILOBYTE
        raise PictureRefused(too_big(f"has {size} KB; the most for a drawing is {most} KB", SAVE_AS_PNG))
    reader = _Reader()
    try:
        root = reader.read(raw)
    except (expat.ExpatError, ValueError, LookupError):
        raise PictureRefused(
            unreadable("is not a proper SVG file", "save it again as SVG in your drawing program.")
        ) from None
    if root.tag not in ("svg", f"{{{SVG}}}svg"):
        raise PictureRefused(
            unreadable(
                "is not a drawing: it does not begin with <svg>", "save it again as SVG in your drawing program."
            )
        )
    return Parsed(root, reader.unsafe)


class _Reader:
    """expat's events → a tree; comments and instructions to programs are left out."""

    def __init__(self) -> None:
        self.builder = TreeBuilder()
        self.unsafe: list[str] = []
        self.depth = self.count = 0
        parser = self.parser = expat.ParserCreate(namespace_separator="}")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.builder.data
        parser.StartDoctypeDeclHandler = self.doctype
        parser.EntityDeclHandler = self.entity
        parser.ProcessingInstructionHandler = self.instruction
        parser.SkippedEntityHandler = self.skipped

    def read(self, raw: bytes) -> Element:
        self.parser.Parse(raw, True)
        root: Element = self.builder.close()
        return root

    def start(self, name: str, attributes: dict[str, str]) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > DEEPEST or self.count > MOST_SHAPES:
            raise PictureRefused(
                too_big(
                    f"has more than {MOST_SHAPES:,} shapes, or more than {DEEPEST} groups inside each other",
                    SAVE_AS_PNG,
                )
            )
        self.builder.start(_full(name), {_full(key): value for key, value in attributes.items()})

    def end(self, name: str) -> None:
        self.depth -= 1
        self.builder.end(_full(name))

    def doctype(self, _name: str, _system: str | None, _public: str | None, has_own_part: bool) -> None:
        if has_own_part:
            raise PictureRefused(unsafe("definitions of its own (<!DOCTYPE … [ ]>)"))

    def entity(self, *_facts: object) -> None:
        raise PictureRefused(unsafe("an entity (<!ENTITY>)"))

    def skipped(self, *_facts: object) -> None:
        raise PictureRefused(unsafe("an entity that is not written in it"))

    def instruction(self, target: str, _data: str) -> None:
        if target.lower().startswith("xml-"):
            self.unsafe.append(f"an instruction to fetch a file (<?{target[:30]}?>)")


def _full(name: str) -> str:
    return "{" + name if "}" in name else name
