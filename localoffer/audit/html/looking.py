"""Look at thousands of pages, several at a time; a page that has not changed is not looked at again.

In: a folder of built pages. Out: page → its faults and facts. The cache is one JSON file, keyed by what each page holds
and by the code of the checks.
"""

from __future__ import annotations

import gzip
import json
import os
import zlib
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import brotli

from localoffer.audit.html.facts import PageFacts, facts_of
from localoffer.audit.html.page import Fault, PageView
from localoffer.audit.html.rules import page_faults
from localoffer.findings import ERROR
from localoffer.site.digests import digest_of, write_note

Row = dict[str, Any]
FEW, BATCH = 60, 100
PACKAGE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Look:
    """What one look at a page found."""

    faults: list[tuple[str, str, Fault]]
    facts: PageFacts


def look_at_pages(folder: Path, addresses: Sequence[str], *, base: str, cache: Path | None, processors: int) -> dict[str, Look]:
    """Each page's look, from the cache or anew."""
    version = digest_of(_code_version(), base)
    known = _read(cache, version)
    keys = {address: _key(folder / address) for address in addresses}
    rows = {address: known[address] for address in addresses if known.get(address, {}).get("key") == keys[address]}
    fresh = [address for address in addresses if address not in rows]
    for address, row in _look_anew(folder, fresh, base, processors):
        rows[address] = {**row, "key": keys[address]}
    if cache and (fresh or known.keys() != rows.keys()):
        write_note(cache, {"version": version, "pages": rows})
    return {address: _look_of(rows[address]) for address in addresses}


@lru_cache(maxsize=1)
def _code_version() -> str:
    files = [*sorted((PACKAGE / "audit" / "html").glob("*.py")), *sorted((PACKAGE / "alttext").glob("*.py")), PACKAGE / "records" / "markdown.py"]
    return digest_of(*(file.read_bytes() for file in files))


def _read(cache: Path | None, version: str) -> dict[str, Row]:
    try:
        note = json.loads(cache.read_bytes()) if cache else {}
    except (OSError, ValueError):
        return {}
    is_ours = isinstance(note, dict) and note.get("version") == version
    pages = note.get("pages") if is_ours else None
    return pages if isinstance(pages, dict) else {}


def _key(file: Path) -> str:
    """A page's content, and the state of its compressed forms."""
    states = []
    for ending in (".gz", ".br"):
        try:
            state = os.stat(f"{file}{ending}")  # noqa: PTH116 - thousands of files
            states.append(f"{state.st_size} {state.st_mtime_ns}")
        except OSError:
            states.append("")
    return blake2b(file.read_bytes() + " ".join(states).encode(), digest_size=16).hexdigest()


def _look_anew(folder: Path, addresses: list[str], base: str, processors: int) -> list[tuple[str, Row]]:
    if len(addresses) <= FEW or processors < 2:
        return [(address, look_at(folder, address, base)) for address in addresses]
    batches = [addresses[start : start + BATCH] for start in range(0, len(addresses), BATCH)]
    with ProcessPoolExecutor(processors, mp_context=get_context("forkserver" if os.name != "nt" else "spawn")) as pool:
        found = pool.map(_look_at_batch, [(str(folder), batch, base) for batch in batches])
        return [row for rows in found for row in rows]


def _look_at_batch(job: tuple[str, list[str], str]) -> list[tuple[str, Row]]:
    folder, addresses, base = job
    return [(address, look_at(Path(folder), address, base)) for address in addresses]


def look_at(folder: Path, address: str, base: str = "/") -> Row:
    """One page's faults and facts as plain lists."""
    file = folder / address
    raw = file.read_text(encoding="utf-8", errors="replace")
    page = PageView(raw, address)
    faults = [*page_faults(page), *_stale_forms(file)]
    return {"faults": faults, "facts": facts_of(page, base).as_row()}


def _stale_forms(file: Path) -> list[tuple[str, str, Fault]]:
    """The compressed forms of a page hold the same page."""
    found = []
    for ending, unpack in ((".gz", gzip.decompress), (".br", brotli.decompress)):
        form = Path(f"{file}{ending}")
        if form.is_file():
            try:
                is_same = unpack(form.read_bytes()) == file.read_bytes()
            except (OSError, EOFError, zlib.error, brotli.error):
                is_same = False
            if not is_same:
                fault = Fault(f"the compressed form {ending} of the page is not the page itself", "build the site anew: python build.py build --clean", (), True)
                found.append(("compressed-stale", ERROR, fault))
    return found


def _look_of(row: Row) -> Look:
    faults = [(rule, severity, Fault(said[0], said[1], tuple(said[2]), said[3])) for rule, severity, said in row["faults"]]
    return Look(faults, PageFacts(**row["facts"]))
