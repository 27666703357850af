"""A small offer made of plain pages and a small theme: these tests are about building, not about listings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest

from localoffer.cache.digests import digest_of
from localoffer.findings import Finding
from localoffer.site import BuildResult, Offer, build_site
from localoffer.site.search import SearchIndex
from localoffer.system.folders import Folders
from tests.mkdocs_programs import programs_go_on

__all__ = ["programs_go_on"]

TODAY = date(2026, 11, 22)

HEAD = """<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<title>{{ page.title }}</title>
<link rel="icon" href="{{ 'assets/images/icon.svg'|url }}">
<link rel="stylesheet" href="{{ 'assets/stylesheets/base.css'|url }}">
<link rel="stylesheet" href="{{ 'assets/stylesheets/pages.css'|url }}">
<script type="module" src="{{ 'assets/javascripts/page.js'|url }}"></script>
</head>
<body>
    <a href="/">Home</a> <a href="/guides/help/">Help</a>
"""
THEME = {
    "main.html": HEAD + "<main><h1>{{ page.title }}</h1>{{ page.content }}</main></body></html>",
    "plain.html": HEAD + "<main><h1>{{ page.title }}</h1>{{ page.content }}</main></body></html>",
    "404.html": HEAD + "<main>Not here</main></body></html>",
    "assets/stylesheets/base.css": """/* @pair body --lo-ink on --lo-ground */
/* @pair large --lo-on-primary on --lo-primary */
:root { --lo-ink: #1c2629; --lo-ground: #fffdf9; --lo-primary: #0b4a57; --lo-on-primary: #fff; --lo-accent: #0b4a57; }
@media (prefers-color-scheme: dark) { :root { --lo-ink: #f3efe7; --lo-ground: #12191c; --lo-primary: #0c3a44; } }
""",
    "assets/stylesheets/pages.css": "body { color: var(--lo-ink); background: var(--lo-ground); }\n",
    "assets/javascripts/page.js": 'import { on } from "./part.js";\non();\n',
    "assets/javascripts/part.js": "export function on() {}\n",
    "assets/images/icon.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"/>\n',
}
SETTINGS = """site_name: Marlbrook
site_url: https://localoffer.example.org/offer/
theme: {name: material}
plugins: []
nav: [{Home: index.md}]
not_in_nav: "/**"
markdown_extensions: [attr_list, tables, {toc: {permalink: false}}]
extra:
  council:
    name: Marlbrook Council
"""


@dataclass
class SmallOffer:
    """An offer on disk with pages given by hand."""

    root: Path
    files: dict[str, str | bytes | Path] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)
    is_whole: bool = True

    @property
    def theme(self) -> Path:
        return self.root / "theme"

    @property
    def places(self) -> Folders:
        return Folders(self.root, self.theme)

    @property
    def site(self) -> Path:
        return self.root / "build" / "site"

    def read(self, _places: Folders, _today: date) -> Offer:
        return Offer(
            files=list(self.files.items()),
            services=2,
            kinds=dict(self.kinds),
            moved=dict(self.moved),
            findings=self.findings,
            is_whole=self.is_whole,
            search=SearchIndex(digest_of(repr(self.files))[:16], lambda: [("find/index/head.json", repr(self.files))]),
            sources={path: f"content/{path}" for path in self.files if path.endswith(".md")},
        )

    def build(self, **options: object) -> BuildResult:
        (self.root / "providers" / "touched").write_text(repr((self.files, self.moved, self.findings)))
        return build_site(
            self.root,
            options.pop("today", TODAY),
            theme=self.theme,
            offer=self.read,
            **{"search": False, "processors": 1, **options},
        )  # type: ignore[arg-type]

    def page(self, address: str) -> str:
        return (self.site / address).read_text(encoding="utf-8")


def write_files(folder: Path, texts: dict[str, str]) -> None:
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def pages(count: int = 3) -> dict[str, str | bytes | Path]:
    made: dict[str, str | bytes | Path] = {"index.md": "# Home\n", "guides/help.md": "# Help\n\nAsk [us](/about/).\n"}
    for number in range(count):
        made[f"services/club/s{number}.md"] = f'---\ntitle: "Club {number}"\n---\nSwimming, number {number}.\n'
    return made


@pytest.fixture
def make_offer(tmp_path: Path) -> Callable[..., SmallOffer]:
    def make(name: str = "offer", count: int = 3) -> SmallOffer:
        root = tmp_path / name
        write_files(root / "theme", THEME)
        write_files(root, {"mkdocs.yml": SETTINGS, "providers/touched": "", "content/x": ""})
        return SmallOffer(root, pages(count))

    return make


@pytest.fixture
def offer(make_offer: Callable[..., SmallOffer]) -> SmallOffer:
    return make_offer()
