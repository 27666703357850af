"""Render the pages whose Markdown, theme or settings changed, several batches side by side; remember the rest.

In: the parts of a build. Out: build/cache/html holds the raw HTML of every page, and what there is to know of each.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp
from typing import Self

from localoffer.cache.digests import digest_of
from localoffer.cache.made_by import made_by
from localoffer.cache.store import read_note, write_note
from localoffer.catalogue.settings import Settings
from localoffer.site.build_context import Parts, Progress
from localoffer.site.finish import sheets_of, unsized_pictures
from localoffer.site.light import is_light, render_light
from localoffer.site.mkdocs_programs import MkDocsPrograms
from localoffer.site.offer import Offer
from localoffer.site.render import Batch, address_of, has_prose, render, split_pages
from localoffer.system.folders import Folders
from localoffer.system.own_theme import own_theme

NOT_FOUND = "404.html"
NOTE = "rendered"
TOGETHER = 200
"""Pages that are worth a batch while others are still being written."""
FEW = 50
"""Pages that are not worth two batches."""


@dataclass(frozen=True)
class Rendered:
    """What is remembered of a page's raw HTML. `key`: what it was made of; `unsized`: pictures that do not say their size;
    `sheets`: the theme's stylesheets it asks for."""

    key: str
    unsized: tuple[str, ...]
    sheets: tuple[str, ...]

    @classmethod
    def of(cls, raw: str, key: str, address: str, base: str) -> Rendered:
        """Look once at raw HTML."""
        return cls(key, tuple(unsized_pictures(raw, address, base)), sheets_of(raw))


class Rendering:
    """MkDocs at work on batches of pages, side by side; a batch may begin while other pages are still being written.

    `keys`: address → key of every page that is under way. Ends with its `with` statement.
    """

    def __init__(
        self, places: Folders, settings: Settings, offer: Offer, mkdocs: MkDocsPrograms, processors: int
    ) -> None:
        self.places, self.settings, self.offer = places, settings, offer
        self.mkdocs, self.menu = mkdocs, settings.menu
        self.theme = _theme_key(places, offer.frame)
        self.pool = ThreadPoolExecutor(processors)
        self.keys: dict[str, str] = {}
        self.jobs: list[Future[dict[str, Rendered]]] = []
        self.written: dict[bool, list[str]] = {True: [], False: []}
        # Nobody knows of HTML that lies there while none is remembered: a killed build leaves nothing that is taken for good.
        # A theme of a council's own may show the menu's pages, which come late.
        self.is_ahead = not own_theme(places.root) and not read_note(places.cache, NOTE)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.pool.shutdown(cancel_futures=True)

    def key_of(self, digest: str) -> str:
        """What a page's raw HTML is made of: its text, and what all pages share."""
        return digest_of(digest, self.theme)

    def page_written(self, page: str, digest: str) -> None:
        """In a whole build: enough pages that were just written are rendered while others are being written."""
        if not self.is_ahead or not page.endswith(".md") or is_light(page, self.offer.kinds):
            return
        self.keys[address_of(page)] = self.key_of(digest)
        is_prose = has_prose(self.places.docs / page)
        waiting = self.written[is_prose]
        waiting.append(page)
        if len(waiting) == TOGETHER:
            self.start(waiting, is_prose=is_prose)
            self.written[is_prose] = []

    def start(self, pages: Sequence[str], *, is_prose: bool) -> None:
        """Render these pages together as soon as a program is free."""
        folder = Path(mkdtemp(prefix=f"{os.getpid()}-", dir=self.places.work))
        batch = Batch(pages, self.menu, folder, has_prose=is_prose)
        self.jobs.append(self.pool.submit(self._render, batch, is_first=not self.jobs))

    def _render(self, batch: Batch, *, is_first: bool) -> dict[str, Rendered]:
        render(batch, self.places, self.offer.sources, self.mkdocs, self.offer.frame)
        keys = {address: self.keys[address] for address in map(address_of, batch.pages)}
        if is_first and (batch.html / NOT_FOUND).is_file():
            keys[NOT_FOUND] = self.theme
        base = self.settings.base
        return {address: _take(batch, self.places, address, key, base) for address, key in keys.items()}

    def rest(self) -> list[str]:
        """Pages that were written and wait for others."""
        return [page for pages in self.written.values() for page in pages]


def render_changed(parts: Parts, rendering: Rendering, progress: Progress) -> dict[str, Rendered]:
    """The raw HTML of every page lies in build/cache/html afterwards; address → what is remembered of it."""
    cache = parts.places.cache
    wanted = {address_of(page): (page, rendering.key_of(parts.staged.digests[page])) for page in parts.pages}
    before = {
        address: Rendered(row[0], tuple(row[1]), tuple(row[2])) for address, row in read_note(cache, NOTE).items()
    }
    good = {
        address: before[address]
        for address, (_page, key) in wanted.items()
        if address in before and before[address].key == key
    }
    begun = rendering.keys.keys() - set(map(address_of, rendering.rest()))
    needed = [page for address, (page, _key) in wanted.items() if address not in good and address not in begun]
    kept_404 = before.get(NOT_FOUND)
    if kept_404 and kept_404.key == rendering.theme:
        good[NOT_FOUND] = kept_404
    elif not begun and all(is_light(page, parts.offer.kinds) for page in needed):
        needed += [page for page in parts.pages if not is_light(page, parts.offer.kinds)][:1]
    if needed or begun:
        _remember(cache, good)
        with progress(f"Rendering {len(needed) + len(begun)} of {len(wanted)} pages"):
            rendering.keys |= {address: key for address, (_page, key) in wanted.items()}
            good |= _render_all(parts, rendering, needed)
        _remember(cache, good)
    for stray in before.keys() - wanted.keys() - {NOT_FOUND}:
        (parts.places.html / stray).unlink(missing_ok=True)
    return dict(sorted(good.items()))


def _remember(cache: Path, rendered: Mapping[str, Rendered]) -> None:
    write_note(
        cache,
        NOTE,
        {address: [page.key, page.unsized, page.sheets] for address, page in rendered.items()},
    )


def _theme_key(places: Folders, frame: Mapping[str, object]) -> str:
    """What all pages share before they are finished: templates, mkdocs.yml, what is promised, and the programs that read them."""
    theme = places.theme
    templates = [path for path in sorted(theme.rglob("*")) if path.is_file() and _is_template(path.relative_to(theme))]
    contents = [part for path in templates for part in (path.relative_to(theme).as_posix(), path.read_bytes())]
    return digest_of(*contents, places.config.read_bytes(), repr(frame), made_by())


def _is_template(path: Path) -> bool:
    return path.suffix in (".html", ".yml", ".xml") or path.parts[0] == ".icons"


def _render_all(parts: Parts, rendering: Rendering, needed: list[str]) -> dict[str, Rendered]:
    rendering.menu = tuple(page for page in parts.settings.menu if page in parts.staged.digests)
    light = {page for page in needed if is_light(page, parts.offer.kinds)}
    others = [page for page in needed if page not in light]
    prose = [page for page in others if len(others) <= FEW or has_prose(parts.places.docs / page)]
    for pages, is_prose in ((prose, True), (sorted(set(others).difference(prose)), False)):
        for some in split_pages(pages, parts.processors):
            rendering.start(some, is_prose=is_prose)
    found = dict(_light(parts, sorted(light), rendering.keys))  # MkDocs' programs work meanwhile
    for job in rendering.jobs:
        found |= job.result()
    return found


def _light(parts: Parts, pages: list[str], keys: Mapping[str, str]) -> Iterator[tuple[str, Rendered]]:
    """Put the HTML of pages that need no MkDocs into build/cache/html."""
    places, settings = parts.places, parts.settings
    for page, raw in render_light(pages, places.docs, places.theme, settings.site_url, parts.offer.frame):
        address = address_of(page)
        target = places.html / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(raw, encoding="utf-8")
        yield address, Rendered.of(raw, keys[address], address, settings.base)


def _take(batch: Batch, places: Folders, address: str, key: str, base: str) -> Rendered:
    """Move one page from the batch to build/cache/html."""
    source, target = batch.html / address, places.html / address
    page = Rendered.of(source.read_text(encoding="utf-8"), key, address, base)
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    return page
