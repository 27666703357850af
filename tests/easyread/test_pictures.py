"""Pictures are found, cleaned and published only when used. What cleaning leaves: tests/picturefile."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from localoffer.cache.store import Room
from localoffer.catalogue import read_catalogue
from localoffer.easyread.pictures import picture_files
from localoffer.model.vocabulary import Vocabulary
from localoffer.system.failures import CannotRun
from tests.easyread.council import ROOT, council
from tests.offer import SITE, TODAY


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
    catalogue, findings = read_catalogue(SITE, TODAY)
    assert catalogue, findings
    return catalogue.vocabulary


def test_an_own_picture_that_cannot_be_cleaned_is_named_without_a_path_of_the_machine(tmp_path: Path) -> None:
    (tmp_path / "content/_data/pictures").mkdir(parents=True)
    (tmp_path / "content/_data/pictures/club.svg").write_text("no drawing")
    own = vocabulary().pictures["phone"].model_copy(update={"file": "own:club.svg"})
    with pytest.raises(CannotRun, match=r"own:club\.svg is not a proper SVG file") as stopped:
        list(picture_files(["phone"], replace(vocabulary(), pictures={"phone": own}), tmp_path, Room(None, "drawings")))
    assert str(tmp_path) not in str(stopped.value)
