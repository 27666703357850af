"""Pictures are found, cleaned and published only when used; a hostile drawing is refused or made harmless."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.catalogue import read_catalogue
from localoffer.easyread.pictures import clean_svg, picture_files
from localoffer.system.failures import CannotRun
from tests.easyread.council import ROOT, council
from tests.offer import SITE, TODAY

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"'
SHAPE = '<path d="M0 0h9v9z" fill="#fff"/>'


@pytest.mark.parametrize(
    "bad",
    [
        "<script>alert(1)</script>",
        '<g onload="alert(1)"><path d="M0 0"/></g>',
        '<path d="M0 0" onclick="x()"/>',
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'><img src='x' onerror='y'/></body></foreignObject>",
        '<use href="https://evil.example/x.svg#a"/>',
        '<use xlink:href="https://evil.example/x.svg#a"/>',
        '<image href="https://evil.example/x.png"/>',
        '<path d="M0 0" fill="url(https://evil.example/#a)"/>',
        '<path d="M0 0" style="background:url(https://evil.example)"/>',
        "<style>@import 'https://evil.example/x.css';</style>",
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>',
        '<animate attributeName="href" to="javascript:alert(1)"/>',
        '<set attributeName="onload" to="alert(1)"/>',
        "<!-- <script>x</script> -->",
        "<?xml-stylesheet href='https://evil.example/x.css'?>",
        "<metadata>made on Tuesday by Kim</metadata>",
    ],
)
def test_only_shapes_are_left(bad: str) -> None:
    cleaned = clean_svg(f"{HEAD}>{SHAPE}{bad}</svg>".encode()).decode()
    assert 'd="M0 0h9v9z"' in cleaned
    for word in ("script", "evil", "on", "href", "url", "style", "foreign", "Kim", "animate", "<!--"):
        assert word not in cleaned.replace("version", ""), cleaned


@pytest.mark.parametrize("attribute", ['onload="alert(1)"', 'style="x"', 'class="x"', 'id="x"'])
def test_the_root_loses_what_is_no_shape(attribute: str) -> None:
    assert attribute.split("=")[0] not in clean_svg(f"{HEAD} {attribute}>{SHAPE}</svg>".encode()).decode()


BOMB = (
    '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;">]>'
    f"{HEAD}><title>&c;</title></svg>"
)


@pytest.mark.parametrize(
    "raw",
    [
        BOMB.encode(),
        b'<!DOCTYPE svg SYSTEM "file:///etc/passwd" [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        BOMB.encode("utf-16"),
        b"not a picture",
        b"",
        b"<svg",
    ],
)
def test_what_is_no_plain_drawing_is_refused(raw: bytes) -> None:
    with pytest.raises(CannotRun):
        clean_svg(raw)


@pytest.mark.sample
def test_every_picture_of_the_sample_can_be_published_and_is_small() -> None:
    vocabulary = council().vocabulary
    found = dict(picture_files(vocabulary.pictures, vocabulary, ROOT))
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
    catalogue, findings = read_catalogue(SITE, TODAY)
    assert catalogue, findings
    return [address for address, _ in picture_files(concepts, catalogue.vocabulary, root)]
