"""One built page as the checks see it, and how their faults point at it.

In: a page's HTML and its address. Out: a `PageView`. The two samples of a rule are put into a good page, at the part that
`within` names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from typing import Any, NamedTuple

from selectolax.lexbor import LexborHTMLParser

from localoffer.addresses import EMBED
from localoffer.rulebook import Fault

Node = Any
"""A node of selectolax's tree, which has no types of its own."""


class Clues(NamedTuple):
    """Where a fault of a built page comes from: texts to look for in the source file, the best first; whether it stands in
    the frame that pages share; and the page, for a rule that sees the whole site."""

    texts: tuple[str, ...] = ()
    in_frame: bool = False
    page: str = ""


def frame_fault(message: str, fix: str, *texts: str) -> Fault:
    """A fault of the frame that pages share."""
    return Fault(message, fix, Clues(texts, in_frame=True))


def fault_on(page: str, message: str, fix: str, *texts: str, in_frame: bool = False) -> Fault:
    """A fault of one page, for a rule that sees the whole site."""
    return Fault(message, fix, Clues(texts, in_frame, page))


_NEWLINES = re.compile(r"\s+")


def words_of(node: Node) -> str:
    """All text below a node, white space folded."""
    return _NEWLINES.sub(" ", node.text(deep=True, separator="")).strip()


def around(node: Node | None) -> Iterator[Node]:
    """The node, and each element around it, from the inside out."""
    while node is not None:
        yield node
        node = node.parent


class PageView:
    """A parsed page. Lists keep the order of the document."""

    def __init__(self, raw: str, address: str) -> None:
        self.raw = raw
        self.address = address
        self.tree = LexborHTMLParser(raw)
        self.nodes: list[tuple[Node, str, dict[str, str | None]]] = []
        self.by_tag: dict[str, list[tuple[Node, dict[str, str | None]]]] = {}
        root = self.tree.root
        for node in root.traverse(include_text=False) if root is not None else ():
            tag, attributes = node.tag or "", node.attributes
            self.nodes.append((node, tag, attributes))
            self.by_tag.setdefault(tag, []).append((node, attributes))

    def all(self, *tags: str) -> list[tuple[Node, dict[str, str | None]]]:
        """Elements with one of these names; in the order of the document for one name."""
        return [found for tag in tags for found in self.by_tag.get(tag, ())]

    @cached_property
    def ids(self) -> dict[str, Node]:
        """id → the first element that has it."""
        found: dict[str, Node] = {}
        for node, _tag, attributes in self.nodes:
            if "id" in attributes:
                found.setdefault(attributes["id"] or "", node)
        return found

    @cached_property
    def headings(self) -> list[tuple[Node, int]]:
        """Headings with their level, in order."""
        return [
            (node, int(tag[1])) for node, tag, _ in self.nodes if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456"
        ]

    @cached_property
    def is_redirect(self) -> bool:
        """True for a page that only sends on to another address."""
        return any((attributes.get("http-equiv") or "").lower() == "refresh" for _, attributes in self.all("meta"))

    @property
    def is_embed(self) -> bool:
        """True for a fragment that schools show inside their own pages."""
        return self.address.startswith(EMBED)

    @property
    def is_whole(self) -> bool:
        """True for a page with the site's header and footer."""
        return not (self.is_redirect or self.is_embed)

    def name_of(self, node: Node) -> str:
        """The name a screen reader says for a link, button or region (the accessible name, WCAG 4.1.2)."""
        attributes = node.attributes
        if labels := attributes.get("aria-labelledby"):
            return " ".join(words_of(self.ids[id]) for id in labels.split() if id in self.ids).strip()
        if label := (attributes.get("aria-label") or "").strip():
            return label
        return self.content_name(node) or (attributes.get("title") or "").strip()

    def content_name(self, node: Node) -> str:
        """The name that an element's content gives: text that is not hidden, and the alt of pictures."""
        parts: list[str] = []
        _collect(node, parts)
        return _NEWLINES.sub(" ", "".join(parts)).strip()

    def fault(self, node: Node | None, message: str, fix: str, *clues: str | None) -> Fault:
        """A fault at a node; `in_frame` when the node is outside main."""
        return Fault(message, fix, Clues(tuple(clue for clue in clues if clue), not self.is_in_main(node)))

    @cached_property
    def _main_ids(self) -> frozenset[int]:
        """Every element inside main."""
        return frozenset(inner.mem_id for main, _ in self.all("main") for inner in main.traverse(include_text=False))

    def is_in_main(self, node: Node | None) -> bool:
        """True inside the main part, which is made from the page's own source; the rest is the shared frame."""
        return node is not None and node.mem_id in self._main_ids


def _collect(node: Node, parts: list[str]) -> None:
    for child in node.iter(include_text=True):
        tag = child.tag
        if tag == "-text":
            parts.append(child.text(deep=False) or "")
            continue
        if tag in ("script", "style", "template"):
            continue
        attributes = child.attributes
        if attributes.get("aria-hidden") == "true" or "hidden" in attributes:
            continue
        if tag == "img":
            parts.append(f" {attributes.get('alt') or ''} ")
        elif attributes.get("aria-label"):
            parts.append(f" {attributes['aria-label']} ")
        elif tag == "br":
            parts.append(" ")
        else:
            _collect(child, parts)


def short(text: str, most: int = 60) -> str:
    """The beginning of a text, for a message."""
    return text if len(text) <= most else text[: most - 1] + "…"
