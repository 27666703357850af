"""What the reading rules found before: a text that has not changed is not read twice.

In: a folder. Out: findings kept under the digest of the text, of the word lists, and of what else they depend on.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from localoffer.cache.digests import digest_of
from localoffer.cache.store import Room
from localoffer.findings import Finding
from localoffer.reading.lists import WordLists
from localoffer.system.copies import in_copies

Check = Callable[[], Iterable[Finding]]
FEW = 200
"""Checks that are done sooner than a copy of the process is made."""
SHARE = 100
"""Checks in one share: no processor waits long for another."""
Kept = tuple[str, Check]
"""What findings are kept by, and what finds them."""
Packed = Iterator[dict[str, bytes]]


class FindingsCache:
    """Findings by text. `folder` None keeps nothing."""

    def __init__(self, folder: Path | None, words: WordLists) -> None:
        self.room = Room(folder, "findings")
        self.lists = _digest(words) if self.room.keeps else ""

    def findings(self, digest: str, more: Iterable[str], check: Check) -> list[Finding]:
        """The findings of `check` over what has this digest, if it has one; `more` is what else they depend on."""
        return self.found(self.key(digest, more), check)

    def key(self, digest: str, more: Iterable[str]) -> str:
        """What these findings are kept by; empty where they are not kept."""
        return digest_of(self.lists, digest, *more) if self.room.keeps and digest else ""

    def found(self, key: str, check: Check) -> list[Finding]:
        """The findings that are kept by this key, or those of `check`."""
        return self.room.made(key, lambda: list(check()))

    def begin(self, checks: Sequence[Kept], few: int = FEW) -> Packed:
        """Where many findings are new, each processor makes its share of them, from now on: what comes of it, for `all_found`."""
        known = self.room.keys() if len(checks) >= few else {key for key, _check in checks}
        missing = {key: check for key, check in checks if key and key not in known}

        def make(keys: Sequence[str]) -> dict[str, bytes]:
            return {key: pickle.dumps(list(missing[key]()), pickle.HIGHEST_PROTOCOL) for key in keys}

        return in_copies(make, list(missing), few, at_once=SHARE)

    def all_found(self, checks: Sequence[Kept], coming: Iterable[dict[str, bytes]] = ()) -> Iterator[Finding]:
        """The findings of all these, in order. `coming`: what other processes have begun to find."""
        for some in coming:
            self.room.put(some)
        for key, check in checks:
            yield from self.found(key, check)

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
