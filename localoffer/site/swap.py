"""Publish a finished folder in one step, and clear away what no build needs any more.

In: a complete new folder in build/sites. Out: build/site leads to it; the one before it is kept, and becomes the folder
of the next build: what is the same in both need not be written or removed again.
"""

from __future__ import annotations

import os
import shutil
import threading
from pathlib import Path
from uuid import uuid4

from localoffer.cache.store import forget_notes, names_of_notes
from localoffer.system.folders import Folders

KEPT = 2
NOTE = "site-"
"""What the note on a site is called: this, then the name of its folder."""


def note_of(folder: Path) -> str:
    """The name of the note that says what lies in a site."""
    return f"{NOTE}{folder.name}"


def new_site(places: Folders, spare: Path | None = None) -> Path:
    """A folder with the next number: `spare` under a new name, or an empty one. A killed build's is removed first."""
    remove_strays(places)
    numbers = [int(folder.name) for folder in places.sites.iterdir() if folder.name.isdecimal()]
    folder = places.sites / f"{max(numbers, default=0) + 1:06d}"
    if spare:
        spare.rename(folder)
    else:
        folder.mkdir()
    return folder


def spare_site(places: Folders) -> Path | None:
    """The site before the published one, which nobody is sent to any more."""
    published = current_site(places)
    older = _older(places, published) if published else []
    return places.sites / older[-1] if older else None


def _older(places: Folders, published: Path) -> list[str]:
    """The names of the sites before the published one, in order."""
    return sorted(f.name for f in places.sites.iterdir() if f.name.isdecimal() and int(f.name) < int(published.name))


def current_site(places: Folders) -> Path | None:
    """The folder that is published now, or None when there is none (or it is none of ours)."""
    if not places.site.is_symlink():
        return None
    target = places.site.resolve()
    return target if target.parent == places.sites.resolve() and target.is_dir() else None


def swap_in(places: Folders, folder: Path) -> None:
    """Make build/site lead to `folder`: readers see the old site or the new one, never a mixture."""
    if places.site.exists() and not places.site.is_symlink():
        places.site.rename(places.sites / f"replaced-{os.getpid()}")
    link = places.build / f".site-{os.getpid()}"
    link.unlink(missing_ok=True)
    link.symlink_to(os.path.relpath(folder, places.build), target_is_directory=True)
    link.replace(places.site)
    remove_strays(places)


def remove_strays(places: Folders) -> None:
    """Keep the published site and the one before it; remove every other folder and old scratch."""
    published = current_site(places)
    kept = {*_older(places, published)[1 - KEPT :], published.name} if published else set()
    going = f".going-{os.getpid()}-"
    strays = [
        folder for folder in places.sites.iterdir() if folder.name not in kept and not folder.name.startswith(going)
    ]
    _remove([folder.rename(places.sites / f"{going}{uuid4().hex}") for folder in strays])
    notes = [name for name in names_of_notes(places.cache) if name.startswith(NOTE)]
    if stray := [name for name in notes if name.removeprefix(NOTE) not in kept]:
        forget_notes(places.cache, stray)
    indexing = f"{os.getpid()}-search-"
    _remove([scratch for scratch in places.work.iterdir() if not scratch.name.startswith(indexing)])


def _remove(folders: list[Path]) -> None:
    """Remove on the side: ten thousand folders take a second or two, and nobody need wait for them. Their names are
    theirs alone: a site that is made meanwhile is never taken for one of them.

    What is left when the program ends first is removed by the next build.
    """

    def remove() -> None:
        for folder in folders:
            shutil.rmtree(folder, ignore_errors=True)

    if folders:
        threading.Thread(target=remove, daemon=True).start()
