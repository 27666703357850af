"""The tiny council to break, for every test that needs one."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from localoffer.cache.store import NAME
from localoffer.catalogue import Catalogue, read_catalogue
from localoffer.check import check_offer
from localoffer.findings import Finding

SITE = Path(__file__).parent / "council"
TODAY = date(2026, 11, 22)
CLUB = "providers/marl-trust/saturday-club.yml"


def copy_site(folder: Path, *, is_known: bool = True) -> Path:
    """The tiny council in a folder of its own. `is_known`: what was read of it is kept there, as after an earlier run of the
    commands: tests/catalogue/test_cache.py shows that this changes nothing, and reading it is most of what a test costs."""
    root = Path(shutil.copytree(SITE, folder / "site", ignore=shutil.ignore_patterns("build")))
    if is_known:
        kept(root).mkdir(parents=True)
        (kept(root) / NAME).write_bytes(_as_read())
    return root


def kept(root: Path) -> Path:
    """Where the commands keep what they read of an offer."""
    return root / "build" / "cache"


@cache
def tiny_council() -> tuple[Catalogue | None, list[Finding]]:
    """The tiny council as it is, read once for all tests that change nothing of it, and what is found there."""
    return read_catalogue(SITE, TODAY)


@cache
def _as_read() -> bytes:
    with TemporaryDirectory() as folder:
        root = copy_site(Path(folder), is_known=False)
        check_offer(root, TODAY, cache=kept(root))
        return (kept(root) / NAME).read_bytes()


class LentSite:
    """One copy of the tiny council for many tests: each may break it, and it is put right before the next.

    Copying and reading forty files for each of a thousand tests would be most of their cost. What was read of the files
    that a test left alone is kept below build/cache, as it is between runs of the commands (tests/catalogue/test_cache.py
    shows that this changes nothing). Tests of what is kept or published have a copy of their own.
    """

    def __init__(self, folder: Path) -> None:
        self.root = copy_site(folder)
        self.kept = kept(self.root)
        self.good = {
            path: path.read_bytes() for path in self.root.rglob("*") if path.is_file() and self.kept not in path.parents
        }
        self.states = self._states()

    def read(self) -> tuple[Catalogue | None, list[Finding]]:
        return read_catalogue(self.root, TODAY, cache=self.kept)

    def check(self) -> list[Finding]:
        return check_offer(self.root, TODAY, cache=self.kept)[1]

    def mend(self) -> None:
        now = self._states()
        if now == self.states:
            return
        for path, state in sorted(now.items() - self.states.items(), reverse=True):
            if state[:2] != self.states.get(path, ())[:2]:  # else it is the same file, with other bytes in it
                _remove(path)
        for path, state in self.states.items():
            if now.get(path) != state or not path.exists():
                path.mkdir() if path not in self.good else path.write_bytes(self.good[path])
        self.states = self._states()

    def _states(self) -> dict[Path, tuple[int, ...]]:
        return dict(_states(self.root, self.kept))


def _states(folder: Path, passed_over: Path) -> Iterator[tuple[Path, tuple[int, ...]]]:
    """Each file and folder; a folder before what is in it."""
    for found in os.scandir(folder):
        state = found.stat(follow_symlinks=False)
        path = Path(found.path)
        if found.is_dir(follow_symlinks=False):
            yield path, (state.st_mode, state.st_ino)
            if path != passed_over:
                yield from _states(path, passed_over)
        else:
            yield path, (state.st_mode, state.st_ino, state.st_size, state.st_mtime_ns, state.st_ctime_ns)


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    elif path.is_symlink() or path.exists():
        path.unlink()
