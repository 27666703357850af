"""Write the Markdown pages and static files for MkDocs, touching only what changed.

In: (path, content) pairs; content is text, bytes or a file to copy. Out: build/docs, and what changed in it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from localoffer.cache.digests import digest_of
from localoffer.cache.store import forget_notes, read_note, write_note
from localoffer.system.failures import BuildFailed


@dataclass(frozen=True)
class Same:
    """What was staged before: its digest then, and how to make it again should it be gone."""

    digest: str
    make: Callable[[], str | bytes]


Made = str | bytes | Path
Content = Made | Same


@dataclass(frozen=True)
class Staged:
    """What lies in the folder now: path → digest, and what this call wrote and removed."""

    digests: dict[str, str]
    changed: tuple[str, ...]
    removed: tuple[str, ...]


NOTE = "staged"


def stage(files: Iterable[tuple[str, Content]], docs: Path) -> Staged:
    """Make `docs` hold exactly `files`. The store in the folder `cache` beside it remembers their digests."""
    cache = docs.parent / "cache"
    docs.mkdir(parents=True, exist_ok=True)
    present, before = files_in(docs), read_note(cache, NOTE)
    before = {path: digest for path, digest in before.items() if path in present}
    digests: dict[str, str] = {}
    changed: list[str] = []
    folders: set[str] = set()
    for path, content in files:
        _check_path(path, digests)
        if isinstance(content, Same):
            if before.get(path) == content.digest:
                digests[path] = content.digest
                continue
            content = content.make()
        digest = digests[path] = _digest(content)
        if before.get(path) != digest:
            if not changed:
                forget_notes(cache, [NOTE])
            changed.append(path)
            if path in present:
                (docs / path).unlink()
            elif (folder := os.path.dirname(path)) not in folders:  # noqa: PTH120 - thousands of paths
                (docs / folder).mkdir(parents=True, exist_ok=True)
                folders.add(folder)
            _write(f"{docs}/{path}", content)
    removed = tuple(sorted(present - digests.keys()))
    for path in removed:
        (docs / path).unlink()
        remove_empty_folders((docs / path).parent, docs)
    if changed or removed or before != digests:
        write_note(cache, NOTE, digests)
    return Staged(digests, tuple(changed), removed)


def _check_path(path: str, taken: dict[str, str]) -> None:
    if path.startswith("/") or "\\" in path or not path.strip("./") or ".." in path.split("/"):
        raise BuildFailed(f"A page would be written outside the site: {path!r}.", "please report this as a fault.")
    if path in taken:
        raise BuildFailed(f"Two pages want the same address, {path}.", "give one of the two another file name.")


def files_in(folder: Path) -> set[str]:
    """Every file below a folder, as posix paths from it."""
    start = len(os.fspath(folder)) + 1
    return {f"{place}/{name}"[start:] for place, _, names in os.walk(folder) for name in names}


def _digest(content: Made) -> str:
    if isinstance(content, Path):
        try:
            return digest_of(content.read_bytes())
        except OSError:
            raise BuildFailed(f"{content} cannot be read.", "check that the file is there and may be read.") from None
    return digest_of(content)


def _write(target: str, content: Made) -> None:
    """A new file each time: an old one may be linked from a batch of a build that still runs."""
    if isinstance(content, Path):
        shutil.copyfile(content, target)
        return
    with open(target, "xb") as file:  # noqa: PTH123 - thousands of files
        file.write(content.encode("utf-8") if isinstance(content, str) else content)


def remove_empty_folders(folder: Path, stop: Path) -> None:
    """Remove a folder that holds nothing any more, and those above it, up to `stop`."""
    while folder != stop:
        try:
            folder.rmdir()
        except OSError:
            return
        folder = folder.parent
