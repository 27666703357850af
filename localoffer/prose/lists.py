"""Lists and lines as a person sees them in the file → Markdown that Python-Markdown reads in the same way.

In: Markdown of contributors. Out: Markdown. What is right already stays byte for byte.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_FENCE = re.compile(r" *(```+|~~~+)")
_ITEM = re.compile(
    r"(?P<mark>[-*+](?= )|[•▪◦●○■□‣⁃∙➢➤►](?=\S)|[•▪◦●○■□‣⁃∙➢➤►](?= )|[·–—](?= )|\(?(?:\d{1,2}|[a-zA-Z])\)(?= )|\d{1,2}\.(?= ))"
    r"(?P<gap> *)(?P<words>\S.*)"
)
_RULER = re.compile(r"(?:[-*_] ?){3,}")
_OTHER_BLOCK = re.compile(r"#{1,6} |>|\||!!!|\?\?\?|===|:  ?|\[[^\]]+\]:")
_BIG_NUMBER = re.compile(r"^( *\d{3,})([.)])(?= )")
_SAME_LINE = 60
"""A line that ends here, where its next word had found room before this column, was ended by a person."""


def mend_lists(text: str, *, keeps_code: bool = False) -> str:
    """Lists of every kind, an empty line before them, nesting by two spaces, years at the start of a line, short lines."""
    reader = _Reader(text.split("\n"), keeps_code)
    in_fence = ""
    for number, line in enumerate(reader.lines):
        fence = _FENCE.match(line) if keeps_code else None
        if fence and (not in_fence or fence[1].startswith(in_fence)):
            in_fence = "" if in_fence else fence[1]
            reader.keep(line)
        elif in_fence:
            reader.keep(line)
        else:
            reader.read(number, line)
    return "\n".join(reader.written)


@dataclass
class _Reader:
    lines: list[str]
    keeps_code: bool
    written: list[str] = field(default_factory=list)
    levels: list[int] = field(default_factory=list)  # how far in each open list stands
    is_after_blank: bool = True

    def keep(self, line: str) -> None:
        self.written.append(line)
        self.is_after_blank = False

    def read(self, number: int, line: str) -> None:
        words = line.strip(" ")
        indent = len(line) - len(line.lstrip(" "))
        if not words:
            self.written.append(line)
            self.is_after_blank = True
        elif self.is_item(number) and (self.levels or indent < 4 or not self.keeps_code):
            self.item(line.strip(" "), indent)
        elif self.levels and self.continues(number, indent):
            self.more_of_item(line, words, indent)
        else:
            if self.levels and not self.is_after_blank:
                self.written.append("")  # the list has ended on the line above
            self.levels = []
            self.plain(number, line, indent)

    def item(self, words: str, indent: int) -> None:
        """One point, four spaces in for each list it lies in."""
        is_new = not self.levels
        while self.levels and indent < self.levels[-1]:
            self.levels.pop()
        if not self.levels or indent >= self.levels[-1] + 2:
            self.levels.append(indent)
        if is_new and not self.is_after_blank:
            self.written.append("")
        self.keep("    " * (len(self.levels) - 1) + _point(words))

    def is_item(self, number: int) -> bool:
        """True for a line that begins as a point does, where no wrapped sentence could begin so."""
        found = _item(self.lines[number])
        if not found:
            return False
        mark = found["mark"]
        if mark in "-*+" or mark in "•▪◦●○■□‣⁃∙➢➤►":
            return True
        if mark.endswith(".") and (self.is_after_blank or self.levels):
            return True
        before = self.lines[number - 1] if number else ""
        return any(
            _kind(_item(line)) == _kind(found) for line in (before, self.after(number))
        ) or before.rstrip().endswith(":")

    def after(self, number: int) -> str:
        return self.lines[number + 1] if number + 1 < len(self.lines) else ""

    def continues(self, number: int, indent: int) -> bool:
        """True when a line below a point belongs to it: it is further in, or the point's own line was wrapped."""
        if indent > self.levels[0]:
            return True
        if self.is_after_blank:
            return False
        before, words = self.lines[number - 1], self.lines[number].strip()
        return not (len(before.strip()) < _SAME_LINE and (words[0].isupper() or words[0].isdigit()))

    def more_of_item(self, line: str, words: str, indent: int) -> None:
        is_right = indent % 4 == 0 or self.keeps_code or not self.is_after_blank
        self.keep(line if is_right else "    " * len(self.levels) + words)

    def plain(self, number: int, line: str, indent: int) -> None:
        if not self.keeps_code:
            line = line.lstrip(" ") if indent >= 4 else line
            line = line.rstrip(" ") + "  " if self.is_ended(line, self.after(number)) else line
        self.keep(_BIG_NUMBER.sub(r"\1\\\2", line) if self.is_after_blank else line)

    def is_ended(self, line: str, after: str) -> bool:
        """True when a person ended this line on purpose: the next word would have had room on it."""
        others = (line.lstrip(), after.lstrip())
        if (
            not after.strip()
            or _item(after)
            or any(map(_OTHER_BLOCK.match, others))
            or any("|" in one for one in others)
        ):
            return False
        if set(after.strip()) <= set("-=_* "):
            return False
        return len(line.strip()) + 1 + len(after.split()[0]) < _SAME_LINE - 10


def _item(line: str) -> re.Match[str] | None:
    words = line.strip(" ")
    return None if _RULER.fullmatch(words) else _ITEM.fullmatch(words)


def _kind(found: re.Match[str] | None) -> str:
    """Points of one list begin alike: all with numbers, all with letters, all with the same sign."""
    return re.sub(r"\d+", "1", re.sub(r"[a-zA-Z]", "a", found["mark"])) if found else ""


def _point(words: str) -> str:
    """A point as Markdown writes it. Letters stay: people speak of “b)”."""
    found = _ITEM.fullmatch(words)
    if not found or found["mark"] in "-*+" or found["mark"].endswith("."):
        return words
    if number := re.fullmatch(r"\(?(\d+)\)", found["mark"]):
        return f"{number[1]}. {found['words']}"
    return f"- {found['mark']} {found['words']}" if found["mark"].endswith(")") else f"- {found['words']}"
