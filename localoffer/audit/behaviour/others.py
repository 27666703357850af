"""Everything else a page owes its readers: news for listeners, stillness, life without JavaScript, paper.

In: a visit. Out: faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.audit.axe import search_something
from localoffer.audit.behaviour.keyboard import name_of
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import PageVisit
from localoffer.browser.visit import DESKTOP, Look

MOST_MISSING = 0.1
"""How much of the words of the main part a page may lose without JavaScript: the odd word on what a script counts."""
SAYS_SO = "JavaScript"
A4_WIDTH = 718
"""CSS pixels between the margins of an A4 page."""


def check_no_trouble(visit: PageVisit) -> Iterator[BrowserFault]:
    """The page loads with no fault of a script, nothing missing and nothing that its own policy forbids."""
    visit.show(Look())
    for trouble in sorted(set(visit.complaints)):
        yield visit.fault(
            "trouble-on-loading",
            f"the browser complains: {trouble[:200]}",
            "look at the browser's console, and put the cause right.",
        )


def check_results_announced(visit: PageVisit) -> Iterator[BrowserFault]:
    """Where a page finds things as you type or ask, a live region says how many, and each result's link has a name (WCAG 4.1.3, 2.4.4)."""
    from playwright.sync_api import TimeoutError as TookTooLong

    visit.show(Look())
    if not visit.measure("has", "[role=search]"):
        return
    page = visit.show(Look(), fresh=True)
    try:
        searched = search_something(page)
    except TookTooLong:
        yield visit.fault(
            "results-not-announced",
            "after a search no live region says what was found",
            "say the number of results in an element with role=status.",
            wcag="4.1.3",
        )
        searched = True
    if searched:
        said = page.locator("body").aria_snapshot()
        for _link in re.findall(r"^\s*- link:?$", said, re.M)[:1]:
            yield visit.fault(
                "result-without-name",
                "a link on the page of results has no name when it is read aloud",
                "put the name of the thing into the link as text.",
                wcag="2.4.4",
            )


def check_still(visit: PageVisit) -> Iterator[BrowserFault]:
    """For readers who ask for less motion nothing moves (WCAG 2.3.3)."""
    visit.show(Look())
    for thing in visit.measure("moving"):
        yield visit.fault(
            "moving",
            f"{name_of(thing)} moves although the reader asked for less motion",
            "stop it under prefers-reduced-motion.",
            at=thing,
            wcag="2.3.3",
        )


def check_no_hover_only(visit: PageVisit) -> Iterator[BrowserFault]:
    """No words come up only under a mouse (WCAG 1.4.13, 2.1.1)."""
    visit.show(Look())
    for thing in visit.measure("hoverOnly"):
        yield visit.fault(
            "hover-only",
            f"{name_of(thing)} is seen only under a mouse",
            "show it always, or put it into a details element.",
            at=thing,
            wcag="1.4.13",
        )


def check_easy_read_layout(visit: PageVisit) -> Iterator[BrowserFault]:
    """Easy read has type of 14 point or more, left aligned, and each picture left of its words or above them (DH, UK)."""
    for width in visit.widths:
        visit.show(Look(width))
        for thing in visit.measure("easyRead", width == DESKTOP):
            yield visit.fault(
                thing["rule"],
                f"{name_of(thing)} {thing['what']}",
                "keep to the sizes and columns of the easy-read stylesheet.",
                at=thing,
                wcag="",
            )


def check_without_javascript(visit: PageVisit) -> Iterator[BrowserFault]:
    """Without JavaScript the words are all there or the page says what it cannot do, a way to search stays, and nothing is
    shown that does nothing."""
    visit.show(Look())
    fields, texts = visit.measure("searchFields"), visit.measure("mainTexts")
    visit.show(Look(javascript=False))
    if fields and not visit.measure("searchFields"):
        yield visit.fault(
            "search-needs-javascript",
            "the search vanishes without JavaScript",
            "keep the form, and let its action lead to lists of everything.",
            at=fields[0],
        )
    without = visit.measure("mainText")
    missing = [text for text in texts if text["words"] not in without]
    if SAYS_SO in visit.measure("bodyText"):
        missing = []  # the page tells its readers what it cannot do
    if sum(len(text["words"]) for text in missing) > MOST_MISSING * sum(len(text["words"]) for text in texts):
        yield visit.fault(
            "words-need-javascript",
            f"without JavaScript “{missing[0]['words'][:60]}” is missing",
            "put the words into the HTML.",
            at=missing[0],
        )
    for thing in visit.measure("deadControls"):
        yield visit.fault(
            "dead-without-javascript",
            f"without JavaScript {name_of(thing)} is shown but does nothing",
            "let the script show it, or let it lead somewhere by itself.",
            at=thing,
        )


def check_print_complete(visit: PageVisit) -> Iterator[BrowserFault]:
    """On paper every fact, phone number and link address is there, and nothing is cut (DESIGN section 5, print)."""
    visit.show(Look())
    visit.measure("markWords")
    visit.show(Look(A4_WIDTH, printed=True))
    paper = visit.measure("paper")
    for thing in paper["lost"]:
        yield visit.fault("not-printed", f"{name_of(thing)} is not printed", "show it in the print styles.", at=thing)
    for link in paper["noPhone"]:
        yield visit.fault(
            "phone-not-printed", f"the phone number of {name_of(link)} is not printed", "write the number out.", at=link
        )
    for link in paper["noAddress"]:
        yield visit.fault(
            "address-not-printed",
            f"where {name_of(link)} leads is not printed",
            "print the address after the link.",
            at=link,
        )
    for thing in visit.measure("cut"):
        yield visit.fault("cut-on-paper", f"{name_of(thing)} is cut off on paper", "let the box grow.", at=thing)
    for thing in visit.measure("tooWide"):
        yield visit.fault(
            "cut-on-paper",
            f"{name_of(thing)} is wider than the paper by {thing['by']} pixels",
            "let it wrap.",
            at=thing,
        )
