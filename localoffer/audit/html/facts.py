"""What the rules over the whole site need to know of each page.

In: a `PageView`. Out: a `PageFacts`, which goes into the cache and between processes as plain lists.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any

from localoffer.audit.html.everywhere import order_of_help, switch_of
from localoffer.audit.html.hrefs import fragment_of, is_elsewhere, leads_to
from localoffer.audit.html.page import PageView, words_of
from localoffer.audit.html.pictures import pictures_of
from localoffer.audit.html.safety import policy_of, sheet_hashes

_ASSETS = {**dict.fromkeys(("img", "script", "source", "video", "audio", "iframe"), "src"), "use": "href"}


@dataclass(frozen=True)
class PageFacts:
    """`links`: [file it leads to, fragment, href as written, "frame" or nothing]; `assets`: [file, href, "frame" or
    nothing]; `pictures`: [alt, file]; `linked`: the stylesheets beside the page; `bytes`: the page as a host sends it
    (gzip -9); `letters`: characters of its text and of the style inside it."""

    title: str = ""
    is_whole: bool = True
    is_redirect: bool = False
    ids: list[str] = field(default_factory=list)
    links: list[list[str]] = field(default_factory=list)
    assets: list[list[str]] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    pictures: list[list[str]] = field(default_factory=list)
    elsewhere: list[str] = field(default_factory=list)
    policy: str = ""
    sheets: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    bytes: int = 0
    letters: list[int] = field(default_factory=lambda: [0, 0])
    order: str = ""
    switch: str = ""

    def as_row(self) -> dict[str, Any]:
        """Plain lists, for the cache."""
        return asdict(self)


def facts_of(page: PageView, base: str = "/") -> PageFacts:
    """Look once at a page."""
    titles = page.all("title")
    links: dict[tuple[str, ...], None] = {}
    assets: dict[tuple[str, ...], None] = {}
    elsewhere: dict[str, None] = {}
    for node, tag, attributes in page.nodes:
        if tag in ("a", "area") or (tag == "link" and attributes.get("rel") != "canonical"):
            name, found = "href", assets if tag == "link" else links
        elif tag in _ASSETS:
            name, found = _ASSETS[tag], assets
        elif tag == "form":
            name, found = "action", links
        else:
            continue
        href = (attributes.get(name) or "").strip()
        if (href.startswith("#") and tag == "use") or not href:
            continue
        if is_elsewhere(href):
            if found is links and href.startswith(("http://", "https://")):
                elsewhere[href] = None
            continue
        where = "" if page.is_in_main(node) else "frame"
        fragment = (fragment_of(href),) if found is links else ()
        found[leads_to(page.address, href, base), *fragment, href, where] = None
    style = sum(len(node.text(deep=True) or "") for node, _ in page.all("style"))
    switch = switch_of(page) if page.is_whole else None
    shown_here = [shown for _, shown in pictures_of(page) if not shown.is_decorative]
    return PageFacts(
        title=words_of(titles[0][0]) if titles else "",
        is_whole=page.is_whole,
        is_redirect=page.is_redirect,
        ids=list(page.ids),
        links=[list(link) for link in links],
        assets=[list(asset) for asset in assets],
        scripts=[leads_to(page.address, src, base) for src in _scripts(page)],
        pictures=[[shown.alt or "", shown.file] for shown in shown_here if shown.file and shown.words],
        elsewhere=list(elsewhere),
        policy=policy_of(page) or "",
        sheets=sheet_hashes(page),
        linked=[leads_to(page.address, href, base) for href in _stylesheets(page)],
        bytes=len(gzip.compress(page.raw.encode("utf-8"), 9, mtime=0)),
        letters=[len(page.raw) - style, style],
        order=order_of_help(page) if page.is_whole else "",
        switch=leads_to(page.address, switch.attributes.get("href") or "", base) if switch is not None else "",
    )


def _scripts(page: PageView) -> Iterator[str]:
    """The site's own scripts."""
    found = (given.get("src") or "" for _, given in page.all("script"))
    return (src for src in found if src and not is_elsewhere(src))


def _stylesheets(page: PageView) -> Iterator[str]:
    """The stylesheets beside the page."""
    found = (given for _, given in page.all("link") if "stylesheet" in (given.get("rel") or "").lower().split())
    return (href for given in found if (href := given.get("href")))
