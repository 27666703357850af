"""Buttons: what pressing one does is seen and heard, and can be undone with Escape where it lies over the page.

In: a visit. Out: faults. A button that is the same on many pages and has no fault is pressed once in a whole audit.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from localoffer.audit import rules
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import PageVisit, name_of
from localoffer.browser.visit import Look

SETTLED = 120
"""Milliseconds in which a button has done what it does."""


def check_buttons(visit: PageVisit) -> Iterator[BrowserFault]:
    """A button that changes says so by more than colour, what changes elsewhere is announced, and Escape closes what it
    opens over the page (WCAG 1.4.1, 4.1.2, 4.1.3)."""
    visit.show(Look())
    pressed = set[tuple[str, ...]]()
    for button in visit.measure("buttons"):
        sort = ("button", button["selector"], button["words"], button["area"])
        if sort in pressed or sort in visit.good:
            continue
        pressed.add(sort)
        faults = list(_press(visit, button))
        if faults:  # what was still on its way may have come by itself
            faults = list(_press(visit, button, is_all_there=True))
        yield from faults
        if not faults:
            visit.good.add(sort)


def _press(visit: PageVisit, button: dict[str, Any], *, is_all_there: bool = False) -> Iterator[BrowserFault]:
    """`is_all_there`: waits until the page asks for nothing more."""
    page = visit.show(Look(), fresh=True)
    if is_all_there:
        page.wait_for_load_state("networkidle")
    visit.measure("buttons")
    handle = page.locator(f"[data-lo-audit-button='{button['place']}']")
    if not handle.count():
        return
    handle.focus()
    before = visit.measure("beforePress", button["place"])
    page.keyboard.press("Enter")
    page.wait_for_timeout(SETTLED)
    if page.url != before["url"] or not handle.count():
        return
    after = visit.measure("beforePress", button["place"])
    says_so = before["says"] != after["says"]
    if before["colours"] != after["colours"] and not says_so:
        message = f"{name_of(button)} shows its state by colour only"
        fix = "set aria-pressed, or change its words."
        yield visit.fault(rules.TOGGLE_BY_COLOUR_ONLY, message, fix, at=button, wcag="4.1.2")
    opens_over = after["over"] > before["over"]
    if opens_over and after["focused"]:
        page.keyboard.press("Escape")
        if visit.measure("beforePress", button["place"])["over"] >= after["over"]:
            message = f"Escape does not close what {name_of(button)} opens"
            fix = "on Escape, close it and put the focus back on the button."
            yield visit.fault(rules.ESCAPE_DOES_NOT_CLOSE, message, fix, at=button, wcag="2.4.3")
    new_words = Counter(after["words"]) - Counter(before["words"])
    if new_words and not opens_over and not says_so and after["focused"]:
        message = f"{name_of(button)} brings “{next(iter(new_words))[:60]}”, and nobody who listens is told"
        fix = "put the words into an element with role=status."
        yield visit.fault(rules.CHANGE_NOT_ANNOUNCED, message, fix, at=button, wcag="4.1.3")
