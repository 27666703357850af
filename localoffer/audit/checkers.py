"""Run a checker of other people on every page: `html_validate`, `nu_checker`.

In: an audit and a `Checker`. Out: findings at the source. Each batch holds one page that is wrong on purpose: a checker
that does not complain about it has not looked, and that is a failure, never a pass. A page whose bytes a checker has seen
is not given to it again.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from localoffer.audit.context import Audit
from localoffer.audit.rules import OTHER_TOOLS_BY_ID
from localoffer.audit.sources import clues_at
from localoffer.cache.digests import digest_of
from localoffer.cache.store import read_note, write_note
from localoffer.findings import Finding, count
from localoffer.system.failures import CannotRun, ToolMissing
from localoffer.system.programs import Run, run_program

BATCH, PATIENCE = 1500, 600
CANARY = "wrong-on-purpose.html"
CANARY_PAGE = (
    '<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>Wrong on purpose</title></head>'
    '<body><p id="twice">One</p><p id="twice">Two</p></body></html>\n'
)


class Complaint(NamedTuple):
    """What a checker says of one page."""

    severity: str
    rule: str
    message: str
    line: int


@dataclass(frozen=True)
class Checker:
    """A program of other people: how to call it for a folder of pages, and how to read what it says."""

    name: str
    prefix: str
    program: str
    needs: Path
    install: str
    command: Callable[[Path, list[Path]], list[str]]
    read: Callable[[str, Path], dict[str, list[Complaint]]]
    settings: str = ""


def audit_by(
    checker: Checker, audit: Audit, *, run: Run = run_program, which: Callable[[str], str | None] = shutil.which
) -> list[Finding]:
    """One checker on every page that it has not passed before."""
    _check_installed(checker, which)
    note = f"audit-{checker.prefix}"
    state = checker.needs.stat()
    version = digest_of(checker.settings, f"{state.st_size} {state.st_mtime_ns}")
    known = read_note(audit.cache, note)
    rows: dict[str, Any] = known.get("pages", {}) if known.get("version") == version else {}
    files = sorted(audit.site.rglob("*.html"))
    pages = {path.relative_to(audit.site).as_posix(): digest_of(path.read_bytes()) for path in files}
    fresh = [address for address, key in pages.items() if rows.get(address, [""])[0] != key]
    with audit.progress(f"Checking {count(len(fresh), 'page')} with {checker.name}"):
        complaints = _look(checker, audit, fresh, run)
    kept = {address: rows[address] for address in pages if address in rows and address not in complaints}
    kept |= {address: [pages[address], [tuple(one) for one in said]] for address, said in complaints.items()}
    write_note(audit.cache, note, {"version": version, "pages": kept})
    name = f"{checker.name[:1].upper()}{checker.name[1:]}"
    audit.say(f"{name}: {count(len(pages), 'page')}, {len(fresh)} of them looked at now.")
    return [found for address in sorted(kept) for found in _findings(checker, audit, address, kept[address][1])]


def _check_installed(checker: Checker, which: Callable[[str], str | None]) -> None:
    if which(checker.program) is None:
        raise ToolMissing(f"{checker.name} needs {checker.program}, which is not installed here.", checker.install)
    if not checker.needs.is_file():
        raise ToolMissing(f"{checker.name} is not installed here.", checker.install)


def _look(checker: Checker, audit: Audit, addresses: Sequence[str], run: Run) -> dict[str, list[Complaint]]:
    size = min(BATCH, max(1, -(-len(addresses) // audit.processors)))
    batches = [addresses[start : start + size] for start in range(0, len(addresses), size)]
    found: dict[str, list[Complaint]] = {}
    with ThreadPoolExecutor(audit.processors) as pool:
        for said in pool.map(lambda batch: _look_at_batch(checker, audit.site, batch, run), batches):
            found |= said
    return found


def _look_at_batch(checker: Checker, site: Path, addresses: Sequence[str], run: Run) -> dict[str, list[Complaint]]:
    with TemporaryDirectory(prefix="localoffer-") as place:
        folder = Path(place).resolve()
        files = _copy(checker, site, addresses, folder)
        output = _run(checker, folder, files, run)
    said = {path.removeprefix(f"{folder.as_posix()}/"): complaints for path, complaints in output.items()}
    if not said.pop(CANARY, None):
        raise CannotRun(f"{checker.name} said nothing about a page that is wrong on purpose, so it has not looked.")
    if strays := said.keys() - set(addresses):
        raise CannotRun(f"{checker.name} spoke of a page it was not asked about: {min(strays)}.")
    return {address: said.get(address, []) for address in addresses}


_STYLE = re.compile(r"<style>.*?</style>", re.DOTALL)


def _copy(checker: Checker, site: Path, addresses: Sequence[str], folder: Path) -> list[Path]:
    """The pages in a folder of their own. A stylesheet that many pages share need be read only once."""
    seen: set[str] = set()
    files = [folder / CANARY]
    files[0].write_text(CANARY_PAGE, encoding="utf-8")
    (folder / ".htmlvalidate.json").write_text(checker.settings or "{}", encoding="utf-8")

    def once(match: re.Match[str]) -> str:
        if match[0] in seen:
            return "<style></style>"
        seen.add(match[0])
        return match[0]

    for address in addresses:
        text = (site / address).read_text(encoding="utf-8", errors="replace")
        target = folder / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(_STYLE.sub(once, text), encoding="utf-8")
        files.append(target)
    return files


def _run(checker: Checker, folder: Path, files: list[Path], run: Run) -> dict[str, list[Complaint]]:
    try:
        done = run(checker.command(folder, files), PATIENCE, folder=folder)
    except ToolMissing as reason:
        raise ToolMissing(f"{checker.name} could not be started.", checker.install) from reason
    if done.code is None:
        raise CannotRun(f"{checker.name} did not end within {PATIENCE // 60} minutes.")
    try:
        return checker.read(done.errors, folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise CannotRun(
            f"{checker.name} stopped with code {done.code} and gave no result. It said: {done.last_line[:200]}"
        ) from None


def _findings(checker: Checker, audit: Audit, address: str, said: list[Any]) -> Iterator[Finding]:
    if not said:
        return
    lines = (audit.site / address).read_text(encoding="utf-8", errors="replace").splitlines()
    for complaint in (Complaint(*row) for row in said):
        clues, in_frame = clues_at(lines, complaint.line)
        place = audit.sources.place(address, clues, in_frame)
        rule = OTHER_TOOLS_BY_ID[checker.prefix].named(complaint.rule)
        where = f" (line {complaint.line} of /{address})" if place[0].startswith("build/") else ""
        fix = f"{checker.name} found this in /{address}, line {complaint.line}."
        fix = "put it right in the theme." if in_frame else fix
        yield rule.finding(place[0], complaint.message + where, fix, place[1:], complaint.severity)
