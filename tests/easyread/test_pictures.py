"""Pictures are found, cleaned and published only when used. What cleaning leaves: tests/picturefile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest

from localoffer.cache.store import Room
from localoffer.easyread.pictures import crossed_out, picture_files, source_file
from localoffer.model.vocabulary import Vocabulary, opposite
from localoffer.overlay import LISTS, NATIONAL
from localoffer.system.failures import CannotRun
from tests.easyread.council import ROOT, council
from tests.offer import tiny_council


@pytest.mark.sample
def test_every_picture_of_the_sample_can_be_published_and_is_small() -> None:
    vocabulary = council().vocabulary
    found = dict(picture_files(vocabulary.pictures, vocabulary, ROOT, Room(None, "drawings")))
    assert len(found) == len(vocabulary.pictures)
    for address, raw in found.items():
        assert address.startswith("assets/pictures/")
        assert b"viewBox" in raw, address
        assert len(raw) < 30_000, address


def test_only_pictures_in_use_are_published(tmp_path: Path) -> None:
    assert addresses_of(["phone", "phone"], tmp_path) == ["assets/pictures/phone.svg"]


def test_a_concept_nobody_knows_is_not_published(tmp_path: Path) -> None:
    assert addresses_of(["unicorn"], tmp_path) == []


def addresses_of(concepts: list[str], root: Path) -> list[str]:
    """What the tiny council publishes for these concepts."""
    return [address for address, _ in picture_files(concepts, vocabulary(), root, Room(None, "drawings"))]


def vocabulary() -> Vocabulary:
    catalogue, findings = tiny_council()
    assert catalogue, findings
    return catalogue.vocabulary


def test_an_own_picture_that_cannot_be_cleaned_is_named_without_a_path_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "content/_data/pictures").mkdir(parents=True)
    (tmp_path / "content/_data/pictures/club.svg").write_text("no drawing")
    own = vocabulary().pictures["phone"].model_copy(update={"file": "own:club.svg"})
    with pytest.raises(CannotRun, match=r"own:club\.svg is not a proper SVG file") as stopped:
        list(picture_files(["phone"], replace(vocabulary(), pictures={"phone": own}), tmp_path, Room(None, "drawings")))
    assert str(tmp_path) not in str(stopped.value)


def test_a_picture_that_is_crossed_out_is_the_same_one_with_a_red_cross(tmp_path: Path) -> None:
    plain = dict(picture_files(["lift"], vocabulary(), tmp_path, Room(None, "drawings")))["assets/pictures/lift.svg"]
    found = dict(picture_files(["no-lift"], vocabulary(), tmp_path, Room(None, "drawings")))
    crossed = found["assets/pictures/no-lift.svg"]
    assert crossed == crossed_out(plain) != plain
    assert b'stroke="#d22f27"' in crossed
    assert crossed.endswith(b"</svg>")
    ElementTree.fromstring(crossed)


def test_the_cross_goes_from_corner_to_corner_of_a_drawing_of_any_size() -> None:
    assert b'd="M12 22 28 38M28 22 12 38"' in crossed_out(b'<svg viewBox="10 20 20 20"></svg>')


def test_what_is_crossed_out_has_an_opposite_and_back() -> None:
    assert opposite("lift") == "no-lift"
    assert opposite(opposite("lift")) == "lift"


@pytest.mark.sample
def test_every_picture_of_the_national_list_says_what_it_means_in_its_own_words() -> None:
    for picture in council().vocabulary.pictures.values():
        assert picture.means, picture.id
        assert picture.words, picture.id


@pytest.mark.sample
def test_no_two_pictures_of_the_national_list_mean_the_same_or_show_the_same_file() -> None:
    pictures = council().vocabulary.pictures.values()
    for said in ("means", "file", "name"):
        given = [getattr(picture, said) for picture in pictures]
        assert len(given) == len(set(given)), [one for one in given if given.count(one) > 1]


@pytest.mark.sample
def test_pictures_drawn_for_this_list_are_small_and_keep_one_style() -> None:
    for picture in council().vocabulary.pictures.values():
        if picture.credit == "Drawn" and picture.id != "parking":
            drawing = source_file(picture, ROOT).read_text()
            assert len(drawing) < 760, picture.id
            assert 'viewBox="0 0 72 72"' in drawing, picture.id
            assert 'stroke="#000" stroke-width="2"' in drawing, picture.id


@pytest.mark.sample
def test_every_drawing_of_the_package_is_the_picture_of_something() -> None:
    named = {picture.file.removeprefix("own:") for picture in council().vocabulary.pictures.values()}
    assert {file.name for file in (ROOT / NATIONAL / LISTS / "pictures").glob("*.svg")} <= named
