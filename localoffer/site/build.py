"""From an offer to a published site: stage, render, finish, index, swap in. Only what changed is done again.

In: the root and today's date. Out: build/site, and a `BuildResult` that says what was done. A build works in folders of
its own until everything is complete; then build/site changes over in one step. Whatever stops it before, the last good
site stays whole.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path

from localoffer.cache.digests import digest_of_state
from localoffer.cache.made_by import made_by
from localoffer.cache.store import forget_everything, read_note, write_note
from localoffer.catalogue.settings import Settings, read_settings
from localoffer.check.colours import check_colours
from localoffer.findings import Finding, has_errors
from localoffer.overlay import layers_of
from localoffer.site.assets import Assets, read_assets
from localoffer.site.build_context import Parts, Progress
from localoffer.site.first_look import Pages, first_look, no_pages
from localoffer.site.lock import only_build
from localoffer.site.mkdocs_programs import MkDocsPrograms
from localoffer.site.offer import Offer, ReadOffer, read_offer
from localoffer.site.search import make_index
from localoffer.site.stage import stage
from localoffer.site.swap import current_site, remove_strays
from localoffer.site.write import Made, make, write_sources
from localoffer.system.carried import THEME
from localoffer.system.failures import BuildFailed
from localoffer.system.folders import Folders
from localoffer.system.gc_paused import without_collecting
from localoffer.system.own_theme import STYLE, lay_over, own_theme
from localoffer.system.processors import usable_processors


@dataclass(frozen=True)
class BuildResult:
    """`site` is None when a finding is an error. `changed`, `removed`: published addresses. `seconds`: the whole build.
    `left_out`: files that a preview goes on without. `make_index` makes the search index that a preview left for later.
    `look`: the finished pages of a file that was saved since, by address."""

    site: Path | None
    pages: int = 0
    services: int = 0
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: bool = False
    findings: list[Finding] = field(default_factory=list)
    seconds: float = 0.0
    search_is_current: bool = True
    left_out: dict[str, list[Finding]] = field(default_factory=dict)
    make_index: Callable[[], object] = tuple
    look: Callable[[str], Pages] = no_pages


def silent(_doing: str) -> AbstractContextManager[None]:
    """Progress that nobody sees."""
    return nullcontext()


def build_site(
    root: Path,
    today: date,
    *,
    clean: bool = False,
    search: bool = True,
    progress: Progress = silent,
    theme: Path | None = None,
    offer: ReadOffer = read_offer,
    processors: int | None = None,
    patience: float = 0,
    mkdocs: MkDocsPrograms | None = None,
) -> BuildResult:
    """Bring build/site up to date with the root. `search=False` leaves the search index for a later build. `mkdocs`: programs of
    MkDocs that go on after this build, for a preview: it reads all once, so that `look` can show an edit at once.

    Raises BuildFailed or ToolMissing, both in plain words.
    """
    started = time.monotonic()
    places = Folders(root.resolve(), (theme or THEME).resolve())
    try:
        with only_build(places, patience), without_collecting():
            if clean:
                forget(places)
            places.make()
            state = state_of(places, today)
            if own := own_theme(places.root):
                places = replace(places, theme=lay_over(own, places.theme, places.cache / "theme"))
            result = None if mkdocs else _untouched(places, state)
            if result is None:
                with nullcontext(mkdocs) if mkdocs else MkDocsPrograms(places.root, today) as programs:
                    result = _build(
                        places, today, state, search, progress, offer, programs, processors or usable_processors()
                    )
    except OSError as fault:
        raise BuildFailed(
            f"A file could not be read or written: {fault.filename}: {fault.strerror}.",
            "check that the disk has space and that you may write in build/.",
        ) from fault
    return replace(result, seconds=time.monotonic() - started)


def forget(places: Folders) -> None:
    """Forget what earlier builds left, but for the published site and the lock."""
    for folder in (places.docs, places.html, places.work, places.indexes, places.cache / "photos"):
        shutil.rmtree(folder, ignore_errors=True)
    forget_everything(places.cache)


def state_of(places: Folders, today: date) -> str:
    """A digest of sizes and times of everything a build reads: equal means nothing was touched."""
    return digest_of_state(inputs_of(places), today.isoformat(), made_by())


def inputs_of(places: Folders) -> list[Path]:
    """All files and folders that a build reads."""
    return [
        places.config,
        places.root / "providers",
        *layers_of(places.root).folders,
        places.theme,
        places.root / "theme",
    ]


def _untouched(places: Folders, state: str) -> BuildResult | None:
    """The last result again, when no input was touched since and its site stands."""
    last, site = read_note(places.cache, "built"), current_site(places)
    if site is None or last.get("state") != state or last.get("site") != site.name:
        return None
    if not last["search_is_current"]:
        return None
    return BuildResult(
        places.site,
        last["pages"],
        last["services"],
        unchanged=True,
        findings=last["findings"],
        search_is_current=last["search_is_current"],
    )


def _build(
    places: Folders,
    today: date,
    state: str,
    search: bool,
    progress: Progress,
    read: ReadOffer,
    mkdocs: MkDocsPrograms,
    processors: int,
) -> BuildResult:
    mkdocs.start(1 if current_site(places) else processors)
    with progress("Checking listings and pages"):
        offer = read(places, today)
        settings = read_settings(places.config) if offer.is_whole else Settings()
    if not offer.is_whole or has_errors(offer.findings):
        return BuildResult(None, findings=offer.findings)
    with progress("Writing pages"):
        staged = stage(offer.files, places.docs)
    remove_strays(places)  # on the side, and not before: a process with another thread makes no copies of itself
    assets = read_assets(places.theme)
    if findings := check_colours(settings, *_sheets(assets)):
        return BuildResult(None, findings=[*offer.findings, *findings])
    parts = Parts(places, settings, offer, staged, assets, mkdocs, processors)
    write_sources(parts)
    result = make(parts, search=search, progress=progress)
    _keep_note(places, state, offer, result)
    return BuildResult(
        places.site,
        result.pages,
        offer.services,
        result.changed,
        result.removed,
        result.folder is None,
        offer.findings,
        search_is_current=result.search_is_current,
        left_out=offer.left_out,
        make_index=partial(make_index, places, offer.search),
        look=partial(first_look, parts, result.shared),
    )


def _sheets(assets: Assets) -> tuple[str, str]:
    """The theme's stylesheets, and the council's own."""
    return "\n".join(css for name, css in assets.sheets.items() if name != STYLE), assets.sheets.get(STYLE, "")


def _keep_note(places: Folders, state: str, offer: Offer, result: Made) -> None:
    site = current_site(places)
    write_note(
        places.cache,
        "built",
        {
            "state": ""
            if offer.left_out or offer.is_behind
            else state,  # a preview's site is not what a build publishes
            "site": site.name if site else "",
            "pages": result.pages,
            "services": offer.services,
            "search_is_current": result.search_is_current,
            "index": result.index,
            "findings": offer.findings,
        },
    )
