"""Pages that need not be made again: what they were made from is what it was.

In: drafts. Out: the digest and the facts of the page that was staged under the same key. What is lost costs work, never
truth.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from localoffer.cache.store import read_note, write_note
from localoffer.outputs.pages import Draft

NOTE = "pages"
OUTLINE = "lists"


class KeptPages:
    """Path → key, digest of the staged text, and the pictures it shows. `outline`: the names of list pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outline = read_note(folder, OUTLINE)
        self.known: dict[str, list[str]] = read_note(folder, NOTE)
        self.used: dict[str, list[str]] = {}

    def find(self, draft: Draft) -> tuple[str, frozenset[str]] | None:
        """The digest and the pictures of the page last made from the same, or None."""
        row = self.known.get(draft.path)
        if not draft.key or row is None or row[0] != draft.key:
            return None
        self.used[draft.path] = row
        return row[1], frozenset(row[2:])

    def remember(self, draft: Draft, digest: str, pictures: frozenset[str]) -> None:
        """Keep what was made."""
        if draft.key:
            self.used[draft.path] = [draft.key, digest, *sorted(pictures)]

    def write(self, outline: dict[str, Any]) -> None:
        """Write down what this run used."""
        if outline != self.outline:
            write_note(self.folder, OUTLINE, outline)
        if self.used != self.known:
            write_note(self.folder, NOTE, self.used)
