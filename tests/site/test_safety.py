"""A killed, failed or second build leaves the last good site whole."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from filelock import FileLock

from localoffer.site import BuildFailed

from .conftest import SmallOffer, pages

MOMENTS = [
    "Checking:after",
    "Writing:before",
    "Writing:after",
    "Rendering:before",
    "_look:3",
    "_remember:1",
    "Rendering:after",
    "new_site:0",
    "Finishing:before",
    "write_published:0",
    "write_published:5",
    "link_published:2",
    "Finishing:after",
    "write_note:0",
    "swap_in:0",
    "_keep_note:0",
    "_write_hosting:0",
]


def build_and_die(offer: SmallOffer, moment: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, str(Path(__file__).with_name("killed_build.py")), str(offer.root), moment]
    return subprocess.run(program, capture_output=True, text=True, timeout=60, check=False)


def is_whole(site: Path) -> bool:
    """Old or new from end to end: every page says the same as the home page, and each has its compressed forms."""
    is_new = "The new home" in (site / "index.html").read_text()
    help_page = (site / "guides/help/index.html").read_text()
    count = len(list((site / "services/club").iterdir()))
    forms = all(
        (path.with_name(path.name + ending)).is_file() for path in site.rglob("index.html") for ending in (".br", ".gz")
    )
    return (
        ("New help" in help_page) == is_new
        and count == (40 if is_new else 3)
        and forms
        and (site / "404.html").is_file()
    )


@pytest.mark.slow
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_build_killed_at_a_moment_leaves_a_whole_site(offer: SmallOffer, moment: str) -> None:
    offer.build()
    done = build_and_die(offer, moment)
    assert "not killed" not in done.stdout, f"{moment} never came: {done.stderr}"
    assert done.returncode < 0, done.stderr
    assert is_whole(offer.site.resolve())
    rebuilt = SmallOffer(offer.root, {**pages(40), "index.md": "# The new home\n", "guides/help.md": "# New help\n"})
    rebuilt.build()
    assert is_whole(offer.site.resolve())
    assert "The new home" in rebuilt.page("index.html")


@pytest.mark.slow
def test_a_build_killed_at_any_time_leaves_a_whole_site(offer: SmallOffer) -> None:
    offer.build()
    chance = random.Random(1)
    for _ in range(8):
        program = [sys.executable, str(Path(__file__).with_name("killed_build.py")), str(offer.root), "Never:before"]
        running = subprocess.Popen(program, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            running.wait(timeout=chance.uniform(0.2, 1.5))
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        assert is_whole(offer.site.resolve())


def test_a_killed_builds_leavings_are_cleared_away(offer: SmallOffer) -> None:
    offer.build()
    (offer.places.sites / "000777").mkdir()
    (offer.places.work / "99999-x").mkdir()
    offer.files["index.md"] = "# New\n"
    offer.build()
    assert int(offer.site.resolve().name) >= 2
    offer.files["index.md"] = "# Newer\n"
    offer.build()


def test_a_second_build_is_told_that_another_runs(offer: SmallOffer) -> None:
    offer.build()
    before = offer.site.resolve()
    offer.files["index.md"] = "# New\n"
    with FileLock(offer.places.cache / "build.lock"), pytest.raises(BuildFailed, match="Another build of this offer"):
        offer.build()
    assert offer.site.resolve() == before


def test_the_lock_of_a_dead_build_holds_nobody_up(offer: SmallOffer) -> None:
    offer.build()
    (offer.places.cache / "build.pid").write_text("99999999")
    (offer.places.cache / "build.lock").touch()
    offer.files["index.md"] = "# New\n"
    offer.build()
    assert "New" in offer.page("index.html")


@pytest.mark.slow
def test_of_two_builds_at_once_one_publishes_a_whole_site(offer: SmallOffer) -> None:
    offer.build()
    program = [sys.executable, str(Path(__file__).with_name("killed_build.py")), str(offer.root), "Never:before"]
    both = [subprocess.Popen(program, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    said = [running.communicate(timeout=60) for running in both]
    assert any("not killed" in out for out, _err in said)
    assert all("not killed" in out or "Another build of this offer is running" in err for out, err in said)
    assert is_whole(offer.site.resolve())


def test_a_site_folder_made_by_hand_is_put_aside(offer: SmallOffer) -> None:
    offer.site.mkdir(parents=True)
    (offer.site / "index.html").write_text("mine")
    offer.build()
    assert offer.site.is_symlink()
    assert "<h1>Home</h1>" in offer.page("index.html")


def test_a_build_folder_that_is_a_link_keeps_the_published_site_whole(offer: SmallOffer) -> None:
    elsewhere = offer.root.parent / f"{offer.root.name}-on-another-disk"
    elsewhere.mkdir()
    (offer.root / "build").symlink_to(elsewhere, target_is_directory=True)
    for number in range(4):
        offer.files["index.md"] = f"# Home {number}\n"
        published = offer.site.resolve() if number else None
        offer.build()
        assert f"Home {number}" in offer.page("index.html")
        assert published is None or f"Home {number - 1}" in (published / "index.html").read_text(encoding="utf-8")


def test_a_site_that_was_deleted_is_made_again(offer: SmallOffer) -> None:
    offer.build()
    offer.site.unlink()
    assert not offer.build().unchanged
    assert "<h1>Home</h1>" in offer.page("index.html")


def test_broken_notes_only_cost_time(offer: SmallOffer) -> None:
    offer.build()
    for note in offer.places.cache.glob("*.json"):
        note.write_text('{"a":')
    offer.files["index.md"] = "# New\n"
    offer.build()
    assert "New" in offer.page("index.html")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_cannot_be_written_is_no_traceback(offer: SmallOffer) -> None:
    offer.root.chmod(0o500)
    with pytest.raises(BuildFailed):
        offer.build()


def test_offers_beside_each_other_do_not_wait(make_offer: Callable[..., SmallOffer]) -> None:
    one, other = make_offer("one"), make_offer("other")
    one.build()
    with FileLock(one.places.cache / "build.lock"):
        other.build()
