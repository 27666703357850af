"""Pages and files that need not be made again: what they were made from is what it was.

In: paths and keys. Out: the digest and the facts of what was staged there under the same key. What is lost costs work, never
truth.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from localoffer.cache.store import read_note, write_note

NOTE = "pages"
OUTLINE = "lists"


class KeptPages:
    """Path → key, digest of the staged text, and the pictures it shows. `outline`: the names of list pages."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.outline = read_note(folder, OUTLINE)
        self.known: dict[str, list[str]] = read_note(folder, NOTE)
        self.used: dict[str, list[str]] = {}

    def find(self, path: str, key: str) -> tuple[str, frozenset[str]] | None:
        """The digest and the pictures of what was last made from the same, or None."""
        if not self.is_known(path, key):
            return None
        row = self.used[path] = self.known[path]
        return row[1], frozenset(row[2:])

    def is_known(self, path: str, key: str) -> bool:
        """Whether what is made from this is there."""
        row = self.known.get(path)
        return bool(key and row and row[0] == key)

    def remember(self, path: str, key: str, digest: str, pictures: Iterable[str] = ()) -> None:
        """Keep what was made."""
        if key:
            self.used[path] = [key, digest, *sorted(pictures)]

    def write(self, outline: dict[str, Any]) -> None:
        """Write down what this run used."""
        if outline != self.outline:
            write_note(self.folder, OUTLINE, outline)
        if self.used != self.known:
            write_note(self.folder, NOTE, self.used)
