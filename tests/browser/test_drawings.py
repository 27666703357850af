"""A good drawing looks the same when it has been cleaned: compared pixel by pixel as a browser shows it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops
from playwright.sync_api import Browser, Page

from localoffer.picturefile import clean_drawing
from tests.picturefile.good import GOOD


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 260, "height": 180})
    yield page
    page.close()


def shown(page: Page, file: Path) -> Image.Image:
    page.goto(file.as_uri())
    return Image.open(io.BytesIO(page.screenshot())).convert("RGB")


@pytest.mark.parametrize("name", GOOD)
def test_a_good_drawing_looks_the_same(name: str, page: Page, tmp_path: Path) -> None:
    before, after = tmp_path / "before.svg", tmp_path / "after.svg"
    before.write_text(GOOD[name], encoding="utf-8")
    after.write_bytes(clean_drawing(GOOD[name].encode()).clean)
    first, second = shown(page, before), shown(page, after)
    assert len(first.getcolors(1_000_000) or ()) > 1, "nothing is drawn"
    assert ImageChops.difference(first, second).getbbox() is None


def test_a_drawing_that_lost_something_would_be_seen(page: Page, tmp_path: Path) -> None:
    before, after = tmp_path / "before.svg", tmp_path / "after.svg"
    before.write_text(GOOD["gradients"], encoding="utf-8")
    after.write_bytes(clean_drawing(GOOD["gradients"].encode(), shapes_only=True).clean)
    assert ImageChops.difference(shown(page, before), shown(page, after)).getbbox()
