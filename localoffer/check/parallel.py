"""Read thousands of new listings on every processor, before anybody asks for them.

In: a root and the folder of its caches. Out: the records lie in the cache of records, and the findings of the reading rules
are given back by key. Nothing depends on it but time: what could not be read ahead is read when it is asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor
from contextlib import suppress
from datetime import date
from multiprocessing import get_context
from pathlib import Path

from localoffer.catalogue import read_part
from localoffer.catalogue.cache import RecordCache
from localoffer.check.words import check_reading
from localoffer.reading import FindingsCache, Rows, word_lists
from localoffer.system.gc_paused import without_collecting
from localoffer.system.processors import usable_processors

MOST = 2_500
"""Listings in one piece of the work: memory does not grow with the offer."""
FEW = 1_000
"""Listings that one processor reads before another one has got ready."""
Part = tuple[dict[str, bytes], dict[str, Rows]]


def read_ahead(root: Path, today: date, cache: Path, processors: int | None = None, few: int = FEW) -> dict[str, Rows]:
    """Fill the cache of records if it lacks more than a few; the findings of the same listings by key."""
    processors = processors or usable_processors()
    folders = _folders(root)
    listings = sum(1 for folder in folders for _ in (root / "providers" / folder).glob("*.yml"))
    found: dict[str, Rows] = {}
    with RecordCache(cache) as records:
        if processors < 2 or listings - records.count() < few:
            return found
        with suppress(BrokenExecutor, OSError):  # a process that was stopped from outside costs time, nothing else
            for packed, findings in _read_parts(root, today, cache, folders, processors, -(-listings // MOST)):
                records.put(packed)
                found |= findings
    return found


def _folders(root: Path) -> list[str]:
    try:
        return sorted(folder.name for folder in (root / "providers").iterdir() if folder.is_dir())
    except OSError:
        return []


def _read_parts(
    root: Path, today: date, cache: Path, folders: list[str], processors: int, pieces_needed: int
) -> Iterator[Part]:
    count = processors * -(-pieces_needed // processors)
    pieces = [folders[start::count] for start in range(count)]
    with ProcessPoolExecutor(processors, mp_context=get_context("spawn")) as pool:
        yield from pool.map(_read_part, *zip(*((root, today, cache, piece) for piece in pieces), strict=True))


def _read_part(root: Path, today: date, cache: Path, folders: list[str]) -> Part:
    """The records of these providers, packed, and their findings; runs in a process of its own."""
    with without_collecting():
        with RecordCache(None, in_memory=True) as records:
            part = read_part(root, today, folders, records)
            packed = records.packed()
        if part is None:
            return packed, {}
        words = word_lists(part.vocabulary)
        kept = FindingsCache(cache, words)
        for _finding in check_reading(part, words, kept):
            pass
        return packed, kept.used
