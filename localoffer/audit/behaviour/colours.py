"""Colours: contrast in light and dark, links, and what is left when the reader's own colours are forced.

In: a visit. Out: faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localoffer.audit import rules
from localoffer.audit.behaviour.focus import SCHEMES
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import PageVisit, name_of
from localoffer.browser.visit import Look


def check_contrast(visit: PageVisit) -> Iterator[BrowserFault]:
    """Text stands out 7:1, large text and words on controls 4.5:1, edges of controls 3:1, links that were visited like others
    (DESIGN section 9; WCAG 1.4.3, 1.4.6, 1.4.11)."""
    for scheme in SCHEMES:
        visit.show(Look(scheme=scheme))
        things = visit.measure("contrasts")
        yield from faint(visit, things)
        if visit.measure("visitLinks"):
            seen = {(thing["selector"], thing["words"]) for thing in things}
            visited = [one for one in visit.measure("contrasts") if (one["selector"], one["words"]) not in seen]
            yield from faint(visit, visited, " once it was visited")
        visit.measure("unspaceText")


def faint(visit: PageVisit, things: list[dict[str, Any]], when: str = "") -> Iterator[BrowserFault]:
    """A fault of each thing that does not stand out enough."""
    for thing in things:
        rule = rules.TEXT_FAINT if thing["what"] == "text" else rules.EDGE_FAINT
        what = "stands out" if thing["what"] == "text" else "has an edge that stands out"
        message = f"{name_of(thing)} {what} {thing['ratio']:g}:1{when}; it needs {thing['least']:g}:1"
        fix = "choose a darker or lighter colour."
        yield visit.fault(rule, message, fix, at=thing, wcag="1.4.6" if rule is rules.TEXT_FAINT else "1.4.11")


def check_links_told_by_colour(visit: PageVisit) -> Iterator[BrowserFault]:
    """A link in running text is underlined, or told apart by more than its colour (WCAG 1.4.1)."""
    visit.show(Look())
    message = "only its colour says that {it} is a link"
    yield from visit.faults(visit.measure("colourLinks"), rules.LINK_BY_COLOUR_ONLY, message, "underline it.", "1.4.1")


def check_forced_colours(visit: PageVisit) -> Iterator[BrowserFault]:
    """With the reader's own colours, buttons and fields keep an edge, and no picture vanishes (WCAG 1.4.1, 1.4.11)."""
    visit.show(Look(forced=True))
    yield from lost(visit)


def lost(visit: PageVisit) -> Iterator[BrowserFault]:
    """What the page that is shown in forced colours has lost."""
    for thing in visit.measure("lostInForcedColours"):
        if thing["what"] == "edge":
            message = f"{name_of(thing)} has no edge in forced colours"
            fix = "give it a border, which may be transparent."
        else:
            message = f"a picture at {name_of(thing)} vanishes in forced colours"
            fix = "use an img or inline SVG with currentColor, not a mask."
        yield visit.fault(rules.LOST_IN_FORCED_COLOURS, message, fix, at=thing, wcag="1.4.11")
