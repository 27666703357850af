"""Two checkers of other people on every page: html-validate (Node) and the Nu checker (Java).

In: a finished site. Out: findings at the source. Each batch holds one page that is wrong on purpose: a checker that does
not complain about it has not looked, and that is a failure, never a pass. What a page holds decides whether it is looked
at again.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

from localoffer.audit.source_clues import clues_at
from localoffer.audit.sources import Sources
from localoffer.cache.digests import digest_of
from localoffer.cache.store import read_note, write_note
from localoffer.findings import ERROR, WARNING, Finding, count
from localoffer.system.failures import CannotRun, ToolMissing
from localoffer.system.folders import TOOL
from localoffer.system.processors import usable_processors

Run = Callable[..., "subprocess.CompletedProcess[str]"]
Progress = Callable[[str], AbstractContextManager[None]]
_HTML_VALIDATE = TOOL / "node_modules" / "html-validate" / "bin" / "html-validate.mjs"
_VNU = TOOL / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
BATCH, PATIENCE = 400, 600
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


# html-validate ----------------------------------------------------------------------------------------------------

#: Rules of html-validate we do not ask for, each with its reason.
HTML_VALIDATE: dict[str, Any] = {
    "root": True,
    "extends": ["html-validate:recommended"],
    "rules": {
        "long-title": "off",  # the site's name ends every title, and search engines cut titles as they like
        "tel-non-breaking": "off",  # the stylesheet keeps phone numbers in one line
        "no-inline-style": "off",  # our own rule style-attribute says it at the source
        "no-trailing-whitespace": "off",  # white space is no fault of a page
        "require-sri": "off",  # every script is the site's own
        "no-raw-characters": "off",  # HTML 5 allows them; the Nu checker finds those that matter
        "attribute-boolean-style": "off",
        "doctype-style": "off",
        "void-style": "off",
        "attr-quotes": "off",
        "valid-id": ["error", {"relaxed": True}],  # HTML 5 allows an id to begin with a digit
        "form-dup-name": ["error", {"shared": ["radio", "checkbox", "submit", "button", "reset"]}],  # groups of boxes
        "wcag/h32": "off",  # reading settings work at once and send nothing, so their form has no button to send
        "svg-focusable": "off",  # only Internet Explorer needed it
    },
}


RESULT = "result.json"
"""html-validate ends before a pipe has taken a long result, so it writes into a file."""


def _read_html_validate(_errors: str, folder: Path) -> dict[str, list[Complaint]]:
    found: dict[str, list[Complaint]] = {}
    for page in json.loads((folder / RESULT).read_text(encoding="utf-8")):
        found[Path(page["filePath"]).as_posix()] = [
            Complaint(ERROR if said["severity"] == 2 else WARNING, said["ruleId"], said["message"], said["line"])
            for said in page["messages"]
        ]
    return found


HTML_VALIDATOR = Checker(
    "html-validate",
    "html-validate",
    "node",
    _HTML_VALIDATE,
    "Install Node 20 or newer, then: npm ci --ignore-scripts",
    lambda folder, files: [
        "node",
        str(_HTML_VALIDATE),
        "--config",
        str(folder / ".htmlvalidate.json"),
        "--formatter",
        f"json={folder / RESULT}",
        *map(str, files),
    ],
    _read_html_validate,
    json.dumps(HTML_VALIDATE),
)

# The Nu checker ---------------------------------------------------------------------------------------------------

#: What the Nu checker says that is not so, each with its reason.
NOT_SO = (
    re.compile("Resource violates Content Security Policy"),  # it reads files, where 'self' means nothing
    re.compile("The first occurrence of ID"),  # the second half of another message
    re.compile(r"CSS: .*types are incompatible"),  # it cannot work out calc() with custom properties
    re.compile("CSS: .*“(?:@container|container-type)”"),  # it does not know CSS Containment Level 3, which browsers do
)


def _read_vnu(errors: str, _folder: Path) -> dict[str, list[Complaint]]:
    start = errors.find('{"')
    found: dict[str, list[Complaint]] = {}
    for said in json.loads(errors[start:] if start > 0 else errors)["messages"]:
        if said["type"] == "non-document-error":
            raise ValueError(said["message"])
        if not any(pattern.search(said["message"]) for pattern in NOT_SO):
            path = re.sub(r"^file:(?://)?", "", said["url"])
            severity = ERROR if said["type"] == "error" else WARNING
            found.setdefault(path, []).append(Complaint(severity, "", said["message"], said.get("lastLine", 1)))
    return found


NU_CHECKER = Checker(
    "the Nu checker",
    "nu",
    "java",
    _VNU,
    "Install Java 11 or newer (default-jre-headless), then: npm ci --ignore-scripts",
    lambda _folder, files: [
        "java",
        "-Xss4m",
        "-jar",
        str(_VNU),
        "--format",
        "json",
        "--exit-zero-always",
        *map(str, files),
    ],
    _read_vnu,
)

# Running them -----------------------------------------------------------------------------------------------------


def audit_by(
    checker: Checker,
    site: Path,
    sources: Sources,
    cache: Path,
    *,
    progress: Progress,
    say: Callable[[str], None],
    run: Run = subprocess.run,
    which: Callable[[str], str | None] = shutil.which,
) -> list[Finding]:
    """One checker on every page that it has not passed before."""
    _check_installed(checker, which)
    note = f"audit-{checker.prefix}"
    state = checker.needs.stat()
    version = digest_of(checker.settings, f"{state.st_size} {state.st_mtime_ns}")
    known = read_note(cache, note)
    rows: dict[str, Any] = known.get("pages", {}) if known.get("version") == version else {}
    pages = {path.relative_to(site).as_posix(): digest_of(path.read_bytes()) for path in sorted(site.rglob("*.html"))}
    fresh = [address for address, key in pages.items() if rows.get(address, [""])[0] != key]
    with progress(f"Checking {count(len(fresh), 'page')} with {checker.name}"):
        complaints = _look(checker, site, fresh, run)
    kept = {address: rows[address] for address in pages if address in rows and address not in complaints}
    kept |= {address: [pages[address], said] for address, said in complaints.items()}
    write_note(cache, note, {"version": version, "pages": kept})
    say(
        f"{checker.name[:1].upper()}{checker.name[1:]}: {count(len(pages), 'page')}, {len(fresh)} of them looked at now."
    )
    return [found for address in sorted(kept) for found in _findings(checker, site, address, kept[address][1], sources)]


def _check_installed(checker: Checker, which: Callable[[str], str | None]) -> None:
    if which(checker.program) is None:
        raise ToolMissing(f"{checker.name} needs {checker.program}, which is not installed here.", checker.install)
    if not checker.needs.is_file():
        raise ToolMissing(f"{checker.name} is not installed here.", checker.install)


def _look(checker: Checker, site: Path, addresses: Sequence[str], run: Run) -> dict[str, list[Complaint]]:
    size = min(BATCH, max(1, -(-len(addresses) // usable_processors())))
    batches = [addresses[start : start + size] for start in range(0, len(addresses), size)]
    found: dict[str, list[Complaint]] = {}
    with ThreadPoolExecutor(usable_processors()) as pool:
        for said in pool.map(lambda batch: _look_at_batch(checker, site, batch, run), batches):
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
        done = run(
            checker.command(folder, files),
            cwd=folder,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            stdin=subprocess.DEVNULL,
            check=False,
            timeout=PATIENCE,
        )
    except subprocess.TimeoutExpired:
        raise CannotRun(f"{checker.name} did not end within {PATIENCE // 60} minutes.") from None
    except OSError as reason:
        raise ToolMissing(f"{checker.name} could not be started ({reason.strerror}).", checker.install) from None
    try:
        return checker.read(done.stderr, folder)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        last = next(
            (line.strip() for line in reversed((done.stdout + done.stderr).splitlines()) if line.strip()), "nothing"
        )
        raise CannotRun(
            f"{checker.name} stopped with code {done.returncode} and gave no result. It said: {last[:200]}"
        ) from None


def _findings(checker: Checker, site: Path, address: str, said: list[Any], sources: Sources) -> Iterator[Finding]:
    if not said:
        return
    lines = (site / address).read_text(encoding="utf-8", errors="replace").splitlines()
    for complaint in (Complaint(*row) for row in said):
        clues, in_frame = clues_at(lines, complaint.line)
        path, line, column = sources.place(address, clues, in_frame)
        rule = f"{checker.prefix}-{complaint.rule}" if complaint.rule else checker.prefix
        message = (
            f"{complaint.message} (line {complaint.line} of /{address})"
            if path.startswith("build/")
            else complaint.message
        )
        yield Finding(
            path,
            line,
            column,
            complaint.severity,
            rule,
            message,
            f"{checker.name} found this in /{address}, line {complaint.line}."
            if not in_frame
            else "put it right in the theme.",
        )


def audit_by_html_validate(
    site: Path, sources: Sources, cache: Path, *, progress: Progress, say: Callable[[str], None]
) -> list[Finding]:
    """html-validate on every page."""
    return audit_by(HTML_VALIDATOR, site, sources, cache, progress=progress, say=say)


def audit_by_vnu(
    site: Path, sources: Sources, cache: Path, *, progress: Progress, say: Callable[[str], None]
) -> list[Finding]:
    """The Nu checker on every page."""
    return audit_by(NU_CHECKER, site, sources, cache, progress=progress, say=say)
