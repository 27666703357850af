"""Every place of an offer that a picture can come from: puts one there, and says which file names it, with which words."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tests.offer import CLUB

Place = Callable[[Path, bytes], tuple[str, str]]
PROVIDER = "providers/marl-trust/provider.yml"
GUIDE = "content/guides/short-breaks.md"
PICTURES = "content/_data/pictures.yml"


def add(root: Path, file: str, find: str, put: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert find in text
    (root / file).write_text(text.replace(find, put, 1), encoding="utf-8")


def put(root: Path, file: str, raw: bytes) -> None:
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_bytes(raw)


def in_listing(root: Path, raw: bytes) -> tuple[str, str]:
    put(root, "providers/marl-trust/images/hall.svg", raw)
    return CLUB, "file: images/hall.svg"


def in_logo(root: Path, raw: bytes) -> tuple[str, str]:
    put(root, "providers/marl-trust/images/logo.svg", raw)
    return PROVIDER, "images/logo.svg"


def in_page(root: Path, raw: bytes) -> tuple[str, str]:
    put(root, "content/guides/map.svg", raw)
    add(root, GUIDE, "## How to ask", "![A map of the way to the hall](map.svg)\n\n## How to ask")
    return GUIDE, "(map.svg)"


def in_page_from_the_root(root: Path, raw: bytes) -> tuple[str, str]:
    put(root, "content/assets/map.svg", raw)
    add(root, GUIDE, "## How to ask", "![A map of the way to the hall](/assets/map.svg)\n\n## How to ask")
    return GUIDE, "(/assets/map.svg)"


def in_council_logo(root: Path, raw: bytes) -> tuple[str, str]:
    put(root, "content/assets/logo.svg", raw)
    add(
        root,
        "mkdocs.yml",
        "    place: Tinybrook\n",
        "    place: Tinybrook\n    logo: assets/logo.svg\n    logo_alt: Tinybrook\n",
    )
    return "mkdocs.yml", "logo: assets/logo.svg"


def in_easy_read(root: Path, raw: bytes) -> tuple[str, str]:
    put(root, "content/_data/pictures/own.svg", raw)
    text = (root / PICTURES).read_text(encoding="utf-8")
    (root / PICTURES).write_text(re.sub(r"openmoji:[0-9A-F-]+", "own:own.svg", text, count=1), encoding="utf-8")
    return PICTURES, "own:own.svg"


def named_by_nobody(root: Path, raw: bytes) -> tuple[str, str]:
    put(root, "content/guides/spare.svg", raw)
    return "content/guides/spare.svg", ""


PLACES: list[Place] = [
    in_listing,
    in_logo,
    in_page,
    in_page_from_the_root,
    in_council_logo,
    in_easy_read,
    named_by_nobody,
]
