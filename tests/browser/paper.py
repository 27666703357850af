"""What a browser prints, sheet by sheet: how many lines of words each has.

In: a PDF as Chromium writes it. Out: a number for each sheet; pictures and square codes are no words.
"""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(\d+) 0 obj\n?(.*?)endobj", re.DOTALL)
_REFERENCE = re.compile(rb"(\d+) 0 R")
_WORDS = re.compile(rb"BT(.*?)ET", re.DOTALL)
_PLACE = re.compile(rb"[-\d.]+ ([-\d.]+) Tm")


def lines_of_sheets(pdf: bytes) -> list[int]:
    """Of each sheet, in order, at how many heights it has words."""
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(pdf)}
    (catalogue,) = (text for text in objects.values() if b"/Type /Catalog" in text)
    return [len(_heights(_content(sheet, objects))) for sheet in _sheets(_named(catalogue, b"Pages"), objects)]


def _sheets(number: int, objects: dict[int, bytes]) -> list[bytes]:
    text = objects[number]
    if b"/Type /Pages" not in text:
        return [text]
    kids = _REFERENCE.findall(text[text.index(b"/Kids") : text.index(b"]", text.index(b"/Kids"))])
    return [sheet for kid in kids for sheet in _sheets(int(kid), objects)]


def _named(text: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", text)
    assert found, name
    return int(found[1])


def _content(sheet: bytes, objects: dict[int, bytes]) -> bytes:
    text = objects[_named(sheet, b"Contents")]
    stream = text[text.index(b"stream") + len(b"stream") :].lstrip(b"\r\n")
    return zlib.decompressobj().decompress(stream) if b"/FlateDecode" in text else stream


def _heights(content: bytes) -> set[int]:
    return {round(float(place) / 4) for words in _WORDS.findall(content) for place in _PLACE.findall(words)}
