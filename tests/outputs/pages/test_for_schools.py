"""What schools are offered to paste, the poster, and what is said of schools that link or do not."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest

from localoffer.addresses import CHOICES, PASTE, POSTER
from localoffer.catalogue import Catalogue
from localoffer.model.schools import LocalSchool, SchoolLink
from localoffer.outputs.for_schools import choices
from localoffer.outputs.index import Index
from localoffer.outputs.pages.for_schools import make_pages, who_links_page
from tests.offer import tiny_council


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    found, findings = tiny_council()
    assert found is not None, findings
    return found


def test_without_an_address_there_is_nothing_to_paste_and_no_code(catalogue: Catalogue) -> None:
    nowhere = replace(catalogue, site=catalogue.site.model_copy(update={"site_url": None}))
    pages = {page.url: page.meta for page in make_pages(Index(nowhere))}
    assert not {"ready", "sentence", "badge_codes"} & pages[PASTE].keys()
    assert "qr" not in pages[POSTER]
    pages = {page.url: page.meta for page in make_pages(Index(catalogue))}
    assert catalogue.site.site_url
    assert all(catalogue.site.site_url in piece.code for piece in pages[PASTE]["ready"] if piece.code)
    assert pages[POSTER]["qr"]


def test_every_list_can_be_chosen(catalogue: Catalogue) -> None:
    offered = json.loads(json.dumps(choices(Index(catalogue))))
    words = catalogue.vocabulary
    for name, members in (
        ("topics", words.topics),
        ("needs", words.needs),
        ("ages", words.stages),
        ("areas", words.areas),
    ):
        assert [row[0] for row in offered[name]] == list(members)
    assert CHOICES.endswith(".json")


def school(name: str, must_link: str = "yes") -> LocalSchool:
    return LocalSchool.model_construct(id=name, name=name.title(), kind="school", must_link=must_link, url=None)


def seen(name: str, found: str, day: int = 20) -> SchoolLink:
    return SchoolLink.model_construct(id=name, found=found, date=date(2026, 11, day), why="What was <seen>.", pages=2)


def told(catalogue: Catalogue, schools: list[LocalSchool], links: list[SchoolLink]) -> str:
    words = replace(
        catalogue.vocabulary,
        schools={one.id: one for one in schools},
        school_links={one.id: one for one in links},
    )
    return who_links_page(Index(replace(catalogue, vocabulary=words))).body


def test_the_count_is_of_schools_that_the_law_asks_and_each_is_told_with_its_day(catalogue: Catalogue) -> None:
    schools = [school("zebra"), school("apple"), school("moor"), school("far", "no"), school("unasked", "no")]
    links = [seen("zebra", "linked"), seen("apple", "no link", 18), seen("far", "wrong link")]
    body = told(catalogue, schools, links)
    assert "**1 of 3** schools that the law asks link here" in body
    assert "We looked between Wednesday 18 November 2026 and Friday 20 November 2026." in body
    assert body.index("Apple") < body.index("Moor") < body.index("Zebra") < body.index("## Others") < body.index("Far")
    assert "Nobody has looked yet: 1" in body
    assert "Unasked" not in body
    assert "<seen>" not in body
    apple = next(line for line in body.split("\n") if line.startswith("- **Apple"))
    assert apple.endswith("(Wednesday 18 November 2026)")


def test_a_day_that_all_share_is_said_once(catalogue: Catalogue) -> None:
    body = told(catalogue, [school("apple"), school("moor")], [seen("apple", "linked"), seen("moor", "no link")])
    assert body.count("20 November 2026") == 1


@pytest.mark.parametrize(
    ("schools", "says"),
    [([], "We have not written down yet which schools the law asks."), ([school("a")], "We have not looked yet.")],
)
def test_where_nobody_has_looked_the_page_says_so(catalogue: Catalogue, schools: list[LocalSchool], says: str) -> None:
    assert says in told(catalogue, schools, [])
