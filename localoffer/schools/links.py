"""What a page of a school leads to: the offer, an old address of it, something else by that name, more pages to look at.

In: HTML or PDF as it came. Out: links. No script is run.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from localoffer.schools.asking import Page, joined

NAMED = re.compile(r"\blocal[\s_-]*offer|\blocaloffer|\bsend[\s_-]*offer", re.IGNORECASE)
"""A link that speaks of the offer."""
_LIKELY = (
    (NAMED, 4),
    (re.compile(r"sen[d]?[\s_/-]*(?:information[\s_-]*)?report|sir\b", re.IGNORECASE), 4),
    (re.compile(r"special[\s_-]*educational|\bsend?\b|\bsendco|\bsenco|additional[\s_-]*needs", re.IGNORECASE), 3),
    (re.compile(r"inclusion|learning[\s_-]*support|\bneeds\b", re.IGNORECASE), 2),
    (re.compile(r"statutory|key[\s_-]*information|policies|parents|our[\s_-]*school", re.IGNORECASE), 1),
)
_NO_PAGE = re.compile(r"\.(?:jpe?g|png|gif|webp|svg|zip|docx?|xlsx?|pptx?|mp[34]|ics|css|js)$", re.IGNORECASE)
_REFRESH = re.compile(r"\s*\d+\s*[;,]\s*url\s*=\s*['\"]?([^'\"]+)", re.IGNORECASE)
_URI = re.compile(rb"/URI\s*\(((?:\\.|[^\\()])*)\)")
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_WORDS = re.compile(r"\s+")
FEW_WORDS = 200
MOST_IN_PDF = 20_000_000


@dataclass(frozen=True)
class Link:
    """Where it leads, whole, and its words. `is_shown`: what it leads to is shown inside the page."""

    address: str
    words: str = ""
    is_shown: bool = False

    @property
    def promise(self) -> int:
        """How likely the page behind it speaks of special educational needs; 0 where it is no page."""
        path = urlsplit(self.address).path
        if _NO_PAGE.search(path):
            return 0
        likely = max((worth for found, worth in _LIKELY if found.search(self.words) or found.search(path)), default=0)
        return likely if likely > 2 or not path.lower().endswith(".pdf") else 0


@dataclass(frozen=True)
class Contents:
    """What there is in a page. `sends_on`: where it leads by itself; `by_script`: only a script would make its words."""

    links: tuple[Link, ...] = ()
    sends_on: str = ""
    by_script: bool = False
    is_page: bool = True


def contents_of(page: Page) -> Contents:
    """The links of a page, in order."""
    if page.content.lstrip()[:5] == b"%PDF-":
        return Contents(tuple(Link(address) for address in dict.fromkeys(_in_pdf(page.content))))
    if page.kind not in ("", "text/html", "application/xhtml+xml"):
        return Contents(is_page=False)
    tree = LexborHTMLParser(page.content)
    base = tree.css_first("base[href]")
    start = (joined(page.address, base.attributes.get("href") or "") if base else "") or page.address
    return Contents(tuple(_links(tree, start)), _sends_on(tree, start), _needs_script(tree))


def _links(tree: LexborHTMLParser, start: str) -> Iterator[Link]:
    for node in tree.css("a[href], area[href], iframe[src], local-offer[src]"):
        attributes = node.attributes
        is_shown = node.tag in ("iframe", "local-offer")
        address = joined(start, attributes.get("src" if is_shown else "href") or "")
        if not address:
            continue
        pictures = " ".join(picture.attributes.get("alt") or "" for picture in node.css("img"))
        words = " ".join(
            (node.text(deep=True), pictures, attributes.get("title") or "", attributes.get("aria-label") or "")
        )
        yield Link(address.partition("#")[0], _WORDS.sub(" ", words).strip()[:300], is_shown)


def _sends_on(tree: LexborHTMLParser, start: str) -> str:
    for node in tree.css("meta[http-equiv]"):
        if (node.attributes.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.match(node.attributes.get("content") or "")
            if found:
                return joined(start, str(found[1]))
    return ""


def _needs_script(tree: LexborHTMLParser) -> bool:
    """True for a page that holds scripts and hardly a word or link."""
    has_script = bool(tree.css("script"))
    if not has_script or len(tree.css("a[href]")) > 2 or tree.body is None:
        return False
    for node in tree.css("script, style, noscript, template"):
        node.decompose()
    return len(_WORDS.sub(" ", tree.body.text(deep=True)).strip()) < FEW_WORDS


def _in_pdf(content: bytes) -> Iterator[str]:
    left = MOST_IN_PDF
    for part in (content, *(match[1] for match in _STREAM.finditer(content))):
        if part is not content:
            try:
                part = zlib.decompressobj().decompress(part, max(1, left))
            except zlib.error:
                continue
            left -= len(part)
            if left <= 0:
                return
        for match in _URI.finditer(part):
            address = re.sub(rb"\\(.)", rb"\1", match[1]).decode("utf-8", "replace").strip()
            if address := joined("", address):
                yield address


# Whose address it is


@dataclass(frozen=True)
class Offer:
    """The offer's own address, and those it had before."""

    address: str
    former: tuple[str, ...] = ()

    def is_ours(self, address: str) -> bool:
        """True for a page of the offer, with or without www and s."""
        return is_below(address, self.address)

    def is_former(self, address: str) -> bool:
        """True for a page at an old address, unless the offer lies there still."""
        return not self.is_ours(address) and any(is_below(address, old) for old in self.former)


def is_below(address: str, start: str) -> bool:
    """`https://www.a.example/send/x` is below `http://a.example/send/`."""
    (host, path), (its_host, its_path) = _plain(address), _plain(start)
    return host == its_host and (path == its_path or path.startswith(its_path.rstrip("/") + "/"))


def _plain(address: str) -> tuple[str, str]:
    try:
        parts = urlsplit(address)
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return "", ""
    usual = port in (None, 80, 443)
    return (host if usual else f"{host}:{port}"), re.sub(r"/(?:index\.html?)?$", "", parts.path) or "/"
