"""Look at a page in each state a reader can bring it into: with axe, in both schemes, in forced colours, small and big.

In: a visit. Out: faults, each naming its state. What is the same on many pages is looked at once in each place where it stands
under each set of stylesheets, while it is good.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from localoffer.audit import rules
from localoffer.audit.axe import SHADE_RULES, run_axe
from localoffer.audit.behaviour import colours, layout
from localoffer.audit.faults import BrowserFault
from localoffer.audit.states import STATES, State
from localoffer.audit.visit import PageVisit
from localoffer.browser.visit import PHONE, Look

AGAIN = Look(PHONE, "dark")
"""The look in which axe runs a second time in a state, with the rules about colour and place."""


def check_in_states(visit: PageVisit, axe: str, states: tuple[State, ...] = STATES) -> Iterator[BrowserFault]:
    """Nothing is found that is not found before a reader does something."""
    for state in states:
        visit.show(Look())
        sorts = {("state", state.name, visit.built.sheets, place) for place in visit.measure("standsAt", state.of)}
        if not sorts or (sorts <= visit.good and not state.is_own):
            continue
        faults = list(_look(visit, state, axe))
        yield from (replace(fault, message=f"{fault.message} [{state.name}]") for fault in faults)
        if not faults:
            visit.good |= sorts


def _look(visit: PageVisit, state: State, axe: str) -> Iterator[BrowserFault]:
    from playwright.sync_api import TimeoutError as TookTooLong

    page = visit.show(Look(), fresh=True)
    try:
        if not state.bring(page):
            return
    except TookTooLong:
        fix = "do it by hand, and look at what the browser's console says."
        yield visit.fault(rules.STATE_NOT_REACHED, "nothing comes of what a reader does", fix, wcag="")
        return
    yield from run_axe(visit, visit.show(Look()), axe)
    yield from colours.faint(visit, visit.measure("contrasts"))
    visit.show(Look(forced=True))
    yield from colours.lost(visit)
    visit.show(Look(scheme="dark"))  # each look differs from the one before in one thing: a change costs as much as a measurement
    yield from colours.faint(visit, visit.measure("contrasts"))
    yield from run_axe(visit, visit.show(AGAIN), axe, rules=SHADE_RULES)
    visit.show(Look(PHONE))
    yield from layout.too_wide_or_lost(visit, "at 320 pixels", "1.4.10")
    visit.measure("spaceText", layout.DOUBLE)
    yield from layout.too_wide_or_lost(visit, "with text at 200 %", "1.4.4")
    visit.measure("unspaceText")
    page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
