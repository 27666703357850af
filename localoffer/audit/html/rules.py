"""The rules for built pages, module by module: adding one is adding one function to a module.

In: a `PageView`, or a `SiteView` for the rules that need all pages. Out: each fault with its rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.alttext import ALT_RULES, Shown, faults_together
from localoffer.audit.html.everywhere import EVERYWHERE
from localoffer.audit.html.links import LINKS, REACH
from localoffer.audit.html.names import NAMES
from localoffer.audit.html.page import Clues, PageView
from localoffer.audit.html.pictures import PICTURES, alt_faults
from localoffer.audit.html.safety import SAFETY
from localoffer.audit.html.shared import SHARED
from localoffer.audit.html.site import SiteView
from localoffer.audit.html.structure import STRUCTURE
from localoffer.audit.html.weight import WEIGHT
from localoffer.rulebook import Fault, Rule, Rules

PAGE_RULES: tuple[Rule, ...] = (*STRUCTURE, *NAMES, *PICTURES, *SAFETY, *EVERYWHERE)
FILES = Rules("whole-site")
PRIVATE_ADDRESS = FILES.declare(
    "private-address", "The address of a place that must stay private stands nowhere in the site."
)
COMPRESSED_STALE = FILES.declare("compressed-stale", "The compressed forms of a page hold the same page.")
SITE_RULES: tuple[Rule, ...] = (*LINKS, *SHARED, *WEIGHT, *REACH, *FILES)
RULES_OF_PAGES = {rule.id: rule for rule in (*PAGE_RULES, *ALT_RULES, COMPRESSED_STALE)}
"""Every rule that a look at one page may name, by id."""


def page_faults(page: PageView) -> Iterator[tuple[Rule, Fault]]:
    """Every fault of one page; a page that only sends on is judged by what it may load."""
    for rule in PAGE_RULES:
        for fault in rule.faults(page):
            yield rule, fault
    yield from alt_faults(page)


def site_faults(site: SiteView) -> Iterator[tuple[Rule, Fault]]:
    """Every fault that only the whole site shows, each with its page."""
    for rule in SITE_RULES:
        for fault in rule.faults(site):
            yield rule, fault
    yield from _picture_faults(site)


def _picture_faults(site: SiteView) -> Iterator[tuple[Rule, Fault]]:
    """One alt on different pictures, different alts on one picture; each pair once."""
    shown = (
        (Shown(file, alt), (address, alt, file)) for address, page in site.pages.items() for alt, file in page.pictures
    )
    told: set[tuple[str, str, str]] = set()
    for rule, fault, (address, alt, file) in faults_together(shown):
        if (rule.id, alt, file) not in told:
            told.add((rule.id, alt, file))
            yield rule, fault._replace(where=Clues((alt, file.rpartition("/")[2]), page=address))
