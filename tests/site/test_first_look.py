"""The pages of a listing that was just saved are shown before all others are made: as the build then makes them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from localoffer.site.preview import Preview
from localoffer.site.serve import Watcher
from tests.offer import CLUB, TODAY, copy_site

from .test_after_edits import put

PAGE = "services/marl-trust/saturday-club/index.html"
OTHER = "providers/marl-trust/night-stays.yml"


class Shown(Preview):
    """Remembers what was shown first."""

    def show_first(self, looks: dict[str, dict[str, bytes]]) -> None:  # type: ignore[override]
        super().show_first(looks)
        self.first = {address: page for pages in looks.values() for address, page in pages.items()}


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watcher]:
    """A preview of the tiny council, built once."""
    root = copy_site(tmp_path_factory.mktemp("looked"))
    watch = Watcher(root, lambda: TODAY, [].append, [].append, Shown())
    watch.have_programs()
    watch.build()
    yield watch
    watch.end_programs()


def first(watch: Watcher, *saved: str) -> dict[str, bytes]:
    watch.preview.first = {}  # type: ignore[attr-defined]
    watch.show_saved(saved)
    return watch.preview.first  # type: ignore[attr-defined, no-any-return]


def test_what_is_shown_first_is_what_the_build_then_makes(watch: Watcher) -> None:
    seen = watch.preview.build
    put(watch.root, CLUB, "  Come and play", "  Come, rest and play")
    put(watch.root, CLUB, "summary: ", "summary: Now ")
    shown = first(watch, CLUB)
    assert b"Come, rest and play" in shown[PAGE]
    assert {f"easy-read/{PAGE}", f"embed/{PAGE}"} < shown.keys()
    assert watch.preview.build == seen + 1
    _kind, page = watch.preview.answer("/services/marl-trust/saturday-club/") or ("", b"")
    assert b"Come, rest and play" in page
    assert f"{CLUB} is shown as you have just saved it".encode() in page
    assert b"follow in a moment" in watch.preview.touch(b"<html><body><p>A list.</p></body></html>", "/topics/")
    watch.build()
    assert watch.preview.build == seen + 2
    assert watch.preview.answer("/services/marl-trust/saturday-club/") is None
    site = watch.root / "build" / "site"
    assert shown == {address: (site / address).read_bytes() for address in shown}
    assert json.loads((watch.preview.answer("/__state.json") or ("", b""))[1]) == {"build": seen + 2}


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (CLUB, "status: active", "status: perhaps"),
        (CLUB, "topics: [short-breaks]", "topics: [no-such-topic]"),
        (CLUB, "  Come", "  See [us](/guides/no-such-guide/). Come"),
        ("content/_data/topics.yml", "name: ", "name: New "),
        ("providers/marl-trust/provider.yml", "name: ", "name: New "),
    ],
)
def test_what_a_whole_build_must_say_is_not_shown_first(watch: Watcher, file: str, old: str, new: str) -> None:
    text = (watch.root / file).read_text(encoding="utf-8")
    put(watch.root, file, old, new)
    assert first(watch, file) == {}
    (watch.root / file).write_text(text, encoding="utf-8")
    assert (PAGE in first(watch, file)) == (file == CLUB)
    watch.preview.show("", anew=False)


def test_with_many_files_saved_at_once_or_one_that_is_new_all_pages_are_made_together(watch: Watcher) -> None:
    assert first(watch, CLUB, OTHER)
    assert not first(watch, CLUB, OTHER, "providers/marl-trust/new-club.yml")
    assert not first(watch, *([CLUB] * 4))
    assert not first(watch)
    watch.preview.show("", anew=False)


def test_a_page_that_another_file_has_made_is_not_taken_for_the_listings(watch: Watcher) -> None:
    path = Path(watch.root / "content/services/marl-trust/saturday-club.md")
    path.parent.mkdir(parents=True)
    path.write_text(
        "---\ntitle: By hand\nsummary: Written by hand.\neasy_read: none\nwhy: a test\n---\nWords.\n", encoding="utf-8"
    )
    watch.build()
    assert not watch.preview.fault
    assert PAGE not in first(watch, CLUB)
    path.unlink()
    watch.build()


def test_a_fault_elsewhere_takes_back_what_was_shown_first(watch: Watcher) -> None:
    put(watch.root, CLUB, "  Come", "  Do come")
    text = (watch.root / OTHER).read_text(encoding="utf-8")
    put(watch.root, OTHER, "status: active", "status: perhaps")
    assert first(watch, CLUB)
    watch.build()
    assert watch.preview.answer("/services/marl-trust/saturday-club/") is None
    assert b"perhaps" in watch.preview.touch(b"<html><body></body></html>", "/")
    (watch.root / OTHER).write_text(text, encoding="utf-8")
    watch.build()
