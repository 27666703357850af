"""The one key of everything that is kept: this package and every library installed beside it.

In: the files of the package and of schema/, the folders Python imports from. Out: a digest. Nobody keeps a list of what judges a listing or
draws a page: with any other code, or any other version of any library, nothing kept is used.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from localoffer.cache.digests import digest_of
from localoffer.system.carried import PACKAGE, carried

NO_CODE = frozenset({str(PACKAGE / "national"), str(PACKAGE / "rulebook" / "samples"), "__pycache__"})
"""Folders that judge nothing and draw nothing. The pages and lists that come with the package are read like a council's own, and
kept by what they say; the samples of rules are read by tests and by whoever writes the manual."""


@cache
def made_by() -> str:
    """The digest of the code that runs, of Python and of all libraries it can import."""
    return digest_of(sys.version, *_contents(PACKAGE), *_contents(carried("schema")), *installed(sys.path))


def installed(folders: Iterable[str]) -> list[str]:
    """`name-version` of every distribution in these folders, by the names of their metadata folders; none is opened."""
    return sorted({name for folder in folders for name in _names(folder) if name.endswith((".dist-info", ".egg-info"))})


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder or ".")  # noqa: PTH208 - names only
    except OSError:
        return []


def _contents(folder: Path) -> Iterator[str | bytes]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if NO_CODE.isdisjoint((name, f"{place}/{name}")))
        for name in sorted(names):
            path = Path(place, name)
            if path.is_file():  # an editor may leave links to nowhere
                yield path.relative_to(folder).as_posix()
                yield path.read_bytes()
