"""Look at thousands of pages, several at a time; a page that has not changed is not looked at again.

In: a folder of built pages. Out: page → its faults and facts, kept by what each page holds.
"""

from __future__ import annotations

import gzip
import json
import os
import sys
import zlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import brotli

from localoffer.audit.html.facts import PageFacts, facts_of
from localoffer.audit.html.page import Clues, PageView, frame_fault
from localoffer.audit.html.rules import COMPRESSED_STALE, RULES_OF_PAGES, page_faults
from localoffer.cache.digests import digest_of
from localoffer.cache.store import Room
from localoffer.rulebook import Fault, Rule
from localoffer.system.carried import TOOL
from localoffer.system.failures import CannotRun
from localoffer.system.programs import Ended, run_program

Row = dict[str, Any]
FEW = 150
PATIENCE = 900
"""Seconds in which a program looks at its pages: it sees about 200 a second."""


@dataclass(frozen=True)
class Look:
    """What one look at a page found."""

    faults: list[tuple[Rule, Fault]]
    facts: PageFacts


def look_at_pages(
    folder: Path, addresses: Sequence[str], *, base: str, cache: Path | None, processors: int
) -> dict[str, Look]:
    """Each page's look, from the store in the folder `cache` or anew."""
    room = Room(cache, "looks")
    keys = {address: _key(folder / address, address, base) for address in addresses}
    rows = {address: row for address, key in keys.items() if (row := room.load(key))}
    for address, row in _look_anew(folder, [name for name in addresses if name not in rows], base, processors):
        rows[address] = row
        room.keep(keys[address], row)
    room.prune_and_close()
    return {address: _look_of(rows[address]) for address in addresses}


def _key(file: Path, address: str, base: str) -> str:
    """A page's address and content, and the state of its compressed forms."""
    states = []
    for ending in (".gz", ".br"):
        try:
            state = os.stat(f"{file}{ending}")  # noqa: PTH116 - thousands of files
            states.append(f"{state.st_size} {state.st_mtime_ns}")
        except OSError:
            states.append("")
    return digest_of(file.read_bytes(), address, base, *states)


def _look_anew(folder: Path, addresses: list[str], base: str, processors: int) -> list[tuple[str, Row]]:
    """A few pages here; many in programs of our own beside each other, whatever program this is part of."""
    if len(addresses) <= FEW or processors < 2:
        return [(address, look_at(folder, address, base)) for address in addresses]
    batches = [addresses[start::processors] for start in range(processors)]
    with ThreadPoolExecutor(processors) as pool:
        found = pool.map(lambda batch: _look_beside(folder, batch, base), batches)
        return [row for rows in found for row in rows]


_WORK = "from localoffer.audit.html.runner import work; work()"


def _look_beside(folder: Path, batch: list[str], base: str) -> list[tuple[str, Row]]:
    job = json.dumps({"folder": str(folder), "pages": batch, "base": base})
    environment = {"PYTHONPATH": str(TOOL), "PYTHONUTF8": "1"}
    done = run_program([sys.executable, "-c", _WORK], PATIENCE, given=job, environment=environment)
    if done.code is None:
        raise CannotRun(f"The check of {len(batch)} pages did not end within {PATIENCE // 60} minutes.")
    try:
        rows = json.loads(done.output)
    except ValueError:
        rows = {}
    if done.code or set(rows) != set(batch):
        raise CannotRun(f"The check of {len(batch)} pages stopped: {Ended(done.code, errors=done.errors).last_line}")
    return list(rows.items())


def work() -> None:
    """One program beside others: pages to look at come in as JSON, what was found goes out as JSON."""
    job = json.load(sys.stdin)
    rows = {address: look_at(Path(job["folder"]), address, job["base"]) for address in job["pages"]}
    json.dump(rows, sys.stdout)


def look_at(folder: Path, address: str, base: str = "/") -> Row:
    """One page's faults and facts as plain lists."""
    file = folder / address
    raw = file.read_text(encoding="utf-8", errors="replace")
    page = PageView(raw, address)
    found = (*page_faults(page), *_stale_forms(file))
    faults = [(rule.id, (fault.message, fault.fix, tuple(fault.where), fault.severity)) for rule, fault in found]
    return {"faults": faults, "facts": facts_of(page, base).as_row()}


def _stale_forms(file: Path) -> Iterator[tuple[Rule, Fault]]:
    """The compressed forms of a page hold the same page."""
    for ending, unpack in ((".gz", gzip.decompress), (".br", brotli.decompress)):
        form = Path(f"{file}{ending}")
        if form.is_file():
            try:
                is_same = unpack(form.read_bytes()) == file.read_bytes()
            except (OSError, EOFError, zlib.error, brotli.error):
                is_same = False
            if not is_same:
                message = f"the compressed form {ending} of the page is not the page itself"
                yield COMPRESSED_STALE, frame_fault(message, "build the site anew: python build.py build --clean")


def _look_of(row: Row) -> Look:
    faults = [
        (RULES_OF_PAGES[rule], Fault(message, fix, Clues(tuple(where[0]), *where[1:]), severity))
        for rule, (message, fix, where, severity) in row["faults"]
    ]
    return Look(faults, PageFacts(**row["facts"]))
