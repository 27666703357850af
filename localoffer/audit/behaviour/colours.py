"""Colours: contrast in light and dark, links, and what is left when the reader's own colours are forced.

In: a visit. Out: faults.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.audit.behaviour.focus import SCHEMES
from localoffer.audit.behaviour.keyboard import name_of
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import PageVisit
from localoffer.browser.visit import Look


def check_contrast(visit: PageVisit) -> Iterator[BrowserFault]:
    """Text stands out 7:1, large text and words on controls 4.5:1, edges of controls 3:1 (DESIGN section 9; WCAG 1.4.3, 1.4.6, 1.4.11)."""
    for scheme in SCHEMES:
        visit.show(Look(scheme=scheme))
        for thing in visit.measure("contrasts"):
            rule = "text-faint" if thing["what"] == "text" else "edge-faint"
            what = "stands out" if thing["what"] == "text" else "has an edge that stands out"
            yield visit.fault(
                rule,
                f"{name_of(thing)} {what} {thing['ratio']:g}:1; it needs {thing['least']:g}:1",
                "choose a darker or lighter colour.",
                at=thing,
                wcag="1.4.6" if rule == "text-faint" else "1.4.11",
            )


def check_links_told_by_colour(visit: PageVisit) -> Iterator[BrowserFault]:
    """A link in running text is underlined, or told apart by more than its colour (WCAG 1.4.1)."""
    visit.show(Look())
    for link in visit.measure("colourLinks"):
        yield visit.fault(
            "link-by-colour-only",
            f"only its colour says that {name_of(link)} is a link",
            "underline it.",
            at=link,
            wcag="1.4.1",
        )


def check_forced_colours(visit: PageVisit) -> Iterator[BrowserFault]:
    """With the reader's own colours, buttons and fields keep an edge, and no picture vanishes (WCAG 1.4.1, 1.4.11)."""
    visit.show(Look(forced=True))
    for thing in visit.measure("lostInForcedColours"):
        if thing["what"] == "edge":
            message, fix = (
                f"{name_of(thing)} has no edge in forced colours",
                "give it a border, which may be transparent.",
            )
        else:
            message, fix = (
                f"a picture at {name_of(thing)} vanishes in forced colours",
                "use an img or inline SVG with currentColor, not a mask.",
            )
        yield visit.fault("lost-in-forced-colours", message, fix, at=thing, wcag="1.4.11")
