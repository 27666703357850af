"""Lists tell what nobody knows after the others: a few at the end of each list, all of them on a page of their own."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.catalogue import read_catalogue
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page
from localoffer.outputs.pages import write_pages
from localoffer.outputs.pages.lists import SHOWN_IN_GROUP
from tests.offer import TODAY, copy_site, kept
from tests.reports.test_asking_report import GAPS

HEADING = {
    "ages/5-to-10/": "We do not know the ages for these",
    "needs/autism/": "We do not know which needs these are for",
    "areas/easton/": "We do not know where you need to live for these",
    "topics/": "Not sorted yet",
}


def pages_with(number: int, folder: Path) -> tuple[dict[str, Page], Index]:
    """The pages of the tiny council with so many services of which nothing is known."""
    root = copy_site(folder)
    for each in range(number):
        path = root / "providers/easton-school" / f"play-{each:02}.yml"
        path.write_text(GAPS.format(name=f"Play {each:02}"), encoding="utf-8")
    catalogue, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None, findings
    return {page.url: page for page in write_pages(catalogue)}, Index(catalogue)


def names(page: Page, heading: str) -> list[str]:
    return [card.name for group in page.meta["groups"] if group.title == heading for card in group.rows]


@pytest.mark.parametrize(("number", "has_page"), [(0, False), (3, False), (SHOWN_IN_GROUP + 2, True)])
def test_they_come_last_under_a_heading_of_their_own(number: int, has_page: bool, tmp_path: Path) -> None:
    pages, _index = pages_with(number, tmp_path)
    wanted = [f"Play {each:02}" for each in range(number)]
    for url, heading in HEADING.items():
        titles = [group.title for group in pages[url].meta["groups"]]
        assert names(pages[url], heading) == wanted[:SHOWN_IN_GROUP]
        assert titles[-1] == heading if number else heading not in titles
        others = [card.name for group in pages[url].meta["groups"] if group.title != heading for card in group.rows]
        assert not set(wanted) & set(others)
    for gap in ("ages", "needs", "areas", "topics"):
        assert (f"not-known/{gap}/" in pages) == has_page
        assert (f"easy-read/not-known/{gap}/" in pages) == has_page


def test_the_list_of_all_holds_all(tmp_path: Path) -> None:
    pages, _index = pages_with(SHOWN_IN_GROUP + 2, tmp_path)
    whole = pages["not-known/ages/"]
    assert len(names(whole, f"{SHOWN_IN_GROUP + 2} services")) == SHOWN_IN_GROUP + 2
    card = next(card for group in whole.meta["groups"] for card in group.rows)
    said = [card.line, *(line.words for line in card.says)]
    assert said == ["We put on plays in the old school", "Run by Easton School"]


def test_search_knows_that_nobody_knows_and_never_says_no(tmp_path: Path) -> None:
    _pages, index = pages_with(1, tmp_path)
    filters = set(index.facts(index.catalogue.services["easton-school/play-00"]).choices)
    gaps = {"topic", "need", "stage", "ages", "area", "cost", "route", "delivery", "day", "time"}
    assert filters == {f"{gap}:not-known" for gap in gaps}
    club = set(index.facts(index.catalogue.services["marl-trust/saturday-club"]).choices)
    assert not [name for name in club if name.endswith("not-known")]


def test_what_is_not_sorted_is_like_nothing(tmp_path: Path) -> None:
    pages, _index = pages_with(2, tmp_path)
    assert "like" not in pages["services/easton-school/play-00/"].meta
