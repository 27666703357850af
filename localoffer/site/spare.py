"""Make the folder of the next build ready while nobody waits, so that the first edit links nothing (see `swap`).

In: the build's folders. Out: the published site once more, as links, under the number before it, with its note.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from localoffer.cache.store import read_note, write_note
from localoffer.site.lock import only_build
from localoffer.site.stage import files_in
from localoffer.site.swap import current_site, note_of, spare_site
from localoffer.system.folders import Folders


def prepare_spare(places: Folders, is_in_the_way: Callable[[], bool]) -> None:
    """Make a site before the published one, unless there is one. Stops when `is_in_the_way`: a build waits for the lock.

    The note is written last: a folder without a note is never used. Raises BuildFailed when a build runs.
    """
    if spare_site(places):
        return
    with only_build(places):
        published = current_site(places)
        note = read_note(places.cache, note_of(published)) if published else {}
        if published is None or not note or spare_site(places):
            return
        scratch = places.sites / f"next-{os.getpid()}"
        shutil.rmtree(scratch, ignore_errors=True)
        if _link_all(published, scratch, is_in_the_way):
            spare = scratch.rename(places.sites / f"{int(published.name) - 1:06d}")
            write_note(places.cache, note_of(spare), note)


def _link_all(folder: Path, target: Path, is_in_the_way: Callable[[], bool]) -> bool:
    """True when every file of the folder is linked; what was begun is removed by the next build."""
    there: set[str] = set()
    for path in sorted(files_in(folder)):
        if is_in_the_way():
            return False
        place = os.path.dirname(path)  # noqa: PTH120 - thousands of paths
        if place not in there:
            (target / place).mkdir(parents=True, exist_ok=True)
            there.add(place)
        os.link(folder / path, target / path)
    return True
