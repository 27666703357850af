"""A finished site as the rules that need all of it see it.

In: the facts of every page and the names of all files. Out: a `SiteView`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from localoffer.audit.html.facts import PageFacts


@dataclass(frozen=True)
class SiteView:
    """A finished site. `files`: every path in it; `kinds`: page → kind, as the build noted; `without_twin`: pages
    whose writer said easy_read: none; `closed`: pages of closed services, which keep their address but leave the lists."""

    folder: Path
    pages: Mapping[str, PageFacts]
    files: frozenset[str]
    kinds: Mapping[str, str] = field(default_factory=dict)
    without_twin: frozenset[str] = frozenset()
    closed: frozenset[str] = frozenset()

    @cached_property
    def distances(self) -> dict[str, int]:
        """How many links each page is from home."""
        found = {"index.html": 0} if "index.html" in self.pages else {}
        waiting = deque(found)
        while waiting:
            here = waiting.popleft()
            for link in self.pages[here].links:
                if link[0] in self.pages and link[0] not in found:
                    found[link[0]] = found[here] + 1
                    waiting.append(link[0])
        return found
