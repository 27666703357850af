"""The rules that only a browser can judge, those of other people's checkers, and those on links to elsewhere."""

from __future__ import annotations

from localoffer.findings import WARNING
from localoffer.rulebook import Rules

BROWSER = Rules("browser", no_sample="A browser looks at pages for this; there is no sample to read.")
TROUBLE_ON_LOADING = BROWSER.declare(
    "trouble-on-loading", "A page loads without an error, and the policy of the site forbids nothing it needs."
)
SKIP_LINK_MISSING = BROWSER.declare(
    "skip-link-missing", "The first press of Tab reaches a link, seen and working, that skips to the main content."
)
KEYBOARD_TRAP = BROWSER.declare("keyboard-trap", "Tab and Shift+Tab lead out of everything they lead into.")
FOCUS_OUT_OF_VIEW = BROWSER.declare("focus-out-of-view", "What has the focus can be seen.")
FOCUS_COVERED = BROWSER.declare("focus-covered", "Nothing lies on what has the focus.")
FOCUS_ORDER = BROWSER.declare("focus-order", "Tab goes through the page in the order people read it.")
NOT_BY_KEYBOARD = BROWSER.declare(
    "not-by-keyboard", "Everything that can be pressed can be reached and used with the keyboard alone."
)
OPENER_NOT_A_BUTTON = BROWSER.declare(
    "opener-not-a-button", "What opens something is a button that says if it is open."
)
ESCAPE_DOES_NOT_CLOSE = BROWSER.declare(
    "escape-does-not-close", "Escape closes what was opened, and the focus goes back to its button."
)
SINGLE_KEY_SHORTCUT = BROWSER.declare("single-key-shortcut", "No single key does anything by itself.")
FOCUS_NOT_SEEN = BROWSER.declare("focus-not-seen", "The focus has a thick ring in two colours, one dark and one light.")
TOO_WIDE = BROWSER.declare(
    "too-wide", "No page scrolls sideways: not at 320 pixels, not with wide text spacing, not with text twice the size."
)
TEXT_CUT = BROWSER.declare(
    "text-cut", "No text is cut off: not at 320 pixels, not with wide text spacing, not with text twice the size."
)
TEXT_ON_TEXT = BROWSER.declare("text-on-text", "No text lies on other text.")
TEXT_DOES_NOT_GROW = BROWSER.declare("text-does-not-grow", "Text grows when the reader asks for bigger text.")
UNDER_STICKY = BROWSER.declare("under-sticky", "A link to a place in the page shows that place, with nothing over it.")
TARGET_TOO_SMALL = BROWSER.declare("target-too-small", "Links and buttons are big enough for a finger.")
TEXT_FAINT = BROWSER.declare("text-faint", "Text stands out from what is behind it: 7 to 1, large text 4.5 to 1.")
EDGE_FAINT = BROWSER.declare("edge-faint", "The edges of fields and buttons stand out 3 to 1.")
LINK_BY_COLOUR_ONLY = BROWSER.declare(
    "link-by-colour-only", "A link can be told from the words around it without seeing colours."
)
LOST_IN_FORCED_COLOURS = BROWSER.declare(
    "lost-in-forced-colours", "Everything can still be seen in the high-contrast colours of the reader's own system."
)
TOGGLE_BY_COLOUR_ONLY = BROWSER.declare(
    "toggle-by-colour-only", "A button that is on or off says so in words or to listeners, not by its colour alone."
)
CHANGE_NOT_ANNOUNCED = BROWSER.declare(
    "change-not-announced", "Words that come up after a press are told to listeners too."
)
LIST_NOT_TOLD = BROWSER.declare("list-not-told", "A list that shows no dots or numbers is told to listeners as a list.")
HOVER_ONLY = BROWSER.declare("hover-only", "No words come up only under a mouse.")
EASY_READ_TYPE = BROWSER.declare(
    "easy-read-type", "Easy read has type of 14 points or more, left aligned, without hyphens."
)
EASY_READ_PICTURE = BROWSER.declare(
    "easy-read-picture", "In easy read each picture stands left of its words, or above them where it is narrow."
)
RESULTS_NOT_ANNOUNCED = BROWSER.declare(
    "results-not-announced", "After a search the page says to listeners how much was found."
)
RESULT_WITHOUT_NAME = BROWSER.declare("result-without-name", "Each result has a link with words in it.")
STATE_NOT_REACHED = BROWSER.declare(
    "state-not-reached", "What a reader does brings what the page promises: an answer, a date, a list."
)
MOVING = BROWSER.declare("moving", "Nothing moves for readers who ask for less motion.")
SEARCH_NEEDS_JAVASCRIPT = BROWSER.declare(
    "search-needs-javascript", "Without JavaScript search gives way to lists of everything, and the page says so."
)
WORDS_NEED_JAVASCRIPT = BROWSER.declare("words-need-javascript", "All words are there without JavaScript.")
DEAD_WITHOUT_JAVASCRIPT = BROWSER.declare(
    "dead-without-javascript", "Nothing is shown without JavaScript that then does nothing."
)
NOT_PRINTED = BROWSER.declare("not-printed", "What matters is printed.")
PHONE_NOT_PRINTED = BROWSER.declare("phone-not-printed", "Each phone number is printed.")
ADDRESS_NOT_PRINTED = BROWSER.declare("address-not-printed", "Each web address is printed.")
CUT_ON_PAPER = BROWSER.declare("cut-on-paper", "Nothing is cut off on paper.")
PAGE_NOT_TESTED = BROWSER.declare(
    "page-not-tested", "Each page that is chosen can be tested; one that could not be never counts as clean."
)
KNOWN_ISSUE_GONE = BROWSER.declare(
    "known-issue-gone", "A known issue that no longer occurs is taken off the list: the list only gets shorter."
)
KNOWN_ISSUE_KIND = BROWSER.declare("known-issue-kind", "A known issue names a kind of page that this site has.")
BROWSER_BY_ID = {rule.id: rule for rule in BROWSER}

OTHER_TOOLS = Rules("other-tools", no_sample="Another program or another website says it.")
AXE = OTHER_TOOLS.declare(
    "axe",
    "Rules named axe-… are those of axe-core: WCAG 2.0, 2.1 and 2.2 at A and AA, and good practice; every impact counts. What you see names the page that explains the rule.",
)
HTMLCS = OTHER_TOOLS.declare(
    "htmlcs",
    "Rules named htmlcs-… are those of HTML CodeSniffer, which pa11y-ci runs by WCAG 2.1 AA. The numbers are the criterion and the technique.",
)
HTML_VALIDATE = OTHER_TOOLS.declare(
    "html-validate",
    "Rules named html-validate-… are those of html-validate: its recommended set, without those a comment in localoffer/audit/html_validate.py lists with a reason.",
)
NU = OTHER_TOOLS.declare("nu", "Rules named nu and nu-… are what the Nu checker of the W3C says of the HTML.")
LINK_ELSEWHERE = OTHER_TOOLS.declare(
    "link-elsewhere",
    "A link to another website works. Only audit --external asks; it never stops the site.",
    severity=WARNING,
)
LINK_MOVED = OTHER_TOOLS.declare(
    "link-moved",
    "A link to another website leads to the page's own address, not to one it has left for good. Only audit --external asks.",
    severity=WARNING,
)
OTHER_TOOLS_BY_ID = {rule.id: rule for rule in OTHER_TOOLS}
