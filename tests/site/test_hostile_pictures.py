"""No hostile drawing reaches build/site: check refuses it, and even a build that asks nobody publishes it clean."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from localoffer.check import check_offer
from localoffer.site import BuildFailed, Offer, build_site
from localoffer.site.assets import read_assets
from localoffer.site.offer import offer_of, read_offer
from localoffer.system.folders import Folders
from tests.offer import TODAY, LentSite, copy_site
from tests.picturefile.hostile import EVIL, HOSTILE, INSIDE, RUN, SHAPE, drawing
from tests.picturefile.places import PLACES
from tests.table import each_of

ALL = drawing("".join(INSIDE.values())).encode()
SHAPE_IS_THERE = b"M0 0h9v9z"


def plant_everywhere(root: Path, raw: bytes) -> set[str]:
    return {place(root, raw)[0] for place in PLACES}


def test_a_hostile_drawing_in_any_place_stops_the_build_before_a_page_is_written(lent: LentSite) -> None:
    """Each drawing in one place and a dozen in each: that each is refused wherever it lies, tests/picturefile says."""
    names = list(HOSTILE)
    each_of(range(0, len(names), len(PLACES)), lambda first: stops_the_build(names[first : first + len(PLACES)], lent))
    each_of([["script"] * len(PLACES), ["zeros"] * len(PLACES)], lambda same: stops_the_build(same, lent))


def stops_the_build(names: list[str], lent: LentSite) -> None:
    lent.mend()
    wanted = {place(lent.root, HOSTILE[name])[0] for place, name in zip(PLACES, names, strict=False)}
    offer = read_offer(Folders(lent.root), TODAY)
    assert not offer.is_whole
    assert list(offer.files) == []
    assert {finding.path for finding in offer.findings if finding.is_error} == wanted, names


def test_a_build_with_hostile_drawings_makes_no_site(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    plant_everywhere(root, ALL)
    result = build_site(root, TODAY, search=False, processors=1)
    assert result.site is None
    assert not (root / "build" / "site").exists()


def unasked(places: Folders, today: date) -> Offer:
    """An offer as if nobody had checked its pictures."""
    catalogue, _ = check_offer(places.root, today)
    assert catalogue
    return replace(offer_of(catalogue, places, []))


def test_even_without_a_check_nothing_hostile_reaches_the_site(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    plant_everywhere(root, ALL)
    site = build_site(root, TODAY, search=False, processors=1, offer=unasked).site
    assert site
    drawings = [path for path in site.rglob("*.svg") if SHAPE_IS_THERE in path.read_bytes()]
    assert len(drawings) == len(PLACES)
    for path in (path for path in site.rglob("*") if path.is_file()):
        raw = path.read_bytes()
        assert EVIL.encode() not in raw, path
        assert RUN.encode() not in raw, path


def test_a_hostile_drawing_of_the_theme_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets" / "icon.svg").write_text(drawing(INSIDE["script"]))
    with pytest.raises(BuildFailed, match=r"theme/assets/icon\.svg holds a script"):
        read_assets(tmp_path)
    (tmp_path / "assets" / "icon.svg").write_text(drawing(""))
    (icon,) = read_assets(tmp_path).files.values()
    assert SHAPE_IS_THERE in icon
    assert SHAPE
