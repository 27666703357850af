"""What a council may change of how its offer looks: colours, links of its own, the picture on the home page."""

from __future__ import annotations

import re
from typing import Annotated, Any

from pydantic import BeforeValidator

from localoffer.model import rules
from localoffer.model.base import Part, says
from localoffer.model.contact_forms import standard_web, web_address
from localoffer.model.form import Form, text_of
from localoffer.model.forms import Line, YesNo
from localoffer.model.rules import refuse
from localoffer.model.taken.reach import ADDRESS_FORM


def _colour(value: Any) -> Any:
    """A colour is written #RRGGBB."""
    if isinstance(value, str):
        if not re.fullmatch(r"#[0-9a-fA-F]{6}", value.strip(), re.ASCII):
            message = f"“{value[:60]}” is not a colour we can read"
            refuse(rules.COLOUR_FORM, message, 'write it like "#1d4f91", in quotation marks.')
        return value.strip().lower()
    return value


Colour = Annotated[str, BeforeValidator(_colour)]

_OFFERS_OWN = r"/(?:[\w.~-]+/)*(?:[?#]\S*)?"


def _page_or_address(text: str) -> str:
    return text.strip() if re.fullmatch(_OFFERS_OWN, text.strip()) else web_address(text)


def _standard(text: str) -> str | None:
    return text.strip() if re.fullmatch(_OFFERS_OWN, text.strip()) else standard_web(text)


PageOrAddress = Annotated[str, Form(_page_or_address, _standard, text_of(rf"^\s*{_OFFERS_OWN}\s*$", ADDRESS_FORM))]
"""A page of this offer, from the first slash on, or a whole web address."""


class Colours(Part):
    """The council's colours; pairs that people cannot read are refused."""

    primary: Colour | None = says("The band at the top.", '"#0b4a57"', "main", "header", default=None)
    on_mast: Colour | None = says("Words on that band.", '"#ffffff"', "header_text", default=None)
    accent: Colour | None = says("Links and things to press.", '"#0b4a57"', "link", "links", default=None)
    on_accent: Colour | None = says("Words on things to press.", '"#ffffff"', "button_text", default=None)
    visited: Colour | None = says("Links that were followed.", '"#5b2a6b"', default=None)
    ink: Colour | None = says("Words.", '"#1c2629"', "text", "body", default=None)
    soft: Colour | None = says("Words that are said more quietly.", '"#434f53"', "muted", default=None)
    ground: Colour | None = says("The page.", '"#fffdf9"', "background", "page", default=None)
    surface: Colour | None = says("Cards, and boxes to write in.", '"#ffffff"', "card", "cards", default=None)
    cream: Colour | None = says("Boxes with a person, a date or a warning.", '"#fcf1dc"', default=None)
    tint: Colour | None = says("Boxes with what is good to know.", '"#e7f1f0"', default=None)
    hero: Colour | None = says("The band of the home page.", '"#fcf1dc"', "banner", default=None)
    warm: Colour | None = says("The one highlight.", '"#ffb938"', "highlight", default=None)
    edge: Colour | None = says("Edges of buttons and boxes to write in.", '"#5f6f73"', "border", default=None)
    line: Colour | None = says("Thin lines that carry no meaning.", '"#ddd5c6"', "rule", default=None)


class OwnLink(Part):
    """A link of the council's own in the header or the footer."""

    text: Line = says("Where it leads, in words.", "Short breaks", "title", "name", "label")
    url: PageOrAddress = says(
        "A page of this offer from the first slash on, or a web address.",
        "/guides/short-breaks/",
        "link",
        "href",
        "address",
    )


class HomePicture(Part):
    """The picture of the home page, in place of the drawing."""

    file: Line = says("A picture file in content/.", "assets/home.jpg", "src", "image", "picture")
    alt: str | None = says(
        "What it shows, for people who cannot see it.", "Children by a river", "alt_text", default=None
    )
    decorative: YesNo = says("yes if it adds nothing to the words.", "yes", "decoration", default=False)
