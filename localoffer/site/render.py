"""Let MkDocs turn staged Markdown into HTML, a batch of pages at a time, and put its complaints into plain words.

In: paths of pages in build/docs. Out: their HTML, in a scratch folder. MkDocs runs as a program of its own, with the
root's mkdocs.yml and nothing of ours inside. A batch holds only the pages asked for (and those in the menu), because a
page's HTML depends on nothing but its own Markdown, the theme and mkdocs.yml. So one edit costs one page, and memory
does not grow with the offer.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import yaml

from localoffer.catalogue.settings import read_settings
from localoffer.site.defaults import missing_settings
from localoffer.site.mkdocs_programs import MkDocsPrograms
from localoffer.site.photos import size_of
from localoffer.system.failures import BuildFailed, ToolMissing
from localoffer.system.folders import Folders


@dataclass(frozen=True)
class Batch:
    """Pages to render together. `menu` are the pages MkDocs needs for the menu, rendered but not wanted. `folder`: scratch; `html`:
    where the wanted pages go."""

    pages: Sequence[str]
    menu: Sequence[str]
    folder: Path
    html: Path

    @cached_property
    def scratch(self) -> Path:
        """What MkDocs writes beside the wanted pages."""
        return self.folder / "site"


def split_pages(pages: Sequence[str], processors: int, most: int = 2000) -> list[Sequence[str]]:
    """As few batches as keep every processor busy and no batch above `most` pages; alike pages are spread."""
    if not pages:
        return []
    rounds = -(-len(pages) // (most * processors))
    count = min(rounds * processors, max(1, len(pages) // 25))
    return [pages[start::count] for start in range(count)]


def address_of(page: str) -> str:
    """Where MkDocs puts a page: `services/p/s.md` → `services/p/s/index.html`."""
    stem = page.removesuffix(".md")
    if stem == "index" or stem.endswith("/index"):
        return f"{stem}.html"
    return f"{stem}/index.html"


def render(
    batch: Batch,
    places: Folders,
    sources: Mapping[str, str],
    mkdocs: MkDocsPrograms,
    frame: Mapping[str, object],
    texts: Mapping[str, str] | None = None,
) -> None:
    """Fill `batch.html` from the stage, or from `texts` for the pages that these name. `frame`: what templates read of every page
    beside mkdocs.yml's own facts. BuildFailed with MkDocs' complaints in plain words."""
    texts = texts or {}
    for page, text in texts.items():
        (batch.folder / page).parent.mkdir(parents=True, exist_ok=True)
        (batch.folder / page).write_text(text, encoding="utf-8")
    settings = batch.folder / "mkdocs.yml"
    settings.write_text(_settings(batch, places, frame), encoding="utf-8")
    wanted = dict.fromkeys(batch.pages, batch.html)
    docs, folder = str(places.docs.resolve()), str(batch.folder.resolve())
    code, said = mkdocs.build(
        str(settings),
        [
            (page, folder if page in texts else docs, str(wanted.get(page, batch.scratch).resolve()))
            for page in dict.fromkeys([*batch.pages, *batch.menu])
        ],
    )
    if code:
        raise explain(said, sources)
    missing = [page for page in batch.pages if not (batch.html / address_of(page)).is_file()]
    if missing:
        raise BuildFailed(f"MkDocs made nothing of {_named(missing[0], sources)}.", "check that the page has a text.")


LOGO_HEIGHT, LOGO_WIDTH = 44, 160
"""The most room that a logo has in the header, in CSS pixels."""


def logo_size(docs: Path, config: Path) -> list[int] | None:
    """How large the council's logo is shown, whatever its shape; None where there is none."""
    logo = read_settings(config).logo
    size = size_of(docs / logo) if logo and (docs / logo).is_file() else None
    if not size or not all(size):
        return [LOGO_HEIGHT, LOGO_HEIGHT] if logo else None
    scale = min(LOGO_HEIGHT / size[1], LOGO_WIDTH / size[0])
    return [max(1, round(size[0] * scale)), max(1, round(size[1] * scale))]


_OF_NAV = {"omitted_files": "ignore", "absolute_links": "ignore"}
_OF_LINKS = {
    "anchors": "warn",
    "absolute_links": "ignore",  # links from the root (/guides/travel/) become relative when the site is finished
    "unrecognized_links": "ignore",  # links to pages of other batches; the audit checks them all
}


def _settings(batch: Batch, places: Folders, frame: Mapping[str, object]) -> str:
    """All of the root's mkdocs.yml, but for the folders; what it leaves out is as in `defaults`.

    MkDocs is not to talk about links to pages of other batches: `check` has seen to all of them. (Nor may it be made
    quiet: with --quiet, --strict counts no warnings.)
    """
    own: dict[str, object] = {
        "INHERIT": str(places.config.resolve()),
        "docs_dir": str(places.docs.resolve()),
        "site_dir": str(batch.scratch.resolve()),
        "theme": {"name": "material", "custom_dir": str(places.theme.resolve()), "font": False},
        "validation": {"nav": _OF_NAV, "links": _OF_LINKS},
    }
    size = logo_size(places.docs, places.config)
    own["extra"] = {**frame, **({"logo_size": size} if size else {})}
    stated = places.config.read_text(encoding="utf-8-sig", errors="replace")
    return yaml.safe_dump(own, allow_unicode=True) + missing_settings(stated + "".join(f"\n{key}:" for key in own))


# What MkDocs says → what a person can use. `page` is named by its source file.
_COMPLAINTS: list[tuple[re.Pattern[str], str, str]] = [
    (
        re.compile(r"Doc file '(?P<page>[^']+)' contains a link '(?P<link>[^']+)', but the target .*not found"),
        "{page} links to {link}, and there is no such page.",
        "write the page's address as the browser shows it, from the first slash: /guides/annual-review/.",
    ),
    (
        re.compile(
            r"Doc file '(?P<page>[^']+)' contains a link '(?P<link>[^']+)', but .*no such anchor|"
            r"Doc file '(?P<page2>[^']+)' contains a link '(?P<link2>[^']+)', but the doc"
        ),
        "{page} links to {link}, and no heading there has that name.",
        "open the page in the browser, choose the heading, and copy the end of the address after #.",
    ),
    (
        re.compile(r"Error (?:reading|building) page '(?P<page>[^']+)': ?(?P<link>.*)"),
        "{page} could not be made into a page. {link}",
        "if you changed this file or the theme just now, look at that change first.",
    ),
    (
        re.compile(r"reference to '(?P<page>[^']+)' is included in the 'nav'"),
        "The menu in mkdocs.yml names {page}, and there is no such page.",
        "put the page there, or take its line out of `nav`.",
    ),
    (
        re.compile(r"Config value '(?P<page>[^']+)': (?P<link>.*)"),
        "mkdocs.yml cannot be used: {page}: {link}",
        "put that setting right in mkdocs.yml.",
    ),
]
_MARK = re.compile(r"^\s*(?:WARNING|ERROR|CRITICAL)\s+-?\s*")


def explain(output: str, sources: Mapping[str, str]) -> BuildFailed | ToolMissing:
    """MkDocs' own lines as sentences: each complaint once, at the file a person edits."""
    if "No module named mkdocs" in output or "Unrecognised theme name" in output:
        return ToolMissing("MkDocs or its Material theme is not installed here.", "run: make site")
    lines = [_MARK.sub("", line) for line in output.splitlines() if _MARK.match(line)]
    found = list(dict.fromkeys(pair for line in lines if (pair := _explain_line(line, sources))))
    if not found:
        last = next((line.strip() for line in reversed(output.splitlines()) if line.strip()), "It gave no reason.")
        return BuildFailed(f"MkDocs stopped: {last}", "undo the last change to mkdocs.yml or theme/, then build again.")
    shown = "\n".join(sentence for sentence, _fix in found[:20])
    more = f"\n… and {len(found) - 20} more." if len(found) > 20 else ""
    return BuildFailed(shown + more, found[0][1])


def _explain_line(line: str, sources: Mapping[str, str]) -> tuple[str, str] | None:
    for pattern, sentence, fix in _COMPLAINTS:
        if match := pattern.search(line):
            groups = match.groupdict(default="")
            page = groups["page"] or groups.get("page2", "")
            link = groups.get("link", "") or groups.get("link2", "")
            return sentence.format(page=_named(page, sources), link=link).strip(), fix
    return None if line.startswith("A 'dirty' build") else (line.strip(), "look at the file it names.")


def _named(page: str, sources: Mapping[str, str]) -> str:
    return sources.get(page, page)
