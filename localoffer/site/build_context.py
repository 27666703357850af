"""What the steps of a build hand to each other.

In: places, settings, the offer, what was staged, the theme's assets. Out: one value that holds them.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass

from localoffer.catalogue.settings import Settings
from localoffer.site.assets import Assets
from localoffer.site.mkdocs_programs import MkDocsPrograms
from localoffer.site.offer import Offer
from localoffer.site.stage import Staged
from localoffer.system.folders import Folders

#: Shows that a step goes on: `with progress("Writing pages"): …`.
Progress = Callable[[str], AbstractContextManager[None]]


@dataclass(frozen=True)
class Parts:
    """All that a build works with."""

    places: Folders
    settings: Settings
    offer: Offer
    staged: Staged
    assets: Assets
    mkdocs: MkDocsPrograms
    processors: int

    @property
    def pages(self) -> list[str]:
        """Staged Markdown files."""
        return [path for path in self.staged.digests if path.endswith(".md")]

    @property
    def statics(self) -> list[str]:
        """Staged files that are published as they are."""
        return [path for path in self.staged.digests if not path.endswith(".md")]
