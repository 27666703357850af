"""Make the search index with Pagefind, from the pages that say `data-pagefind-body`.

In: pages, finished or not. Out: a folder build/cache/search/<digest of what is searched>, made once for the same text.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from localoffer.cache.digests import digest_of
from localoffer.system.failures import BuildFailed, ToolMissing
from localoffer.system.folders import Folders
from localoffer.system.programs import Ended, run_program

_KEPT = re.compile(r"^(pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\..*|.*\.pf_\w+)$")
MOST_SECONDS = 30 * 60
"""A hundred times what 30,000 services need."""
_BODY = "data-pagefind-body"


def searched_text(raw: str) -> str:
    """A digest of the part of a page that search sees; empty when it sees none."""
    start = raw.find(_BODY)
    if start < 0:
        return ""
    end = raw.find("</main>", start)
    title = re.search(r"<title>(.*?)</title>", raw, re.S)
    return digest_of(title[1] if title else "", raw[start : end if end > 0 else len(raw)])


def index_name(searched: Mapping[str, str]) -> str:
    """The name of the index over these pages (address → digest of its text)."""
    return digest_of(*(f"{address} {digest}" for address, digest in sorted(searched.items()) if digest))[:16]


def find_index(places: Folders, name: str) -> Path | None:
    """The folder of a finished index, or None."""
    folder = places.indexes / name
    return folder if folder.is_dir() else None


def latest_index(places: Folders) -> Path | None:
    """The newest finished index, for a preview that cannot wait."""
    folders = [folder for folder in places.indexes.iterdir() if not folder.name.startswith(".")]
    return max(folders, key=lambda folder: folder.stat().st_mtime, default=None)


def make_index(places: Folders, site: Path, pages: Iterable[str], name: str) -> Path:
    """Index `pages` (addresses in `site`) into a folder of its own and give it back."""
    scratch = places.work / f"{os.getpid()}-search-{name}"
    shutil.rmtree(scratch, ignore_errors=True)
    pages_folder, output = scratch / "pages", scratch / "index"
    _link_pages(site, pages, pages_folder)
    command = [sys.executable, "-m", "pagefind", "--site", str(pages_folder), "--output-path", str(output), "--quiet"]
    command += ["--exclude-selectors", ".lo-jump, .toc"]
    done = run_program(command, MOST_SECONDS)
    if done.code:
        raise _explain(done)
    if done.code is None:
        minutes = MOST_SECONDS // 60
        raise BuildFailed(
            f"The search index was not made in {minutes} minutes.", "build again when less is going on here."
        )
    for path in sorted(output.rglob("*"), reverse=True):
        if path.is_file() and not _KEPT.match(path.name):
            path.unlink()
    return _keep(places, output, name, scratch)


def _link_pages(site: Path, pages: Iterable[str], folder: Path) -> None:
    folder.mkdir(parents=True)
    for address in pages:
        target = folder / address
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(site / address, target)


def _keep(places: Folders, output: Path, name: str, scratch: Path) -> Path:
    folder = places.indexes / name
    shutil.rmtree(folder, ignore_errors=True)
    output.rename(folder)
    shutil.rmtree(scratch, ignore_errors=True)
    old = sorted((place for place in places.indexes.iterdir() if place != folder), key=lambda p: p.stat().st_mtime)
    for place in old[:-1]:
        shutil.rmtree(place, ignore_errors=True)
    return folder


def _explain(done: Ended) -> BuildFailed | ToolMissing:
    output = done.output + done.errors
    if "No module named" in output or "cannot find" in output.lower():
        return ToolMissing("Pagefind, which makes the search index, is not installed here.", "run: make site")
    return BuildFailed(
        f"The search index could not be made: {done.last_line}", "build again with: python build.py --clean"
    )
