"""A page that is not made again is the page that would be made: after any edit, kept and fresh pages are the same."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from localoffer.addresses import TIMES, easy_url, embed_url, page_path, service_url
from localoffer.catalogue.listed import OWN_FIELDS, listed_services
from localoffer.check import check_offer
from localoffer.model import Service
from localoffer.site.offer import offer_of, read_offer
from localoffer.site.stage import Content, Same, stage
from localoffer.system.folders import Folders
from tests.offer import CLUB, TODAY, copy_site, tiny_council

ID = CLUB.removeprefix("providers/").removesuffix(".yml")

#: Pages beside the hand-written ones that are made each time.
ALWAYS_MADE = {
    "about/accessibility.md",
    "about/results.md",
    "easy-read/about/accessibility.md",
    "easy-read/services/marl-trust/sat-club.md",
    "embed/services/marl-trust/sat-club.md",
    "guides.md",
    "services/marl-trust/sat-club.md",
}
#: Edits, one after another: file, pattern, words instead. Each reaches pages of other files than its own.
EDITS = [
    (CLUB, "^name: ", "name: New "),
    (CLUB, "^summary: ", "summary: Good "),
    (CLUB, "  Come and play", "  Come and play and rest"),
    (CLUB, "opens_at: 09:30", "opens_at: 09:45"),
    (CLUB, "There is no club on", "We are closed on"),
    (CLUB, "Sat club", "Weekend play"),
    (CLUB, "minimum_age: 8", "minimum_age: 4"),
    (CLUB, "needs: .autism, anxiety.", "needs: [anxiety]"),
    (CLUB, "amount: 3.50", "amount: 4"),
    (CLUB, "spaces: open", "spaces: full"),
    (CLUB, "topics: .short-breaks.", "topics: [therapies]"),
    (CLUB, "postal_code: MB1 2AB", "postal_code: MB2 2AB"),
    (CLUB, "status: active", "status: temporarily closed"),
    (CLUB, "status: temporarily closed", "status: closed"),
    (CLUB, "status: closed", "status: active"),
    ("providers/marl-trust/provider.yml", "^name: ", "name: New "),
    ("content/guides/short-breaks.md", "^title: ", "title: New "),
    ("content/guides/short-breaks.easy.md", "^title: ", "title: New "),
    ("content/_data/topics.yml", "name: ", "name: New "),
    ("content/_data/needs.yml", "name: ", "name: New "),
    ("content/_data/glossary.yml", "easy_read: ", "easy_read: Now "),
    ("content/_data/glossary.yml", "term: SENCO", "term: SENCo"),
    ("content/_data/areas.yml", "name: ", "name: New "),
    ("mkdocs.yml", "site_url: https://", "site_url: https://www."),
]


def pages(root: Path, today: date) -> tuple[dict[str, bytes], set[str]]:
    """Every staged file and every file of the search index, and what was not made again."""
    places = Folders(root)
    places.make()
    offer = read_offer(places, today)
    assert offer.is_whole, [str(finding) for finding in offer.findings if finding.is_error]
    files = list(offer.files)
    stage(files, places.docs)
    found = {
        path.relative_to(places.docs).as_posix(): path.read_bytes() for path in places.docs.rglob("*") if path.is_file()
    }
    found |= {path: text.encode() for path, text in offer.search.make()}
    return found, {path for path, content in files if isinstance(content, Same)}


def fresh(root: Path, today: date) -> dict[str, bytes]:
    """Every page is made, in a folder where nothing was; what listings and national pages say need not be read again
    (tests/catalogue/test_cache.py), and pages need not go over the disk (tests/site/test_stage.py)."""
    copy = root.parent / "fresh"
    shutil.rmtree(copy, ignore_errors=True)
    shutil.copytree(root, copy, ignore=shutil.ignore_patterns("build"))
    places = Folders(copy)
    places.make()
    catalogue, findings = check_offer(copy, today, cache=root.parent / "read")
    assert catalogue is not None
    offer = offer_of(catalogue, places, findings)
    return dict(written(offer.files)) | {path: text.encode() for path, text in offer.search.make()}


def written(files: Iterable[tuple[str, Content]]) -> Iterator[tuple[str, bytes]]:
    for path, content in files:
        assert not isinstance(content, Same), f"{path} was not made"
        yield (
            path,
            content.read_bytes()
            if isinstance(content, Path)
            else content
            if isinstance(content, bytes)
            else content.encode(),
        )


def edit(root: Path, file: str, pattern: str, instead: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, instead, text, flags=re.MULTILINE), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != text, f"nothing to edit in {file}"


def test_after_any_edit_kept_pages_are_the_pages_that_would_be_made(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    first, kept = pages(root, TODAY)
    assert not kept
    again, kept = pages(root, TODAY)
    assert again == first
    by_hand = {path.relative_to(root / "content").as_posix() for path in (root / "content").rglob("*.md")}
    made = {path for path in first if path.endswith(".md")} - kept - by_hand
    assert made == ALWAYS_MADE
    for file, pattern, instead in EDITS:
        edit(root, file, pattern, instead)
        assert pages(root, TODAY)[0] == fresh(root, TODAY), f"after the edit of {file}: {instead}"
    later = TODAY + timedelta(days=200)
    assert pages(root, later)[0] == fresh(root, later), "on a later day"


def test_after_a_listing_comes_and_goes_kept_pages_are_the_pages_that_would_be_made(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    pages(root, TODAY)
    text = (root / CLUB).read_text(encoding="utf-8")
    other = root / CLUB.replace("saturday-club", "sunday-club")
    other.write_text(text.replace("Saturday", "Sunday").replace("moved_from", "# "), encoding="utf-8")
    assert pages(root, TODAY)[0] == fresh(root, TODAY), "with one more"
    other.unlink()
    assert pages(root, TODAY)[0] == fresh(root, TODAY), "without it again"


def test_an_edit_of_a_listings_own_words_makes_its_pages_only(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    pages(root, TODAY)
    _pages, every = pages(root, TODAY)
    edit(root, CLUB, "  Come and play", "  Come and play and rest")
    _pages, after = pages(root, TODAY)
    own = {page_path(of(service_url(ID))) for of in (str, easy_url, embed_url)} | {f"{service_url(ID)}{TIMES}"}
    parts = {path for path in every if path.startswith(f"{easy_url(service_url(ID))}page/")}
    assert every - after == own | parts


def test_an_edit_of_what_lists_show_makes_the_lists(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    pages(root, TODAY)
    edit(root, CLUB, "^name: ", "name: New ")
    assert "topics/short-breaks.md" not in pages(root, TODAY)[1]


def test_lists_are_made_from_services_without_their_own_words() -> None:
    """What a list could show although its key does not stand for it is not there to be read."""
    catalogue, _findings = tiny_council()
    assert catalogue is not None
    for service in listed_services(catalogue.services).values():
        for name in OWN_FIELDS:
            with pytest.raises(AttributeError):
                getattr(service, name)
    assert frozenset(Service.model_fields) >= OWN_FIELDS


@pytest.mark.parametrize(
    "page", ["services/marl-trust/saturday-club.md", "topics/short-breaks.md", "easy-read/topics.md"]
)
def test_a_kept_page_that_is_gone_is_made_again(tmp_path: Path, page: str) -> None:
    root = copy_site(tmp_path)
    first, _kept = pages(root, TODAY)
    gone = root / "build/docs" / page
    gone.unlink()
    assert pages(root, TODAY)[0] == first
    assert gone.is_file()
