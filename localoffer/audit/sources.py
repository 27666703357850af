"""From a fault in a built page to the file and line a person edits.

In: build/cache/sources.json (page → file) and clues: texts that stand near the fault. Out: path, line and column. What
stands outside the main part comes from the theme; what no clue finds is shown at the top of the page's file.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from localoffer.cache.digests import read_json
from localoffer.overlay import file_of
from localoffer.system.carried import THEME
from localoffer.system.own_theme import own_theme

Place = tuple[str, int, int]
FRAME = "theme/base.html"
_LONG = 40


@dataclass
class Sources:
    """The sources of one offer's pages. `theme` is the folder of templates."""

    root: Path
    theme: Path = THEME
    pages: Mapping[str, str] = field(default_factory=dict)
    kinds: Mapping[str, str] = field(default_factory=dict)
    _lines: dict[Path, list[str]] = field(default_factory=dict)

    @classmethod
    def of(cls, root: Path) -> Sources:
        """The sources as the last build noted them."""
        cache = root / "build" / "cache"
        made = cache / "theme"
        theme = made if own_theme(root) and made.is_dir() else THEME
        return cls(root, theme, read_json(cache / "sources.json"), read_json(cache / "kinds.json"))

    def source_of(self, address: str) -> str:
        """The file a person edits to change this page."""
        if address == "404.html":
            return "theme/404.html"
        return self.pages.get(address) or f"build/site/{address}"

    def place(self, address: str, clues: Iterable[str], in_frame: bool) -> Place:
        """Where to point: the best clue in the page's file, then in the theme."""
        source, found = self.source_of(address), [clue for clue in clues if clue.strip()]
        in_theme = source.startswith("theme/")
        place = None if in_theme else self._find(file_of(source, self.root), source, found)
        if place is None and (in_frame or in_theme):
            place = self._find_in_theme(found)
        return place or self._top(address, source, in_frame)

    def _top(self, address: str, source: str, in_frame: bool) -> Place:
        """The line that begins what the page is made from: a list's own member, or the file's first line."""
        if source.endswith((".yml", ".yaml")) and "/_data/" in source:
            slug = address.removesuffix("/index.html").rpartition("/")[2]
            place = self._find(file_of(source, self.root), source, [f"id: {slug},", f"id: {slug}"])
            if place:
                return place
        if source.startswith("build/site/") and in_frame:
            return (FRAME, 1, 1)
        return (source, 1, 1)

    def _find(self, file: Path, name: str, clues: Iterable[str]) -> Place | None:
        lines = self._read(file)
        for clue in clues:
            for text in _forms(clue):
                for number, line in enumerate(lines, 1):
                    column = line.find(text)
                    if column >= 0:
                        return (name, number, column + 1)
        return None

    def _find_in_theme(self, clues: list[str]) -> Place | None:
        for clue in clues:
            for file in self._templates:
                if place := self._find(file, f"theme/{file.relative_to(self.theme).as_posix()}", [clue]):
                    return place
        return None

    @cached_property
    def _templates(self) -> list[Path]:
        base = [self.theme / "base.html", self.theme / "main.html"]
        rest = sorted(path for path in self.theme.rglob("*.html") if path not in base)
        return [path for path in [*base, *rest] if path.is_file()]

    def _read(self, file: Path) -> list[str]:
        if file not in self._lines:
            try:
                self._lines[file] = file.read_text(encoding="utf-8-sig", errors="replace").splitlines()
            except OSError:
                self._lines[file] = []
        return self._lines[file]


def _forms(clue: str) -> list[str]:
    """A clue as it may be written: whole, escaped, its beginning, with a slash before an address."""
    forms = [clue, html.escape(clue, quote=False), html.escape(clue)]
    if len(clue) > _LONG:
        start = clue[:_LONG].rsplit(" ", 1)[0]
        forms.append(start)
    if re.fullmatch(r"(?:\.\./)+[\w/#.-]+", clue):
        forms.append(clue.replace("../", ""))
    return list(dict.fromkeys(forms))


_TEXT = re.compile(r">([^<>]+)<|^([^<>]+)<|>([^<>]+)$|^([^<>]+)$")
_VALUE = re.compile(r'\b(id|alt|href|src|name|class|aria-label)="([^"]+)"')
_ORDER = ("id", "alt", "href", "src", "name", "aria-label", "class")


def clues_at(lines: Sequence[str], number: int) -> tuple[tuple[str, ...], bool]:
    """What stands on a line of built HTML, numbered from 1: its longest words first, then values of attributes; and whether
    the line is outside main."""
    line = lines[number - 1] if 0 < number <= len(lines) else ""
    texts = [html.unescape(next(filter(None, found))).strip() for found in _TEXT.findall(line) if any(found)]
    values = sorted(_VALUE.findall(line), key=lambda pair: _ORDER.index(pair[0]))
    clues = [text for text in sorted(texts, key=len, reverse=True) if len(text) > 3]
    clues += [f'id="{value}"' if name == "id" else html.unescape(value) for name, value in values]
    start = next((place for place, text in enumerate(lines, 1) if "<main" in text), len(lines))
    end = next((place for place, text in enumerate(lines, 1) if "</main>" in text), 0)
    return tuple(dict.fromkeys(clues)), not start <= number <= end
