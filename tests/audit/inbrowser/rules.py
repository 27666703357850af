"""Which check of behaviour finds which fault."""

from __future__ import annotations

from localoffer.audit.behaviour import CHECKS

#: check → the rules whose breaking it finds.
RULES_OF = {
    "no-trouble": ["trouble-on-loading"],
    "skip-link-first": ["skip-link-missing"],
    "tab-stops": ["keyboard-trap", "focus-out-of-view", "focus-covered", "focus-order"],
    "keyboard-reach": ["not-by-keyboard"],
    "escape-closes": ["opener-not-a-button", "escape-does-not-close"],
    "buttons": ["toggle-by-colour-only", "change-not-announced", "escape-does-not-close"],
    "no-hover-only": ["hover-only"],
    "easy-read-layout": ["easy-read-type", "easy-read-picture"],
    "no-single-key-shortcuts": ["single-key-shortcut"],
    "focus-ring": ["focus-not-seen"],
    "reflow": ["too-wide", "text-cut", "text-on-text"],
    "text-spacing": ["too-wide", "text-cut", "text-on-text"],
    "double-text": ["text-does-not-grow"],
    "under-sticky": ["under-sticky"],
    "target-size": ["target-too-small"],
    "contrast": ["text-faint", "edge-faint"],
    "links-told-by-colour": ["link-by-colour-only"],
    "forced-colours": ["lost-in-forced-colours"],
    "results-announced": ["results-not-announced", "result-without-name"],
    "still": ["moving"],
    "lists-say-so": ["list-not-told"],
    "without-javascript": ["search-needs-javascript", "words-need-javascript", "dead-without-javascript"],
    "print-complete": ["not-printed", "phone-not-printed", "address-not-printed", "cut-on-paper"],
}  # fmt: skip
CHECKS_OF = {
    rule: [one for one in CHECKS if rule in RULES_OF[one.__name__.removeprefix("check_").replace("_", "-")]]
    for rule in {rule for rules in RULES_OF.values() for rule in rules}
}
