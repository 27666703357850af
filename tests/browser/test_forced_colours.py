"""In forced colours chips have an edge, and what is current, chosen or open now can be told from what is not."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Locator

LOOK = "(one, part) => { const look = getComputedStyle(one, part); return [look.borderTopColor, look.backgroundColor, look.borderTopStyle]; }"
COLOURS = """() => { const probe = document.body.appendChild(document.createElement('p'));
  probe.style.forcedColorAdjust = 'none';
  return Object.fromEntries(['Canvas', 'CanvasText', 'Highlight', 'LinkText'].map((name) => {
    probe.style.color = name; return [name, getComputedStyle(probe).color]; })); }"""


def look(one: Locator, part: str | None = None) -> list[str]:
    found: list[str] = one.evaluate(LOOK, part)
    return found


def test_states_are_told_apart_in_forced_colours(new_context: Callable[..., BrowserContext]) -> None:
    for dark in (False, True):
        page = new_context(dark=dark, forced_colors="active", bypass_csp=True).new_page()
        page.clock.set_fixed_time("2026-11-24T11:00:00Z")
        page.goto("/services/marl-trust/saturday-club/")
        colour = page.evaluate(COLOURS)
        assert len(set(colour.values())) == len(colour)
        assert look(page.locator(".lo-chips li").first)[::2] == [colour["CanvasText"], "solid"]
        dot = page.locator(".lo-open").first
        assert look(dot, "::before")[:2] == [colour["CanvasText"]] * 2, "open now: a full dot"
        dot.evaluate("one => one.classList.add('lo-open--shut')")
        assert look(dot, "::before")[:2] == [colour["CanvasText"], colour["Canvas"]], "shut: a ring"
        page.goto("/needs/autism/5-to-10/")
        for current in page.locator(".lo-pills [aria-current], .lo-pager [aria-current]").all():
            assert look(current)[:2] == [colour["Highlight"]] * 2
        assert page.locator(".lo-pills [aria-current]").count() == 1
        assert look(page.locator(".lo-pills a:not([aria-current])").first)[1] != colour["Highlight"]
        page.goto("/about/settings/")
        chosen = page.locator(".lo-settings__choice:has(:checked)").first
        other = page.locator(".lo-settings__choice:not(:has(:checked))").first
        assert look(chosen)[0] == colour["Highlight"] != look(other)[0]
