"""How pages behave: keyboard, focus, size, spacing, colour, words for listeners, paper, and life without JavaScript.

In: a visit to one page, with the site's policy in force. Out: faults. Adding a check is adding one function to CHECKS;
its docstring is the rule and its name without `check_` names it on the pages about checks. The faults that it finds have ids
of their own, since one check may see several.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from localoffer.audit.behaviour.buttons import check_buttons
from localoffer.audit.behaviour.colours import (
    check_contrast,
    check_forced_colours,
    check_links_told_by_colour,
)
from localoffer.audit.behaviour.focus import check_focus_ring
from localoffer.audit.behaviour.keyboard import (
    check_escape_closes,
    check_keyboard_reach,
    check_no_single_key_shortcuts,
    check_skip_link_first,
    check_tab_stops,
)
from localoffer.audit.behaviour.layout import (
    check_double_text,
    check_reflow,
    check_target_size,
    check_text_spacing,
    check_under_sticky,
)
from localoffer.audit.behaviour.others import (
    check_easy_read_layout,
    check_no_hover_only,
    check_no_trouble,
    check_print_complete,
    check_results_announced,
    check_still,
    check_without_javascript,
)
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import PageVisit

Check = Callable[[PageVisit], Iterator[BrowserFault]]

CHECKS: tuple[Check, ...] = (
    check_no_trouble,
    check_skip_link_first,
    check_tab_stops,
    check_keyboard_reach,
    check_escape_closes,
    check_buttons,
    check_no_single_key_shortcuts,
    check_focus_ring,
    check_reflow,
    check_text_spacing,
    check_double_text,
    check_under_sticky,
    check_target_size,
    check_contrast,
    check_links_told_by_colour,
    check_forced_colours,
    check_results_announced,
    check_still,
    check_no_hover_only,
    check_easy_read_layout,
    check_without_javascript,
    check_print_complete,
)


def check_behaviour(visit: PageVisit) -> Iterator[BrowserFault]:
    """Every check on one page."""
    for check in CHECKS:
        yield from check(visit)


def rule_sentences() -> dict[str, str]:
    """Check → its rule in a sentence, for the pages that tell readers what was checked."""
    return {
        check.__name__.removeprefix("check_").replace("_", "-"): " ".join((check.__doc__ or "").split())
        for check in CHECKS
    }
