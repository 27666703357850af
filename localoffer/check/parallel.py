"""Read thousands of new listings in one process for each processor, before they are needed one by one.

In: a root and the folder of the store. Out: the records and the findings of the reading rules lie in the store. Nothing
depends on it but time: what could not be read ahead is read when it is needed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from localoffer.cache.store import Room
from localoffer.catalogue import read_part
from localoffer.check.words import check_reading
from localoffer.reading import FindingsCache, word_lists
from localoffer.system.copies import can_copy, in_processes
from localoffer.system.gc_paused import without_collecting
from localoffer.system.processors import usable_processors

MOST = 2_500
"""Listings in one piece of the work: memory does not grow with the offer."""
FEW = 1_000
"""Listings that one processor reads before another one has got ready."""
FEW_COPIED = 100
"""The same where the other one is a copy of this one."""
Packed = dict[str, bytes]


def read_ahead(root: Path, today: date, cache: Path, processors: int | None = None, few: int = 0) -> None:
    """Fill the store if it lacks more than a few records."""
    processors, few = processors or usable_processors(), few or (FEW_COPIED if can_copy() else FEW)
    listings = _listings(root)
    count = sum(listings.values())
    with Room(cache, "records") as records, Room(cache, "findings") as findings:
        if processors < 2 or count < few or count - len(records.keys()) < few:
            return
        for some_records, some_findings in _read_parts(root, today, list(listings), processors, -(-count // MOST)):
            records.put(some_records)
            findings.put(some_findings)


def _listings(root: Path) -> dict[str, int]:
    """Each provider's folder, in order, and how many listings it holds."""
    with suppress(OSError):
        folders = sorted(os.listdir(root / "providers"))  # noqa: PTH208 - names only, as below
        return {folder: _count(root / "providers" / folder) for folder in folders}
    return {}


def _count(folder: Path) -> int:
    with suppress(OSError):
        return sum(name.endswith(".yml") for name in os.listdir(folder))  # noqa: PTH208
    return 0


def _read_parts(
    root: Path, today: date, folders: list[str], processors: int, pieces_needed: int
) -> Iterator[tuple[Packed, Packed]]:
    count = processors * -(-pieces_needed // processors)
    pieces = [folders[start::count] for start in range(count)]
    yield from in_processes(partial(_read_part, root, today), pieces, processors)


def _read_part(root: Path, today: date, folders: list[str]) -> tuple[Packed, Packed]:
    """The records of these providers and their findings, packed; runs in a process of its own."""
    with without_collecting():
        records = Room(None, "records", in_memory=True)
        part = read_part(root, today, folders, records)
        if part is None:
            return records.fresh, {}
        words = word_lists(part.vocabulary)
        kept = FindingsCache(None, words, in_memory=True)
        for _finding in check_reading(part, words, kept):
            pass
        return records.fresh, kept.room.fresh
