"""A page weighs what comes with it: every stylesheet counts, inside the page or beside it."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from localoffer.audit.html.facts import facts_of
from localoffer.audit.html.page import PageView
from localoffer.audit.html.site import SiteView
from localoffer.audit.html.weight import MOST_PAGE, check_weight

HALF = "".join(f".a{random.Random(number).randbytes(8).hex()}{{top:0}}" for number in range(900))
"""A stylesheet of more than half of what a page may weigh: twice is too much."""
LINKS = [
    '<link rel="stylesheet" href="heavy.css">',
    '<link rel="stylesheet" media="print" href="../find/heavy.css">',
    '<link rel="Stylesheet preload" href="/offer/find/heavy.css">',
]


def faults_of(folder: Path, head: str) -> list[str]:
    (folder / "find").mkdir()
    (folder / "find/heavy.css").write_text(HALF)
    page = facts_of(PageView(f"<head><style>{HALF}</style>{head}</head><p>Words</p>", "find/index.html"), "/offer/")
    site = SiteView(folder, {"find/index.html": page}, frozenset({"find/index.html", "find/heavy.css"}))
    return [fault.message for fault in check_weight.faults(site)]


@pytest.mark.parametrize("link", LINKS)
def test_a_linked_stylesheet_counts_like_one_inside(tmp_path: Path, link: str) -> None:
    [told] = faults_of(tmp_path, link)
    assert told.endswith(f"{MOST_PAGE:,} are the most (its style has {2 * len(HALF):,} characters)")


@pytest.mark.parametrize("link", ["", LINKS[0].replace("stylesheet", "preload"), LINKS[0].replace("heavy", "gone")])
def test_what_no_browser_takes_as_style_does_not_count(tmp_path: Path, link: str) -> None:
    assert faults_of(tmp_path, link) == []
