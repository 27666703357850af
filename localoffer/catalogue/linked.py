"""Folders and files of an offer that are only pointers (symbolic links): said where they stand, never followed out.

In: the root. Out: findings. Files that are read say so themselves (`yamlfile.source`); here stand the ones nothing reads.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from localoffer.findings import Finding
from localoffer.yamlfile.rules import FILE_OUTSIDE
from localoffer.yamlfile.source import OUTSIDE, relative_name

READ = ("providers", "content")


def check_linked(root: Path) -> Iterator[Finding]:
    """A folder or file of an offer lies in the offer itself: it is no pointer to a place outside, or to nothing."""
    for name in READ:
        for pointer in _pointers(root / name):
            yield from _check_one(pointer, root)


def _pointers(place: Path) -> Iterator[Path]:
    """Every link in a folder, and the folder itself if it is one; links to folders are not followed."""
    if place.is_symlink():
        yield place
    waiting = [os.fspath(place)]
    while waiting:
        with suppress(OSError), os.scandir(waiting.pop()) as found:
            for each in sorted(found, key=lambda each: each.name):
                if each.is_symlink():
                    yield Path(each.path)
                elif each.is_dir():
                    waiting.append(each.path)


def leads_out(path: Path, root: Path) -> bool:
    """True for a link that leads out of the offer, or nowhere."""
    try:
        return path.is_symlink() and not path.resolve(strict=True).is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return True


def _check_one(path: Path, root: Path) -> Iterator[Finding]:
    if path.suffix in (".yml", ".md", ".csv"):
        return
    name = relative_name(path, root)
    if leads_out(path, root):
        what = "folder" if path.is_dir() else "file"
        yield FILE_OUTSIDE.finding(name, OUTSIDE.format(what), f"put the {what} itself here.")
    elif path.is_dir():
        message = "this folder is only a pointer to another folder of the offer; what is in it would not be seen here"
        yield FILE_OUTSIDE.finding(name, message, "put the folder itself here, or take the pointer out.")
