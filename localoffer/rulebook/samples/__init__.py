"""Faults as data: ONE change to a good offer, the rule it breaks, and what is then shown.

In: the tables in `faults` and `whole`, and the good offer in `site`, a tiny council. Out: a broken copy.
The tests and the published pages read the same tables, so the pages cannot say what is not so. The
site with faults for rules of built pages is `bad_site`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).resolve().parent
SITE = HERE / "site"
FAULTS = HERE / "faults"
"""Tables of what one file, or the records together, show."""
WHOLE = HERE / "whole"
"""Tables of what only a whole offer, checked by people once, shows."""
LISTING = "providers/marl-trust/saturday-club.yml"
TODAY = date(2026, 11, 22)


@dataclass(frozen=True)
class Sample:
    """One fault of the tables."""

    rule: str
    find: str = ""
    put: str = ""
    file: str = LISTING
    found_in: str = ""
    at: str = ""
    says: str = ""
    severity: str = "error"
    beside: tuple[str, ...] = ()  # rules that this change must break as well
    whole: str | None = None  # the whole new text of the file
    encoding: str = "utf-8"
    times: int = 1  # how often the new text stands there
    rename: str = ""
    remove: bool = False
    link_to: str = ""

    @property
    def place(self) -> str:
        """The file the finding stands in."""
        return self.found_in or self.rename or self.file


def load_samples(folder: Path) -> list[Sample]:
    """Every sample of the tables, in order."""
    return [_sample(row) for path in sorted(folder.glob("*.yml")) for row in _rows(path)]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    yield from yaml.load(path.read_text(encoding="utf-8"), getattr(yaml, "CSafeLoader", yaml.SafeLoader))  # noqa: S506


def _sample(row: dict[str, Any]) -> Sample:
    return Sample(**{**row, "beside": tuple(row.get("beside", ()))})


def copy_offer(folder: Path, offer: Path = SITE) -> Path:
    """The good offer, or another, in a folder of its own."""
    return Path(shutil.copytree(offer, folder / "offer", ignore=shutil.ignore_patterns("build")))


def break_offer(root: Path, sample: Sample) -> None:
    """Make the one change."""
    path = root / sample.file
    if sample.remove or sample.link_to or sample.rename:
        _move(root, path, sample)
        return
    good = path.read_text(encoding="utf-8") if path.is_file() else ""
    if sample.whole is None and sample.find not in good:
        raise LookupError(f"{sample.file} does not say {sample.find!r}")
    bad = good.replace(sample.find, sample.put, 1) if sample.whole is None else sample.whole * sample.times
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(bad.encode(sample.encoding))


@contextmanager
def broken(root: Path, good: Path, sample: Sample) -> Iterator[Path]:
    """A copy of the good offer with the one change in it, which is taken back afterwards."""
    break_offer(root, sample)
    try:
        yield root
    finally:
        for name in filter(None, (sample.rename, sample.file)):
            _put_right(root / name, good / name)


def _put_right(path: Path, good: Path) -> None:
    path.unlink(missing_ok=True)
    if good.is_file():
        shutil.copyfile(good, path)
    while not good.parent.exists():  # a folder that the change has made
        path, good = path.parent, good.parent
        path.rmdir()


def _move(root: Path, path: Path, sample: Sample) -> None:
    if sample.rename:
        (root / sample.rename).parent.mkdir(parents=True, exist_ok=True)
        path.rename(root / sample.rename)
        return
    path.unlink()
    if sample.link_to:
        path.symlink_to(sample.link_to)
