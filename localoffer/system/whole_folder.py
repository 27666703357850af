"""A folder of files that is written as a whole: the old ones or the new ones, and never a file of somebody else taken away.

In: a folder, and paths with their text. Out: the folder. It carries a note by which it is known again as ours.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

from localoffer.system.failures import CannotRun

NOTE = ".written-by-localoffer"


def write_folder(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    """Write all files in the place of those that were written before; how many there are."""
    if folder.exists() and not folder.is_dir():
        raise CannotRun(f"{folder} is a file.", "name a folder.")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / NOTE).is_file():
        raise CannotRun(f"{folder} holds files that this command has not written.", "name an empty or a new folder.")
    coming, gone = (folder.with_name(f".{folder.name}.{word}") for word in ("coming", "gone"))
    try:
        count = _write(coming, files)
        shutil.rmtree(gone, ignore_errors=True)
        if folder.exists():
            folder.replace(gone)
        coming.replace(folder)
    except OSError as error:
        raise CannotRun(f"{folder} cannot be written: {error.strerror or error}.", "name another folder.") from None
    finally:
        shutil.rmtree(coming, ignore_errors=True)
    shutil.rmtree(gone, ignore_errors=True)
    return count


def _write(folder: Path, files: Iterable[tuple[str, str]]) -> int:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    count = 0
    for name, text in files:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8"))
        count += 1
    (folder / NOTE).write_text("Written again as a whole each time: change nothing here.\n", encoding="utf-8")
    return count
