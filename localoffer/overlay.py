"""Ours or national: which file stands for a path of content/.

In: the root of an offer, and a path as content/ writes it (guides/travel.md). Out: the file that stands there. National text
comes with the package, in localoffer/national/, laid out like content/; a file of the same path in the root's own content/
replaces it, and lists of content/_data are joined. mkdocs.yml may say `national: no` below `extra:`; then the root stands alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

from localoffer.system.carried import PACKAGE

OURS = "content"
NATIONAL = f"{PACKAGE.name}/national"
LISTS = "_data"
COPIED = "_national"
"""Below content/: national pages as they were when they were copied."""

_ALONE = re.compile(r"^[ ]+national[ ]*:[ ]*[\"']?(?:no|false)\b", re.MULTILINE | re.IGNORECASE)


@dataclass(frozen=True)
class Laid:
    """One file of a layer: `name` is its path in the layer, `base` the folder that findings count from."""

    name: str
    path: Path
    base: Path

    @property
    def shown(self) -> str:
        """The path as findings write it: content/guides/travel.md, or localoffer/national/guides/travel.md."""
        return self.path.relative_to(self.base).as_posix()

    @property
    def is_national(self) -> bool:
        """True for a file that came with the package."""
        return is_national(self.shown)


@dataclass(frozen=True)
class Layers:
    """The layers of one offer: national text below, its own content/ above."""

    root: Path
    has_national: bool = True

    @cached_property
    def layers(self) -> tuple[tuple[Path, str], ...]:
        """Base and name of each, the lower one first."""
        ours = (self.root, OURS)
        return ((PACKAGE.parent, NATIONAL), ours) if self.has_national else (ours,)

    @property
    def folders(self) -> list[Path]:
        """The folder of each layer, the lower one first."""
        return [base / folder for base, folder in self.layers]

    def both(self, name: str) -> list[Laid]:
        """The file of this path in each layer that has it, the national one first."""
        places = (Laid(name, base / folder / name, base) for base, folder in self.layers)
        return [file for file in places if file.path.exists() or file.path.is_symlink()]

    def find(self, name: str) -> Laid | None:
        """The file that stands for this path: ours, else the national one."""
        return next(reversed(self.both(name)), None)

    def source(self, name: str) -> str:
        """The path of the file to edit for this path, as findings write it; ours to be written, where there is none."""
        found = self.find(name)
        return found.shown if found else f"{OURS}/{name}"

    def files(self, pattern: str) -> Iterator[Laid]:
        """Every file of this pattern (*.md) in any folder, once, in order of path: ours stands for the national one."""
        found: dict[PurePosixPath, Laid] = {}
        for base, folder in self.layers:
            for path in (base / folder).rglob(pattern):
                name = PurePosixPath(path.relative_to(base / folder).as_posix())
                found[name] = Laid(str(name), path, base)
        yield from (found[name] for name in sorted(found))


def layers_of(root: Path) -> Layers:
    """The layers of an offer, as its mkdocs.yml says; without that file there is no offer to lay anything under."""
    try:
        settings = (root / "mkdocs.yml").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return Layers(root, has_national=False)
    return Layers(root, not _ALONE.search(settings))


def copied_from(root: Path, name: str) -> str | None:
    """A national page as it was when `own` copied it; None where that was not kept."""
    kept = root / OURS / COPIED / name
    return kept.read_text(encoding="utf-8", errors="replace") if kept.is_file() else None


def is_national(shown: str) -> bool:
    """True for the path, as findings write it, of a file that came with the package."""
    return shown.startswith(f"{NATIONAL}/")


def came_with_the_tool(shown: str) -> bool:
    """True for the path of a file that lies in the package: national text, and what writes pages."""
    return shown.startswith(f"{PACKAGE.name}/")


def name_in_layer(shown: str) -> str:
    """`content/guides/travel.md` and `localoffer/national/guides/travel.md` → `guides/travel.md`."""
    return shown.removeprefix(f"{OURS}/").removeprefix(f"{NATIONAL}/")


def base_of(shown: str, root: Path) -> Path:
    """The folder a path of a finding counts from: the root, or the place of the package."""
    return PACKAGE.parent if is_national(shown) else root


def file_of(shown: str, root: Path) -> Path:
    """The file that a path of a finding names."""
    return base_of(shown, root) / shown


def is_ours_to_edit(shown: str, root: Path) -> bool:
    """True where a person of this offer can change the file: not in a package that was installed, nor in its theme."""
    is_tools = came_with_the_tool(shown) or (shown.startswith("theme/") and not (root / shown).exists())
    return not is_tools or PACKAGE.parent == root.resolve()
