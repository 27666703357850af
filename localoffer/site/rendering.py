"""Render the pages whose Markdown, theme or settings changed, several batches side by side; remember the rest.

In: the parts of a build. Out: build/cache/html holds the raw HTML of every page, and what there is to know of each.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

from localoffer.addresses import NOT_FOUND
from localoffer.cache.digests import digest_of
from localoffer.cache.made_by import made_by
from localoffer.cache.store import read_note, write_note
from localoffer.site.build_context import Parts, Progress
from localoffer.site.finish import sheets_of, unsized_pictures
from localoffer.site.light import is_light, render_light
from localoffer.site.render import Batch, address_of, render, split_pages
from localoffer.system.folders import Folders

NOTE = "rendered"


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


def render_changed(parts: Parts, progress: Progress) -> dict[str, Rendered]:
    """The raw HTML of every page lies in build/cache/html afterwards; address → what is remembered of it."""
    cache = parts.places.cache
    theme = _theme_key(parts)
    wanted = {address_of(page): (page, digest_of(parts.staged.digests[page], theme)) for page in parts.pages}
    before = {
        address: Rendered(row[0], tuple(row[1]), tuple(row[2])) for address, row in read_note(cache, NOTE).items()
    }
    good = {
        address: before[address]
        for address, (_page, key) in wanted.items()
        if address in before and before[address].key == key
    }
    needed = [page for address, (page, _key) in wanted.items() if address not in good]
    kept_404 = before.get(NOT_FOUND)
    if kept_404 and kept_404.key == theme:
        good[NOT_FOUND] = kept_404
    elif all(is_light(page, parts.offer.kinds) for page in needed):
        needed += [page for page in parts.pages if not is_light(page, parts.offer.kinds)][:1]
    if needed:
        _remember(cache, good)
        with progress(f"Rendering {len(needed)} of {len(wanted)} pages"):
            good |= _render_all(parts, needed, {address: key for address, (_page, key) in wanted.items()}, theme)
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


def _theme_key(parts: Parts) -> str:
    """What all pages share before they are finished: templates, mkdocs.yml, what is promised, and the programs that read them."""
    theme = parts.places.theme
    templates = [path for path in sorted(theme.rglob("*")) if path.is_file() and _is_template(path.relative_to(theme))]
    contents = [part for path in templates for part in (path.relative_to(theme).as_posix(), path.read_bytes())]
    return digest_of(*contents, parts.places.config.read_bytes(), repr(parts.offer.frame), made_by())


def _is_template(path: Path) -> bool:
    return path.suffix in (".html", ".yml", ".xml") or path.parts[0] == ".icons"


def _render_all(parts: Parts, needed: list[str], keys: Mapping[str, str], theme: str) -> dict[str, Rendered]:
    light = [page for page in needed if is_light(page, parts.offer.kinds)]
    jobs = list(_batches(parts, [page for page in needed if page not in set(light)]))

    def work(batch: Batch) -> dict[str, Rendered]:
        render(batch, parts.places, parts.offer.sources, parts.mkdocs, parts.offer.frame)
        base = parts.settings.base
        made = {address: _look(parts.places, address, keys[address], base) for address in map(address_of, batch.pages)}
        if batch is jobs[0] and (batch.scratch / NOT_FOUND).is_file():
            (batch.scratch / NOT_FOUND).replace(parts.places.html / NOT_FOUND)
            made[NOT_FOUND] = _look(parts.places, NOT_FOUND, theme, base)
        return made

    with ThreadPoolExecutor(parts.processors) as pool:
        rendering = pool.map(work, jobs)  # MkDocs' programs work meanwhile
        found = dict(_light(parts, light, keys))
        for made in rendering:
            found |= made
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


def _batches(parts: Parts, needed: list[str]) -> Iterator[Batch]:
    menu = [page for page in parts.settings.menu if page in parts.staged.digests]
    for some in split_pages(needed, parts.processors):
        folder = Path(mkdtemp(prefix=f"{os.getpid()}-", dir=parts.places.work))
        yield Batch(some, menu, folder, parts.places.html)


def _look(places: Folders, address: str, key: str, base: str) -> Rendered:
    return Rendered.of((places.html / address).read_text(encoding="utf-8"), key, address, base)
