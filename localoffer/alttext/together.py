"""The two rules that need to see all pictures: one alt on different pictures, different alts on one picture.

In: pictures with whatever says where each stands. Out: the rule, the fault and the place of each picture after the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from localoffer.alttext.picture import Shown, folded
from localoffer.findings import WARNING
from localoffer.rulebook import Fault, Rule, Rules

PlaceT = TypeVar("PlaceT")
Found = Iterator[tuple[Rule, Fault, PlaceT]]
TOGETHER = Rules("alt-text", severity=WARNING)
REPEATED = TOGETHER.declare(
    "alt-repeated",
    "Different pictures do not have one alt: each says what it shows itself.",
    bad='<img src="a.jpg" alt="Children at play outdoors"><img src="b.jpg" alt="Children at play outdoors">',
    good='<img src="a.jpg" alt="Children at play outdoors"><img src="b.jpg" alt="Children painting a wall">',
)
VARYING = TOGETHER.declare(
    "alt-varies",
    "One picture has one alt wherever it is shown.",
    bad='<img src="a.jpg" alt="Children at play outdoors"><img src="a.jpg" alt="The garden in summer">',
    good='<img src="a.jpg" alt="Children at play outdoors"><img src="a.jpg" alt="Children at play outdoors">',
)


def faults_together(pictures: Iterable[tuple[Shown, PlaceT]]) -> Found[PlaceT]:
    """Each picture whose alt or file has been seen before with another partner; the first is never at fault."""
    first_file: dict[str, str] = {}
    first_alt: dict[str, str] = {}
    for picture, place in pictures:
        alt = folded(picture.words)
        if not alt or not picture.file or picture.is_decorative:
            continue
        if first_file.setdefault(alt, picture.file) != picture.file:
            message = f"another picture has the alt “{picture.words}” too"
            yield REPEATED, Fault(message, "say in each what it shows that others do not."), place
        if first_alt.setdefault(picture.file, alt) != alt:
            message = f"{picture.name} has another alt in another place"
            yield VARYING, Fault(message, "use the same words wherever you show this picture."), place
