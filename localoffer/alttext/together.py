"""The two rules that need to see all pictures: one alt on different pictures, different alts on one picture.

In: pictures with whatever says where each stands. Out: the rule, the fault and the place of each picture after the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from localoffer.alttext.picture import AltFault, AltRule, Shown, folded
from localoffer.findings import WARNING

PlaceT = TypeVar("PlaceT")
Found = Iterator[tuple[AltRule, AltFault, PlaceT]]


def check_repeated(picture: Shown) -> Iterator[AltFault]:
    """Different pictures do not have one alt: each says what it shows itself."""
    yield AltFault(
        WARNING, f"another picture has the alt “{picture.words}” too", "say in each what it shows that others do not."
    )


def check_varying(picture: Shown) -> Iterator[AltFault]:
    """One picture has one alt wherever it is shown."""
    yield AltFault(
        WARNING,
        f"{picture.name} has another alt in another place",
        "use the same words wherever you show this picture.",
    )


REPEATED = AltRule(
    "alt-repeated",
    '<img src="a.jpg" alt="Children at play outdoors"><img src="b.jpg" alt="Children at play outdoors">',
    '<img src="a.jpg" alt="Children at play outdoors"><img src="b.jpg" alt="Children painting a wall">',
    check_repeated,
    WARNING,
)
VARYING = AltRule(
    "alt-varies",
    '<img src="a.jpg" alt="Children at play outdoors"><img src="a.jpg" alt="The garden in summer">',
    '<img src="a.jpg" alt="Children at play outdoors"><img src="a.jpg" alt="Children at play outdoors">',
    check_varying,
    WARNING,
)
TOGETHER = (REPEATED, VARYING)


def faults_together(pictures: Iterable[tuple[Shown, PlaceT]]) -> Found[PlaceT]:
    """Each picture whose alt or file has been seen before with another partner; the first is never at fault."""
    first_file: dict[str, str] = {}
    first_alt: dict[str, str] = {}
    for picture, place in pictures:
        alt = folded(picture.words)
        if not alt or not picture.file or picture.is_decorative:
            continue
        if first_file.setdefault(alt, picture.file) != picture.file:
            yield from ((REPEATED, fault, place) for fault in check_repeated(picture))
        if first_alt.setdefault(picture.file, alt) != alt:
            yield from ((VARYING, fault, place) for fault in check_varying(picture))
