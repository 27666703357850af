"""The page for people who write easy read shows every picture with its name, its meaning and its words."""

from __future__ import annotations

import pytest

from localoffer.addresses import PICTURES
from localoffer.outputs.index import Index
from localoffer.outputs.pages.pictures import ON_A_PAGE, make_pages
from tests.easyread.council import council


@pytest.mark.sample
def test_every_picture_stands_there_once_by_its_meaning_and_is_published() -> None:
    vocabulary = council().vocabulary
    pages = make_pages(Index(council()))
    shown = [picture for page in pages for picture in page.meta["pictures"]]  # type: ignore[attr-defined]
    assert sorted(picture["id"] for picture in shown) == sorted(vocabulary.pictures)
    assert all(picture["means"] and picture["words"] for picture in shown)
    assert {name for page in pages for name in page.pictures} == {*vocabulary.pictures, "no-lift"}
    assert all(len(page.meta["pictures"]) <= ON_A_PAGE for page in pages)  # type: ignore[arg-type]
    assert pages[0].url == PICTURES


@pytest.mark.sample
def test_the_first_page_shows_what_crossed_out_means() -> None:
    first, *others = make_pages(Index(council()))
    assert first.meta["example"] == {"name": "no-lift", "file": "assets/pictures/no-lift.svg"}
    assert not any("example" in page.meta for page in others)
