"""Size and space: narrow screens, wider spacing, bigger text, fingers.

In: a visit. Out: faults.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from localoffer.audit import rules
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import PageVisit, name_of
from localoffer.browser.visit import PHONE, Look
from localoffer.findings import ERROR, WARNING

SMALLEST, ROOMY = 24, 44
SPACING = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
DOUBLE = "html { font-size: 200% !important; }"


def check_reflow(visit: PageVisit) -> Iterator[BrowserFault]:
    """At 320 pixels, as at 400 % zoom, nothing needs scrolling sideways and no text is cut or lies on other text (WCAG 1.4.10)."""
    visit.show(Look(PHONE))
    yield from too_wide_or_lost(visit, "at 320 pixels", "1.4.10")


def check_text_spacing(visit: PageVisit) -> Iterator[BrowserFault]:
    """With the spacing of WCAG 1.4.12 no text is cut, lies on other text or needs scrolling sideways."""
    for _width in visit.each_width():
        visit.measure("spaceText", SPACING)
        yield from too_wide_or_lost(visit, "with wider text spacing", "1.4.12")
        visit.measure("unspaceText")


def check_double_text(visit: PageVisit) -> Iterator[BrowserFault]:
    """Text grows to 200 % with the reader's own text size, on a phone too, and none is cut, covered or off the side (WCAG 1.4.4)."""
    for _width in visit.each_width():
        yield from double_text(visit)


def double_text(visit: PageVisit) -> Iterator[BrowserFault]:
    """What is wrong with the page that is shown when its text is twice the size."""
    visit.measure("markSizes")
    visit.measure("spaceText", DOUBLE)
    message = "{it} stays small when the reader asks for text twice the size"
    fix = "give text sizes in rem, not in pixels or parts of the window."
    yield from visit.faults(visit.measure("notGrown"), rules.TEXT_DOES_NOT_GROW, message, fix, "1.4.4")
    yield from too_wide_or_lost(visit, "with text at 200 %", "1.4.4")
    visit.measure("unspaceText")


def too_wide_or_lost(visit: PageVisit, when: str, wcag: str) -> Iterator[BrowserFault]:
    """What makes the page that is shown scroll sideways, and text that is cut off or lies on other text."""
    yield from _too_wide(visit, when, wcag)
    yield from _lost_text(visit, when, wcag)


def _too_wide(visit: PageVisit, when: str, wcag: str) -> Iterator[BrowserFault]:
    message = f"{when} {{it}} sticks out {{by}} pixels, so the page scrolls sideways"
    fix = "let it wrap, shrink, or scroll inside a box of its own."
    yield from visit.faults(visit.measure("tooWide"), rules.TOO_WIDE, message, fix, wcag)


def _lost_text(visit: PageVisit, when: str, wcag: str) -> Iterator[BrowserFault]:
    visit.measure(
        "begin"
    )  # a skip link that has the focus lies on the page, as it should, and so may what stays in place
    message, fix = f"{when} {{it}} is cut off by {{by}}", "give the box no fixed height and no hidden overflow."
    yield from visit.faults(visit.measure("cut"), rules.TEXT_CUT, message, fix, wcag)
    message, fix = f"{when} {{it}} lies on “{{by}}”", "let the boxes grow with their text."
    yield from visit.faults(visit.measure("overlapping"), rules.TEXT_ON_TEXT, message, fix, wcag)


def check_under_sticky(visit: PageVisit) -> Iterator[BrowserFault]:
    """A link to a place in the page shows that place, not something that lies on it (WCAG 2.4.11)."""
    message = "a link to {it} leaves it under {by}"
    fix = "let nothing stay in place over the page, or give the page scroll-padding."
    for _width in visit.each_width():
        yield from visit.faults(visit.measure("coveredPlaces"), rules.UNDER_STICKY, message, fix, "2.4.11")


def check_target_size(visit: PageVisit) -> Iterator[BrowserFault]:
    """What people press is at least 24 pixels each way, and better 44; links inside a sentence are free (WCAG 2.5.8)."""
    for _width in visit.each_width():
        for target in visit.measure("targets"):
            if size_fault := _size(target):
                severity, least = size_fault
                message = f"{name_of(target)} is {target['width']:g} by {target['height']:g} pixels"
                fix = f"give it padding until it is at least {least} pixels each way."
                yield visit.fault(rules.TARGET_TOO_SMALL, message, fix, at=target, wcag="2.5.8", severity=severity)


def _size(target: dict[str, Any]) -> tuple[str, int] | None:
    least = min(target["width"], target["height"])
    if least < SMALLEST:
        return ERROR, SMALLEST
    return (WARNING, ROOMY) if least < ROOMY - 0.5 else None
