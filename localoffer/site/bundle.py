"""A copy of the built site that opens from a folder, without a web server: for a stick, and to look at before publishing.

In: the built site. Out: a folder in which each link to a page names the page's file. Forms that ask the search engine, and
scripts, need a web server; every page is complete without them.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from localoffer.system.failures import CannotRun

MARK = ".localoffer-copy"
_LINK = re.compile(r"""(<(?:a|form|area)\b[^>]*?\s(?:href|action)=)(["'])([^"']*)\2""")
_REFRESH = re.compile(r'(http-equiv="refresh" content="\d+; ?url=)([^"]*)"', re.IGNORECASE)
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def write_bundle(site: Path, target: Path) -> int:
    """Copy the site into `target`; how many pages it has."""
    if not (site / "index.html").is_file():
        raise CannotRun(f"There is no site in {site} to copy.", "build it first: python build.py build")
    if target.exists() and not (target / MARK).is_file() and not (target.is_dir() and not any(target.iterdir())):
        raise CannotRun(f"{target} is there already, and is no copy of a site.", "name another folder.")
    if target.exists():
        shutil.rmtree(target)
    shutil.copytree(site.resolve(), target, ignore=shutil.ignore_patterns("*.br", "*.gz", "_headers", ".htaccess"))
    pages = list(target.rglob("*.html"))
    for page in pages:
        text = page.read_text(encoding="utf-8")
        page.write_text(with_file_links(text, page.parent, target), encoding="utf-8", newline="\n")
    (target / MARK).write_text("Written by localoffer bundle.\n", encoding="utf-8")
    return len(pages)


def with_file_links(page: str, folder: Path, root: Path) -> str:
    """The page, its links to folders changed into links to their index.html."""

    def named(address: str) -> str:
        path, sign, rest = re.match(r"([^?#]*)([?#]?)(.*)", address, re.DOTALL).groups()  # type: ignore[union-attr]
        if _ELSEWHERE.match(address) or not path:
            return address
        place = (root / path.lstrip("/") if path.startswith("/") else folder / path).resolve()
        return f"{path.rstrip('/') or '.'}/index.html{sign}{rest}" if (place / "index.html").is_file() else address

    page = _LINK.sub(lambda found: f"{found[1]}{found[2]}{named(found[3])}{found[2]}", page)
    return _REFRESH.sub(lambda found: f'{found[1]}{named(found[2])}"', page)
