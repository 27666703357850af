"""What schools paste: whatever a website takes out of it, a plain link to the right page stays."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from selectolax.lexbor import LexborHTMLParser

from localoffer.outputs.for_schools import drawing, picture
from localoffer.outputs.snippets import Snippets
from localoffer.picturefile import look_at

SITE = "https://offer.example.org/send/"
HERE = Snippets(SITE, "Fish & Chips “Borough” <SEND> Offer")
PAGE = "needs/autism/"


def without(*tags: str) -> Callable[[str], str]:
    """A website that takes these elements out, with what is in them."""

    def strip(html: str) -> str:
        tree = LexborHTMLParser(f"<body>{html}</body>")
        for node in tree.css(", ".join(tags)):
            node.decompose()
        return tree.body.html or "" if tree.body else ""

    return strip


def only_plain_text_and_links(html: str) -> str:
    """A website that keeps paragraphs, links and pictures: every other tag and attribute goes, words stay."""
    html = re.sub(r"<(script|style|iframe)\b.*?</\1>", "", html, flags=re.DOTALL)
    return re.sub(r"</?(?!(?:p|a|img)\b)[a-z-]+[^>]*>", "", html)


STRIPPERS = {
    "nothing": str,
    "scripts": without("script"),
    "frames": without("iframe"),
    "scripts and frames": without("script", "iframe", "style"),
    "all but words, links and pictures": only_plain_text_and_links,
}
PIECES = {
    "link": HERE.link(PAGE, "Autism"),
    "list": HERE.shown_list(PAGE, "Autism"),
    "growing": HERE.growing_list(PAGE, "Autism"),
    "element": HERE.element(PAGE, "Autism"),
}


@pytest.mark.parametrize("stripper", STRIPPERS)
@pytest.mark.parametrize("piece", PIECES)
def test_a_plain_link_stays_whatever_a_website_takes_out(piece: str, stripper: str) -> None:
    left = LexborHTMLParser(STRIPPERS[stripper](PIECES[piece]))
    (link,) = left.css("a")
    assert link.attributes["href"] == SITE + PAGE
    assert link.text().startswith("Autism:")
    assert link.text().endswith(HERE.offer)
    assert not left.css("a:empty, p:empty")
    assert stripper == "nothing" or "script" not in stripper or not left.css("script")


def test_a_frame_has_a_title_a_height_and_the_address_of_the_fragment() -> None:
    (frame,) = LexborHTMLParser(PIECES["growing"]).css("iframe")
    told = frame.attributes
    assert told["src"] == f"{SITE}embed/{PAGE}"
    assert told["title"] == f"Autism: {HERE.offer}"
    assert int(told["height"] or "") > 200
    (script,) = LexborHTMLParser(PIECES["growing"]).css("script")
    assert script.attributes["src"] == f"{SITE}embed/local-offer.js"


@pytest.mark.parametrize("as_png", [False, True])
def test_the_badge_says_in_words_where_it_leads(as_png: bool) -> None:
    (image,) = LexborHTMLParser(HERE.badge(as_png=as_png)).css("a > img")
    assert image.attributes["alt"] == HERE.offer
    assert (image.attributes["src"] or "").endswith("badge.png" if as_png else "badge.svg")


@given(st.text(min_size=1), st.text(min_size=1))
def test_no_name_can_end_its_own_attribute(title: str, offer: str) -> None:
    piece = Snippets(SITE, offer).growing_list(PAGE, title)
    assert unescape(re.findall(r'title="([^"]*)"', piece)[0]) == f"{title}: {offer}"
    tree = LexborHTMLParser(piece)
    assert [len(tree.css(tag)) for tag in ("iframe", "a", "script")] == [1, 1, 1]


@pytest.mark.parametrize("name", ["Marlbrook SEND Local Offer", "A " + "very " * 20 + "long name", "<b>&", "Ü"])
def test_the_badge_is_a_good_drawing_and_a_good_picture_whatever_the_name(name: str) -> None:
    assert not look_at(drawing(name).encode(), "badge.svg").fault
    image = Image.open(io.BytesIO(picture(name)))
    assert image.size == (560, 168)
    edge = [image.getpixel((image.width - 6, y)) for y in range(20, 148)]
    assert set(edge) == {(255, 255, 255)}, "the name stays inside"
    assert picture(name) == picture(name)
