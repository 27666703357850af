"""Make the published site: render what changed, finish it, link what did not, index, swap in.

In: staged pages and the theme's assets. Out: a new finished site in its place, or a `Made` that says it was right already.
The keys of the last site's files lie in the store; a file whose key is the same is linked from that site.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from localoffer.cache.digests import write_json
from localoffer.cache.store import forget_notes, read_note, write_note
from localoffer.site import hosting
from localoffer.site.build_context import Parts, Progress
from localoffer.site.compress import link_published, remove_published, write_published
from localoffer.site.finish import Shared, finish_page
from localoffer.site.plan import Plan, hosted_site, plan_site
from localoffer.site.render import address_of
from localoffer.site.rendering import render_changed
from localoffer.site.search import SearchIndex, find_index, latest_index, make_index
from localoffer.site.stage import files_in, remove_empty_folders
from localoffer.site.swap import current_site, new_site, note_of, spare_site, swap_in
from localoffer.system.folders import Folders

INDEX = "find/index"
"""Where the search index lies in a site."""


@dataclass(frozen=True)
class Made:
    """`folder` is None when the last site was already right. `changed`, `removed`: published paths. `index`: the name
    of the search index that belongs to them. `shared`: what all pages share."""

    folder: Path | None
    pages: int
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    search_is_current: bool
    index: str
    shared: Shared


def make(parts: Parts, *, search: bool, progress: Progress) -> Made:
    """Make and publish the site of these parts."""
    rendered = render_changed(parts, progress)
    plan = plan_site(parts, rendered)
    last = current_site(parts.places)
    note = read_note(parts.places.cache, note_of(last)) if last else {}
    before: dict[str, str] = note.get("files", {})
    changed = tuple(path for path, key in plan.keys.items() if before.get(path) != key)
    removed = tuple(path for path in before if path not in plan.keys)
    index_wanted = parts.offer.search
    is_current = note.get("index") == index_wanted.name or not index_wanted.name
    can_index = search or find_index(parts.places, index_wanted.name) is not None
    if last and not changed and not removed and (is_current or not can_index):
        return Made(None, len(rendered), (), (), is_current, index_wanted.name, plan.shared)
    folder, there, its_index = _take_folder(parts.places)
    with ThreadPoolExecutor(1) as aside:
        indexing = aside.submit(_index_for, parts.places, index_wanted, search=search)
        with progress(f"Finishing {len(changed)} of {len(plan.keys)} files"):
            _write_site(parts, plan, folder, last, before, there)
        with progress("Making the search index"):
            index = indexing.result()
    is_current = not index_wanted.name or (index is not None and index.name == index_wanted.name)
    _put_index(folder, index, its_index)
    write_note(
        parts.places.cache,
        note_of(folder),
        {
            "files": dict(plan.keys),
            "index": index_wanted.name if is_current else "",
            "in_it": index.name if index else "",
        },
    )
    _write_hosting(parts, plan)
    swap_in(parts.places, folder)
    return Made(folder, len(rendered), changed, removed, is_current, index_wanted.name, plan.shared)


def _take_folder(places: Folders) -> tuple[Path, dict[str, str], str]:
    """The folder to make the new site in, with the keys of the files that lie in it and the name of its search index.

    That is the site before the published one, if it is whole. Its note goes first: a site without a note is never used.
    """
    spare = spare_site(places)
    note = read_note(places.cache, note_of(spare)) if spare else {}
    there: dict[str, str] = note.get("files", {})
    if spare and there:
        forget_notes(places.cache, [note_of(spare)])
        return new_site(places, spare), there, str(note.get("in_it", ""))
    return new_site(places), {}, ""


def _write_site(
    parts: Parts, plan: Plan, folder: Path, last: Path | None, before: Mapping[str, str], there: Mapping[str, str]
) -> None:
    todo = [path for path, key in plan.keys.items() if there.get(path) != key]
    for path in there.keys() - plan.keys.keys():
        remove_published(folder / path)
        remove_empty_folders((folder / path).parent, folder)
    for place in sorted({os.path.dirname(path) for path in todo}):  # noqa: PTH120 - thousands of paths
        (folder / place).mkdir(parents=True, exist_ok=True)

    def write(path: str) -> None:
        target = folder / path
        if path in there:
            remove_published(target)
        if last and before.get(path) == plan.keys[path]:
            try:
                link_published(last / path, target)
                return
            except OSError:
                remove_published(target)
        write_published(target, _content_of(path, parts, plan))

    _work_through(todo, write, parts.processors)


def _content_of(path: str, parts: Parts, plan: Plan) -> bytes:
    if path in plan.ready:
        return plan.ready[path]
    if path in parts.staged.digests:
        return (parts.places.docs / path).read_bytes()
    raw = (parts.places.html / path).read_text(encoding="utf-8")
    return finish_page(raw, path, plan.shared).encode("utf-8")


def _work_through(paths: list[str], write: Callable[[str], None], processors: int) -> None:
    """Compression and file work run side by side; a fault in one stops all."""

    def write_some(some: Iterable[str]) -> None:
        for path in some:
            write(path)

    with ThreadPoolExecutor(processors) as pool:
        for _done in pool.map(write_some, [paths[start : start + 100] for start in range(0, len(paths), 100)]):
            pass


def _index_for(places: Folders, wanted: SearchIndex, *, search: bool) -> Path | None:
    """The search index of this offer, or the last build's when this one must not wait; None where nothing is searched."""
    if not wanted.name:
        return None
    index = find_index(places, wanted.name)
    if index is None and search:
        return make_index(places, wanted)
    return index or latest_index(places)


def _put_index(folder: Path, index: Path | None, its_index: str) -> None:
    """Put a search index into the site, unless it lies there already."""
    if index and index.name == its_index:
        return
    shutil.rmtree(folder / INDEX, ignore_errors=True)
    if index is None:
        return
    for path in files_in(index):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        os.link(index / path, target)


def _write_hosting(parts: Parts, plan: Plan) -> None:
    for name, text in hosting.beside(hosted_site(parts, plan.shared, plan.keys)).items():
        (parts.places.hosting / name).write_text(text, encoding="utf-8")


def write_sources(parts: Parts) -> None:
    """build/cache/sources.json: published page → the file a person edits; kinds.json: → what kind of page it is."""
    kinds = {address_of(page): kind for page, kind in sorted(parts.offer.kinds.items())}
    write_json(parts.places.cache / "kinds.json", kinds)
    write_json(
        parts.places.cache / "sources.json",
        {address_of(page): source for page, source in sorted(parts.offer.sources.items())},
    )
