"""Choose which pages the browser tests: every kind of page, every piece under every stylesheet, what changed, or all that differ.

In: build/site, and build/cache/kinds.json. Out: a `Choice`: pages to test, and for every other page the reason why it
need not be. A page's structure is the tree of its elements, each with its classes, role and type; likenesses beside
each other count once, so a list of three and a list of thirty are one structure. Its pieces are the pairs of an element
and the one around it. The same piece under the same stylesheets looks the same, whatever kind of page it is on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, LexborNode

from localoffer.addresses import url_of
from localoffer.cache.digests import digest_of, read_json
from localoffer.cache.store import read_note, write_note
from localoffer.kinds import kind_of

TOLD = ("class", "role", "type", "aria-expanded", "aria-haspopup", "hidden")
"""Attributes that make two elements differ in how they look or act."""


@dataclass(frozen=True)
class BuiltPage:
    """One page of the site. `address` is its file (`find/index.html`); `digest` of its bytes; `sheets`: a digest of its
    stylesheets."""

    address: str
    kind: str
    digest: str = ""
    structure: str = ""
    pieces: frozenset[str] = field(default_factory=frozenset, repr=False)
    sheets: str = ""

    @property
    def url(self) -> str:
        """The address as a reader sees it, without a leading slash."""
        return url_of(self.address)


@dataclass(frozen=True)
class Choice:
    """`tested`: in order of address. `like`: page → the tested page of the same structure. `made_of`: pages whose every
    piece is on some tested page with the same stylesheets. `left`: page → why a browser cannot test it."""

    tested: tuple[BuiltPage, ...]
    like: Mapping[str, str] = field(default_factory=dict)
    made_of: tuple[str, ...] = ()
    left: Mapping[str, str] = field(default_factory=dict)

    @property
    def covered(self) -> int:
        """How many pages are covered by likeness."""
        return len(self.like) + len(self.made_of)

    @property
    def kinds(self) -> list[str]:
        """The kinds of page that are tested."""
        return sorted({page.kind for page in self.tested})


def read_pages(site: Path, cache: Path) -> list[BuiltPage]:
    """Every page of the finished site; structures are kept by digest, so that an unchanged page is not read twice."""
    kinds = read_json(cache / "kinds.json")
    known = read_note(cache, "structures")
    pages, fresh = [], {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix()
        content = file.read_bytes()
        digest = digest_of(content)
        structure, pieces, sheets = fresh[digest] = known.get(digest) or list(structure_of(content))
        pages.append(BuiltPage(address, _kind(address, content, kinds), digest, structure, frozenset(pieces), sheets))
    if fresh.keys() != known.keys():
        write_note(cache, "structures", fresh)
    return pages


def _kind(address: str, content: bytes, kinds: Mapping[str, str]) -> str:
    if address in kinds:
        return kinds[address]
    if b'http-equiv="refresh"' in content[:4000]:
        return "redirect"
    return address.partition("/")[0].removesuffix(".html")


def structure_of(content: bytes) -> tuple[str, list[str], str]:
    """A digest of a page's structure, its pieces, and a digest of its stylesheets."""
    parsed = LexborHTMLParser(content)
    pieces: set[str] = set()
    structure = digest_of(_structure(parsed.root, pieces) if parsed.root else "")
    sheets = [node.html or "" for node in parsed.css("style, link[rel~=stylesheet]")]
    return structure, sorted(digest_of(piece)[:12] for piece in pieces), digest_of(*sheets)


def _structure(node: LexborNode, pieces: set[str]) -> str:
    label = _label(node)
    children: list[str] = []
    for child in _elements(node):
        pieces.add(f"{label} {_label(child)}")
        shape = _structure(child, pieces)
        if not children or children[-1] != shape:
            children.append(shape)
    return f"{label}({','.join(children)})"


def _elements(node: LexborNode) -> Iterator[LexborNode]:
    """Child elements; what is inside a picture does not count."""
    return iter(()) if node.tag in ("svg", "head", "script", "style") else node.iter()


def _label(node: LexborNode) -> str:
    attributes = node.attributes
    told = [f"{name}={attributes[name]}" for name in TOLD if name in attributes]
    return " ".join([str(node.tag), *told])


def choose_pages(pages: Collection[BuiltPage], changed: Collection[str] = (), *, every: bool = False) -> Choice:
    """The pages to test.

    Always a page of each kind, and so many with the same stylesheets that each of their pieces is tested; besides them the
    `changed` addresses; with `every`, one page of each structure there is.
    """
    left = {page.address: why for page in pages if (why := kind_of(page.kind).not_tested)}
    usable = [page for page in pages if page.address not in left]
    alike: defaultdict[str, list[BuiltPage]] = defaultdict(list)
    for page in usable:
        alike[page.sheets].append(page)
    chosen = {page.address for group in alike.values() for page in cover(group)}
    chosen |= {page.address for page in usable if page.address in changed}
    if every:
        tested = {(page.kind, page.structure) for page in usable if page.address in chosen}
        for page in usable:
            if (page.kind, page.structure) not in tested:
                tested.add((page.kind, page.structure))
                chosen.add(page.address)
    return _choice(usable, chosen, left)


def cover(group: Collection[BuiltPage]) -> list[BuiltPage]:
    """A few pages that together have every kind and every piece of the group; the page with most that is new first."""
    has = {page.address: {*page.pieces, f"kind {page.kind}"} for page in group}
    missing = set[str]().union(*has.values())
    rest = sorted(group, key=lambda page: page.address)
    found: list[BuiltPage] = []
    while missing:
        best = max(rest, key=lambda page: len(has[page.address] & missing))
        found.append(best)
        rest.remove(best)
        missing -= has[best.address]
    return found


def _choice(usable: Collection[BuiltPage], chosen: set[str], left: Mapping[str, str]) -> Choice:
    tested = sorted((page for page in usable if page.address in chosen), key=lambda page: page.address)
    twins = {(page.kind, page.structure): page.address for page in reversed(tested)}
    others = [page for page in usable if page.address not in chosen]
    like = {page.address: twins[page.kind, page.structure] for page in others if (page.kind, page.structure) in twins}
    made_of = tuple(page.address for page in others if page.address not in like)
    return Choice(tuple(tested), like, made_of, left)
