"""Everything else a page owes its readers: news for listeners, stillness, life without JavaScript, paper.

In: a visit. Out: faults.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.audit import rules
from localoffer.audit.faults import BrowserFault
from localoffer.audit.states import search_something
from localoffer.audit.visit import PageVisit, name_of
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
        message = f"the browser complains: {trouble[:200]}"
        yield visit.fault(rules.TROUBLE_ON_LOADING, message, "look at the browser's console, and put the cause right.")


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
        message = "after a search no live region says what was found"
        fix = "say the number of results in an element with role=status."
        yield visit.fault(rules.RESULTS_NOT_ANNOUNCED, message, fix, wcag="4.1.3")
        searched = True
    if searched:
        said = page.locator("body").aria_snapshot()
        for _link in re.findall(r"^\s*- link:?$", said, re.M)[:1]:
            message = "a link on the page of results has no name when it is read aloud"
            fix = "put the name of the thing into the link as text."
            yield visit.fault(rules.RESULT_WITHOUT_NAME, message, fix, wcag="2.4.4")


def check_still(visit: PageVisit) -> Iterator[BrowserFault]:
    """For readers who ask for less motion nothing moves (WCAG 2.3.3)."""
    visit.show(Look())
    message, fix = "{it} moves although the reader asked for less motion", "stop it under prefers-reduced-motion."
    yield from visit.faults(visit.measure("moving"), rules.MOVING, message, fix, "2.3.3")


def check_lists_say_so(visit: PageVisit) -> Iterator[BrowserFault]:
    """A list without dots or numbers says that it is a list, or VoiceOver reads it as loose words (WCAG 1.3.1)."""
    visit.show(Look())
    message, fix = "Safari takes {it} for no list, since it shows no dots", 'add role="list" to it.'
    yield from visit.faults(visit.measure("silentLists"), rules.LIST_NOT_TOLD, message, fix, "1.3.1")


def check_no_hover_only(visit: PageVisit) -> Iterator[BrowserFault]:
    """No words come up only under a mouse (WCAG 1.4.13, 2.1.1)."""
    visit.show(Look())
    message, fix = "{it} is seen only under a mouse", "show it always, or put it into a details element."
    yield from visit.faults(visit.measure("hoverOnly"), rules.HOVER_ONLY, message, fix, "1.4.13")


def check_easy_read_layout(visit: PageVisit) -> Iterator[BrowserFault]:
    """Easy read has type of 14 point or more, left aligned, and each picture left of its words or above them (DH, UK)."""
    for width in visit.each_width():
        for thing in visit.measure("easyRead", width == DESKTOP):
            message = f"{name_of(thing)} {thing['what']}"
            fix = "keep to the sizes and columns of the easy-read stylesheet."
            yield visit.fault(rules.BROWSER_BY_ID[thing["rule"]], message, fix, at=thing, wcag="")


def check_without_javascript(visit: PageVisit) -> Iterator[BrowserFault]:
    """Without JavaScript the words are all there or the page says what it cannot do, search gives way to lists, and nothing is
    shown that does nothing."""
    visit.show(Look())
    fields, texts = visit.measure("searchFields"), visit.measure("mainTexts")
    visit.show(Look(javascript=False))
    if fields and not visit.measure("searchFields") and SAYS_SO not in visit.measure("bodyText"):
        fix = "say in its place that searching needs JavaScript, and lead to lists of everything."
        yield visit.fault(rules.SEARCH_NEEDS_JAVASCRIPT, "the search vanishes without JavaScript", fix, at=fields[0])
    without = visit.measure("mainText")
    missing = [text for text in texts if text["words"] not in without]
    if SAYS_SO in visit.measure("bodyText"):
        missing = []  # the page tells its readers what it cannot do
    if sum(len(text["words"]) for text in missing) > MOST_MISSING * sum(len(text["words"]) for text in texts):
        message = f"without JavaScript “{missing[0]['words'][:60]}” is missing"
        yield visit.fault(rules.WORDS_NEED_JAVASCRIPT, message, "put the words into the HTML.", at=missing[0])
    message = "without JavaScript {it} is shown but does nothing"
    fix = "let the script show it, or let it lead somewhere by itself."
    yield from visit.faults(visit.measure("deadControls"), rules.DEAD_WITHOUT_JAVASCRIPT, message, fix)


def check_print_complete(visit: PageVisit) -> Iterator[BrowserFault]:
    """On paper every fact, phone number and link address is there, and nothing is cut (DESIGN section 5, print)."""
    visit.show(Look())
    visit.measure("markWords")
    visit.show(Look(A4_WIDTH, printed=True))
    paper = visit.measure("paper")
    yield from visit.faults(paper["lost"], rules.NOT_PRINTED, "{it} is not printed", "show it in the print styles.")
    message = "the phone number of {it} is not printed"
    yield from visit.faults(paper["noPhone"], rules.PHONE_NOT_PRINTED, message, "write the number out.")
    message, fix = "where {it} leads is not printed", "print the address after the link."
    yield from visit.faults(paper["noAddress"], rules.ADDRESS_NOT_PRINTED, message, fix)
    yield from visit.faults(visit.measure("cut"), rules.CUT_ON_PAPER, "{it} is cut off on paper", "let the box grow.")
    message = "{it} is wider than the paper by {by} pixels"
    yield from visit.faults(visit.measure("tooWide"), rules.CUT_ON_PAPER, message, "let it wrap.")
