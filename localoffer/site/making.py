"""The part of a build that works on pages: render what changed, finish it, link what did not, index, swap in.

In: staged pages and the theme's assets. Out: a new finished site in its place, or the word that none was needed.

Each published file has a key: a digest of all it depends on. The keys of the last site are kept in
build/cache/site-<number>.json; a file whose key is the same is linked from that site, every other is made anew.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from localoffer.cache.digests import digest_of, read_note, write_note
from localoffer.kinds import PLAIN, Kind, kind_of
from localoffer.site import publish
from localoffer.site.assets import Assets
from localoffer.site.build_context import Parts, Progress
from localoffer.site.compress import link_published, remove_published, write_published
from localoffer.site.finish import Shared, finish_page
from localoffer.site.photos import size_of
from localoffer.site.render import address_of
from localoffer.site.rendering import NOT_FOUND, Rendered, render_changed
from localoffer.site.search import find_index, index_name, latest_index, make_index
from localoffer.site.stage import files_in, remove_empty_folders
from localoffer.site.swap import current_site, new_site, spare_site, swap_in
from localoffer.system.folders import Folders

_CODE = ("finish.py", "sheets.py", "assets.py", "compress.py")


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
    shared = Shared(
        parts.assets, parts.settings.light, parts.settings.dark, _sizes(parts, rendered), parts.settings.base
    )
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
    folder, there, its_index = _take_folder(parts.places)
    with ThreadPoolExecutor(1) as aside:
        indexing = aside.submit(_index_for, parts, pages, name, search=search)
        with progress(f"Finishing {len(changed)} of {len(plan)} files"):
            _write_site(parts, shared, folder, last, plan, before, there, extras)
        with progress("Making the search index"):
            index = indexing.result()
    is_current = not pages or (index is not None and index.name == name)
    _put_index(folder, index, its_index)
    write_note(
        _note(parts.places, folder),
        {
            "files": plan,
            "index": name if is_current else "",
            "in_it": index.name if index else "",
            "to_index": {} if is_current else {name: pages},
        },
    )
    _write_hosting(parts, shared)
    swap_in(parts.places, folder)
    return Made(folder, len(rendered), changed, removed, is_current, name)


def _take_folder(places: Folders) -> tuple[Path, dict[str, str], str]:
    """The folder to make the new site in, with the keys of the files that lie in it and the name of its search index.

    That is the site before the published one, if it is whole. Its note goes first: a site without a note is never used.
    """
    spare = spare_site(places)
    note = read_note(_note(places, spare)) if spare else {}
    there: dict[str, str] = note.get("files", {})
    if spare and there:
        _note(places, spare).unlink()
        return new_site(places, spare), there, str(note.get("in_it", ""))
    return new_site(places), {}, ""


def _note(places: Folders, folder: Path) -> Path:
    return places.cache / f"site-{folder.name}.json"


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


def _plan(
    parts: Parts, rendered: Mapping[str, Rendered], shared: Shared, extras: Mapping[str, bytes]
) -> dict[str, str]:
    """Published path → key, for all but the search index."""
    finish = _finish_key(parts, shared)
    plan = {
        address: digest_of(page.key, finish, *(str(shared.sizes.get(path)) for path in page.unsized))
        for address, page in rendered.items()
    }
    plan |= {path: parts.staged.digests[path] for path in parts.statics}
    plan |= {path: digest_of(content) for path, content in _asset_files(parts.assets, shared).items()}
    return plan | {path: digest_of(content) for path, content in extras.items()}


def _finish_key(parts: Parts, shared: Shared) -> str:
    here = Path(__file__).parent
    return digest_of(
        *((here / name).read_bytes() for name in _CODE),
        shared.base,
        *(text for pair in sorted(parts.assets.names.items()) for text in pair),
        *(sheet.text for _paths, sheet in sorted(shared.made.items())),
    )


def _asset_files(assets: Assets, shared: Shared) -> dict[str, bytes]:
    """The theme's files that browsers may ask for: not the stylesheets that stand inside the pages."""
    inlined = {path for paths in shared.made for path in paths}
    names = {assets.names[path] for path in inlined if path in assets.names}
    return {name: content for name, content in assets.files.items() if name not in names}


def _is_searched(address: str, parts: Parts) -> bool:
    return _kind(address, parts).is_searched and address != NOT_FOUND


def _kind(address: str, parts: Parts) -> Kind:
    stem = address.removesuffix("/index.html")
    for page in (f"{stem}.md", f"{stem}/index.md", f"{stem.removesuffix('.html')}.md"):
        if page in parts.offer.kinds:
            return kind_of(parts.offer.kinds[page])
    return PLAIN


def _extras(parts: Parts, rendered: Mapping[str, Rendered], shared: Shared) -> dict[str, bytes]:
    """The small files beside the pages, unless the offer brings its own."""
    url = parts.settings.site_url
    listed = [address for address in rendered if address != NOT_FOUND and _kind(address, parts).is_listed]
    texts = {
        "_headers": publish.netlify_headers(shared.policy, _hashed_folders(parts.assets)),
        "robots.txt": publish.robots(url),
    }
    if url:
        texts["sitemap.xml"] = publish.site_map(listed, url)
    if parts.offer.moved:
        texts["_redirects"] = publish.netlify_redirects(parts.offer.moved)
    return {path: text.encode("utf-8") for path, text in texts.items() if path not in parts.staged.digests}


def _hashed_folders(assets: Assets) -> set[str]:
    return {name.rpartition("/")[0] for path, name in assets.names.items() if name != path}


# Writing --------------------------------------------------------------------------------------------------------


def _write_site(
    parts: Parts,
    shared: Shared,
    folder: Path,
    last: Path | None,
    plan: Mapping[str, str],
    before: Mapping[str, str],
    there: Mapping[str, str],
    extras: Mapping[str, bytes],
) -> None:
    assets = _asset_files(parts.assets, shared)
    todo = [path for path, key in plan.items() if there.get(path) != key]
    for path in there.keys() - plan.keys():
        remove_published(folder / path)
        remove_empty_folders((folder / path).parent, folder)
    for place in sorted({os.path.dirname(path) for path in todo}):  # noqa: PTH120 - thousands of paths
        (folder / place).mkdir(parents=True, exist_ok=True)

    def write(path: str) -> None:
        target = folder / path
        if path in there:
            remove_published(target)
        if last and before.get(path) == plan[path]:
            try:
                link_published(last / path, target)
                return
            except OSError:
                remove_published(target)
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

    _work_through(todo, write, parts.processors)


def _work_through(paths: list[str], write: Callable[[str], None], processors: int) -> None:
    """Compression and file work run side by side; a fault in one stops all."""

    def write_some(some: Iterable[str]) -> None:
        for path in some:
            write(path)

    with ThreadPoolExecutor(processors) as pool:
        for _done in pool.map(write_some, [paths[start : start + 100] for start in range(0, len(paths), 100)]):
            pass


def _index_for(parts: Parts, pages: list[str], name: str, *, search: bool) -> Path | None:
    """The search index of these pages, or the last build's when this one must not wait; None where nothing is searched.

    It is made from the pages before they are finished: what search sees of them is the same.
    """
    if not pages:
        return None
    index = find_index(parts.places, name)
    if index is None and search:
        return make_index(parts.places, parts.places.html, pages, name, run=parts.run)
    return index or latest_index(parts.places)


def _put_index(folder: Path, index: Path | None, its_index: str) -> None:
    """Put a search index into the site, unless it lies there already."""
    if index and index.name == its_index:
        return
    shutil.rmtree(folder / "pagefind", ignore_errors=True)
    if index is None:
        return
    for path in files_in(index):
        target = folder / "pagefind" / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.endswith((".js", ".json")):
            write_published(target, (index / path).read_bytes())
        else:
            os.link(index / path, target)


def prepare_index(places: Folders, run: Callable[..., Any] = subprocess.run) -> None:
    """Make the index that the published site still lacks; the next build puts it in. Needs no lock."""
    last = current_site(places)
    if last:
        for name, pages in read_note(_note(places, last)).get("to_index", {}).items():
            make_index(places, last, pages, name, run=run)


def _write_hosting(parts: Parts, shared: Shared) -> None:
    moved = parts.offer.moved
    for name, text in (
        ("nginx.conf", publish.nginx_settings(shared.policy, moved)),
        ("htaccess", publish.apache_settings(shared.policy, moved)),
    ):
        (parts.places.hosting / name).write_text(text, encoding="utf-8")


def write_sources(parts: Parts) -> None:
    """build/cache/sources.json: published page → the file a person edits; kinds.json: → what kind of page it is."""
    kinds = {address_of(page): kind for page, kind in sorted(parts.offer.kinds.items())}
    write_note(parts.places.cache / "kinds.json", kinds)
    write_note(
        parts.places.cache / "sources.json",
        {address_of(page): source for page, source in sorted(parts.offer.sources.items())},
    )
