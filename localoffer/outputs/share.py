"""`/share/<kind>.png`: the picture that stands with a link in a message, one for each kind of page: the offer's name and what it leads to.

In: the Index. Out: PNG files in the council's own colours, drawn with the font that comes with Pillow; no photo, so nobody stands for
somebody else.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial

from PIL import Image, ImageDraw, ImageFont

from localoffer.outputs.files import Later, PublishedFile
from localoffer.outputs.index import Index

SIZE = WIDTH, HEIGHT = 1200, 630
EDGE = 90
HALF = 360
"""Where the name ends at the latest, so that the words have room."""
SIZES = (84, 64, 48, 36)
"""Of the name's letters: the largest with which it fits."""
KINDS = {
    "page": "Help for children and young people with special educational needs or a disability",
    "service": "What it is, who it is for, how to get it",
    "list": "Services to choose from",
    "guide": "A guide, step by step",
    "easy": "Easy read",
}
"""Names of the pictures, as the templates in theme/ ask for them, with their words."""
PRIMARY, ON_PRIMARY = "#0b4a57", "#ffffff"


def make_files(index: Index) -> Iterator[PublishedFile]:
    """All of them, where links can be shared: with a site's address."""
    site = index.catalogue.site
    if not site.site_url:
        return
    colours = site.council.colours
    name = site.offer_name or f"{site.council.place} SEND Local Offer"
    for kind, words in KINDS.items():
        drawn = partial(picture, name, words, colours.primary or PRIMARY, colours.on_mast or ON_PRIMARY)
        yield f"share/{kind}.png", Later(index.catalogue.key_of(), drawn)


def picture(name: str, words: str, ground: str, ink: str) -> bytes:
    """One picture."""
    image = Image.new("RGB", SIZE, ground)
    draw = ImageDraw.Draw(image)
    size = next((size for size in SIZES if _lines(draw, name, size, EDGE, ground) <= HALF), SIZES[-1])
    below = _lines(draw, name, size, EDGE, ink)
    draw.rectangle((EDGE, below + 20, EDGE + 180, below + 30), fill=ink)
    _lines(draw, words, 46, below + 75, ink)
    file = io.BytesIO()
    image.quantize(16).save(file, "PNG", optimize=True)
    return file.getvalue()


def _lines(draw: ImageDraw.ImageDraw, text: str, size: int, top: int, ink: str) -> int:
    """Write the text in lines that fit; where the next would stand."""
    font = ImageFont.load_default(size)
    line = ""
    for word in [*text.split(), ""]:
        longer = f"{line} {word}".strip()
        if word and draw.textlength(longer, font) <= WIDTH - 2 * EDGE:
            line = longer
            continue
        if line:
            draw.text((EDGE, top), line, fill=ink, font=font)
            top += size * 5 // 4
        line = word
    return top
