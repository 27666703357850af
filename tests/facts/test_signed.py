"""A film in British Sign Language: on the page of a service or of a guide, in both versions, and a choice of search."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.catalogue import Catalogue
from localoffer.check import check_offer
from localoffer.outputs.index import Index
from localoffer.outputs.pages import Page, write_pages
from tests.offer import TODAY, copy_site, kept

CLUB = "providers/marl-trust/saturday-club.yml"
LOCAL = "bsl_videos: [{page: guides/short-breaks, url: https://sign.example.org/breaks, minutes: 1}]\n"


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Catalogue:
    root = copy_site(tmp_path_factory.mktemp("signed"))
    path = root / CLUB
    film = "bsl_video: {url: https://sign.example.org/club, minutes: 3}\n"
    path.write_text(path.read_text("utf-8") + film, "utf-8")
    (root / "content/_data/local.yml").write_text(LOCAL, "utf-8")
    found, findings = check_offer(root, TODAY, cache=kept(root))
    assert found is not None, [str(one) for one in findings if one.is_error]
    return found


@pytest.fixture(scope="module")
def pages(catalogue: Catalogue) -> dict[str, Page]:
    return {page.url: page for page in write_pages(catalogue)}


@pytest.mark.parametrize(
    ("url", "film", "length"),
    [
        ("services/marl-trust/saturday-club/", "https://sign.example.org/club", "3 minutes"),
        ("guides/short-breaks/", "https://sign.example.org/breaks", "1 minute"),
    ],
)
def test_both_versions_of_a_page_lead_to_its_film_and_say_how_long_it_is(
    url: str, film: str, length: str, pages: dict[str, Page]
) -> None:
    standard, easy = str(pages[url].meta["sign"]), str(pages[f"easy-read/{url}"].meta["sections"][0])  # type: ignore[index]
    for said in (standard, easy):
        assert film in said
        assert length in said


def test_search_can_be_narrowed_to_services_with_a_film(catalogue: Catalogue) -> None:
    index = Index(catalogue)
    signed = [one.id for one in index.shown if "know:bsl-video" in index.facts(one).choices]
    assert signed == ["marl-trust/saturday-club"]


def test_a_film_of_a_page_that_is_not_there_is_a_fault(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    (root / "content/_data/local.yml").write_text(LOCAL.replace("short-breaks", "short-break"), "utf-8")
    (found,) = [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == "unknown-target"]
    assert "Did you mean guides/short-breaks?" in found.message
