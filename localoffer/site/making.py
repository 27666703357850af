"""The part of a build that works on pages: render what changed, finish it, link what did not, index, swap in.

In: staged pages and the theme's assets. Out: a new finished site in its place, or the word that none was needed.

Each published file has a key: a digest of all it depends on. The keys of the last site are kept in
build/cache/site-<number>.json; a file whose key is the same is linked from that site, every other is made anew.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from localoffer.site import publish
from localoffer.site.assets import Assets
from localoffer.site.compress import link_published, write_published
from localoffer.site.digests import digest_of, read_note, write_note
from localoffer.site.failures import BuildFailed
from localoffer.site.finish import Shared, finish_page, sheets_of, unsized_pictures
from localoffer.site.offer import Offer
from localoffer.site.photos import size_of
from localoffer.site.places import Places
from localoffer.site.render import Batch, address_of, render, split_pages
from localoffer.site.search import find_index, index_name, latest_index, make_index, searched_text
from localoffer.site.settings import Settings
from localoffer.site.stage import Staged, files_in
from localoffer.site.swap import current_site, new_site, swap_in

Progress = Callable[[str], AbstractContextManager[None]]
NOT_FOUND = "404.html"
_RENDERERS = ("mkdocs", "mkdocs-material", "Markdown", "pymdown-extensions", "Jinja2")
_CODE = ("finish.py", "sheets.py", "assets.py", "compress.py")


@dataclass(frozen=True)
class Parts:
    """All that a build works with. `epoch`: today in seconds, for MkDocs' build date."""

    places: Places
    settings: Settings
    offer: Offer
    staged: Staged
    assets: Assets
    epoch: int
    processors: int
    run: Callable[..., Any] = subprocess.run

    @property
    def pages(self) -> list[str]:
        """Staged Markdown files."""
        return [path for path in self.staged.digests if path.endswith(".md")]

    @property
    def statics(self) -> list[str]:
        """Staged files that are published as they are."""
        return [path for path in self.staged.digests if not path.endswith(".md")]


@dataclass(frozen=True)
class Rendered:
    """What is remembered of a page's raw HTML. `key`: what it was made of; `searched`: digest of its searched text;
    `unsized`: pictures that do not say their size; `sheets`: the theme's stylesheets it asks for."""

    key: str
    searched: str
    unsized: tuple[str, ...]
    sheets: tuple[str, ...]

    @classmethod
    def of(cls, raw: str, key: str, address: str, base: str) -> Rendered:
        """Look once at raw HTML."""
        return cls(key, searched_text(raw), tuple(unsized_pictures(raw, address, base)), sheets_of(raw))


@dataclass(frozen=True)
class Made:
    """`folder` is None when the last site was already right. `changed`, `removed`: published paths. `index`: the name
    of the search index that belongs to these pages."""

    folder: Path | None
    pages: int
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    search_is_current: bool
    index: str


def make(parts: Parts, *, search: bool, progress: Progress) -> Made:
    """Make and publish the site of these parts."""
    rendered = render_changed(parts, progress)
    shared = Shared(parts.assets, parts.settings.light, parts.settings.dark, _sizes(parts, rendered),
                    parts.settings.base)
    for sheets in {page.sheets for page in rendered.values() if page.sheets}:
        shared.sheet(sheets)
    extras = _extras(parts, rendered, shared)
    plan = _plan(parts, rendered, shared, extras)
    searched = {address: page.searched for address, page in rendered.items() if _is_searched(address, parts)}
    name = index_name(searched)
    last = current_site(parts.places)
    note = read_note(_note(parts.places, last)) if last else {}
    before: dict[str, str] = note.get("files", {})
    changed = tuple(path for path, key in plan.items() if before.get(path) != key)
    removed = tuple(path for path in before if path not in plan)
    pages = [address for address, digest in searched.items() if digest]
    is_current = note.get("index") == name or not pages
    can_index = search or find_index(parts.places, name) is not None
    if last and not changed and not removed and (is_current or not can_index):
        return Made(None, len(rendered), (), (), is_current, name)
    folder = new_site(parts.places)
    with progress(f"Finishing {len(changed)} of {len(plan)} files"):
        _write_site(parts, shared, folder, last, plan, before, extras)
    if pages:
        with progress("Making the search index"):
            is_current = _add_index(parts, folder, pages, name, search=search)
    write_note(_note(parts.places, folder), {
        "files": plan, "index": name if is_current else "", "to_index": {} if is_current else {name: pages}})
    _write_hosting(parts, shared)
    swap_in(parts.places, folder)
    return Made(folder, len(rendered), changed, removed, is_current, name)


def _note(places: Places, folder: Path) -> Path:
    return places.cache / f"site-{folder.name}.json"


# Rendering ------------------------------------------------------------------------------------------------------

def render_changed(parts: Parts, progress: Progress) -> dict[str, Rendered]:
    """The raw HTML of every page lies in build/cache/html afterwards; address → what is remembered of it."""
    note = parts.places.cache / "rendered.json"
    theme = _theme_key(parts)
    wanted = {address_of(page): (page, digest_of(parts.staged.digests[page], theme)) for page in parts.pages}
    there = files_in(parts.places.html)
    before = {address: Rendered(row[0], row[1], tuple(row[2]), tuple(row[3]))
              for address, row in read_note(note).items() if address in there}
    good = {address: before[address] for address, (_page, key) in wanted.items()
            if address in before and before[address].key == key}
    needed = [page for address, (page, _key) in wanted.items() if address not in good]
    kept_404 = before.get(NOT_FOUND)
    if kept_404 and kept_404.key == theme:
        good[NOT_FOUND] = kept_404
    elif not needed:
        needed = parts.pages[:1]
    if needed:
        _remember(note, good)
        with progress(f"Rendering {len(needed)} of {len(wanted)} pages"):
            good |= _render_all(parts, needed, {address: key for address, (_page, key) in wanted.items()}, theme)
        _remember(note, good)
    for stray in there - wanted.keys() - {NOT_FOUND}:
        (parts.places.html / stray).unlink(missing_ok=True)
    return dict(sorted(good.items()))


def _remember(note: Path, rendered: Mapping[str, Rendered]) -> None:
    write_note(note, {address: [page.key, page.searched, page.unsized, page.sheets]
                      for address, page in rendered.items()})


def _theme_key(parts: Parts) -> str:
    """What all pages share before they are finished: templates, mkdocs.yml, and the programs that read them."""
    theme = parts.places.theme
    templates = [path for path in sorted(theme.rglob("*")) if path.is_file() and _is_template(path.relative_to(theme))]
    contents = [part for path in templates for part in (path.relative_to(theme).as_posix(), path.read_bytes())]
    return digest_of(*contents, parts.places.config.read_bytes(), *(version(name) for name in _RENDERERS))


def _is_template(path: Path) -> bool:
    return path.suffix in (".html", ".yml", ".xml") or path.parts[0] == ".icons"


def _render_all(parts: Parts, needed: list[str], keys: Mapping[str, str], theme: str) -> dict[str, Rendered]:
    menu = [page for page in parts.settings.menu if page in parts.staged.digests]
    jobs = [Batch(pages, menu, Path(mkdtemp(prefix=f"{os.getpid()}-", dir=parts.places.work)))
            for pages in split_pages(needed, parts.processors)]

    def work(batch: Batch) -> dict[str, Rendered]:
        render(batch, parts.places, parts.offer.sources, epoch=parts.epoch, run=parts.run)
        base = parts.settings.base
        made = {address: _take(batch, parts.places, address, keys[address], base)
                for address in map(address_of, batch.pages)}
        if batch is jobs[0] and (batch.html / NOT_FOUND).is_file():
            made[NOT_FOUND] = _take(batch, parts.places, NOT_FOUND, theme, base)
        return made

    found: dict[str, Rendered] = {}
    with ThreadPoolExecutor(parts.processors) as pool:
        for made in pool.map(work, jobs):
            found |= made
    return found


def _take(batch: Batch, places: Places, address: str, key: str, base: str) -> Rendered:
    """Move one page from the batch to build/cache/html."""
    source, target = batch.html / address, places.html / address
    page = Rendered.of(source.read_text(encoding="utf-8"), key, address, base)
    target.parent.mkdir(parents=True, exist_ok=True)
    source.replace(target)
    return page


# What is to be published ----------------------------------------------------------------------------------------

def _sizes(parts: Parts, rendered: Mapping[str, Rendered]) -> dict[str, tuple[int, int]]:
    """The size of each picture that a page shows without saying it."""
    wanted = {path for page in rendered.values() for path in page.unsized}
    sizes = {}
    for path in wanted:
        theme_path = path[path.find("assets/") :] if "assets/" in path else path
        for file in (parts.places.docs / path, parts.places.theme / theme_path):
            if file.is_file() and (size := size_of(file)):
                sizes[path] = size
                break
    return sizes


def _plan(parts: Parts, rendered: Mapping[str, Rendered], shared: Shared, extras: Mapping[str, bytes]) -> dict[str, str]:
    """Published path → key, for all but the search index."""
    finish = _finish_key(parts, shared)
    plan = {address: digest_of(page.key, finish, *(str(shared.sizes.get(path)) for path in page.unsized))
            for address, page in rendered.items()}
    plan |= {path: parts.staged.digests[path] for path in parts.statics}
    plan |= {path: digest_of(content) for path, content in _asset_files(parts.assets, shared).items()}
    return plan | {path: digest_of(content) for path, content in extras.items()}


def _finish_key(parts: Parts, shared: Shared) -> str:
    here = Path(__file__).parent
    return digest_of(*((here / name).read_bytes() for name in _CODE), shared.base,
                     *(text for pair in sorted(parts.assets.names.items()) for text in pair),
                     *(sheet.text for _paths, sheet in sorted(shared.made.items())))


def _asset_files(assets: Assets, shared: Shared) -> dict[str, bytes]:
    """The theme's files that browsers may ask for: not the stylesheets that stand inside the pages."""
    inlined = {path for paths in shared.made for path in paths}
    names = {assets.names[path] for path in inlined if path in assets.names}
    return {name: content for name, content in assets.files.items() if name not in names}


def _is_searched(address: str, parts: Parts) -> bool:
    kind = _kind(address, parts)
    return not kind.startswith(("easy", "embed", "redirect")) and address != NOT_FOUND


def _kind(address: str, parts: Parts) -> str:
    stem = address.removesuffix("/index.html")
    for page in (f"{stem}.md", f"{stem}/index.md", f"{stem.removesuffix('.html')}.md"):
        if page in parts.offer.kinds:
            return parts.offer.kinds[page]
    return "page"


def _extras(parts: Parts, rendered: Mapping[str, Rendered], shared: Shared) -> dict[str, bytes]:
    """The small files beside the pages, unless the offer brings its own."""
    url = parts.settings.site_url
    listed = [address for address in rendered
              if address != NOT_FOUND and not _kind(address, parts).startswith(("embed", "redirect"))]
    texts = {"_headers": publish.netlify_headers(shared.policy), "robots.txt": publish.robots(url)}
    if url:
        texts["sitemap.xml"] = publish.site_map(listed, url)
    if parts.offer.moved:
        texts["_redirects"] = publish.netlify_redirects(parts.offer.moved)
    return {path: text.encode("utf-8") for path, text in texts.items() if path not in parts.staged.digests}


# Writing --------------------------------------------------------------------------------------------------------

def _write_site(parts: Parts, shared: Shared, folder: Path, last: Path | None, plan: Mapping[str, str],
                before: Mapping[str, str], extras: Mapping[str, bytes]) -> None:
    assets = _asset_files(parts.assets, shared)
    for place in sorted({os.path.dirname(path) for path in plan}):  # noqa: PTH120 - thousands of paths
        (folder / place).mkdir(parents=True, exist_ok=True)

    def write(path: str) -> None:
        target = folder / path
        if last and before.get(path) == plan[path]:
            try:
                link_published(last / path, target)
                return
            except OSError:
                target.unlink(missing_ok=True)
        write_published(target, content_of(path))

    def content_of(path: str) -> bytes:
        if path in extras:
            return extras[path]
        if path in assets:
            return assets[path]
        if path in parts.staged.digests:
            return (parts.places.docs / path).read_bytes()
        raw = (parts.places.html / path).read_text(encoding="utf-8")
        return finish_page(raw, path, shared).encode("utf-8")

    _work_through(list(plan), write, parts.processors)


def _work_through(paths: list[str], write: Callable[[str], None], processors: int) -> None:
    """Compression and file work run side by side; a fault in one stops all."""
    def write_some(some: Iterable[str]) -> None:
        for path in some:
            write(path)

    with ThreadPoolExecutor(processors) as pool:
        for _done in pool.map(write_some, [paths[start : start + 100] for start in range(0, len(paths), 100)]):
            pass


def _add_index(parts: Parts, folder: Path, pages: list[str], name: str, *, search: bool) -> bool:
    """Put the search index into the site; False when it is the last build's, because this one must not wait."""
    index = find_index(parts.places, name)
    is_current = index is not None or search
    if index is None:
        index = make_index(parts.places, folder, pages, name, run=parts.run) if search else latest_index(parts.places)
    if index is None:
        return is_current
    for path in files_in(index):
        target = folder / "pagefind" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith((".js", ".json")):
            write_published(target, (index / path).read_bytes())
        else:
            os.link(index / path, target)
    return is_current


def prepare_index(places: Places, run: Callable[..., Any] = subprocess.run) -> None:
    """Make the index that the published site still lacks; the next build puts it in. Needs no lock."""
    last = current_site(places)
    if last:
        for name, pages in read_note(_note(places, last)).get("to_index", {}).items():
            make_index(places, last, pages, name, run=run)


def _write_hosting(parts: Parts, shared: Shared) -> None:
    moved = parts.offer.moved
    for name, text in (("nginx.conf", publish.nginx_settings(shared.policy, moved)),
                       ("htaccess", publish.apache_settings(shared.policy, moved))):
        (parts.places.hosting / name).write_text(text, encoding="utf-8")


def write_sources(parts: Parts) -> None:
    """build/cache/sources.json: published page → the file a person edits."""
    write_note(parts.places.cache / "sources.json",
               {address_of(page): source for page, source in sorted(parts.offer.sources.items())})


__all__ = ["BuildFailed", "Made", "Parts", "Progress", "Rendered", "make", "prepare_index", "render_changed",
           "write_sources"]
