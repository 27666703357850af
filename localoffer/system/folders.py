"""Where a build keeps what it makes, all of it below `build/` of the root.

In: the root of an offer. Out: paths; nothing is read or written here but `Folders.make`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from localoffer.system.carried import THEME


@dataclass(frozen=True)
class Folders:
    """The folders of one offer. `theme` stays with the tool, everything else with the offer."""

    root: Path
    theme: Path = THEME

    @property
    def config(self) -> Path:
        """The council's settings."""
        return self.root / "mkdocs.yml"

    @cached_property
    def build(self) -> Path:
        """Everything made; ignored by git."""
        return self.root / "build"

    @cached_property
    def docs(self) -> Path:
        """Staged Markdown and static files."""
        return self.build / "docs"

    @cached_property
    def cache(self) -> Path:
        """What lets the next build skip work; safe to delete."""
        return self.build / "cache"

    @cached_property
    def html(self) -> Path:
        """MkDocs' own HTML of each page, not yet finished."""
        return self.cache / "html"

    @cached_property
    def work(self) -> Path:
        """Scratch folders of running builds."""
        return self.cache / "work"

    @property
    def indexes(self) -> Path:
        """Search indexes, one folder for each set of pages."""
        return self.cache / "search"

    @property
    def sites(self) -> Path:
        """Finished sites, numbered; the newest two are kept."""
        return self.build / "sites"

    @property
    def site(self) -> Path:
        """The published site: a link to one of `sites`."""
        return self.build / "site"

    @property
    def reports(self) -> Path:
        """Tables and results for the people who run the offer."""
        return self.build / "reports"

    @property
    def export(self) -> Path:
        """The offer's data for others, written without a site."""
        return self.build / "export"

    @property
    def hosting(self) -> Path:
        """Examples of web server settings that go with the site."""
        return self.build / "hosting"

    def make(self) -> None:
        """Make the folders that every step counts on."""
        for folder in (self.docs, self.html, self.work, self.indexes, self.sites, self.hosting):
            folder.mkdir(parents=True, exist_ok=True)
