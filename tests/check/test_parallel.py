"""Listings read ahead in other processes are the listings that would be read here."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.cache.store import Room
from localoffer.check import check_offer
from localoffer.check import parallel as ahead
from localoffer.check.parallel import read_ahead
from tests.alone import ON_LINUX, alone
from tests.offer import CLUB, TODAY, copy_site


def count(cache: Path, name: str = "records") -> int:
    with Room(cache, name) as room:
        return len(room.keys())


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A council with a hard word in one listing, and a fault in none."""
    root = copy_site(tmp_path)
    text = (root / CLUB).read_text(encoding="utf-8")
    (root / CLUB).write_text(text.replace("Come and play", "Come and utilise e.g. toys, and play"), encoding="utf-8")
    return root


def test_what_is_read_ahead_is_what_would_be_read(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    plain, findings = check_offer(root, TODAY)
    assert any(finding.path == CLUB for finding in findings)
    cache = tmp_path / "cache"
    listings = len(list(root.glob("providers/*/*.yml")))
    read_ahead(root, cache, 2, 1)
    assert count(cache) > listings  # and the lists of content/_data
    monkeypatch.setattr(ahead, "_read_parts", lambda *_: pytest.fail("everything is there: nothing is read ahead"))
    read_ahead(root, cache, 2, 1)
    read, found = check_offer(root, TODAY, cache=cache)
    assert plain is not None
    assert read is not None
    assert found == findings
    assert read.services == plain.services
    assert read.providers == plain.providers
    assert check_offer(root, TODAY, cache=cache)[1] == findings


def test_few_listings_and_one_processor_need_no_help(root: Path, tmp_path: Path) -> None:
    read_ahead(root, tmp_path / "cache", 2, 1_000)
    read_ahead(root, tmp_path / "cache", 1, 1)
    assert count(tmp_path / "cache") == 0


def test_a_listing_that_is_wrong_is_told_once(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ahead, "_read_parts", lambda root, folders, *_: [ahead._read_part(root, folders)])
    (root / CLUB).write_text("name: [\n", encoding="utf-8")
    plain = check_offer(root, TODAY)[1]
    read_ahead(root, tmp_path / "cache", 2, 1)
    assert count(tmp_path / "cache") > 0
    assert check_offer(root, TODAY, cache=tmp_path / "cache")[1] == plain


FIND_AHEAD = """
import json, sys
from pathlib import Path
from localoffer.check import check_offer
from localoffer.reading import FindingsCache, cache
from localoffer.system.copies import in_copies
from tests.alone import ON_LINUX, alone
from tests.offer import TODAY
root, kept = map(Path, sys.argv[1:])
findings, made = check_offer(root, TODAY)[1], []

def counted(*arguments, at_once):
    for some in in_copies(*arguments, processors=2, at_once=at_once):
        made.append(len(some))
        yield some

cache.in_copies = counted
FindingsCache.begin.__defaults__, cache.SHARE = (1,), 6
said = []
for _ in range(2):
    is_same = check_offer(root, TODAY, cache=kept)[1] == findings
    said.append([is_same, made[:]])
print(json.dumps(said))
"""


@ON_LINUX
def test_what_copies_find_ahead_is_what_would_be_found(root: Path, tmp_path: Path) -> None:
    shares = [6, 6, 6, 1]  # the words of 8 listings and 2 pages; the easy read of 5 services, 2 twins, the lists and pictures
    assert alone(FIND_AHEAD, root, tmp_path / "cache") == [[True, shares], [True, shares]], "found once, and kept"
