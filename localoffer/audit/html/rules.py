"""The rules for one page, in one tuple: adding a check is adding one function and its name here.

In: a `PageView`. Out: rule id, how bad, fault.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer.audit.html.everywhere import EVERYWHERE
from localoffer.audit.html.names import NAMES
from localoffer.audit.html.page import Fault, PageRule, PageView
from localoffer.audit.html.pictures import PICTURES, alt_faults
from localoffer.audit.html.safety import SAFETY
from localoffer.audit.html.structure import STRUCTURE

PAGE_RULES: tuple[PageRule, ...] = (*STRUCTURE, *NAMES, *PICTURES, *SAFETY, *EVERYWHERE)


def page_faults(page: PageView) -> Iterator[tuple[str, str, Fault]]:
    """Every fault of one page; a page that only sends on is judged by what it may load."""
    for rule in PAGE_RULES:
        for fault in rule.check(page):
            yield rule.id, rule.severity, fault
    yield from alt_faults(page)
