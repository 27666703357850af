"""A copy of the site opens from a folder: each link to a page names a file that is there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from localoffer.site.bundle import MARK, with_file_links, write_bundle
from localoffer.system.failures import CannotRun


@pytest.fixture
def site(tmp_path: Path) -> Path:
    made = tmp_path / "site"
    for name, text in {
        "index.html": '<a href="guides/travel/">T</a> <a href="assets/a.pdf">P</a> <a href="https://x.example/">X</a>',
        "guides/travel/index.html": '<a href="../../">Home</a> <a href="../../#now">Now</a> <a href="#top">Top</a>'
        '<form role="search" action="../../find/"></form><a class="x" href="../../find/?q=a&amp;b=/">F</a>'
        '<a href="mailto:a@b.example">M</a><a href="../gone/">G</a>',
        "find/index.html": '<meta http-equiv="refresh" content="0; url=../guides/travel/">',
        "index.html.br": "x",
        "assets/a.pdf": "x",
    }.items():
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text(text, encoding="utf-8")
    return made


def test_every_link_to_a_page_names_its_file_and_others_stay(site: Path, tmp_path: Path) -> None:
    assert write_bundle(site, tmp_path / "copy") == 3
    home = (tmp_path / "copy" / "index.html").read_text(encoding="utf-8")
    assert re.findall('href="(.*?)"', home) == ["guides/travel/index.html", "assets/a.pdf", "https://x.example/"]
    page = (tmp_path / "copy" / "guides" / "travel" / "index.html").read_text(encoding="utf-8")
    assert re.findall('(?:href|action)="(.*?)"', page) == [
        "../../index.html",
        "../../index.html#now",
        "#top",
        "../../find/index.html",
        "../../find/index.html?q=a&amp;b=/",
        "mailto:a@b.example",
        "../gone/",
    ]
    assert "url=../guides/travel/index.html" in (tmp_path / "copy" / "find" / "index.html").read_text(encoding="utf-8")
    assert not (tmp_path / "copy" / "index.html.br").exists()


def test_an_older_copy_is_replaced_and_anything_else_is_left_alone(site: Path, tmp_path: Path) -> None:
    write_bundle(site, tmp_path / "copy")
    (tmp_path / "copy" / "old.html").write_text("x")
    write_bundle(site, tmp_path / "copy")
    assert not (tmp_path / "copy" / "old.html").exists()
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "letter.txt").write_text("x")
    with pytest.raises(CannotRun, match="is no copy of a site"):
        write_bundle(site, mine)
    assert (mine / "letter.txt").exists()
    assert (tmp_path / "copy" / MARK).is_file()


def test_a_page_without_links_stays_as_it_is(tmp_path: Path) -> None:
    assert with_file_links("<p>a href=x/</p>", tmp_path, tmp_path) == "<p>a href=x/</p>"
