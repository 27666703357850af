"""Clean an SVG: from any file to shapes, colours and words, written anew from lists of what is allowed.

In: bytes. Out: `Drawing`: clean bytes, the words in it, and a fault that names the unsafe things taken out. The check
refuses a drawing with a fault; the build publishes the clean bytes, so that nothing unsafe could pass even then.
"""

from __future__ import annotations

import base64
import binascii
import re
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from localoffer.picturefile.allowed import (
    ATTRIBUTES,
    ELEMENTS,
    GEOMETRY,
    MATHML,
    SHAPES,
    SVG,
    UNSAFE_ELEMENTS,
    WORDS,
    XHTML,
    XLINK,
    XML,
)
from localoffer.picturefile.css import LOCAL, clean_declarations, clean_sheet, is_safe_value, shown
from localoffer.picturefile.fault import PictureFault, PictureRefused, too_big, unsafe
from localoffer.picturefile.limits import MOST_SHAPES
from localoffer.picturefile.parse import SAVE_AS_PNG, parse_drawing
from localoffer.picturefile.photo import kind_of, redraw

_HANDLER = re.compile(r"on[a-z]+", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\r\n]+")
_WITH_WORDS = frozenset(["text", "tspan", "textPath", "title", "desc", "style"])


@dataclass(frozen=True)
class Drawing:
    """`words`: what its text elements show. `fault`: which unsafe things it held, if any."""

    clean: bytes
    words: str
    fault: PictureFault | None


def clean_drawing(raw: bytes, *, shapes_only: bool = False) -> Drawing:
    """A drawing without anything unsafe; PictureRefused when nothing is left to publish.

    `shapes_only`: plain shapes and colours, as small as they go, for easy read.
    """
    parsed = parse_drawing(raw)
    cleaner = _Cleaner(shapes_only, list(parsed.unsafe))
    root = cleaner.clean(parsed.root)
    if root is None or _count_drawn(root) > MOST_SHAPES:
        raise PictureRefused(too_big(f"shows more than {MOST_SHAPES:,} shapes, by <use> of its own parts", SAVE_AS_PNG))
    text = ElementTree.tostring(_copied(root, {"xmlns": SVG, **root.attrib}), short_empty_elements=True)
    found = list(dict.fromkeys(cleaner.unsafe))[:MOST_NAMED]
    return Drawing(text, _words_of(root), unsafe(" and ".join(found)) if found else None)


MOST_NAMED = 3
"""Unsafe things that a message names; the others come to light when these are gone."""


class _Cleaner:
    """Builds a new tree, element by element and attribute by attribute. Names in it have no namespace."""

    def __init__(self, shapes_only: bool, found: list[str]) -> None:
        self.shapes_only = shapes_only
        self.elements = SHAPES if shapes_only else ELEMENTS
        self.attributes = GEOMETRY if shapes_only else ATTRIBUTES
        self.unsafe = found

    def clean(self, old: Element) -> Element | None:
        """The element without what is not allowed; None when it goes with all that is in it."""
        space, name = _split(old.tag)
        what = UNSAFE_ELEMENTS.get(name.lower())
        if what or space in (XHTML, MATHML):
            self.unsafe.append(what or "a piece of a web page")
        self.look_at_attributes(old)
        if what or space not in (SVG, "") or name not in self.elements:
            self.look_inside(old)
            return None
        new = Element("g" if name == "a" else name, self.clean_attributes(old, name))
        self.fill(new, old)
        if name == "image" and "href" not in new.attrib:
            return None
        return new

    def look_inside(self, old: Element) -> None:
        """What is taken out is read too, so that every unsafe thing is named."""
        for inner in old.iter():
            if inner is not old:
                what = UNSAFE_ELEMENTS.get(_split(inner.tag)[1].lower())
                self.unsafe += [what] if what else []
                self.look_at_attributes(inner)

    def fill(self, new: Element, old: Element) -> None:
        holds_words = new.tag in _WITH_WORDS and not self.shapes_only
        if new.tag == "style":
            new.text = clean_sheet("".join(old.itertext()), self.unsafe.append)
            return
        new.text = old.text if holds_words else None
        last: Element | None = None
        for inner in old:
            kept = self.clean(inner)
            if kept is not None and not (self.shapes_only and kept.tag == "g" and len(kept) == 0):
                new.append(kept)
                last = kept
            if holds_words and inner.tail:
                if last is None:
                    new.text = (new.text or "") + inner.tail
                else:
                    last.tail = (last.tail or "") + inner.tail

    def look_at_attributes(self, old: Element) -> None:
        """Name the attributes that run or fetch, on elements of any kind."""
        for full, value in old.attrib.items():
            space, name = _split(full)
            if _HANDLER.fullmatch(name) and space in ("", SVG, XHTML):
                self.unsafe.append(f"a handler, which runs a program ({name[:20]})")
            elif (space == XML and name == "base") or name.lower() == "src":
                self.unsafe.append(f"a reference to something outside it ({shown(value)})")

    def clean_attributes(self, old: Element, element: str) -> dict[str, str]:
        kept: dict[str, str] = {}
        for full, value in old.attrib.items():
            space, name = _split(full)
            if name == "href" and space in ("", XLINK, SVG):
                if address := self.clean_address(element, value):
                    kept["href"] = address
            elif space == XML and name in ("space", "lang") and not self.shapes_only:
                kept[f"{{{XML}}}{name}"] = value
            elif space == "" and name in self.attributes and (safe := self.clean_value(name, value)) is not None:
                kept[name] = safe
        return kept

    def clean_address(self, element: str, value: str) -> str | None:
        """`#name` for a part of the drawing, a small photo written out in full, or None."""
        address = value.strip()
        if LOCAL.fullmatch(address):
            return None if self.shapes_only or element == "image" else address
        if element == "image" and not self.shapes_only and re.match(r"data:", address, re.IGNORECASE):
            picture = clean_data_picture(address)
            if picture is None:
                self.unsafe.append("a picture inside it that is no JPEG, PNG or WebP photo")
            return picture
        if address:
            what = "a link" if element == "a" else "a reference to something outside it"
            self.unsafe.append(f"{what} ({shown(address)})")
        return None

    def clean_value(self, name: str, value: str) -> str | None:
        if self.shapes_only and "url" in value.lower():
            return None
        if name == "style":
            return clean_declarations(value, self.unsafe.append) or None
        if name in WORDS or is_safe_value(value, self.unsafe.append):
            return value
        return None


def _split(full: object) -> tuple[str, str]:
    """`{http://…}name` → its two parts."""
    space, mark, name = str(full).removeprefix("{").rpartition("}")
    return (space, name) if mark else ("", str(full))


def _copied(root: Element, attributes: dict[str, str]) -> Element:
    copy = Element(root.tag, attributes)
    copy.text = root.text
    copy.extend(list(root))
    return copy


def _words_of(root: Element) -> str:
    found = ["".join(text.itertext()) for text in root.iter("text")]
    return " ".join(_SPACE.sub(" ", words).strip() for words in found)


LONGEST_CHAIN = 300
"""How far one <use> may lead to the next."""


def _count_drawn(root: Element) -> int:
    """How many shapes are drawn when each <use> is followed; stops counting soon after the most."""
    parts = {part.attrib["id"]: part for part in root.iter() if "id" in part.attrib}
    known: dict[int, int] = {}

    def count(part: Element, above: tuple[int, ...]) -> int:
        if id(part) in above:
            return 0  # a circle: browsers draw nothing
        if len(above) > LONGEST_CHAIN:
            return MOST_SHAPES + 1
        if id(part) not in known:
            inner = sum(count(child, (*above, id(part))) for child in part)
            target = parts.get(part.attrib.get("href", "").removeprefix("#")) if part.tag == "use" else None
            if target is not None:
                inner += count(target, (*above, id(part)))
            known[id(part)] = min(1 + inner, MOST_SHAPES + 1)
        return known[id(part)]

    return count(root, ())


# Photos written out inside a drawing (data: addresses): drawn again as any photo is, or refused


_DATA = re.compile(r"data:image/(?:png|jpe?g|webp)\s*;\s*base64\s*,\s*([A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp"}
WIDEST = 1280


def clean_data_picture(address: str) -> str | None:
    """A data: address that holds a JPEG, PNG or WebP and nothing else; None for every other one."""
    found = _DATA.fullmatch(address)
    if not found:
        return None
    try:
        raw = base64.b64decode("".join(found[1].split()), validate=True)
        kind = kind_of(raw)
        clean = redraw(raw, WIDEST)
    except (binascii.Error, PictureRefused):
        return None
    return f"data:{_TYPES[kind]};base64,{base64.b64encode(clean).decode()}"
