"""Every file that people write, and what stands in it: listings, providers, lists, pages, the council's own facts.

In: a root. Out: paths; for a file's text, its parts: each a tree with the model of its fields.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel

from localoffer.catalogue.joining import is_hiding
from localoffer.catalogue.sitefile import extra_part
from localoffer.model import ContentPage, EasyPage, Provider, Service, SiteFacts
from localoffer.model.evidence import Evidence
from localoffer.model.local import LocalFacts
from localoffer.model.vocabulary import VOCABULARIES, Comment, ReadingWords
from localoffer.records.pagefile import front_matter
from localoffer.yamlfile import Fields, Members, Tree, parse_yaml

Part = tuple[Tree, type[BaseModel]]
LISTS: dict[str, type[BaseModel]] = {
    **VOCABULARIES,
    "words": ReadingWords,
    "accessibility": Evidence,
    "local": LocalFacts,
}


def source_files(root: Path) -> Iterator[Path]:
    """Every file, in order; those that begin with _ or . are nobody's yet."""
    yield root / "mkdocs.yml"
    yield from sorted((root / "content" / "_data").rglob("*.yml"))
    for folder in sorted((root / "providers").iterdir()):
        if not folder.name.startswith((".", "_")) and folder.is_dir():
            names = sorted(name for name in os.listdir(folder) if name.endswith(".yml"))  # noqa: PTH208 - thousands of folders
            yield from (folder / name for name in names if not name.startswith((".", "_")))
    for path in sorted((root / "content").rglob("*.md")):
        if not any(part.startswith((".", "_")) for part in path.relative_to(root).parts):
            yield path


def parts_of(text: str, path: str) -> Iterator[Part]:
    """The parts of one file; nothing where it cannot be read as YAML."""
    first, yaml_text = _yaml_of(text, path)
    tree, _findings = parse_yaml(yaml_text, path, first)
    model = model_of(path)
    if tree is None or model is None:
        return
    if path == "mkdocs.yml":
        yield from [(tree.values["extra"], model)] if isinstance(tree, Fields) and "extra" in tree.values else []
    elif isinstance(tree, Members):
        yield from ((member, model) for member in tree.values if not is_hiding(member))
    else:
        yield tree, model


def _yaml_of(text: str, path: str) -> tuple[int, str]:
    if path == "mkdocs.yml":
        part, first = extra_part(text)
        return first, part or ""
    return (2, front_matter(text)) if path.endswith(".md") else (1, text)


def model_of(path: str) -> type[BaseModel] | None:
    """The model of what a file holds, or of each member of a list."""
    top, _, rest = path.partition("/")
    if path == "mkdocs.yml":
        return SiteFacts
    if top == "providers":
        return Provider if rest.endswith("/provider.yml") else Service
    if path.endswith(".md"):
        return EasyPage if path.endswith(".easy.md") else ContentPage
    if "/comments/" in path:
        return Comment
    return LISTS.get(path.rpartition("/")[2].removesuffix(".yml"))
