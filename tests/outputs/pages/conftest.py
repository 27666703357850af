"""Pages of the tiny council, and the HTML MkDocs makes of one page with our theme."""

from __future__ import annotations

import functools
import io
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page as MkDocsPage
from selectolax.lexbor import LexborHTMLParser

from localoffer.catalogue import Catalogue
from localoffer.kinds import kind_of
from localoffer.outputs.pages import Page, page_text, write_pages
from localoffer.site.defaults import missing_settings
from localoffer.site.light import light_html, templates_of
from localoffer.system.carried import THEME
from tests.offer import SITE, tiny_council

os.environ["NO_MKDOCS_2_WARNING"] = "1"
ROOT = Path(__file__).resolve().parents[3]


@functools.cache
def tiny_catalogue() -> Catalogue:
    catalogue, findings = tiny_council()
    assert catalogue is not None, findings
    return catalogue


@functools.cache
def tiny_pages() -> dict[str, Page]:
    return {page.path: page for page in write_pages(tiny_catalogue())}


@pytest.fixture
def catalogue() -> Catalogue:
    return tiny_catalogue()


@pytest.fixture
def pages() -> dict[str, Page]:
    return tiny_pages()


@functools.cache
def mkdocs_config() -> MkDocsConfig:
    text = (SITE / "mkdocs.yml").read_text(encoding="utf-8")
    settings = f"{text}\n{missing_settings(text)}".replace("name: material", f"name: material\n  custom_dir: {THEME}")
    folders = {"docs_dir": str(SITE / "content"), "site_dir": str(ROOT / "build" / "never")}
    config = load_config(io.StringIO(settings), config_file_path=str(SITE / "mkdocs.yml"), **folders)
    config.plugins._current_plugin = "tests"  # File.generated asks who made the file
    return config


@functools.cache
def theme_environment() -> Any:
    return mkdocs_config().theme.get_env()


def html_of(page: Page) -> str:
    """The HTML of one page: MkDocs reads its text, Python-Markdown and the theme do the rest; or its template alone."""
    if kind_of(page.kind).is_light:
        return light_html(page_text(page), templates_of(THEME), "https://offer.example/", {})
    config = mkdocs_config()
    file = File.generated(config, page.path, content=page_text(page))
    files = Files([file])
    made = MkDocsPage(None, file, config)
    made.read_source(config)
    made.render(config, files)
    context = {
        "nav": get_navigation(Files([]), config),
        "pages": [],
        "base_url": ".",
        "extra_css": [],
        "extra_javascript": [],
        "config": config,
        "page": made,
    }
    return str(theme_environment().get_template(made.meta.get("template", "main.html")).render(context))


@pytest.fixture
def html() -> Callable[[Page], LexborHTMLParser]:
    return lambda page: LexborHTMLParser(html_of(page))


def text_of(tree: LexborHTMLParser) -> str:
    """The words of a page with white space folded."""
    body = tree.body
    return " ".join(body.text().split()) if body else ""
