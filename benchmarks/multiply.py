"""Make a large offer out of the sample: the same kinds of listings, other names, other words.

In: the repository's providers/ and content/, a number of services. Out: a root with that many services. The same number
gives the same bytes. Words change for others of the same length, so that a search index has real work and no field gets
too long; listings stay as right as the sample's.
"""

from __future__ import annotations

import random
import re
import shutil
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

_WORD = re.compile(r"(?<![\w/.@:\-\[(#'’])[a-z]{4,}(?![\w/.@:\-\])'’])")
_NAME = re.compile(r"^name: *(.+)$", re.M)
_MOVED = re.compile(r"^moved_from:.*\n(?:[ -].*\n)*", re.M)
_PROSE = re.compile(r"^(?:summary:.*|description: [|>].*\n(?:(?: .*)?\n)+)", re.M)
_STARTS = [
    "Ash",
    "Beech",
    "Birch",
    "Cedar",
    "Dale",
    "Elm",
    "Fern",
    "Glen",
    "Hazel",
    "Holly",
    "Ivy",
    "King",
    "Lark",
    "Moor",
    "Nettle",
    "Oak",
    "Pine",
    "Queen",
    "Reed",
    "Swan",
]
_ENDS = [
    "bank",
    "bridge",
    "brook",
    "bury",
    "dale",
    "field",
    "ford",
    "gate",
    "hill",
    "holme",
    "land",
    "ley",
    "mead",
    "mere",
    "mouth",
    "ridge",
    "side",
    "stead",
    "ton",
    "wick",
]


def place_name(number: int) -> str:
    """A made-up place for each copy: `Ashbank`, `Ashbridge`, …, `Ashbank North 2`."""
    around, number = divmod(number, len(_STARTS) * len(_ENDS))
    name = _STARTS[number % len(_STARTS)] + _ENDS[number // len(_STARTS)]
    return f"{name} {around + 1}" if around else name


def multiply(sample: Path, root: Path, services: int, changed: float = 0.25) -> None:
    """Write an offer of exactly `services` services into `root`, which is made anew.

    `changed`: the part of a copy's words that is not the sample's. Copies that repeat each other pack far smaller than
    what 3,000 people wrote; where bytes on a link are measured, nearly every word changes.
    """
    if root.exists():
        shutil.rmtree(root)
    root.mkdir(parents=True)
    shutil.copy(sample / "mkdocs.yml", root)
    shutil.copytree(sample / "content", root / "content")
    words = _words_by_length(sample)
    left, copy = services, 0
    while left:
        left -= _write_copy(sample, root, copy, left, words, changed)
        copy += 1


def _words_by_length(sample: Path) -> dict[int, list[str]]:
    found = defaultdict(set)
    for path in sorted(sample.glob("providers/*/*.yml")):
        for prose in _PROSE.findall(path.read_text(encoding="utf-8")):
            for word in _WORD.findall(prose):
                found[len(word)].add(word)
    return {length: sorted(words) for length, words in found.items()}


def _write_copy(sample: Path, root: Path, copy: int, most: int, words: dict[int, list[str]], changed: float) -> int:
    """All providers once more; gives how many services were written. Copy 0 is the sample itself."""
    written = 0
    for provider in sorted(path for path in (sample / "providers").iterdir() if path.is_dir()):
        listings = sorted(path for path in provider.glob("*.yml") if path.name != "provider.yml")[: most - written]
        if not listings and copy:
            continue
        folder = root / "providers" / (f"{provider.name}-{copy}" if copy else provider.name)
        shutil.copytree(provider, folder, ignore=lambda _folder, names: [n for n in names if n.endswith(".yml")])
        change = _changer(random.Random(f"{provider.name}{copy}"), words, place_name(copy), changed) if copy else str
        for path in [provider / "provider.yml", *listings]:
            (folder / path.name).write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")
        written += len(listings)
    return written


def _changer(chance: random.Random, words: dict[int, list[str]], place: str, changed: float) -> Callable[[str], str]:
    def another_word(match: re.Match[str]) -> str:
        return chance.choice(words[len(match[0])]) if chance.random() < changed else match[0]

    def another_name(match: re.Match[str]) -> str:
        name = match[1].strip().strip("\"'")
        return f'name: "{name[: 76 - len(place)]}, {place}"'

    def change(text: str) -> str:
        text = _MOVED.sub("", _NAME.sub(another_name, text, count=1))
        # Prose that takes figures from the law stays as it is: with other words it would say something else of the law.
        return _PROSE.sub(lambda prose: prose[0] if "{law:" in prose[0] else _WORD.sub(another_word, prose[0]), text)

    return change
