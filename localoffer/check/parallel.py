"""Read thousands of new listings in one process for each processor, before they are needed one by one.

In: a root and the folder of the store. Out: the records and the findings of the reading rules lie in the store. Nothing
depends on it but time: what could not be read ahead is read when it is needed.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from localoffer.cache.store import Room
from localoffer.catalogue import read_part
from localoffer.check.words import check_reading
from localoffer.reading import FindingsCache, word_lists
from localoffer.system.gc_paused import without_collecting
from localoffer.system.processors import usable_processors

MOST = 2_500
"""Listings in one piece of the work: memory does not grow with the offer."""
FEW = 1_000
"""Listings that one processor reads before another one has got ready."""
Packed = dict[str, bytes]


def read_ahead(root: Path, today: date, cache: Path, processors: int | None = None, few: int = FEW) -> None:
    """Fill the store if it lacks more than a few records."""
    processors = processors or usable_processors()
    folders = _folders(root)
    listings = sum(1 for folder in folders for _ in (root / "providers" / folder).glob("*.yml"))
    with Room(cache, "records") as records, Room(cache, "findings") as findings:
        if processors < 2 or listings - len(records.keys()) < few:
            return
        with suppress(BrokenExecutor, OSError):  # a process that was stopped from outside costs time, nothing else
            for some_records, some_findings in _read_parts(root, today, folders, processors, -(-listings // MOST)):
                records.put(some_records)
                findings.put(some_findings)


def _folders(root: Path) -> list[str]:
    try:
        return sorted(folder.name for folder in (root / "providers").iterdir() if folder.is_dir())
    except OSError:
        return []


def _read_parts(
    root: Path, today: date, folders: list[str], processors: int, pieces_needed: int
) -> Iterator[tuple[Packed, Packed]]:
    count = processors * -(-pieces_needed // processors)
    pieces = [folders[start::count] for start in range(count)]
    with ProcessPoolExecutor(processors, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_read_part, *zip(*((root, today, piece) for piece in pieces), strict=True))


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
