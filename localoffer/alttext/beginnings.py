"""The rules about how an alt begins and what it asks: no “image of”, no label, no order to press.

In: a `Shown`. Out: faults. A docstring is the rule; CONTENT_RULES.md is where they come from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.alttext.picture import Shown
from localoffer.rulebook import Fault, Rules

BEGINNINGS = Rules("alt-text")
Faults = Iterator[Fault]
SAY_WHAT_IT_SHOWS = "say in a few words what the picture shows."

_PICTURE = "image|picture|pic|photo|photograph|graphic|icon|illustration|drawing|screen ?shot"
_IMAGE_OF = re.compile(
    rf"(?:an? |the |this is an? |this )?((?:colou?r |stock )?(?:{_PICTURE}))(?: of\b|s of\b| showing\b)[ ,:]*(.*)",
    re.IGNORECASE | re.DOTALL,
)


@BEGINNINGS.rule(
    "alt-image-of", bad='<img src="a.jpg" alt="Photo of a swing">', good='<img src="a.jpg" alt="A swing on grass">'
)
def check_image_of(picture: Shown) -> Faults:
    """An alt does not begin with “image of” or the like: a screen reader has said that already."""
    if found := _IMAGE_OF.match(picture.words):
        rest = found[2][:1].upper() + found[2][1:]
        better = f"write “{rest}”" if rest else SAY_WHAT_IT_SHOWS
        yield Fault(f"the alt begins with “{picture.words[: found.start(2)].strip()}”, which readers know", better)


_LABEL = re.compile(
    rf"(?:(?:\w+ )?(?:{_PICTURE}|logo)s?"
    r"(?: description| caption| text)?|alt(?:ernative)?(?: text)?|caption|description)(?: ?\d+)?"
    r"(?:\s*:|\s+[-–—]|[–—])\s*(?=\S)",
    re.IGNORECASE,
)


@BEGINNINGS.rule(
    "alt-label", bad='<img src="a.jpg" alt="Photo: a swing on grass">', good='<img src="a.jpg" alt="A swing on grass">'
)
def check_label(picture: Shown) -> Faults:
    """An alt does not begin with a label like “Photo:” or “Image -”: a screen reader has said that already."""
    if found := _LABEL.match(picture.words):
        rest = picture.words[found.end() :]
        yield Fault(
            f"the alt begins with “{picture.words[: found.end()].strip()}”, which readers know",
            f"write “{rest[:1].upper()}{rest[1:]}”",
        )


_PRESS = r"(?:double[- ]?click|click|tap|press|touch|swipe|pinch|hover)"
_THING = r"(?:image|picture|photo|photograph|logo|icon|map|poster|thumbnail|link|button)"
_ORDER = re.compile(
    rf"(?:^|[.!?:;(–—-]\s*)(?:please |just )?"
    rf"((?:(?:double[- ]?)?click (?:to|here|on|the|this|for|and)|{_PRESS} (?:to|here|for)|"
    rf"{_PRESS} (?:on |over )?(?:the |this )?{_THING}|(?:select|choose|follow) (?:the |this )?{_THING})\b.*)",
    re.IGNORECASE | re.DOTALL,
)


@BEGINNINGS.rule(
    "alt-order",
    bad='<img src="map.png" alt="Click to see the map larger">',
    good='<img src="map.png" alt="Map of the way from the bus stop to the hall">',
)
def check_order(picture: Shown) -> Faults:
    """An alt says what the picture shows and gives no order like “Click to see it larger”: many people have no mouse."""
    if found := _ORDER.search(picture.words):
        what = "say where the link goes." if picture.is_linked else SAY_WHAT_IT_SHOWS
        yield Fault(f"the alt tells people to press: “{found[1][:40].strip()}”", what)
