"""A good drawing keeps its shapes, colours and words; what nobody sees goes."""

from __future__ import annotations

import base64
from xml.etree import ElementTree

import pytest

from localoffer.picturefile import clean_drawing, look_at
from tests.picturefile.good import GOOD

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


def seen(text: str) -> list[tuple[str, dict[str, str]]]:
    """Elements of SVG, in order, with their plain attributes; style attributes and photos are compared elsewhere."""
    found = []
    for node in ElementTree.fromstring(text).iter():
        if node.tag.startswith(SVG) and node.tag != f"{SVG}metadata":
            attributes = {name.replace(HREF, "href"): value for name, value in node.attrib.items() if name != "style"}
            attributes = {
                name: value for name, value in attributes.items() if "}" not in name and node.tag != f"{SVG}image"
            }
            found.append((node.tag.removeprefix(SVG), attributes))
    return found


@pytest.mark.parametrize("name", GOOD)
def test_a_good_drawing_has_no_fault_and_keeps_every_element_and_attribute(name: str) -> None:
    drawing = clean_drawing(GOOD[name].encode())
    assert drawing.fault is None
    assert seen(drawing.clean.decode()) == seen(GOOD[name])


@pytest.mark.parametrize("name", GOOD)
def test_cleaning_twice_changes_nothing(name: str) -> None:
    once = clean_drawing(GOOD[name].encode()).clean
    assert clean_drawing(once).clean == once


def test_styles_and_classes_stay() -> None:
    clean = clean_drawing(GOOD["words and classes"].encode()).clean.decode()
    for kept in (".a{", "fill: #0b4a57", "text.c &gt; tspan{", "#word:first-child{", "@media (min-width: 1px){.wide{"):
        assert kept in clean
    assert "stroke-width:3" in clean_drawing(GOOD["gradients"].encode()).clean.decode()


def test_the_words_of_a_drawing_are_told() -> None:
    assert look_at(GOOD["words and classes"].encode(), "a.svg").words == "Quiet hour today come in when you like"


def test_the_name_of_a_computer_and_of_a_program_goes() -> None:
    clean = clean_drawing(GOOD["from Inkscape"].encode()).clean
    for word in (b"kim", b"inkscape", b"Inkscape", b"sodipodi", b"rdf", b"creativecommons", b"<!--"):
        assert word not in clean


def test_a_photo_inside_loses_what_the_camera_wrote() -> None:
    clean = clean_drawing(GOOD["a photo inside"].encode()).clean.decode()
    (photo,) = ElementTree.fromstring(clean).iter(f"{SVG}image")
    assert photo.attrib["href"].startswith("data:image/png;base64,")
    assert len(photo.attrib["href"]) < len(GOOD["a photo inside"])
    raw = base64.b64decode(photo.attrib["href"].partition(",")[2])
    assert b"Secret" not in raw


def test_a_drawing_that_forgot_its_namespace_is_taken_as_meant() -> None:
    drawing = clean_drawing(b'<svg viewBox="0 0 9 9"><path d="M0 0h9"/></svg>')
    assert drawing.fault is None
    assert drawing.clean == b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9" /></svg>'
