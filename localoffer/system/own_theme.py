"""A council's own theme/ laid over the generator's: what it has stands in place of ours, all else is ours.

In: the root of an offer. Out: one folder for MkDocs. A template that was replaced can still be reached, as original/NAME, so
that a council's own may extend it and change one block.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from localoffer.system.carried import THEME

STYLE = "council.css"
STYLES = "partials/own-styles.html"
LINK = """<link rel="stylesheet" href="{{ 'council.css'|url }}">"""


def own_theme(root: Path) -> Path | None:
    """The council's own theme/, if it has one."""
    folder = root / "theme"
    return folder if folder.is_dir() and folder.resolve() != THEME.resolve() else None


def lay_over(own: Path, theme: Path, made: Path) -> Path:
    """Write the generator's theme with the council's over it into `made`."""
    shutil.rmtree(made, ignore_errors=True)
    shutil.copytree(theme, made)
    for path in sorted(own.rglob("*")):
        name = path.relative_to(own)
        if not path.is_file() or any(part.startswith(".") for part in name.parts):
            continue
        target = made / name
        if target.suffix == ".html" and target.is_file():
            (made / "original" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(target, made / "original" / name)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
    if (own / STYLE).is_file():
        (made / STYLES).write_text(LINK, encoding="utf-8")
    return made
