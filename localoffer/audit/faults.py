"""One fault that a browser saw, and how it becomes a finding at the file a person can edit.

In: faults of the browser checks, page by page. Out: the same faults with likenesses merged, as findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from localoffer.addresses import url_of
from localoffer.audit.sources import Sources
from localoffer.findings import ERROR, Finding, count


@dataclass(frozen=True, order=True)
class BrowserFault:
    """`page` is its file in the site (`find/index.html`), `where` how it was looked at (“320 px, dark”)."""

    page: str
    kind: str
    rule: str
    selector: str
    message: str
    fix: str = ""
    severity: str = ERROR
    wcag: str = ""
    where: str = ""
    words: str = ""
    in_frame: bool = False
    clues: tuple[str, ...] = ()
    others: int = 0

    @property
    def cause(self) -> tuple[str, str, str]:
        """What two sightings of one fault share: the rule, the element, and its kind of page."""
        return self.rule, bare_selector(self.selector), self.severity


def bare_selector(selector: str) -> str:
    """A selector without positions, so that one fault of a template is one cause on every page."""
    last = re.sub(r":nth-(child|of-type)\(\d+\)", "", selector)
    return " > ".join(last.split(" > ")[-2:])


def merge_faults(faults: Iterable[BrowserFault]) -> list[BrowserFault]:
    """One cause, one fault: the first sighting, which says on how many pages it was seen."""
    seen: dict[tuple[str, str, str], list[BrowserFault]] = {}
    for fault in sorted(faults):
        seen.setdefault(fault.cause, []).append(fault)
    return [replace(sightings[0], others=len({fault.page for fault in sightings}) - 1) for sightings in seen.values()]


def finding_of(fault: BrowserFault, sources: Sources) -> Finding:
    """The finding at the page's source file, or at the theme's for what stands round the main part."""
    path, line, column = sources.place(fault.page, fault.clues or (fault.words,), fault.in_frame)
    parts = [f"{address_of(fault.page)}: {fault.message.rstrip('.')}"]
    parts += [f" ({fault.where})"] if fault.where else []
    parts += [f"; also on {count(fault.others, 'other page')}"] if fault.others else []
    parts += [f". WCAG {fault.wcag}" if fault.wcag else ""]
    return Finding(path, line, column, fault.severity, fault.rule, "".join(parts) + ".", fault.fix)


def address_of(page: str) -> str:
    """`find/index.html` → `/find/`."""
    return "/" + url_of(page)
