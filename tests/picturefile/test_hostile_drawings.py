"""A drawing that runs, moves or fetches is refused by name, and what the cleaner writes holds nothing of it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from localoffer.picturefile import PictureRefused, clean_drawing, clean_picture, look_at
from tests.picturefile.hostile import EVIL, HEAD, HOSTILE, INSIDE, RUN, SHAPE, drawing
from tests.table import each_of

RULES = {"picture-unsafe", "picture-unreadable", "picture-kind", "picture-too-big"}


def test_a_hostile_drawing_is_refused_in_words() -> None:
    each_of(HOSTILE, is_refused_in_words)


def is_refused_in_words(name: str) -> None:
    fault = look_at(HOSTILE[name], "hall.svg").fault
    assert fault
    assert fault.rule.id in RULES
    assert fault.fix.endswith(".")
    assert "/work" not in fault.message
    assert len(fault.message) < 400


def test_what_a_good_shape_stands_beside_is_named_as_unsafe() -> None:
    each_of(INSIDE, is_named_as_unsafe)


def is_named_as_unsafe(name: str) -> None:
    fault = look_at(HOSTILE[name], "hall.svg").fault
    assert fault
    assert fault.rule.id == "picture-unsafe"


@pytest.mark.parametrize("shapes_only", [False, True])
def test_nothing_hostile_is_left_in_what_is_written(shapes_only: bool) -> None:
    each_of(HOSTILE, lambda name: nothing_hostile_is_left(name, shapes_only))


def nothing_hostile_is_left(name: str, shapes_only: bool) -> None:
    try:
        clean = clean_drawing(HOSTILE[name], shapes_only=shapes_only).clean.decode()
    except PictureRefused:
        return
    said = clean.replace('xmlns="http://www.w3.org/2000/svg"', "")
    for word in (EVIL, RUN, "script", "http", "//", "data:", "<!", "<?", "import", "keyframes", "xlink", "NESTED"):
        assert word not in said, clean
    assert not re.search(r"\bon[a-z]+=", said, re.IGNORECASE)
    assert not {"foreignObject", "animate", "set", "iframe", "body", "handler", "feImage"} & {
        node.tag.rpartition("}")[2] for node in ElementTree.fromstring(clean).iter()
    }


def test_the_good_shape_beside_it_stays() -> None:
    each_of(INSIDE, good_shape_stays)


def good_shape_stays(name: str) -> None:
    assert b'd="M0 0h9v9z"' in clean_drawing(HOSTILE[name]).clean


def test_a_message_names_three_things_at_most_and_each_once() -> None:
    many = "".join(INSIDE[name] for name in ("script", "script in CDATA", "onload", "import", "picture outside", "src"))
    fault = look_at(drawing(many).encode(), "hall.svg").fault
    assert fault
    assert fault.message == (
        "holds a script and a handler, which runs a program (onload) and a stylesheet fetched from elsewhere (@import), "
        "and a drawing on the site is only shapes, colours and words"
    )


def test_words_about_scripts_are_only_words() -> None:
    raw = drawing('<title>javascript: on a sign</title><text x="1" y="2">onload="x" &lt;script&gt;</text>').encode()
    looked = look_at(raw, "hall.svg")
    assert looked.fault is None
    assert looked.words == 'onload="x" <script>'
    assert b"<script" not in clean_picture(raw, "hall.svg")


def test_a_long_chain_of_uses_is_no_crash() -> None:
    chain = '<g id="u0"/>' + "".join(f'<g id="u{n + 1}"><use href="#u{n}"/></g>' for n in range(5000))
    fault = look_at(drawing(chain).encode(), "hall.svg").fault
    assert fault
    assert fault.rule.id == "picture-too-big"


def test_a_part_that_uses_itself_is_drawn_by_nobody() -> None:
    assert look_at(drawing('<g id="a"><use href="#a"/></g>').encode(), "hall.svg").fault is None


def test_easy_read_keeps_only_shapes() -> None:
    raw = (
        f'{HEAD} class="x" id="y">{SHAPE}<g id="z"><text>Hi</text></g><path d="M1 1" style="fill:red" class="q"/></svg>'
    )
    clean = clean_drawing(raw.encode(), shapes_only=True).clean.decode()
    assert "M0 0h9v9z" in clean
    for word in ("class", "id=", "text", "Hi", "style", "<g"):
        assert word not in clean
