"""What the reading rules found before: a text that has not changed is not read twice.

In: a folder. Out: findings kept under the digest of the text, of the word lists and of the rules themselves, in one file.
A damaged file counts as absent; a full or locked disk is no fault of the offer.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import fields
from operator import attrgetter
from pathlib import Path

from localoffer.findings import Finding
from localoffer.model import Record
from localoffer.reading.lists import WordLists

NAME = "reading.json"
_FIELDS = attrgetter(*(field.name for field in fields(Finding)))
RULES = [
    Path(__file__).parent,
    Path(__file__).parents[1] / "easyread",
    Path(__file__).parents[1] / "records",
    Path(__file__).parents[1] / "check",
]

Rows = list[list[object]]
"""Findings as rows of plain values."""


class FindingsCache:
    """Findings by text. `folder` None keeps nothing."""

    def __init__(self, folder: Path | None, words: WordLists, ahead: Mapping[str, Rows] | None = None) -> None:
        """`ahead`: what was read ahead in other processes."""
        self.path = folder / NAME if folder else None
        self.version = _version(words) if folder else ""
        self.written = self._read()
        self.known = self.written | dict(ahead or {})
        self.used: dict[str, Rows] = {}

    def _read(self) -> dict[str, Rows]:
        if self.path is None:
            return {}
        try:
            held = json.loads(self.path.read_bytes())
            return held["found"] if held["version"] == self.version and isinstance(held["found"], dict) else {}
        except (OSError, ValueError, KeyError, TypeError):
            return {}

    def findings(self, record: Record, more: Iterable[str], check: Callable[[], Iterable[Finding]]) -> list[Finding]:
        """The findings of `check` over a record's file; `more` is what else they depend on."""
        if self.path is None or not record.origin.digest:
            return list(check())
        key = hashlib.sha256("\0".join((record.origin.digest, *more)).encode("utf-8", "replace")).hexdigest()[:32]
        rows = self.known.get(key)
        try:
            found = [Finding(*row) for row in rows] if rows is not None else None  # type: ignore[arg-type]
        except TypeError:
            found = None
        if found is None:
            found = list(check())
        self.used[key] = [list(_FIELDS(finding)) for finding in found]
        return found

    def keep(self) -> None:
        """Write down what this run used."""
        if self.path is None or self.used == self.written:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            new = self.path.with_suffix(".new")
            new.write_text(json.dumps({"version": self.version, "found": self.used}), encoding="utf-8")
            new.replace(self.path)
        except OSError:
            return


def _version(words: WordLists) -> str:
    """Changes with the rules and with the lists."""
    digest = hashlib.sha256()
    for folder in RULES:
        for path in sorted(folder.rglob("*.py")):
            digest.update(path.read_bytes())
    lists = (sorted(words.avoid.items()), sorted(words.contractions.items()), sorted(words.common))
    digest.update(repr((lists, sorted(words.known_acronyms), words.terms)).encode("utf-8", "replace"))
    return digest.hexdigest()[:32]
