"""Files for schools: what their staff can choose from, and a badge for their website as drawing and as picture.

In: the Index. Out: about/for-schools/choices.json, badge.svg and badge.png; the same offer gives the same bytes.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from functools import partial
from html import escape

from PIL import Image, ImageDraw, ImageFont

from localoffer.addresses import BADGE, BADGE_PICTURE, CHOICES, EMBED_SCRIPT, EMBED_SEARCH, FIND, whole_url
from localoffer.model.vocabulary import Area, Need, Topic
from localoffer.outputs import snippets as parts
from localoffer.outputs.files import Later, PublishedFile, json_text
from localoffer.outputs.frame import offer_name
from localoffer.outputs.index import Index

INK, GROUND, EDGE = "#0b3a44", "#ffffff", "#ffb938"
WIDTH, HEIGHT, SCALE = 280, 84, 2
LINES = ("Extra needs or a disability?", "See all the help there is")
DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" width="280" height="84" viewBox="0 0 280 84" role="img" aria-labelledby="t">
<title id="t">{name}</title>
<rect width="280" height="84" rx="8" fill="#ffffff"/>
<rect x="1" y="1" width="278" height="82" rx="7" fill="none" stroke="#0b3a44" stroke-width="2"/>
<rect x="10" y="12" width="6" height="60" fill="#ffb938"/>
<g fill="#0b3a44" font-family="Arial, Helvetica, sans-serif">
<text x="26" y="32" font-size="{size}" font-weight="700" textLength="{long}" lengthAdjust="spacingAndGlyphs">{shown}</text>
<text x="26" y="53" font-size="13">{first}</text>
<text x="26" y="70" font-size="13">{second}</text>
</g>
</svg>
"""
ROOM = 240
"""How wide the name may be."""


def make_files(index: Index) -> Iterator[PublishedFile]:
    """The three."""
    name = offer_name(index.catalogue)
    yield CHOICES, json_text(choices(index))
    yield BADGE, drawing(name)
    yield BADGE_PICTURE, Later(index.catalogue.key_of(), partial(picture, name))


def choices(index: Index) -> dict[str, object]:
    """`site`, `offer`, the pieces with holes in them, and every list by its id and name."""
    words, site = index.catalogue.vocabulary, index.catalogue.site.site_url
    return {
        "site": whole_url("", site),
        "offer": offer_name(index.catalogue),
        "search": [FIND, EMBED_SEARCH, parts.SEARCH_HEIGHT],
        "height": parts.LIST_HEIGHT,
        "forms": {
            "link": parts.LINK,
            "list": parts.LIST,
            "grows": parts.GROWS.replace("{list}", parts.LIST),
            "address": parts.ADDRESS,
        },
        "script": whole_url(EMBED_SCRIPT, site),
        "topics": _named(words.topics.values()),
        "needs": _named(words.needs.values()),
        "ages": [[stage.id, f"Ages {stage.name}"] for stage in words.stages.values()],
        "areas": _named(words.areas.values()),
    }


def _named(members: Iterable[Topic | Need | Area]) -> list[list[str]]:
    return [[member.id, member.name] for member in members]


def drawing(name: str) -> str:
    """The badge as SVG. The name keeps inside whatever font a reader has."""
    shown, size, wide = _fitting(name)
    return DRAWING.format(name=escape(name), shown=escape(shown), size=size, long=wide, first=LINES[0], second=LINES[1])


def picture(name: str) -> bytes:
    """The badge as PNG, twice as large as it is shown."""
    image = Image.new("RGB", (WIDTH * SCALE, HEIGHT * SCALE), GROUND)
    draw = ImageDraw.Draw(image)
    draw.rounded_rectangle((0, 0, WIDTH * SCALE - 1, HEIGHT * SCALE - 1), 8 * SCALE, GROUND, INK, 2 * SCALE)
    draw.rectangle((10 * SCALE, 12 * SCALE, 16 * SCALE, 72 * SCALE), EDGE)
    shown, size, _wide = _fitting(name)
    for text, base, letters in ((shown, 32, size), (LINES[0], 53, 13), (LINES[1], 70, 13)):
        draw.text((26 * SCALE, base * SCALE), text, INK, ImageFont.load_default(letters * SCALE), anchor="ls")
    held = io.BytesIO()
    image.save(held, "PNG", optimize=True)
    return held.getvalue()


def _fitting(name: str) -> tuple[str, int, int]:
    """The name as it fits, the size of its letters, and how wide it is then; one that is far too long is cut."""
    for size in range(18, 9, -1):
        if _width(name, size) <= ROOM:
            return name, size, _width(name, size)
    while len(name) > 1 and _width(f"{name}…", 10) > ROOM:
        name = name[:-1].rstrip()
    return f"{name}…", 10, _width(f"{name}…", 10)


def _width(text: str, size: int) -> int:
    return round(ImageFont.load_default(size).getlength(text))
