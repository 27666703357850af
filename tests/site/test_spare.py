"""The folder of the next build, made ready while nobody waits: used when whole, never when not."""

from __future__ import annotations

import shutil
import threading
from datetime import date

import pytest

from localoffer.site import Offer
from localoffer.site.lock import only_build
from localoffer.site.spare import prepare_spare
from localoffer.site.stage import files_in
from localoffer.site.swap import spare_site
from localoffer.system.failures import BuildFailed
from localoffer.system.folders import Folders

from .conftest import SmallOffer


def contents(offer: SmallOffer) -> dict[str, bytes]:
    """Every published file."""
    site = offer.site.resolve()
    return {path: (site / path).read_bytes() for path in files_in(site)}


def test_an_edit_in_a_folder_made_ready_gives_the_same_site(offer: SmallOffer) -> None:
    offer.build(search=True)
    first, before = offer.site.resolve(), contents(offer)
    prepare_spare(offer.places, lambda: False)
    spare = spare_site(offer.places)
    assert spare is not None
    assert files_in(spare) == files_in(first)
    ready = (spare / "guides/help/index.html").stat().st_ino
    offer.files["index.md"] = "# Edited\n"
    del offer.files["services/club/s1.md"]
    offer.build(search=True)
    assert (offer.site / "guides/help/index.html").stat().st_ino == ready
    edited = contents(offer)
    assert {path: (first / path).read_bytes() for path in files_in(first)} == before
    offer.build(search=True, clean=True)
    assert contents(offer) == edited


def test_a_folder_that_was_begun_is_not_used(offer: SmallOffer) -> None:
    offer.build()
    stops = iter([False, False, True])
    prepare_spare(offer.places, lambda: next(stops))
    assert spare_site(offer.places) is None
    offer.files["index.md"] = "# Edited\n"
    offer.build()
    assert "Edited" in offer.page("index.html")
    assert all(folder.name.isdecimal() or folder.name.startswith(".going") for folder in offer.places.sites.iterdir())


def test_a_folder_without_its_note_is_not_used(offer: SmallOffer, monkeypatch: pytest.MonkeyPatch) -> None:
    offer.build()
    monkeypatch.setattr("localoffer.site.spare.write_note", lambda *_: None)  # killed just before
    prepare_spare(offer.places, lambda: False)
    spare = spare_site(offer.places)
    assert spare is not None
    (spare / "guides/help/index.html").unlink()
    offer.files["index.md"] = "# Edited\n"
    offer.build()
    assert (offer.site / "guides/help/index.html").is_file()


def test_nothing_is_made_ready_while_a_build_runs(offer: SmallOffer) -> None:
    offer.build()
    with only_build(offer.places), pytest.raises(BuildFailed):
        prepare_spare(offer.places, lambda: False)
    assert spare_site(offer.places) is None


def test_what_was_left_is_removed_once_all_is_read(offer: SmallOffer, monkeypatch: pytest.MonkeyPatch) -> None:
    """A process that removes on the side meanwhile could make no copies of itself."""
    offer.build()
    left = offer.site.resolve().parent / "left-by-a-build-that-was-killed"
    left.mkdir()
    read, remove, threads = threading.Event(), shutil.rmtree, list[int]()
    before = threading.active_count()

    def remove_when_read(folder: object, **how: bool) -> None:
        assert ".going-" not in str(folder) or read.wait(60)
        remove(str(folder), **how)  # type: ignore[call-overload]

    def count_threads(places: Folders, today: date) -> Offer:
        threads.append(threading.active_count() - before)
        read.set()
        return read_it(places, today)

    read_it = offer.read
    monkeypatch.setattr(offer, "read", count_threads)
    monkeypatch.setattr("localoffer.site.swap.shutil.rmtree", remove_when_read)
    offer.build()
    assert threads == [0]
    assert not left.exists()
