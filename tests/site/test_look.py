"""A council's own look: logo of any shape, words, links, picture, stylesheet and templates, all without touching ours."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from localoffer.site import build_site
from localoffer.site.render import logo_size
from localoffer.system.carried import THEME
from localoffer.system.own_theme import lay_over, own_theme
from tests.offer import TODAY, copy_site

WIDE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="480" height="96" viewBox="0 0 480 96"><path d="M0 0h9v9z"/></svg>'
)
LOOK = """
  offer_name: Tinybrook Local Offer
  header_links: [{text: Short breaks, url: /guides/short-breaks/}]
  footer_links: [{text: Council news, url: https://www.tinybrook.example/news}]
  home_picture: {file: assets/home.svg, alt: Two children by a small river}
  sample: yes"""


@pytest.fixture(scope="module")
def styled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_site(tmp_path_factory.mktemp("look"))
    for name, text in {
        "content/assets/logo.svg": WIDE,
        "content/assets/home.svg": WIDE,
        "theme/council.css": ".lo-card { border-radius: 1.5rem; }\n",
        "theme/home.html": '{% extends "original/home.html" %}{% block footer %}<p>Our own foot</p>{% endblock %}',
    }.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("\n  sample: yes", LOOK)
    logo = "    logo: assets/logo.svg\n    logo_alt: Tinybrook Council\n    colours: {hero: '#f3e8f9', "
    settings.write_text(text.replace("    colours: {", logo), encoding="utf-8")
    result = build_site(root, TODAY, search=False)
    assert result.site, result.findings
    return root


def page(root: Path, name: str = "about/help/index.html") -> LexborHTMLParser:
    return LexborHTMLParser((root / "build" / "site" / name).read_text(encoding="utf-8"))


def test_a_wide_logo_keeps_its_shape_and_has_its_words(styled: Path) -> None:
    logo = page(styled).css_first(".lo-brand img")
    assert logo
    assert (logo.attributes["width"], logo.attributes["height"]) == ("160", "32")
    assert logo.attributes["alt"] == "Tinybrook Council"
    assert page(styled).css_first(".lo-brand").text(strip=True) == "Tinybrook Local Offer (sample)"


@pytest.mark.parametrize(
    ("width", "height", "shown"), [(480, 96, [160, 32]), (50, 100, [22, 44]), (44, 44, [44, 44]), (4000, 1, [160, 1])]
)
def test_no_logo_is_higher_or_wider_than_its_place(tmp_path: Path, width: int, height: int, shown: list[int]) -> None:
    (tmp_path / "mkdocs.yml").write_text("extra:\n  council:\n    logo: logo.svg\n", encoding="utf-8")
    svg = WIDE.replace('width="480" height="96"', f'width="{width}" height="{height}"')
    (tmp_path / "logo.svg").write_text(svg, encoding="utf-8")
    assert logo_size(tmp_path, tmp_path / "mkdocs.yml") == shown


def test_links_of_the_councils_own_stand_in_header_and_footer_of_every_kind_of_page(styled: Path) -> None:
    for name in ("index.html", "about/help/index.html", "easy-read/index.html", "404.html"):
        links = {link.text(): link.attributes["href"] for link in page(styled, name).css(".lo-nav a")}
        assert links["Short breaks"].endswith("guides/short-breaks/")
    foot = {link.text(): link.attributes["href"] for link in page(styled).css("nav[aria-labelledby=foot-council] a")}
    assert foot == {
        "The council's website": "https://www.tinybrook.example",
        "Council news": "https://www.tinybrook.example/news",
    }


def test_the_home_picture_stands_in_place_of_the_drawing(styled: Path) -> None:
    picture = page(styled, "index.html").css_first(".lo-hero img")
    assert picture
    assert picture.attributes["alt"] == "Two children by a small river"
    assert picture.attributes["width"] == "480"
    assert not page(styled, "index.html").css(".lo-hero svg.lo-hero__art")


def test_the_councils_stylesheet_comes_last_and_its_colours_count(styled: Path) -> None:
    style = page(styled).css_first("style").text()
    assert re.search(r"\.lo-card\{border-radius:1\.5rem\}@media", style)
    assert "--lo-hero:#f3e8f9" in style


def test_a_template_can_change_one_block_of_ours(styled: Path) -> None:
    home = page(styled, "index.html")
    assert "Our own foot" in home.text()
    assert home.css_first(".lo-hero h1")
    assert "Our own foot" not in page(styled).text()


def test_a_change_of_the_own_theme_is_seen_and_taking_it_out_too(styled: Path) -> None:
    style = styled / "theme" / "council.css"
    style.write_text(".lo-card { border-radius: 2.5rem; }\n", encoding="utf-8")
    assert build_site(styled, TODAY, search=False).changed
    assert "border-radius:2.5rem" in page(styled).css_first("style").text()
    style.unlink()
    assert build_site(styled, TODAY, search=False).changed
    assert "border-radius:2.5rem" not in page(styled).css_first("style").text()


def test_the_generators_own_theme_is_no_councils(tmp_path: Path) -> None:
    assert own_theme(THEME.parent) is None
    assert own_theme(tmp_path) is None
    (tmp_path / "theme").mkdir()
    assert own_theme(tmp_path) == tmp_path / "theme"


def test_hidden_files_of_the_own_theme_stay_where_they_are(tmp_path: Path) -> None:
    own = tmp_path / "theme"
    (own / ".git").mkdir(parents=True)
    (own / ".git" / "x.html").write_text("x")
    assert not (lay_over(own, THEME, tmp_path / "made") / ".git").exists()
