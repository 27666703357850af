"""A stream of words and tags → blocks: headings, paragraphs, points of lists, cells of tables.

Pictures, programs, frames and drawings are left out, and each is named. Nothing here depends on tags being closed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from localoffer.exchange.clean.signs import one_line, seen
from localoffer.exchange.clean.tokens import Tag, tokens


class Run(NamedTuple):
    """Words that look alike: strong, or leading somewhere."""

    text: str
    strong: bool = False
    target: str = ""


@dataclass
class Block:
    """One block. `kind`: p, h, li, or more (a further paragraph of a point); `level`: of the heading or the list; `number`:
    of a point in a numbered list, else 0; `cell`: table, row, column and whether it is a heading there."""

    kind: str = "p"
    level: int = 0
    number: int = 0
    runs: list[Run] = field(default_factory=list)
    cell: tuple[int, int, int, bool] | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(run.text for run in self.runs)

    @property
    def is_strong(self) -> bool:
        """True where every word is strong."""
        return any(run.text.strip() for run in self.runs) and all(run.strong for run in self.runs if run.text.strip())


LeaveOut = Callable[[str], None]
HEADINGS = {f"h{level}": level for level in range(1, 7)}
SKIPPED = {
    "script": "",
    "style": "",
    "xml": "",
    "head": "",
    "template": "",
    "svg": "a drawing",
    "math": "a formula",
    "title": "the title of a page",
    "canvas": "a drawing",
}
FRAMES = {
    "iframe": "a frame",
    "object": "a file",
    "embed": "a file",
    "video": "a film",
    "audio": "a recording",
    "applet": "a program",
}
PARAGRAPHS = frozenset(
    """p div section article aside header footer main nav address blockquote figure figcaption center fieldset form legend
    details summary dl dd hgroup caption option button body noscript pre hr table tbody thead tfoot""".split()
)
DEEPEST = 4


def blocks_of(html: str, leave_out: LeaveOut) -> list[Block]:
    """The blocks that hold words."""
    reader = _Reader(html.lower(), leave_out)
    for token in tokens(html):
        if isinstance(token, Tag):
            reader.tag(token)
        else:
            reader.words(token)
    reader.close()
    return reader.blocks


@dataclass
class _Reader:
    small: str
    leave_out: LeaveOut
    blocks: list[Block] = field(default_factory=list)
    current: Block = field(default_factory=Block)
    lists: list[int] = field(default_factory=list)  # for each open list: -1, or how many numbered points it has
    strong: int = 0
    target: str = ""
    skipping: str = ""
    skipped: list[str] = field(default_factory=list)
    is_in_point: bool = False
    is_pre: int = 0
    tables: int = 0
    depth: int = 0  # of tables in each other
    row: int = 0
    column: int = 0
    is_ended: dict[str, bool] = field(default_factory=dict)
    waiting: Block | None = None

    def words(self, text: str) -> None:
        if self.skipping:
            self.skipped.append(text)
            return
        text = seen(text)
        text = text if self.is_pre else re.sub(r"\s+", " ", text)
        if text:
            self.current.runs.append(Run(text, self.strong > 0 or self.current.kind == "dt", self.target))

    def tag(self, tag: Tag) -> None:
        if self.skipping:
            if tag.ends and tag.name == self.skipping:
                self.end_skip()
            return
        name = tag.name
        if name in SKIPPED:
            self.begin_skip(tag)
        elif name in ("b", "strong"):
            self.strong = max(0, self.strong + (-1 if tag.ends else 1))
        elif name == "a":
            self.target = "" if tag.ends else tag.get("href")
        elif name == "br" and not tag.ends:
            self.current.runs.append(Run("\n"))
        elif name in ("img", "image", "area", "input") or name in FRAMES:
            self.picture(tag)
        else:
            self.block_tag(tag)

    def block_tag(self, tag: Tag) -> None:
        name = tag.name
        if name in HEADINGS:
            self.heading(tag)
        elif name in ("ul", "ol", "menu", "dir"):
            self.list_tag(tag)
        elif name == "li":
            self.point(tag)
        elif name in ("table", "tr", "td", "th"):
            self.table_tag(tag)
        elif name in ("dt", *PARAGRAPHS):
            self.close()
            self.current = self.after()
            self.strong = max(0, self.strong + (-1 if tag.ends else 1)) if name == "dt" else self.strong
            self.is_pre = max(0, self.is_pre + (-1 if tag.ends else 1)) if name == "pre" else self.is_pre

    def heading(self, tag: Tag) -> None:
        """A heading; the point of a list that it stands in is none."""
        self.close()
        if self.waiting:
            self.waiting, self.is_in_point = None, False
        self.current = self.after() if tag.ends else Block("h", HEADINGS[tag.name], cell=self.cell())

    def after(self) -> Block:
        """The block that words go into now."""
        if self.waiting and self.is_in_point:
            return self.waiting
        if not self.is_in_point:
            return Block(cell=self.cell())
        return Block("more", min(DEEPEST, max(1, len(self.lists))), cell=self.cell())

    def cell(self) -> tuple[int, int, int, bool] | None:
        return (self.tables, self.row, self.column, False) if self.depth == 1 and self.column else None

    def list_tag(self, tag: Tag) -> None:
        self.close()
        if not tag.ends:
            self.lists.append(0 if tag.name == "ol" else -1)
        elif self.lists:
            self.lists.pop()
        self.is_in_point = bool(self.lists) and tag.ends
        self.current = self.after()

    def point(self, tag: Tag) -> None:
        self.close()
        self.is_in_point, self.waiting = not tag.ends, None
        if tag.ends:
            self.current = self.after()
            return
        if self.lists and self.lists[-1] >= 0:
            self.lists[-1] += 1
        number = max(0, self.lists[-1]) if self.lists else 0
        self.current = Block("li", min(DEEPEST, max(1, len(self.lists))), number, cell=self.cell())

    def table_tag(self, tag: Tag) -> None:
        self.close()
        if tag.name == "table":
            self.depth = max(0, self.depth + (-1 if tag.ends else 1))
            if self.depth == 1 and not tag.ends:
                self.tables, self.row, self.column = self.tables + 1, 0, 0
        elif self.depth == 1 and not tag.ends:
            self.row, self.column = (self.row + 1, 0) if tag.name == "tr" else (max(1, self.row), self.column + 1)
        self.current = self.after()
        if tag.name == "th" and self.current.cell and not tag.ends:
            self.current.cell = (*self.current.cell[:3], True)

    def picture(self, tag: Tag) -> None:
        if tag.ends or tag.name in ("area", "input"):
            return
        kind = FRAMES.get(tag.name, "a picture")
        words = one_line(tag.get("alt") or tag.get("title"))
        source = tag.get("src") or tag.get("data")
        where = "" if source.lower().startswith("data:") else source[:200]
        about = " ".join(part for part in (f"“{words[:200]}”" if words else "", where) if part)
        self.leave_out(f"{kind} {about}".strip())

    def begin_skip(self, tag: Tag) -> None:
        """A part that is no text for people; one that is never closed is not the rest of the record."""
        if tag.ends or tag.attributes.endswith("/"):
            return
        if tag.name not in self.is_ended:
            self.is_ended[tag.name] = f"</{tag.name}" in self.small
        if self.is_ended[tag.name]:
            self.skipping, self.skipped = tag.name, []

    def end_skip(self) -> None:
        what, words = SKIPPED[self.skipping], one_line(" ".join(self.skipped))
        if what and (words or what != "the title of a page"):
            self.leave_out(f"{what} “{words}”" if words else what)
        self.skipping = ""

    def close(self) -> None:
        """The block is whole. A point that has no words yet waits for those of the paragraph in it."""
        if self.current.text.strip():
            self.blocks.append(self.current)
            self.waiting = None
        elif self.current.kind == "li":
            self.waiting = self.current
        self.current = Block(cell=self.cell())
