"""The search index: made once for the same offer, kept under its name, and linked into each site that belongs to it.

In: the index's name and its files (`localoffer.outputs.search`). Out: a folder build/cache/search/<name>, with the compressed
forms beside each file.
"""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from localoffer.site.compress import link_published, remove_published, write_published
from localoffer.system.folders import Folders

IndexFiles = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class SearchIndex:
    """`name`: equal names, equal files. `make`: the files, below `find/index/`. An empty name: nothing is searched."""

    name: str = ""
    make: Callable[[], IndexFiles] = tuple


def find_index(places: Folders, name: str) -> Path | None:
    """The folder of a finished index, or None."""
    folder = places.indexes / name
    return folder if name and folder.is_dir() else None


def latest_index(places: Folders) -> Path | None:
    """The newest finished index, for a preview that cannot wait."""
    folders = [folder for folder in places.indexes.iterdir() if not folder.name.startswith(".")]
    return max(folders, key=lambda folder: folder.stat().st_mtime, default=None)


def make_index(places: Folders, index: SearchIndex) -> Path:
    """Write the index into a folder of its own and give it back."""
    scratch = places.work / f"{os.getpid()}-search-{threading.get_ident()}-{index.name}"
    shutil.rmtree(scratch, ignore_errors=True)
    last = latest_index(places)
    for path, text in index.make():
        _put(scratch / path, text.encode("utf-8"), last / path if last else None)
    return _keep(places, scratch, index.name)


def _put(target: Path, content: bytes, before: Path | None) -> None:
    """Write a file, or link that of the last index where it is the same: most are, after the edit of one listing."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        if before and before.read_bytes() == content:
            link_published(before, target)
            return
    except OSError:
        remove_published(target)
    write_published(target, content)


def _keep(places: Folders, scratch: Path, name: str) -> Path:
    folder = places.indexes / name
    shutil.rmtree(folder, ignore_errors=True)
    scratch.rename(folder)
    old = sorted((place for place in places.indexes.iterdir() if place != folder), key=lambda p: p.stat().st_mtime)
    for place in old[:-1]:
        shutil.rmtree(place, ignore_errors=True)
    return folder
