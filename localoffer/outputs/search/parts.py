"""The search index in small parts: a question fetches the few that hold its words, and no more.

In: documents, and the phrases that mean them. Out: `find/index/<number>.json`, each for the words that begin alike:
`{"words": {"swim": [postings]}, "means": [[postings]], "phrases": {"respite care": {"means": 0, "need": "…"}}, "wrong": {"autisim": "autism"}, "plain": ["crisps"]}`.
A posting is the distance to the document before, times 8, plus where the word stands (`documents.BODY` and on). rank.js
reads them; both ask `part_of` in which part a word lies.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

PARTS = 128
"""Always as many, so that a browser asks for none that is not there."""
PLACES = 8
"""More than the places a word may stand in."""

Postings = Mapping[int, int]
"""Document → the best place."""


def part_of(word: str) -> int:
    """The part for all words with the same two letters at their start."""
    number = 0
    for letter in word[:2]:
        number = (number * 31 + ord(letter)) % PARTS
    return number


@dataclass
class Part:
    """One part. `means`: postings that several phrases share, each once. `plain`: ordinary words that no page has (`ordinary`)."""

    words: dict[str, list[int]] = field(default_factory=dict)
    means: list[list[int]] = field(default_factory=list)
    phrases: dict[str, dict[str, Any]] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    plain: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Meaning:
    """What phrases stand for: documents, and the need that it is where it is one. `name`: what it is called on pages. What is a topic too is no choice of a need."""

    name: str
    phrases: tuple[str, ...]
    postings: Postings
    need: str = ""
    is_topic: bool = False


def packed(postings: Postings) -> list[int]:
    """As the files have them."""
    found, last = [], 0
    for number, place in sorted(postings.items()):
        found.append((number - last) * PLACES + place)
        last = number
    return found


def make_parts(
    words: Iterable[Mapping[str, int]],
    meanings: Iterable[Meaning],
    wrong: Mapping[str, str],
    plain: Callable[[Collection[str]], Iterable[str]] = lambda _there: (),
) -> list[Part]:
    """All parts, each in order of its words. `words`: of each document, its words and where they stand; `plain`: ordinary words, but for those that are there."""
    parts = [Part() for _ in range(PARTS)]
    by_word: defaultdict[str, list[int]] = defaultdict(list)
    last: dict[str, int] = {}
    for number, found in enumerate(words):
        for word, place in found.items():
            by_word[word].append((number - last.get(word, 0)) * PLACES + place)
            last[word] = number
    for word in sorted(by_word):
        parts[part_of(word)].words[word] = by_word[word]
    for meaning in meanings:
        _add_meaning(parts, meaning)
    for typed, meant in sorted(wrong.items()):
        parts[part_of(typed)].wrong[typed] = meant
    for word in plain(by_word.keys()):
        parts[part_of(word)].plain.append(word)
    return parts


def _add_meaning(parts: list[Part], meaning: Meaning) -> None:
    """Each phrase lies where its first word does. Where two things are called the same, both are meant."""
    there: dict[int, int] = {}
    for phrase in meaning.phrases:
        number = part_of(phrase)
        part = parts[number]
        if number not in there:
            part.means.append(packed(meaning.postings))
            there[number] = len(part.means) - 1
        row = part.phrases.setdefault(phrase, {"means": [], "name": meaning.name})
        row["means"].append(there[number])
        if meaning.is_topic:
            row["topic"] = 1
        if meaning.need and "topic" not in row:
            row["need"] = meaning.need
