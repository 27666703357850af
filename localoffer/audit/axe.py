"""Run axe-core in each look of a page; every impact counts.

In: a visit. Out: faults. pa11y-ci's own axe is older and never runs the rules of WCAG 2.2, nor those of lesser impact.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from localoffer.audit.faults import BrowserFault
from localoffer.audit.rules import AXE
from localoffer.audit.visit import PageVisit, name_of
from localoffer.browser.installed import find_node_file
from localoffer.browser.visit import DESKTOP, PHONE, Look

if TYPE_CHECKING:
    from playwright.sync_api import Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
LOOKS = (Look(PHONE, javascript=False), Look(DESKTOP), Look(PHONE))
"""Looks in which a page may hold other things: every rule runs."""
SHADES = (Look(PHONE, "dark"), Look(PHONE, forced=True))
"""Looks with the same things in other colours: the rules about colour and place run, and on a big screen our own, which ask
for more (`behaviour.colours`). Where all elements are just where they were in a look of the same width in which these ran, only
those about colour can say something else."""
COLOUR_RULES = ("color-contrast", "link-in-text-block")
SHADE_RULES = (
    *COLOUR_RULES,
    *"target-size scrollable-region-focusable aria-hidden-focus css-orientation-lock skip-link region label".split(),
    *"button-name link-name heading-order".split(),
)
_RUN = """([runOnly, rules]) => axe.run(document, {
  runOnly, rules, resultTypes: ['violations'],
}).then((found) => found.violations.flatMap((rule) => rule.nodes.map((node) => ({
  rule: rule.id, help: rule.help, tags: rule.tags, url: rule.helpUrl,
  why: [...node.any, ...node.all, ...node.none].map((check) => check.message).join('; '),
  target: node.target.flat().join(' '),
}))))"""


@cache
def read_axe() -> str:
    """axe-core's own text; ToolMissing where it is not installed."""
    return find_node_file("axe-core/axe.min.js").read_text(encoding="utf-8")


def check_with_axe(visit: PageVisit, axe: str) -> Iterator[BrowserFault]:
    """Nothing that axe knows of, in any look; `in_states` does what a reader does, and looks again."""
    for look in (*LOOKS, *SHADES):
        page = visit.show(look)
        is_same = look.javascript and look.width == PHONE and visit.measure("isLaidOutAsBefore")
        yield from run_axe(visit, page, axe, rules=() if look in LOOKS else COLOUR_RULES if is_same else SHADE_RULES)


def run_axe(visit: PageVisit, page: Page, axe: str, *, rules: tuple[str, ...] = ()) -> Iterator[BrowserFault]:
    """What axe finds on the page as it is shown now: by these `rules`, or by all."""
    if not page.evaluate("() => typeof window.axe?.run === 'function'"):
        page.evaluate(axe)
    asked = [{"type": "rule", "values": rules}, {}] if rules else [list(TAGS), {"target-size": {"enabled": True}}]
    for node in page.evaluate(_RUN, asked):
        at = visit.measure("describe", node["target"]) or {"selector": node["target"], "words": ""}
        message = f"{node['help']}: {name_of(at)}"
        fix = f"{node['why'].split('; ')[0]}. See {node['url']}"
        yield visit.fault(AXE.named(node["rule"]), message, fix, at=at, wcag=_criterion(node["tags"]))


def _criterion(tags: list[str]) -> str:
    """axe's tag `wcag143` → `1.4.3`."""
    numbers = next((tag[4:] for tag in tags if tag.startswith("wcag") and tag[4:].isdigit() and len(tag) > 6), "")
    return f"{numbers[0]}.{numbers[1]}.{numbers[2:]}" if numbers else ""
