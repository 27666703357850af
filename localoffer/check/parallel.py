"""Read hundreds of new listings in one process for each processor, before they are needed one by one.

In: a root and the folder of the store. Out: the records lie in the store. Nothing depends on it but time: what could not be
read ahead is read when it is needed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path

from localoffer.cache.store import Room
from localoffer.catalogue.reading import read_folders, read_lists
from localoffer.system.copies import can_copy, in_processes
from localoffer.system.gc_paused import without_collecting
from localoffer.system.processors import usable_processors

TOGETHER = 40
"""Providers in one piece of the work: memory does not grow with the offer, and no process waits long for another."""
FEW = 1_000
"""Listings that one processor reads before another one has got ready."""
FEW_COPIED = 100
"""The same where the other one is a copy of this one."""
Packed = dict[str, bytes]


def read_ahead(root: Path, cache: Path, processors: int | None = None, few: int = 0) -> None:
    """Fill the store if it lacks more than a few records. The lists are read meanwhile."""
    processors, few = processors or usable_processors(), few or (FEW_COPIED if can_copy() else FEW)
    listings = _listings(root)
    count = sum(listings.values())
    with Room(cache, "records") as records:
        if processors < 2 or count < few or count - len(records.keys()) < few:
            return
        coming = _read_parts(root, list(listings), processors)
        read_lists(root, records)
        for some in coming:
            records.put(some)


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


def _read_parts(root: Path, folders: list[str], processors: int) -> Iterator[Packed]:
    pieces = [folders[start : start + TOGETHER] for start in range(0, len(folders), TOGETHER)]
    return in_processes(partial(_read_part, root), pieces, processors)


def _read_part(root: Path, folders: list[str]) -> Packed:
    """The records of these providers, packed; runs in a process of its own."""
    with without_collecting():
        records = Room(None, "records", in_memory=True)
        read_folders(root, folders, records)
        return records.fresh
