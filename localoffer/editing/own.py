"""`own PATH`: a copy of a national page, and of its easy-read twin, to change here.

In: the root and the page's path, guides/travel. Out: the files written into content/, each with `own_since`, the digest of
the national text it was copied from, so that `check` tells when that text changes.
"""

from __future__ import annotations

from pathlib import Path

from localoffer.cache.digests import text_hash
from localoffer.overlay import OURS, layers_of, name_in_layer
from localoffer.system.failures import CannotRun

MARK = "own_since"


def own(root: Path, page: str) -> list[str]:
    """Copy the page; the paths written, from the root. A page that is here already is never written over."""
    name = name_in_layer(page.strip("/")).removesuffix(".md").removesuffix(".easy")
    layers = layers_of(root)
    national = [laid for laid in layers.both(f"{name}.md") if laid.is_national]
    if not national or ".." in name.split("/"):
        raise CannotRun(f"There is no national page {name}. Name one like guides/travel.")
    if (root / OURS / f"{name}.md").exists():
        raise CannotRun(f"{OURS}/{name}.md is here already: change it as you like.")
    twins = [laid for laid in layers.both(f"{name}.easy.md") if laid.is_national]
    written = []
    for laid in [*national, *twins]:
        target = root / OURS / laid.name
        if target.exists():
            continue
        text = laid.path.read_text(encoding="utf-8")
        target.parent.mkdir(parents=True, exist_ok=True)
        rest = text.removeprefix("---\n")
        target.write_text(f'---\n{MARK}: "{text_hash(text)}"\n{rest}', encoding="utf-8")
        written.append(f"{OURS}/{laid.name}")
    return written
