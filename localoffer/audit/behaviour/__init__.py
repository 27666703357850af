"""How pages behave: keyboard, focus, size, spacing, colour, words for listeners, paper, and life without JavaScript.

In: a visit to one page, with the site's policy in force. Out: faults. Adding a check is adding one function to CHECKS;
its docstring is the rule and its name without `check_` names it on the pages about checks. The faults that it finds have ids
of their own, since one check may see several.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.audit.behaviour import buttons, colours, focus, keyboard, layout, others
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import Check, PageVisit

CHECKS: tuple[Check, ...] = (
    others.check_no_trouble,
    keyboard.check_skip_link_first,
    keyboard.check_tab_stops,
    keyboard.check_keyboard_reach,
    keyboard.check_escape_closes,
    buttons.check_buttons,
    keyboard.check_no_single_key_shortcuts,
    focus.check_focus_ring,
    layout.check_reflow,
    layout.check_text_spacing,
    layout.check_double_text,
    layout.check_under_sticky,
    layout.check_target_size,
    colours.check_contrast,
    colours.check_links_told_by_colour,
    colours.check_forced_colours,
    others.check_results_announced,
    others.check_still,
    others.check_lists_say_so,
    others.check_no_hover_only,
    others.check_easy_read_layout,
    others.check_without_javascript,
    others.check_print_complete,
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
