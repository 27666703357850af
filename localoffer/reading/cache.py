"""What the reading rules found before: a text that has not changed is not read twice.

In: a folder. Out: findings kept under the digest of the text, of the word lists, and of what else they depend on.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from localoffer.cache.digests import digest_of
from localoffer.cache.store import Room
from localoffer.findings import Finding
from localoffer.reading.lists import WordLists


class FindingsCache:
    """Findings by text. `folder` None keeps nothing, or only in memory."""

    def __init__(self, folder: Path | None, words: WordLists, *, in_memory: bool = False) -> None:
        self.room = Room(folder, "findings", in_memory=in_memory)
        self.lists = _digest(words) if self.room.keeps else ""

    def findings(self, digest: str, more: Iterable[str], check: Callable[[], Iterable[Finding]]) -> list[Finding]:
        """The findings of `check` over what has this digest, if it has one; `more` is what else they depend on."""
        if not (self.room.keeps and digest):
            return list(check())
        key = digest_of(self.lists, digest, *more)
        found: list[Finding] | None = self.room.load(key)
        if found is None:
            found = list(check())
            self.room.keep(key, found)
        return found

    def prune_and_close(self) -> None:
        """Write down what this run used, and forget the rest."""
        self.room.prune_and_close()


def _digest(words: WordLists) -> str:
    lists = (
        sorted(words.avoid.items()),
        sorted(words.fitting),
        sorted(words.contractions.items()),
        sorted(words.common),
    )
    return digest_of(repr((lists, sorted(words.known_acronyms), words.terms)))
