"""What each rule asks, for rules that are not a function with a docstring of its own and are no rule of records.

Rule id → the rule in one sentence. The ids are for ever: they are anchors of the published pages.
"""

from __future__ import annotations

from collections.abc import Mapping

WORDS: Mapping[str, str] = {
    "reading-grade": "A page of 100 words or more has a reading grade (Flesch–Kincaid) of at most 6, in easy read of at most 4.",
}
EASY: Mapping[str, str] = {
    "easy-twin-missing": "Each page has an easy-read page beside it, or says why it has none.",
    "easy-heading": "A heading in easy read starts with ## and a space.",
    "easy-picture-missing": "Each idea in easy read has a picture, or says why there is none.",
    "easy-words-missing": "Each picture in easy read has words below it.",
    "easy-too-many-ideas": "An easy-read page has about 20 ideas and never more than 40.",
    "easy-out-of-date": "An easy-read text is compared with its page again when the page changes.",
    "easy-not-checked": "People with a learning disability check each easy-read text, and it says who they are.",
    "glossary-first-use": "In easy read a short form is explained where it first stands: in its own sentence or the next.",
}
PICTURES: Mapping[str, str] = {
    "alt-text-in-picture": "A picture with words in it gives those words to people who cannot see it.",
}
COLOURS: Mapping[str, str] = {
    "colour-unknown": "A colour in mkdocs.yml is one that the theme has.",
    "colours-unreadable": "Text stands out from what is behind it: 7 to 1; large text and buttons 4.5 to 1; edges 3 to 1.",
}
BROWSER: Mapping[str, str] = {
    "trouble-on-loading": "A page loads without an error, and the policy of the site forbids nothing it needs.",
    "skip-link-missing": "The first press of Tab reaches a link, seen and working, that skips to the main content.",
    "keyboard-trap": "Tab and Shift+Tab lead out of everything they lead into.",
    "focus-out-of-view": "What has the focus can be seen.",
    "focus-covered": "Nothing lies on what has the focus.",
    "focus-order": "Tab goes through the page in the order people read it.",
    "not-by-keyboard": "Everything that can be pressed can be reached and used with the keyboard alone.",
    "opener-not-a-button": "What opens something is a button that says if it is open.",
    "escape-does-not-close": "Escape closes what was opened, and the focus goes back to its button.",
    "single-key-shortcut": "No single key does anything by itself.",
    "focus-not-seen": "The focus has a thick ring in two colours, one dark and one light.",
    "too-wide": "No page scrolls sideways: not at 320 pixels, not with wide text spacing, not with text twice the size.",
    "text-cut": "No text is cut off: not at 320 pixels, not with wide text spacing, not with text twice the size.",
    "text-on-text": "No text lies on other text.",
    "text-does-not-grow": "Text grows when the reader asks for bigger text.",
    "under-sticky": "A link to a place in the page shows that place, with nothing over it.",
    "target-too-small": "Links and buttons are big enough for a finger.",
    "text-faint": "Text stands out from what is behind it: 7 to 1, large text 4.5 to 1.",
    "edge-faint": "The edges of fields and buttons stand out 3 to 1.",
    "link-by-colour-only": "A link can be told from the words around it without seeing colours.",
    "lost-in-forced-colours": "Everything can still be seen in the high-contrast colours of the reader's own system.",
    "toggle-by-colour-only": "A button that is on or off says so in words or to listeners, not by its colour alone.",
    "change-not-announced": "Words that come up after a press are told to listeners too.",
    "hover-only": "No words come up only under a mouse.",
    "easy-read-type": "Easy read has type of 14 points or more, left aligned, without hyphens.",
    "easy-read-picture": "In easy read each picture stands left of its words, or above them where it is narrow.",
    "results-not-announced": "After a search the page says to listeners how much was found.",
    "result-without-name": "Each result has a link with words in it.",
    "moving": "Nothing moves for readers who ask for less motion.",
    "search-needs-javascript": "Search stays on the page without JavaScript and leads to lists of everything.",
    "words-need-javascript": "All words are there without JavaScript.",
    "dead-without-javascript": "Nothing is shown without JavaScript that then does nothing.",
    "not-printed": "What matters is printed.",
    "phone-not-printed": "Each phone number is printed.",
    "address-not-printed": "Each web address is printed.",
    "cut-on-paper": "Nothing is cut off on paper.",
    "page-not-tested": "Each page that is chosen can be tested; one that could not be never counts as clean.",
    "known-issue-gone": "A known issue that no longer occurs is taken off the list: the list only gets shorter.",
    "known-issue-kind": "A known issue names a kind of page that this site has.",
}
OTHERS: Mapping[str, str] = {
    "axe": "Rules named axe-… are those of axe-core: WCAG 2.0, 2.1 and 2.2 at A and AA, and good practice; every impact counts. What you see names the page that explains the rule.",
    "htmlcs": "Rules named htmlcs-… are those of HTML CodeSniffer, which pa11y-ci runs by WCAG 2.1 AA. The numbers are the criterion and the technique.",
    "html-validate": "Rules named html-validate-… are those of html-validate: its recommended set, without those a comment in localoffer/audit/html_validate.py lists with a reason.",
    "nu": "Rules named nu and nu-… are what the Nu checker of the W3C says of the HTML.",
    "link-elsewhere": "A link to another website works. Only audit --external asks; it never stops the site.",
    "link-moved": "A link to another website leads to the page's own address, not to one it has left for good. Only audit --external asks.",
}
