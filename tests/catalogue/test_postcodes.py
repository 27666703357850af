"""Where postcodes are, from the directory of the Office for National Statistics (ONSPD)."""

from __future__ import annotations

from pathlib import Path

from localoffer.cache.store import Room
from localoffer.catalogue.files import Files
from localoffer.catalogue.vocabularies import read_vocabularies


def test_a_postcode_without_a_place_is_passed_over_and_moves_no_sector(tmp_path: Path) -> None:
    folder = tmp_path / "content/_data"
    folder.mkdir(parents=True)
    rows = ("pcds,lat,long", "MB1 1AA,52.61,-1.9", "MB1 1ZZ,99.999999,0.000000", "MB1 1AB,52.63,-1.9")
    (folder / "postcodes.csv").write_text("\n".join(rows), encoding="utf-8")
    files = Files()
    with Room(None, "records") as kept:
        read_vocabularies(tmp_path, files, kept)
    assert [row.postcode for row in files.vocabulary.postcodes] == ["MB1 1AA", "MB1 1AB"]
    assert not [finding for finding in files.findings if "postcodes" in finding.path]
