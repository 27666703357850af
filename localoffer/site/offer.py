"""What a build publishes: pages and static files, each with the file a person edits.

In: the root of an offer (or a Catalogue). Out: an `Offer`, whose files are made one by one so that 75,000 pages need
not fit into memory together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from localoffer.addresses import API, DATA, page_url
from localoffer.cache.digests import digest_of
from localoffer.cache.made_by import made_by
from localoffer.cache.store import Room, read_note
from localoffer.catalogue import Catalogue
from localoffer.catalogue.again import with_listing
from localoffer.check import check_offer
from localoffer.easyread.pictures import picture_files
from localoffer.findings import Finding, has_errors
from localoffer.kinds import THE_DATA, kind_of
from localoffer.outputs.files import Later, output_files
from localoffer.outputs.frame import easy_links, languages_frame, urgent_frame
from localoffer.outputs.index import Index
from localoffer.outputs.pages import Codes, Draft, ListDrafts, draft_pages, lists_key, page_text, service_drafts
from localoffer.outputs.search import make_index
from localoffer.picturefile import is_picture
from localoffer.site.page_cache import KeptPages
from localoffer.site.pages_ahead import PagesAhead
from localoffer.site.photos import publishable
from localoffer.site.search import SearchIndex
from localoffer.site.stage import NOTE as STAGED
from localoffer.site.stage import Content, Same
from localoffer.system.folders import Folders
from localoffer.yamlfile.source import relative_name

Look = Callable[[str], Mapping[str, str]]
"""A file that a person edits → the staged texts of its own pages as they would be now; none where a whole build must say."""


def _no_look(_file: str) -> Mapping[str, str]:
    return {}


@dataclass
class Offer:
    """`files` fills `sources` (page → file to edit), `kinds` (page → kind) and `moved` (old address → new) as it runs.
    `left_out`: files that a preview goes on without, each with what is still to be filled in. `frame`: what the header and
    footer of every page read beside mkdocs.yml's own facts. `search`: the search index of the whole offer. `look`: the pages of a
    file that was saved since."""

    files: Iterable[tuple[str, Content]] = ()
    findings: list[Finding] = field(default_factory=list)
    services: int = 0
    sources: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    moved: dict[str, str] = field(default_factory=dict)
    is_whole: bool = True
    left_out: dict[str, list[Finding]] = field(default_factory=dict)
    frame: dict[str, object] = field(default_factory=dict)
    is_behind: bool = False
    search: SearchIndex = field(default_factory=SearchIndex)
    look: Look = _no_look


ReadOffer = Callable[[Folders, date], Offer]


def read_offer(places: Folders, today: date) -> Offer:
    """Read and check everything below the root; not `is_whole` when a finding is an error."""
    catalogue, findings = check_offer(places.root, today, cache=places.cache)
    if catalogue is None or has_errors(findings):
        return Offer(findings=findings, is_whole=False)
    return offer_of(catalogue, places, findings)


def preview_offer(places: Folders, today: date) -> Offer:
    """The same, without the listings that are half filled in: other pages can be looked at meanwhile."""
    catalogue, findings = check_offer(places.root, today, cache=places.cache, leave_out=True)
    waiting = catalogue.not_ready if catalogue else ()
    others = [finding for finding in findings if finding.path not in waiting]
    if catalogue is None or has_errors(others):
        return Offer(findings=findings, is_whole=False)
    offer = offer_of(catalogue, places, others, keeps_data=True)
    offer.left_out = {path: [one for one in findings if one.path == path] for path in sorted(waiting)}
    return offer


def offer_of(catalogue: Catalogue, places: Folders, findings: list[Finding], *, keeps_data: bool = False) -> Offer:
    """The pages and static files of a checked catalogue. `keeps_data`: the open data stays as the last build made it."""
    frame: dict[str, object] = {
        "promises": catalogue.local.promises.model_dump(),
        "urgent": urgent_frame(catalogue),
        "languages": languages_frame(catalogue),
        "easy_links": easy_links(catalogue),
    }
    offer = Offer(findings=findings, services=len(catalogue.services), frame=frame)
    before = _data_before(places) if keeps_data else {}
    offer.is_behind = bool(before)
    offer.files = _files(catalogue, places, offer, before)
    offer.search = _search_index(catalogue, places.cache)
    offer.look = partial(_look, catalogue, offer)
    return offer


def _look(catalogue: Catalogue, offer: Offer, file: str) -> dict[str, str]:
    """The pages of a listing as it is now, but for those that another file has made."""
    found = with_listing(file, catalogue)
    if found is None:
        return {}
    now, service = found
    drafts = [draft for draft in service_drafts(service, Index(now)) if offer.sources.get(draft.path, file) == file]
    return {draft.path: page_text(draft.make()) for draft in drafts}


def _search_index(catalogue: Catalogue, kept: Path) -> SearchIndex:
    """Named after all that it is made from; where that is not known, after what it is."""
    records = [*catalogue.services.values(), *catalogue.providers.values(), *catalogue.content.values()]
    parts = [catalogue.digest, *(record.origin.digest for record in records)]
    if all(parts):
        return SearchIndex(digest_of(made_by(), *parts)[:16], lambda: make_index(Index(catalogue, kept=kept)))
    files = list(make_index(Index(catalogue)))
    return SearchIndex(digest_of(*(part for file in files for part in file))[:16], lambda: files)


def _data_before(places: Folders) -> dict[str, Same]:
    """The open data as it lies in the stage: thousands of files, which nobody looks at while writing."""
    staged: dict[str, str] = read_note(places.cache, STAGED)
    return {
        path: Same(digest, partial((places.docs / path).read_text, "utf-8"))
        for path, digest in staged.items()
        if path in DATA or path.startswith(f"{API}/")
    }


def _files(
    catalogue: Catalogue, places: Folders, offer: Offer, before: dict[str, Same]
) -> Iterator[tuple[str, Content]]:
    used: set[str] = set()
    codes, kept = Codes(places.cache), KeptPages(places.cache)
    index = Index(catalogue, codes, places.cache)
    ahead = PagesAhead(index, kept.is_known)
    lists = ListDrafts(lists_key(catalogue), kept.outline, ahead.parts)
    for draft in draft_pages(index, lists):
        offer.sources[draft.path] = draft.source
        offer.kinds[draft.path] = draft.kind
        known = kept.find(draft.path, draft.key)
        if known:
            digest, pictures = known
            yield draft.path, Same(digest, partial(_text, draft))
        else:
            text, pictures = ahead.take(draft.path) or _made(draft, offer)
            kept.remember(draft.path, draft.key, digest_of(text), pictures)
            yield draft.path, text
        used |= pictures
    codes.prune_and_close(page_url(path) for path in offer.sources)
    drawings = Room(places.cache, "drawings")
    yield from picture_files(used, catalogue.vocabulary, places.root, drawings)
    drawings.prune_and_close()
    yield from before.items()
    for address, content in output_files(index, without=[THE_DATA] if before else []):
        if isinstance(content, Later):
            yield address, _same_or_made(address, content, kept)
        elif isinstance(content, Path) and is_picture(content.name):
            yield address, publishable(content, places.cache / "photos", relative_name(content, places.root))
        else:
            yield address, content
    kept.write(lists.outline)


def _made(draft: Draft, offer: Offer) -> tuple[str, frozenset[str]]:
    """The text of a page, and the pictures it shows."""
    page = draft.make()
    if kind_of(draft.kind).leads_on and page.meta.get("to"):
        offer.moved[draft.url] = str(page.meta["to"]).lstrip("/")
    return page_text(page), page.pictures


def _same_or_made(address: str, later: Later, kept: KeptPages) -> Content:
    if known := kept.find(address, later.key):
        return Same(known[0], later.make)
    content = later.make()
    kept.remember(address, later.key, digest_of(content))
    return content


def _text(draft: Draft) -> str:
    return page_text(draft.make())
