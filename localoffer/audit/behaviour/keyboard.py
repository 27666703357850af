"""The keyboard: a reader who uses no mouse reaches everything, in order, sees where they are, and gets out again.

In: a visit. Out: faults.
"""

from __future__ import annotations

import string
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from localoffer.audit import rules
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import PageVisit, name_of
from localoffer.browser.visit import DESKTOP, Look

if TYPE_CHECKING:
    from playwright.sync_api import Page, Route

MOST_STOPS = 400
SINGLE_KEYS = string.ascii_lowercase + string.digits + "/.,?;'[]-=`"
Stop = dict[str, Any]


def check_skip_link_first(visit: PageVisit) -> Iterator[BrowserFault]:
    """The first Tab reaches a link that is then seen and leads to the main content, unless it is there already, as in a fragment
    of a page (WCAG 2.4.1)."""
    stop = next(iter(stops_of(visit, DESKTOP)[0]), None)
    if stop and stop["isInMain"]:
        return
    link = stop and stop["skips"]
    fix = "make the first thing on the page a link to the id of the main content, seen when it has the focus."
    if stop is None or link is None:
        message, wcag = "the first Tab does not reach a link that skips to the main content", "2.4.1"
    elif not link:
        message, wcag = "the skip link does not lead to the main content", "2.4.1"
    elif not stop["inView"]:
        message, wcag = "the skip link is not seen when it has the focus", "2.4.7"
    else:
        return
    yield visit.fault(rules.SKIP_LINK_MISSING, message, fix, at=stop, wcag=wcag)


def check_tab_stops(visit: PageVisit) -> Iterator[BrowserFault]:
    """Tab goes through the page in reading order, to things that can be seen and are not covered, and out at the end
    (WCAG 2.1.2, 2.4.3, 2.4.7, 2.4.11)."""
    for width in visit.widths:
        stops, trapped = stops_of(visit, width)
        if trapped:
            message = f"Tab does not get past {name_of(trapped)}"
            fix = "let Tab and Shift+Tab leave it; never swallow these keys."
            yield visit.fault(rules.KEYBOARD_TRAP, message, fix, at=trapped, wcag="2.1.2")
        yield from _check_seen(visit, stops)
        yield from _check_order(visit, stops)
        yield from _check_seen(visit, visit.backwards.get(width, []))


def stops_of(visit: PageVisit, width: int) -> tuple[list[Stop], Stop | None]:
    """Every tab stop of the page in this width, and the one that lets nobody past, if there is one. Done once; the way
    back is gone too where something stays in place and could cover it, once for the same thing under the same stylesheets."""
    look = Look(width)
    if width not in visit.stops:
        visit.show(look, fresh=True)
        visit.stops[width] = tab_through(visit)
        stays = {("backwards", str(width), visit.built.sheets, place) for place in visit.measure("stays")}
        if not stays <= visit.good:
            visit.backwards[width] = tab_through(visit, "Shift+Tab")[0]
            if all(stop["inView"] and not stop["covered"] for stop in visit.backwards[width]):
                visit.good |= stays
    visit.show(look)
    return visit.stops[width]


def tab_through(visit: PageVisit, key: str = "Tab") -> tuple[list[Stop], Stop | None]:
    """Every tab stop from the top (or with Shift+Tab from the end), and the one that lets nobody past, if there is one."""
    stops: list[Stop] = []
    seen: set[int] = set()
    for stop in _each_stop(visit, key):
        if stop is None:
            return stops, None
        if stop["number"] in seen:
            return stops, (stop if _is_stuck(visit, stops, stop) else None)
        seen.add(stop["number"])
        stops.append(stop)
    return stops, stops[-1]


def _each_stop(visit: PageVisit, key: str) -> Iterator[Stop | None]:
    """What has the focus after each press. As many presses as there should be stops go in one row, and the page keeps
    what it saw after each; then the focus is brought back to where the row was stopped, and single presses follow."""
    page = visit.show(visit.look)
    first = min(MOST_STOPS, visit.measure("watchTabs"))
    for _press in range(first):
        page.keyboard.press(key)
    kept = visit.measure("watchedTabs")
    for place, stop in enumerate(kept):
        if stop is None or stop["number"] in {one["number"] for one in kept[:place]}:
            for _press in range(first - place - 1):
                page.keyboard.press("Tab" if key == "Shift+Tab" else "Shift+Tab")
            yield stop
            return
        yield stop
    for _press in range(MOST_STOPS - len(kept)):
        page.keyboard.press(key)
        yield visit.measure("focus")


def _is_stuck(visit: PageVisit, stops: list[Stop], stop: Stop) -> bool:
    """Coming back to the first stop is going round; coming back to any other is a trap."""
    if stop["number"] == stops[0]["number"] and len(stops) > 1:
        reachable = visit.measure("controls")
        return len(stops) < len(reachable) / 2
    return True


def _check_seen(visit: PageVisit, stops: list[Stop]) -> Iterator[BrowserFault]:
    for stop in stops:
        if not stop["inView"]:
            message = f"Tab reaches {name_of(stop)}, which cannot be seen"
            fix = "show it when it has the focus, or take it out of the tab order while it is hidden."
            yield visit.fault(rules.FOCUS_OUT_OF_VIEW, message, fix, at=stop, wcag="2.4.7")
        elif stop["covered"]:
            message = f"{name_of(stop)} has the focus but {stop['by']['selector']} lies on it"
            fix = "let nothing that stays in place cover the page, or give the page scroll-padding."
            yield visit.fault(rules.FOCUS_COVERED, message, fix, at=stop["by"], wcag="2.4.11")


def _check_order(visit: PageVisit, stops: list[Stop]) -> Iterator[BrowserFault]:
    for before, after in pairwise(stops):
        jumps_in_page = after["place"] < before["place"]
        same_part = before["area"] == after["area"]
        (left, top), (_, _, _, high) = before["page"], before["box"]
        (next_left, next_top), (_, _, next_wide, next_high) = after["page"], after["box"]
        goes_up = same_part and next_top + next_high < top and next_left <= left
        in_a_row = before["parent"] == after["parent"] and next_top < top + high and top < next_top + next_high
        goes_left = in_a_row and next_left + next_wide <= left
        if jumps_in_page or goes_up or goes_left:
            message = f"after {name_of(before)} Tab goes back to {name_of(after)}"
            fix = "let the order in the HTML be the order people read in; use no tabindex above 0 and no reversed rows."
            yield visit.fault(rules.FOCUS_ORDER, message, fix, at=after, wcag="2.4.3")


def check_keyboard_reach(visit: PageVisit) -> Iterator[BrowserFault]:
    """What can be pressed with a mouse can be reached with Tab (WCAG 2.1.1)."""
    message = "{it} looks as if it can be pressed, but Tab never reaches it"
    for _width in visit.each_width():
        things = visit.measure("unreachable")
        yield from visit.faults(things, rules.NOT_BY_KEYBOARD, message, "make it a button or a link.", "2.1.1")


def check_escape_closes(visit: PageVisit) -> Iterator[BrowserFault]:
    """What a button opens, Enter opens and Escape closes, with the focus back on the button (WCAG 2.1.1, 2.4.3)."""
    for width in visit.each_width():
        if not visit.measure("openers"):
            continue
        page = visit.show(Look(width), fresh=True)
        for opener in visit.measure("openers"):
            if not opener["isButton"]:
                message = f"{name_of(opener)} opens something but is not a button"
                fix = "make it a button with aria-expanded."
                yield visit.fault(rules.OPENER_NOT_A_BUTTON, message, fix, at=opener, wcag="4.1.2")
                continue
            if opener["expanded"] != "false" or opener["tabIndex"] < 0:
                continue
            handle = page.locator(f"[data-lo-audit-opener='{opener['place']}']")
            handle.focus()
            page.keyboard.press("Enter")
            if handle.get_attribute("aria-expanded") != "true":
                message = f"Enter does not open {name_of(opener)}"
                yield visit.fault(rules.NOT_BY_KEYBOARD, message, "make it a real button.", at=opener, wcag="2.1.1")
                continue
            page.keyboard.press("Escape")
            closed = handle.get_attribute("aria-expanded") == "false"
            back = handle.evaluate("(el) => document.activeElement === el")
            if not closed or not back:
                what = "Escape does not close" if not closed else "after Escape the focus is not back on"
                message = f"{what} {name_of(opener)}"
                fix = "on Escape, close it and put the focus back on the button."
                yield visit.fault(rules.ESCAPE_DOES_NOT_CLOSE, message, fix, at=opener, wcag="2.4.3")


def check_no_single_key_shortcuts(visit: PageVisit) -> Iterator[BrowserFault]:
    """No letter, digit or sign does anything by itself (WCAG 2.1.4)."""
    sort = ("keys", visit.built.kind)  # what listens for keys are scripts, and those come with the kind
    if sort in visit.good:
        return
    shortcuts = list(_shortcuts(visit))
    for key in shortcuts:
        fix = "take the shortcut out: people who dictate set off such keys without wanting to."
        yield visit.fault(rules.SINGLE_KEY_SHORTCUT, f"pressing {key} alone does something", fix, wcag="2.1.4")
    if not shortcuts:
        visit.good.add(sort)


def _shortcuts(visit: PageVisit) -> Iterator[str]:
    """Which single key does something; where all of them together do nothing, none of them is tried by itself."""
    if _does_something(visit, SINGLE_KEYS):
        yield from (key for key in SINGLE_KEYS if _does_something(visit, key))


def _does_something(visit: PageVisit, keys: str) -> bool:
    """True when pressing these keys one after another changes anything on a page as it was loaded, or asks for another."""
    from playwright.sync_api import Error

    page = visit.show(Look(), fresh=True)
    before = visit.measure("state")
    try:
        with _staying(page) as asked_for:
            page.keyboard.type(keys)
            visit.measure("painted")
        changed = visit.measure("state") != before or bool(asked_for)
    except Error as error:
        if "navigation" not in error.message and "destroyed" not in error.message:
            raise
        visit.reopen()
        return True
    if not changed:
        visit.leave_untouched()
    return changed


@contextmanager
def _staying(page: Page) -> Iterator[list[str]]:
    """Other pages that are asked for, none of which comes: a key pressed while a page gives way to the next may never be
    answered, and whoever waits for the answer waits for ever."""
    asked_for: list[str] = []

    def answer(route: Route) -> None:
        if route.request.is_navigation_request():
            asked_for.append(route.request.url)
            route.fulfill(status=204)
        else:
            route.continue_()

    page.route("**/*", answer)
    yield asked_for
    page.unroute("**/*", answer)
