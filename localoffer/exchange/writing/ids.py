"""Ids of what we publish (uuid5): the same for ever, for they are made from names that never change.

In: a kind and the parts of a name. Out: an id as text. What must not be published is never part of a name: ids can be guessed at.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from uuid import UUID, uuid5

ROOT = UUID("6f2c8d2e-6c0e-5d5b-9c39-0b7f3a3c1e5a")
"""Ours for ever: with another one, every id of every offer would be another."""


@lru_cache(maxsize=8192)
def id_of(kind: str, *parts: str) -> str:
    """The id of one thing. Parts are told apart: ("a", "bc") is another name than ("ab", "c")."""
    return str(uuid5(ROOT, "\x1f".join((kind, *parts))))


class Ids:
    """Ids of the parts of one record: by what they say, so that another order of them changes none; equal parts are counted."""

    def __init__(self, owner: str) -> None:
        self.owner = owner
        self._seen: Counter[tuple[str, ...]] = Counter()

    def of(self, kind: str, *parts: str) -> str:
        """The id of a part."""
        key = (kind, *parts)
        self._seen[key] += 1
        again = self._seen[key]
        return id_of(kind, self.owner, *parts, *((str(again),) if again > 1 else ()))
