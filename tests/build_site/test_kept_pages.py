"""A page that is not made again is the page that would be made: after any edit, kept and fresh pages are the same."""

from __future__ import annotations

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

from localoffer.site.offer import read_offer
from localoffer.site.stage import Same, stage
from localoffer.system.folders import Folders
from tests.offer import CLUB, TODAY, copy_site

#: Edits, one after another: file, pattern, words instead. Each reaches pages of other files than its own.
EDITS = [
    (CLUB, "^name: ", "name: New "),
    (CLUB, "^summary: ", "summary: Good "),
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


def pages(root: Path, today: date) -> tuple[dict[str, bytes], int]:
    """Every staged file, and how many pages were not made again."""
    places = Folders(root)
    places.make()
    offer = read_offer(places, today)
    assert offer.is_whole, [str(finding) for finding in offer.findings if finding.is_error]
    files = list(offer.files)
    stage(files, places.docs)
    found = {
        path.relative_to(places.docs).as_posix(): path.read_bytes() for path in places.docs.rglob("*") if path.is_file()
    }
    return found, sum(isinstance(content, Same) for _path, content in files)


def fresh(root: Path, today: date) -> dict[str, bytes]:
    shutil.rmtree(root.parent / "fresh", ignore_errors=True)
    shutil.copytree(root, root.parent / "fresh", ignore=shutil.ignore_patterns("build"))
    return pages(root.parent / "fresh", today)[0]


def test_after_any_edit_kept_pages_are_the_pages_that_would_be_made(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    first, kept = pages(root, TODAY)
    assert kept == 0
    again, kept = pages(root, TODAY)
    assert again == first
    assert kept == 2 * len(list(root.glob("providers/*/*.yml"))) - 2 * len(list(root.glob("providers/*/provider.yml")))
    for file, pattern, instead in EDITS:
        path = root / file
        text = path.read_text(encoding="utf-8")
        path.write_text(re.sub(pattern, instead, text, flags=re.MULTILINE), encoding="utf-8")
        assert path.read_text(encoding="utf-8") != text, f"nothing to edit in {file}"
        assert pages(root, TODAY)[0] == fresh(root, TODAY), f"after the edit of {file}"
    later = TODAY + timedelta(days=200)
    assert pages(root, later)[0] == fresh(root, later), "on a later day"


def test_an_edit_of_one_listing_makes_its_pages_and_those_that_name_it(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    _pages, none = pages(root, TODAY)
    _pages, every = pages(root, TODAY)
    text = (root / CLUB).read_text(encoding="utf-8")
    (root / CLUB).write_text(text.replace("description: |\n  ", "description: |\n  Hello. ", 1), encoding="utf-8")
    assert (root / CLUB).read_text(encoding="utf-8") != text
    _pages, after = pages(root, TODAY)
    assert none == 0
    assert after == every - 2


def test_a_kept_page_that_is_gone_is_made_again(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    first, _kept = pages(root, TODAY)
    gone = root / "build/docs/services/marl-trust/saturday-club.md"
    gone.unlink()
    assert pages(root, TODAY)[0] == first
    assert gone.is_file()
