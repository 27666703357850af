"""A source that a person names → its records in the one shape: the front door of everything that is read.

In: a file, a folder or an address. Out: a `Reading`: the form that was recognised, how far it is, and the records one by one,
read while they are taken. `SourceFault` where something cannot be read: then nothing of it may be written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from localoffer.exchange.document import Document, document_at
from localoffer.exchange.fault import SourceFault
from localoffer.exchange.forms import recognise
from localoffer.exchange.forms.form import Given, Progress
from localoffer.exchange.forms.mapped import read_map
from localoffer.exchange.forms.suggest import suggest_map
from localoffer.exchange.notdata import refuse_other_kinds
from localoffer.exchange.packed import ENDINGS, check_together, documents_in
from localoffer.exchange.shape import Incoming

Fetch = Callable[[str], Document]
"""Fetches one address; SourceFault where it cannot be had. The real one: `fetch.Fetcher(…).get`."""
MOST_MAP = 1024 * 1024


@dataclass(frozen=True)
class Reading:
    """What is being read. `form`: its id; `says`: its name in a sentence. `progress` is kept up while records are taken."""

    form: str
    says: str
    progress: Progress
    records: Iterator[Incoming]


def read_source(
    source: str,
    *,
    fetch: Fetch | None = None,
    form: str | None = None,
    mapping: Mapping[str, Any] | None = None,
    today: date | None = None,
) -> Reading:
    """Begin to read. `form`: its id, where a person says it; `mapping`: which column is which, for a table of no known form;
    `today`: for records that are to be seen from one day to another."""
    given = open_source(source, fetch, mapping)
    given.today = today
    found = recognise(given, form or "")
    return Reading(found.id, found.says, given.progress, found.read(given))


def open_source(source: str, fetch: Fetch | None = None, mapping: Mapping[str, Any] | None = None) -> Given:
    """What lies there, before anything is said about its form."""
    if is_address(source):
        if fetch is None:
            raise SourceFault(f"{source} is an address, and nothing may be fetched here.", "give a file or a folder.")
        first = fetch(source)
        packed = documents_in(first)
        return Given(source, packed or (first,), None if packed else fetch, mapping)
    path = Path(source)
    if path.is_dir():
        return Given(source, _files_in(path), None, mapping)
    if not path.is_file():
        raise SourceFault(
            f"{source} is not there.", "check the name of the file or folder, or begin an address with https://."
        )
    document = document_at(path, source)
    return Given(source, documents_in(document) or (document,), None, mapping)


def propose_map(source: str, fetch: Fetch | None = None) -> str:
    """The text of a map for a table of no known form: for a person to read and to change."""
    given = open_source(source, fetch)
    refuse_other_kinds(given.first)
    if len(given.columns) < 2:
        raise SourceFault(
            f"{source} is no table with columns, so that there is nothing to map.", "run it without --suggest."
        )
    return suggest_map(given.first)


def map_at(path: Path) -> dict[str, str]:
    """The map in a file that a person has written."""
    return read_map(document_at(path).read(MOST_MAP).decode("utf-8", errors="replace"), path.as_posix())


def is_address(source: str) -> bool:
    """True for what is asked for in the network."""
    return source.lower().startswith(("http://", "https://"))


def _files_in(folder: Path) -> tuple[Document, ...]:
    """Every file of data in a folder and the folders in it, in a settled order; links that lead out of it are not followed."""
    paths = [path for path in sorted(folder.rglob("*")) if _is_data(path, folder)]
    check_together(folder.as_posix(), [path.stat().st_size for path in paths])
    if not paths:
        raise SourceFault(f"{folder} holds no file of data: {', '.join(ENDINGS)}.", "give the folder of the data.")
    return tuple(document_at(path, path.as_posix()) for path in paths)


def _is_data(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    if hidden or path.suffix.lower() not in ENDINGS or not path.is_file():
        return False
    return path.resolve().is_relative_to(folder.resolve())
