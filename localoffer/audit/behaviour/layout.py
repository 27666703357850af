"""Size and space: narrow screens, wider spacing, bigger text, fingers.

In: a visit. Out: faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localoffer.audit.behaviour.keyboard import name_of
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import PageVisit
from localoffer.browser.visit import PHONE, Look
from localoffer.findings import ERROR, WARNING

SMALLEST, ROOMY = 24, 44
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
DOUBLE = "html { font-size: 200% !important; }"


def check_reflow(visit: PageVisit) -> Iterator[BrowserFault]:
    """At 320 pixels, as at 400 % zoom, nothing needs scrolling sideways and no text is cut or lies on other text (WCAG 1.4.10)."""
    visit.show(Look(PHONE))
    yield from _too_wide(visit, "at 320 pixels", "1.4.10")
    yield from _lost_text(visit, "at 320 pixels", "1.4.10")


def check_text_spacing(visit: PageVisit) -> Iterator[BrowserFault]:
    """With the spacing of WCAG 1.4.12 no text is cut, lies on other text or needs scrolling sideways."""
    for width in visit.widths:
        visit.show(Look(width))
        visit.measure("spaceText", SPACING)
        yield from _too_wide(visit, "with wider text spacing", "1.4.12")
        yield from _lost_text(visit, "with wider text spacing", "1.4.12")
        visit.measure("unspaceText")


def check_double_text(visit: PageVisit) -> Iterator[BrowserFault]:
    """Text grows to 200 % with the reader's own text size, and none is cut, covered or off the side (WCAG 1.4.4)."""
    visit.show(Look())
    visit.measure("markSizes")
    visit.measure("spaceText", DOUBLE)
    for thing in visit.measure("notGrown"):
        yield visit.fault(
            "text-does-not-grow",
            f"{name_of(thing)} stays small when the reader asks for text twice the size",
            "give text sizes in rem, not in pixels or parts of the window.",
            at=thing,
            wcag="1.4.4",
        )
    yield from _too_wide(visit, "with text at 200 %", "1.4.4")
    yield from _lost_text(visit, "with text at 200 %", "1.4.4")
    visit.measure("unspaceText")


def _too_wide(visit: PageVisit, when: str, wcag: str) -> Iterator[BrowserFault]:
    for thing in visit.measure("tooWide"):
        yield visit.fault(
            "too-wide",
            f"{when} {name_of(thing)} sticks out {thing['by']} pixels, so the page scrolls sideways",
            "let it wrap, shrink, or scroll inside a box of its own.",
            at=thing,
            wcag=wcag,
        )


def _lost_text(visit: PageVisit, when: str, wcag: str) -> Iterator[BrowserFault]:
    visit.measure("blur")  # a skip link that has the focus lies on the page, as it should
    for thing in visit.measure("cut"):
        yield visit.fault(
            "text-cut",
            f"{when} {name_of(thing)} is cut off by {thing['by']}",
            "give the box no fixed height and no hidden overflow.",
            at=thing,
            wcag=wcag,
        )
    for thing in visit.measure("overlapping"):
        yield visit.fault(
            "text-on-text",
            f"{when} {name_of(thing)} lies on “{thing['by']}”",
            "let the boxes grow with their text.",
            at=thing,
            wcag=wcag,
        )


def check_under_sticky(visit: PageVisit) -> Iterator[BrowserFault]:
    """A link to a place in the page shows that place, not something that lies on it (WCAG 2.4.11)."""
    for width in visit.widths:
        visit.show(Look(width))
        for place in visit.measure("coveredPlaces"):
            yield visit.fault(
                "under-sticky",
                f"a link to {name_of(place)} leaves it under {place['by']}",
                "let nothing stay in place over the page, or give the page scroll-padding.",
                at=place,
                wcag="2.4.11",
            )


def check_target_size(visit: PageVisit) -> Iterator[BrowserFault]:
    """What people press is at least 24 pixels each way, and better 44; links inside a sentence are free (WCAG 2.5.8)."""
    for width in visit.widths:
        visit.show(Look(width))
        for target in visit.measure("targets"):
            if size_fault := _size(target):
                severity, least = size_fault
                yield visit.fault(
                    "target-too-small",
                    f"{name_of(target)} is {target['width']:g} by {target['height']:g} pixels",
                    f"give it padding until it is at least {least} pixels each way.",
                    at=target,
                    wcag="2.5.8",
                    severity=severity,
                )


def _size(target: dict[str, Any]) -> tuple[str, int] | None:
    least = min(target["width"], target["height"])
    if least < SMALLEST:
        return ERROR, SMALLEST
    return (WARNING, ROOMY) if least < ROOMY - 0.5 else None
