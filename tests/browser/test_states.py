"""Each state in which the audit looks at pages can be reached on the sample, and shows what it is called."""

from __future__ import annotations

from localoffer.audit.states import STATES
from tests.browser.conftest import OpenPage

#: state → a page that has it, and what is seen in it and in no other.
REACHED = {
    "every details open": ("/services/marl-trust/saturday-club/", "details[open]"),
    "after a search": ("/find/", ".lo-result:not([hidden])"),
    "a question with choices": ("/find/", "[data-lo-find-picked] a"),
    "choices that fit nothing": ("/find/", "[data-lo-find-wider] a"),
    "the panel open": ("/find/", ".lo-filters:target"),
    "no answer": ("/find/", "[data-lo-find-none]"),
    "words of danger": ("/find/", "[data-lo-find-alarm] a[href='tel:999']"),
    "somebody's list": ("/my-list/", "[data-lo-list-keep]"),
    "a full list": ("/my-list/", "[data-lo-list-link] input"),
    "on the list": ("/services/marl-trust/saturday-club/", "[data-lo-see-list]"),
    "copied": ("/guides/letters-about-a-plan/", ".lo-letter [role=status]:not(:empty)"),
    "dates reckoned": ("/dates/", "[data-lo-dates-answer] ol"),
    "no date given": ("/dates/", "[data-lo-dates-answer] p"),
    "a reader's own settings": ("/about/settings/", "html[data-lo-size=largest] h1"),
    "a Tuesday at eleven": ("/services/marl-trust/saturday-club/", ".lo-open:not(.lo-open--shut)"),
    "a Sunday at three in the night": ("/services/marl-trust/saturday-club/", ".lo-open--shut"),
}
NOT_HERE = {"every menu open": "no page of the site has a menu that a script opens"}


def test_every_state_is_reached(open_page: OpenPage) -> None:
    assert REACHED.keys() | NOT_HERE.keys() == {state.name for state in STATES}
    page = open_page("/")
    page.set_default_timeout(30_000)
    for state in STATES:
        if state.name in NOT_HERE:
            continue
        address, seen = REACHED[state.name]
        page.evaluate("localStorage.clear()")
        page.goto(address)
        page.locator(state.of).first.wait_for(state="attached")
        page.set_viewport_size({"width": 360 if state.name == "the panel open" else 1280, "height": 800})
        assert state.bring(page), state.name
        page.locator(seen).first.wait_for()
