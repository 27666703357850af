"""`own PAGE`: a copy of a national page, and of its easy-read twin, or of a template, to change here.

In: the root and the page's path, guides/travel. Out: the files written into content/, each with `own_since`, the digest of
the national text it was copied from, and that text itself in content/_national/, so that `check` tells what changes in it.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from localoffer.cache.digests import text_hash
from localoffer.overlay import COPIED, OURS, Laid, layers_of, name_in_layer
from localoffer.system.carried import THEME
from localoffer.system.failures import CannotRun

MARK = "own_since"
_MARKED = re.compile(rf"^{MARK}:.*$", re.MULTILINE)


def own(root: Path, page: str) -> list[str]:
    """Copy the page; the paths written, from the root. A page that is here already is never written over."""
    if page.startswith("theme/"):
        return own_template(root, page)
    name, national = national_page(root, page)
    if (root / OURS / f"{name}.md").exists():
        raise CannotRun(f"{OURS}/{name}.md is here already: change it as you like.")
    written = []
    for laid in national:
        target = root / OURS / laid.name
        if target.exists():
            continue
        text = laid.path.read_text(encoding="utf-8")
        rest = text.removeprefix("---\n")
        _write(target, f'---\n{MARK}: "{text_hash(text)}"\n{rest}')
        _write(root / OURS / COPIED / laid.name, text)
        written.append(f"{OURS}/{laid.name}")
    return written


def own_template(root: Path, name: str) -> list[str]:
    """Copy a template of the generator into the theme/ of the root, where it takes its place."""
    path = PurePosixPath(name).relative_to("theme")
    original = THEME / path
    if ".." in path.parts or path.suffix != ".html" or not original.is_file():
        raise CannotRun(f"There is no template {name}. Name one like theme/partials/footer.html.")
    copy = root / "theme" / path
    if copy.exists():
        raise CannotRun(f"theme/{path} is here already: change it as you like.")
    copy.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(original, copy)
    return [f"theme/{path}"]


def compared(root: Path, page: str) -> list[str]:
    """Note that somebody has compared the copies with the national text as it is now; the paths of the copies."""
    name, national = national_page(root, page)
    noted = []
    for laid in national:
        copy = root / OURS / laid.name
        text = copy.read_text(encoding="utf-8") if copy.is_file() else ""
        if not text.startswith("---\n"):
            continue
        new = laid.path.read_text(encoding="utf-8")
        top, mark, body = text.partition("\n---\n")
        line = f'{MARK}: "{text_hash(new)}"'
        top = _MARKED.sub(line, top, count=1) if _MARKED.search(top) else top.replace("---\n", f"---\n{line}\n", 1)
        _write(copy, f"{top}{mark}{body}")
        _write(root / OURS / COPIED / laid.name, new)
        noted.append(f"{OURS}/{laid.name}")
    if not noted:
        raise CannotRun(f"{OURS}/{name}.md is not here.", f"To copy the national page:  build.py own {name}")
    return noted


def national_texts(root: Path, page: str) -> Iterator[str]:
    """The national page and its twin, to read."""
    for laid in national_page(root, page)[1]:
        yield laid.path.read_text(encoding="utf-8")


def national_page(root: Path, page: str) -> tuple[str, list[Laid]]:
    """The name of a national page, its file and that of its twin."""
    name = name_in_layer(page.strip("/")).removesuffix(".md").removesuffix(".easy")
    layers = layers_of(root)
    found = [laid for end in (".md", ".easy.md") for laid in layers.both(f"{name}{end}") if laid.is_national]
    if not found or found[0].name != f"{name}.md" or ".." in name.split("/"):
        raise CannotRun(f"There is no national page {name}. Name one like guides/travel.")
    return name, found


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
