"""A visit to a page of the site, measured: what the page is, what was measured, and how a fault of it is named.

In: a browser's windows and a built page. Out: a `PageVisit`, and the faults that a check found in it. What we measure with
runs beside the page, not in it, so that the site's policy stays in force.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from localoffer.audit.choose import BuiltPage
from localoffer.audit.faults import BrowserFault
from localoffer.browser.visit import Served, Visit
from localoffer.browser.windows import Windows
from localoffer.browser.worker import Fact
from localoffer.rulebook import Rule

MEASURES = Path(__file__).with_name("measures.js")

_MEASURE = """([name, given]) => {
  const measure = window.loAudit?.[name];
  return typeof measure === 'function' ? Promise.resolve(measure(...given)).then((said) => [said ?? null]) : null;
}"""


@dataclass
class PageVisit(Visit):
    """`built`: the page. `good`: sorts of things that were measured in this audit and had no fault, so that their likes
    need not be measured again. `stops`: width → tab stops of this page, and the one that lets nobody past; `backwards`:
    those of the way back."""

    built: BuiltPage
    good: set[Fact] = field(default_factory=set)
    stops: dict[int, tuple[list[dict[str, Any]], dict[str, Any] | None]] = field(default_factory=dict)
    backwards: dict[int, list[dict[str, Any]]] = field(default_factory=dict)

    def measure(self, name: str, *arguments: Any) -> Any:
        """What one of our measurements says of the page as it is shown."""
        page = self.windows.page(javascript=self.look.javascript)
        said = page.evaluate(_MEASURE, [name, list(arguments)])
        if not said:
            page.evaluate(measures())
            said = page.evaluate(_MEASURE, [name, list(arguments)])
        return said[0]

    def fault(
        self,
        rule: Rule,
        message: str,
        fix: str = "",
        *,
        at: dict[str, Any] | None = None,
        wcag: str = "",
        severity: str = "",
    ) -> BrowserFault:
        """A fault of this page, at the element `at` as `measures.js` names it."""
        at = at or {}
        return BrowserFault(
            page=self.built.address,
            kind=self.built.kind,
            rule=rule.id,
            selector=at.get("selector", ""),
            message=message,
            fix=fix,
            severity=severity or rule.severity,
            wcag=wcag,
            where=str(self.look),
            words=at.get("words", ""),
            in_frame=bool(at.get("frame")),
            clues=tuple(at.get("clues", ())),
        )

    def faults(
        self, things: Iterable[dict[str, Any]], rule: Rule, message: str, fix: str, wcag: str = ""
    ) -> Iterator[BrowserFault]:
        """A fault of each thing that was measured. The message names it as `{it}`, and what was measured of it as `{by}`."""
        for thing in things:
            yield self.fault(rule, message.format_map({**thing, "it": name_of(thing)}), fix, at=thing, wcag=wcag)


def name_of(thing: dict[str, Any]) -> str:
    """How a sentence names a thing on the page."""
    return f"“{thing['words']}”" if thing["words"] else str(thing["selector"])


@cache
def measures() -> str:
    """Our measurements, to run in a page."""
    return MEASURES.read_text(encoding="utf-8")


Check = Callable[[PageVisit], Iterator[BrowserFault]]


def visit_page(
    check: Check, served: Served, windows: Windows, page: BuiltPage, good: set[Fact]
) -> tuple[BrowserFault, ...]:
    """What the check finds on the page."""
    return tuple(check(PageVisit(windows, served, page.url, page, good)))
