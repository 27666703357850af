"""What is seen only after a reader did something is looked at too: by axe, in both schemes, forced, small and big."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from localoffer.audit.axe import read_axe
from localoffer.audit.faults import BrowserFault
from localoffer.audit.in_states import check_in_states
from localoffer.audit.states import STATES, State
from localoffer.audit.visit import PageVisit
from localoffer.browser.worker import Fact
from tests.audit.inbrowser.conftest import MakePage
from tests.audit.inbrowser.test_behaviour import GOOD, GOOD_SCRIPT, GOOD_STYLE

FOLDED = """<details><summary>More</summary><p class="faint">Faint words</p><p><img src="/x.png"></p>
<p><button type="button" class="flat">Save</button></p><p><span class="long">squirrels@example.org</span></p></details>"""
FOLDED_STYLE = """summary { padding: .7rem; } .faint { color: #999; } .flat { border: 0; background: #eee; color: #111; }
.long { white-space: nowrap; }"""
OPENS = """<p><button type="button" aria-expanded="false">Open</button></p><p id="box" hidden><input></p>"""
OPENS_SCRIPT = """const button = document.querySelector('main button');
button.onclick = () => { button.setAttribute('aria-expanded', 'true'); document.querySelector('#box').hidden = false; };"""
DATES = """<form data-lo-dates><p><label for="l">Letter</label> <select id="l"><option>None</option><option>A plan</option></select></p>
<p><button type="submit">Show the dates</button></p></form><div role="status" data-lo-dates-answer></div>"""


def found(visit: PageVisit) -> list[BrowserFault]:
    return list(check_in_states(visit, read_axe()))


def test_what_a_fold_hides_is_found_once_it_is_open(chromium: Browser, look_at: MakePage) -> None:
    faults = found(look_at(FOLDED, style=FOLDED_STYLE))
    assert {fault.rule for fault in faults} >= {"text-faint", "axe-image-alt", "lost-in-forced-colours", "too-wide"}
    assert all(fault.message.endswith(" [every details open]") for fault in faults)
    assert any("200 %" in fault.message for fault in faults if fault.rule == "too-wide")


def test_what_a_menu_holds_is_found_once_it_is_open(chromium: Browser, look_at: MakePage) -> None:
    faults = found(
        look_at(OPENS, script=OPENS_SCRIPT, style="input { width: 9rem; box-sizing: border-box; max-width: 100%; }")
    )
    assert {(fault.rule, fault.message.rpartition(" [")[2]) for fault in faults} == {("axe-label", "every menu open]")}


def test_a_page_without_fault_has_none_in_any_state(chromium: Browser, look_at: MakePage) -> None:
    faults = found(look_at(GOOD, script=GOOD_SCRIPT, style=GOOD_STYLE))
    assert [(fault.rule, fault.message, fault.where) for fault in faults] == []


def test_a_page_that_does_not_do_what_it_promises_is_a_fault_and_stops_nothing(
    chromium: Browser, look_at: MakePage
) -> None:
    visit = look_at(DATES, script="document.querySelector('main form').onsubmit = (e) => e.preventDefault();")
    visit.windows.page().context.set_default_timeout(500)
    reckoned = [state for state in STATES if state.name == "no date given"]
    faults = list(check_in_states(visit, read_axe(), tuple(reckoned)))
    visit.reopen()  # others have more patience
    assert [(fault.rule, fault.message) for fault in faults] == [
        ("state-not-reached", "nothing comes of what a reader does [no date given]")
    ]


@pytest.mark.parametrize("own", [True, False])
def test_what_is_the_same_on_all_pages_of_a_kind_is_looked_at_once(
    chromium: Browser, look_at: MakePage, *, own: bool
) -> None:
    times: list[str] = []
    states = (State("told", "p", lambda page: bool(times.append(page.url)), is_own=own),)
    visit = look_at("<p>Words</p>")
    for _again in range(2):
        list(check_in_states(visit, read_axe(), states))
    assert len(times) == (2 if own else 1)


def test_what_stands_in_another_place_is_looked_at_again(chromium: Browser, look_at: MakePage) -> None:
    places: list[str] = []
    states = (State("told", "p", lambda page: bool(places.append(page.inner_html("main")))),)
    good: set[Fact] = set()
    for words in ("<p>Words</p>", "<p>Other words</p>", "<section><p>Words</p></section>"):
        visit = look_at(words)
        visit.good = good
        list(check_in_states(visit, read_axe(), states))
    assert ["<section>" in place for place in places] == [False, True]
