"""As many easy-read pages as standard pages that families read, each leading to the other; what has none says why."""

from __future__ import annotations

import functools

import pytest

from localoffer.addresses import EASY, first_part, page_path
from localoffer.kinds import kind_of
from localoffer.outputs.pages import Page, write_pages
from tests.easyread.council import council

pytestmark = pytest.mark.sample


@functools.cache
def sample_pages() -> dict[str, Page]:
    return {page.path: page for page in write_pages(council())}


def is_easy(page: Page) -> bool:
    return page.url.startswith(EASY)


def family_pages() -> list[Page]:
    """Standard pages that are not exempt, without their further parts and those written for other readers."""
    for_others = {page.path for page in council().content.values() if page.easy_read == "none"}
    return [
        page
        for page in sample_pages().values()
        if not is_easy(page) and kind_of(page.kind).twin and page.source not in for_others and "/page/" not in page.path
    ]


def test_every_page_families_read_has_its_easy_read_twin() -> None:
    lacking = [page.path for page in family_pages() if page_path(EASY + page.url) not in sample_pages()]
    assert lacking == []


def test_there_are_as_many_easy_read_pages_as_standard_ones() -> None:
    easy = {first_part(page.url) for page in sample_pages().values() if is_easy(page) and page.kind != "easy-redirect"}
    assert len(easy) == len(family_pages()) > 200


def test_each_leads_to_the_other() -> None:
    for page in family_pages():
        twin = sample_pages()[page_path(EASY + page.url)]
        assert page.meta.get("easy", EASY) == EASY + page.url, page.path
        assert twin.meta["standard"] in (page.url, "." if not page.url else page.url), twin.path


def test_every_picture_shown_exists() -> None:
    pictures = council().vocabulary.all_pictures
    assert {used for page in sample_pages().values() for used in page.pictures} <= set(pictures)
