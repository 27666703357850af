"""The pictures of easy read: what each shows, what it means, and the words that say so. Each has an opposite, crossed out.

In: content/_data/pictures.yml. Out: one frozen model each.
"""

from __future__ import annotations

from typing import Annotated

from localoffer.model import rules
from localoffer.model.base import Record, says
from localoffer.model.forms import Id, Line, named

PictureSource = Annotated[
    str,
    named(
        r"(?:openmoji|material|own):(?!\.)[A-Za-z0-9][\w./-]*",
        rules.PICTURE_FORM,
        "the name of a picture we can find",
        "openmoji:1F4DE, material:phone or own:club.svg",
    ),
]


class Picture(Record):
    """A concept, its one meaning, and the file that shows it."""

    id: Id = says("The concept.", "phone")
    name: Line = says("What can be seen.", "a phone", "title")
    means: Line | None = says("The one thing it means.", "You can phone", "meaning", default=None)
    words: list[Line] = says("Words that say this; one of them stands beside it.", "[phone, call, ring]", default=[])
    file: PictureSource = says("openmoji:CODE, material:name or own:file.", "openmoji:1F4DE", "image")
    licence: Line = says("Terms of use.", "CC BY-SA 4.0", "license")
    credit: Line = says("Who made it.", "OpenMoji", "author")


NOT = "no-"
"""Before the name of a picture: the same one with a red cross."""


def opposite(name: str) -> str:
    """`lift` → `no-lift`, and back."""
    return name.removeprefix(NOT) if name.startswith(NOT) else f"{NOT}{name}"


def crossed_out(picture: Picture) -> Picture:
    """The same picture with a red cross: it means that there is no such thing."""
    means = f"Not: {picture.means}" if picture.means else None
    return picture.model_copy(
        update={"id": f"{NOT}{picture.id}", "name": f"{picture.name}, crossed out", "means": means}
    )
