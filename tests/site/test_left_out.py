"""A listing that is half filled in is left out of the preview, with a notice; a build for publishing still stops."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from localoffer.editing.new_listing import write_listing
from localoffer.findings import ERROR, Finding
from localoffer.site import build_site
from localoffer.site.left_out import page_instead, sentences
from localoffer.site.offer import Offer, preview_offer, read_offer
from localoffer.site.preview import Preview
from localoffer.site.serve import Watcher
from localoffer.site.stage import stage
from localoffer.system.folders import Folders
from tests.offer import copy_site
from tests.site.conftest import TODAY, SmallOffer

LISTING = "providers/marl-trust/sunday-club.yml"
BLANK = Finding(LISTING, 11, 1, ERROR, "empty-field", "there is nothing after summary", "fill it in.")


@pytest.fixture
def places(tmp_path: Path) -> Folders:
    """The tiny council with a new listing that nobody has filled in."""
    root = copy_site(tmp_path)
    write_listing(root, "marl-trust", "Sunday club", TODAY)
    return Folders(root)


def pages_of(offer: Offer) -> set[str]:
    return {path for path, _ in offer.files}


def test_the_preview_shows_the_other_pages(places: Folders) -> None:
    offer = preview_offer(places, TODAY)
    assert offer.is_whole
    assert list(offer.left_out) == [LISTING]
    assert {finding.rule for finding in offer.left_out[LISTING]} == {"empty-field", "empty-list"}
    assert not [finding for finding in offer.findings if finding.is_error]
    pages = pages_of(offer)
    assert "services/marl-trust/saturday-club.md" in pages
    assert "services/marl-trust/sunday-club.md" not in pages


def test_a_build_for_publishing_stops(places: Folders) -> None:
    offer = read_offer(places, TODAY)
    assert not offer.is_whole
    assert not offer.left_out


def test_a_new_provider_waits_with_all_its_listings(places: Folders) -> None:
    write_listing(places.root, "new-club", "Chess", TODAY)
    whole = (places.root / "providers/marl-trust/saturday-club.yml").read_text(encoding="utf-8")
    path = places.root / "providers/new-club/crafts.yml"
    shutil.copytree(places.root / "providers/marl-trust/images", path.with_name("images"))
    path.write_text(whole.replace("name: Saturday club", "name: Crafts").replace("moved_from:", "# "), encoding="utf-8")
    offer = preview_offer(places, TODAY)
    new = {f"providers/new-club/{name}.yml" for name in ("provider", "chess", "crafts")}
    assert set(offer.left_out) == {LISTING, *new}
    assert not offer.left_out["providers/new-club/crafts.yml"]
    assert "First fill in providers/new-club/provider.yml." in sentences(offer.left_out)[2]
    assert not [path for path in pages_of(offer) if "new-club" in path]


def test_links_to_it_are_no_fault(places: Folders) -> None:
    guide = places.root / "content/guides/short-breaks.md"
    text = guide.read_text(encoding="utf-8")
    guide.write_text(f"{text}\nSee [Sunday club](/services/marl-trust/sunday-club/).\n", encoding="utf-8")
    assert preview_offer(places, TODAY).is_whole


def test_any_other_mistake_still_stops_the_preview(places: Folders) -> None:
    path = places.root / "providers/marl-trust/saturday-club.yml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("status: active", "status: perhaps"), encoding="utf-8")
    assert not preview_offer(places, TODAY).is_whole


@pytest.fixture
def waiting(offer: SmallOffer) -> SmallOffer:
    """A small offer with one file that is left out."""

    def read(places: Folders, today: date, plain: object = offer.read) -> Offer:
        made: Offer = plain(places, today)  # type: ignore[operator]
        made.left_out = {LISTING: [BLANK]}
        return made

    offer.read = read  # type: ignore[method-assign]
    return offer


def test_the_terminal_and_every_page_say_so(waiting: SmallOffer) -> None:
    said: list[str] = []
    watch = Watcher(
        waiting.root, lambda: TODAY, said.append, print, Preview(), theme=waiting.theme, offer=waiting.read, pause=0.0
    )
    watch.build()
    sentence = f"{LISTING} is not ready, so the preview leaves it out. 1 thing to fill in or put right: build.py check {LISTING}"
    assert said[0] == sentence
    page = watch.preview.touch(b"<html><body><p>Home</p></body></html>", "/").decode()
    assert sentence in page
    assert page.index('role="status"') < page.index("<p>Home</p>")
    watch.build()
    assert said.count(sentence) == 1  # once, not after every edit


@pytest.mark.parametrize(
    "address", ["/services/marl-trust/sunday-club/", "/easy-read/services/marl-trust/sunday-club/"]
)
def test_a_link_to_it_leads_to_what_is_still_missing(address: str) -> None:
    preview = Preview(left_out={LISTING: [BLANK]})
    kind, page = preview.answer(address) or ("", b"")
    assert kind.startswith("text/html")
    assert "This page is not ready yet" in page.decode()
    assert "Line 11: there is nothing after summary." in page.decode()
    assert preview.answer("/services/marl-trust/saturday-club/") is None
    assert page_instead("/services/marl-trust/sunday-club", preview.left_out)


def test_a_build_after_the_preview_looks_at_everything_again(waiting: SmallOffer) -> None:
    build_site(waiting.root, TODAY, theme=waiting.theme, offer=waiting.read, search=False)
    again = build_site(
        waiting.root, TODAY, theme=waiting.theme, offer=lambda *_: Offer(findings=[BLANK], is_whole=False)
    )
    assert again.site is None
    assert again.findings == [BLANK]


def test_a_preview_leaves_the_open_data_as_it_is_and_the_next_build_puts_it_right(tmp_path: Path) -> None:
    places = Folders(copy_site(tmp_path))
    places.make()
    listed = places.docs / "api/services.json"
    first = preview_offer(places, TODAY)
    stage(first.files, places.docs)
    assert not first.is_behind
    assert "Saturday club" in listed.read_text(encoding="utf-8")

    club = places.root / "providers/marl-trust/saturday-club.yml"
    club.write_text(
        club.read_text(encoding="utf-8").replace("name: Saturday club", "name: Sunday club"), encoding="utf-8"
    )
    preview = preview_offer(places, TODAY)
    staged = stage(preview.files, places.docs)
    assert preview.is_behind
    assert "services/marl-trust/saturday-club.md" in staged.changed
    assert not [path for path in (*staged.changed, *staged.removed) if path.startswith(("api", "data/services"))]

    build = read_offer(places, TODAY)
    stage(build.files, places.docs)
    assert not build.is_behind
    assert "Sunday club" in listed.read_text(encoding="utf-8")
