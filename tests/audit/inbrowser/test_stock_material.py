"""The known faults of stock Material for MkDocs: each is found on a stock build of a small tree, and not on our site."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from localoffer.audit.behaviour import colours, focus, keyboard, layout, others
from localoffer.audit.choose import BuiltPage
from localoffer.audit.faults import BrowserFault
from localoffer.audit.visit import Check, PageVisit
from localoffer.browser.visit import Served, serve_twice
from localoffer.browser.windows import Windows
from localoffer.site import build_site

ROOT = Path(__file__).resolve().parents[3]
CONFIG = "site_name: Stock\nsite_url: https://stock.example/\ntheme: {name: material, font: false}\nplugins: [search]\nmarkdown_extensions: [admonition]\n"
WORDS = "Words about clubs, with [a link](page-1.md) among them. " * 12

Looks = dict[tuple[Check, str], list[BrowserFault]]

#: fault → (check, rule, page of the stock site, page of ours)
FAULTS: dict[str, tuple[Check, str, str, str]] = {
    "the mobile menu cannot be opened by keyboard": (keyboard.check_keyboard_reach, "not-by-keyboard", "index.html", "index.html"),
    "tab stops lie off the screen": (keyboard.check_tab_stops, "focus-out-of-view", "index.html", "index.html"),
    "single keys are shortcuts": (keyboard.check_no_single_key_shortcuts, "single-key-shortcut", "index.html", "index.html"),
    "no skip link on the 404 page": (keyboard.check_skip_link_first, "skip-link-missing", "404.html", "404.html"),
    "the focus ring is faint": (focus.check_focus_ring, "focus-not-seen", "index.html", "index.html"),
    "links are told apart by colour only": (colours.check_links_told_by_colour, "link-by-colour-only", "index.html", "guides/short-breaks/index.html"),
    "what has the focus lies under the header": (keyboard.check_tab_stops, "focus-covered", "index.html", "guides/short-breaks/index.html"),
    "places in the page lie under the header": (layout.check_under_sticky, "under-sticky", "index.html", "guides/short-breaks/index.html"),
    "pictures and edges vanish in forced colours": (colours.check_forced_colours, "lost-in-forced-colours", "index.html", "index.html"),
    "no live region says what was found": (others.check_results_announced, "results-not-announced", "index.html", "find/index.html"),
    "search results have empty names": (others.check_results_announced, "result-without-name", "index.html", "find/index.html"),
    "the search vanishes without JavaScript": (others.check_without_javascript, "search-needs-javascript", "index.html", "index.html"),
}  # fmt: skip


@pytest.fixture(scope="module")
def stock(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A small tree as stock Material builds it."""
    root = tmp_path_factory.mktemp("stock")
    (root / "docs").mkdir()
    (root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    sections = "".join(f"\n## Section {number}\n\n{WORDS}\n" for number in range(6))
    for name in ("index", *(f"page-{number}" for number in range(1, 9))):
        (root / "docs" / f"{name}.md").write_text(
            f"# The {name}\n\nSaturday club for autism.\n\n!!! note\n    Words.\n{sections}", encoding="utf-8"
        )
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=root, env=environment, check=True, timeout=300)
    with serve_twice(root / "site") as served:
        yield served


@pytest.fixture(scope="module")
def ours(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The tiny council's offer."""
    root = tmp_path_factory.mktemp("ours") / "site"
    subprocess.run(["cp", "-R", f"{ROOT}/tests/council/.", str(root)], check=True)
    result = build_site(root, date(2026, 11, 22))
    assert result.site, result.findings
    with serve_twice(result.site.resolve()) as served:
        yield served


@pytest.fixture(scope="module")
def looks() -> Looks:
    """What a check found at an address: two faults may be those of one check on one page, which is looked at once."""
    return {}


def broken(
    looks: Looks, check: Check, served: Served, address: str, windows: Windows
) -> list[BrowserFault]:
    place = check, f"{served.base}/{address}"
    if place not in looks:
        built = BuiltPage(address, "page")
        looks[place] = list(check(PageVisit(windows, served, built.url, built)))
    return looks[place]


@pytest.mark.parametrize("fault", FAULTS)
def test_stock_material_has_the_fault(fault: str, looks: Looks, windows: Windows, stock: Served) -> None:
    check, rule, address, _ours = FAULTS[fault]
    assert rule in {found.rule for found in broken(looks, check, stock, address, windows)}


@pytest.mark.parametrize("fault", FAULTS)
def test_our_site_has_not(fault: str, looks: Looks, windows: Windows, ours: Served) -> None:
    check, rule, _stock, address = FAULTS[fault]
    assert [(found.rule, found.message) for found in broken(looks, check, ours, address, windows) if found.rule == rule] == []
