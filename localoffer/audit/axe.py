"""Run axe-core in each look and each open state of a page; every impact counts.

In: a visit. Out: faults. pa11y-ci's own axe is older and never runs the rules of WCAG 2.2, nor those of lesser impact.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from localoffer.audit.faults import BrowserFault
from localoffer.audit.rules import AXE
from localoffer.audit.visit import PageVisit
from localoffer.browser.installed import find_node_file
from localoffer.browser.visit import DESKTOP, PHONE, Look

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice")
LOOKS = (Look(DESKTOP), Look(PHONE), Look(PHONE, javascript=False))
"""Looks in which a page may hold other things: every rule runs."""
SHADES = (
    Look(DESKTOP, "dark"),
    Look(PHONE, "dark"),
    Look(DESKTOP, forced=True),
    Look(PHONE, forced=True),
    Look(DESKTOP, javascript=False),
)
"""Looks with the same things in other colours or places: the rules about colour and place run. Where all elements are
just where they were in a look of the same width in which these ran, only those about colour can say something else."""
COLOUR_RULES = ("color-contrast", "link-in-text-block")
SHADE_RULES = (
    *COLOUR_RULES,
    *"target-size scrollable-region-focusable aria-hidden-focus css-orientation-lock skip-link region label".split(),
    *"button-name link-name heading-order".split(),
)
OPEN_LOOKS = (Look(DESKTOP), Look(PHONE, "dark"))
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


# States a reader can bring a page into. Each is a function: page → True when there was something to open.


def open_details(page: Page) -> bool:
    """Every `details` open."""
    return bool(
        page.evaluate(
            "() => { const shut = [...document.querySelectorAll('details:not([open])')];"
            " shut.forEach((one) => { one.open = true; }); return shut.length; }"
        )
    )


def press_buttons(page: Page) -> bool:
    """Every button that opens something pressed, as far as it can be seen."""
    buttons = page.locator("button[aria-expanded=false]:visible")
    pressed = 0
    while buttons.count() and pressed < 20:
        buttons.first.click()
        pressed += 1
    return bool(pressed)


def search_something(page: Page) -> bool:
    """Results shown, where the page finds things by itself."""
    speaks = page.locator("main [role=status], main [aria-live], [data-lo-find-form]").count()
    field = page.locator("main form[role=search] input[type=search]:visible").first
    as_you_type = page.locator("[role=search] form:not([action]) input:visible").first
    if speaks and field.count():
        return _ask(page, field, "main", "Enter")
    return bool(as_you_type.count()) and _ask(page, as_you_type, "body", "")


def _ask(page: Page, field: Locator, part: str, key: str) -> bool:
    """Search; False when the search leads to another page. A TimeoutError when nothing is announced."""
    before = page.url
    field.click()
    field.press_sequentially("autism")
    if key:
        field.press(key)
    page.wait_for_function(
        "(part) => [...document.querySelectorAll(`${part} [role=status], ${part} [aria-live]`)]"
        ".some((one) => one.innerText.trim())",
        arg=part,
    )
    return page.url.partition("?")[0] == before.partition("?")[0]


STATES: tuple[tuple[str, Callable[[Page], bool]], ...] = (
    ("details", open_details),
    ("buttons", press_buttons),
    ("search", search_something),
)
"""What a page must hold to be brought into a state (`canOpen` of measures.js), and how."""


def check_with_axe(visit: PageVisit, axe: str) -> Iterator[BrowserFault]:
    """Nothing that axe knows of, in any look or open state."""
    for look in sorted((*LOOKS, *SHADES), key=lambda look: (not look.javascript, -look.width, look in SHADES)):
        page = visit.show(look)
        same = look.javascript and visit.measure("isLaidOutAsBefore")
        yield from _run(visit, page, axe, "", rules=() if look in LOOKS else COLOUR_RULES if same else SHADE_RULES)
    visit.show(OPEN_LOOKS[0])
    has = visit.measure("canOpen")
    for what, state in STATES:
        if not has[what]:
            continue
        page = visit.show(OPEN_LOOKS[0], fresh=True)
        if state(page):
            for look in OPEN_LOOKS:
                yield from _run(visit, visit.show(look), axe, state.__doc__ or "")


def _run(visit: PageVisit, page: Page, axe: str, state: str, *, rules: tuple[str, ...] = ()) -> Iterator[BrowserFault]:
    if not page.evaluate("() => typeof window.axe?.run === 'function'"):
        page.evaluate(axe)
    asked = [{"type": "rule", "values": rules}, {}] if rules else [list(TAGS), {"target-size": {"enabled": True}}]
    for node in page.evaluate(_RUN, asked):
        at = visit.measure("describe", node["target"]) or {"selector": node["target"], "words": ""}
        message = _sentence(node, at, state)
        fix = f"{node['why'].split('; ')[0]}. See {node['url']}"
        yield visit.fault(AXE.named(node["rule"]), message, fix, at=at, wcag=_criterion(node["tags"]))


def _sentence(node: dict[str, Any], at: dict[str, str], state: str) -> str:
    shown = f"“{at['words']}”" if at["words"] else at["selector"]
    doing = f" [{state.rstrip('.').lower()}]" if state else ""
    return f"{node['help']}: {shown}{doing}"


def _criterion(tags: list[str]) -> str:
    """axe's tag `wcag143` → `1.4.3`."""
    numbers = next((tag[4:] for tag in tags if tag.startswith("wcag") and tag[4:].isdigit() and len(tag) > 6), "")
    return f"{numbers[0]}.{numbers[1]}.{numbers[2:]}" if numbers else ""
