"""Lists of words and phrases, found in a text in one pass however long the list is.

In: phrases and the tokens of a text. Out: each place where a phrase stands, the longest first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Generic, NamedTuple, Protocol, TypeVar

TOKEN = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
ValueT = TypeVar("ValueT")


class Token(NamedTuple):
    """A word as lists compare it (lower case, straight apostrophe), and where it stands."""

    word: str
    start: int
    end: int


def tokens_of(text: str) -> tuple[Token, ...]:
    """The words of a text."""
    return tuple([Token(found[0], *found.span()) for found in TOKEN.finditer(_folded(text))])


def words_of(text: str) -> frozenset[str]:
    """The different words of a text: those of its tokens, for a fifth of the time."""
    return frozenset(TOKEN.findall(_folded(text)))


def _folded(text: str) -> str:
    """As long as the text."""
    straight = text.replace("’", "'")
    folded = straight.lower()
    return folded if len(folded) == len(text) else straight  # a rare letter whose small form is longer: İ


@dataclass(frozen=True, slots=True)
class Found(Generic[ValueT]):
    """A phrase in a text: where, over which tokens, and what the list says of it."""

    start: int
    end: int
    tokens: range
    value: ValueT


@dataclass(frozen=True, slots=True)
class _Phrase(Generic[ValueT]):
    words: tuple[str, ...]
    all: frozenset[str]
    gaps: tuple[str, ...]
    value: ValueT


class Tokens(Protocol):
    """A text with its words, which are taken apart when somebody asks for their places."""

    @property
    def text(self) -> str:
        """The text."""

    @property
    def tokens(self) -> tuple[Token, ...]:
        """Its words, in order."""

    @property
    def different_words(self) -> frozenset[str]:
        """Its words, each once."""


class Phrases(Generic[ValueT]):
    """Phrases → what to say of them. `plural` also finds the phrase with an s."""

    def __init__(self, phrases: Mapping[str, ValueT], *, plural: bool = False) -> None:
        self.by_first: dict[str, list[_Phrase[ValueT]]] = {}
        for phrase in _forms(phrases, plural=plural):
            if phrase.words:
                self.by_first.setdefault(phrase.words[0], []).append(phrase)
        for held in self.by_first.values():
            held.sort(key=lambda phrase: -len(phrase.words))
        self.first_words = frozenset(self.by_first)

    def find(self, passage: Tokens) -> Iterator[Found[ValueT]]:
        """Each phrase of the text, from left to right; a longer phrase hides those inside it."""
        words = passage.different_words
        firsts = self.first_words & words
        wanted = {
            first: held for first in firsts if (held := [one for one in self.by_first[first] if one.all <= words])
        }
        if not wanted:
            return
        text, tokens, past = passage.text, passage.tokens, 0
        for place, token in enumerate(tokens):
            phrases = wanted.get(token.word)
            if phrases and place >= past and (found := _first(phrases, text, tokens, place)):
                yield found
                past = found.tokens.stop


def _first(phrases: list[_Phrase[ValueT]], text: str, tokens: tuple[Token, ...], place: int) -> Found[ValueT] | None:
    for phrase in phrases:
        stop = place + len(phrase.words)
        held = tokens[place:stop]
        if len(held) == len(phrase.words) and _is_same(text, held, phrase):
            return Found(held[0].start, held[-1].end, range(place, stop), phrase.value)
    return None


def _is_same(text: str, held: tuple[Token, ...], phrase: _Phrase[ValueT]) -> bool:
    if len(held) == 1:
        return True
    if any(token.word != word for token, word in zip(held, phrase.words, strict=True)):
        return False
    gaps = zip(held[:-1], held[1:], phrase.gaps, strict=True)
    return all(
        after.start - before.end < 9 and text[before.end : after.start].strip() == gap for before, after, gap in gaps
    )


def _forms(phrases: Mapping[str, ValueT], *, plural: bool) -> Iterator[_Phrase[ValueT]]:
    for written, value in phrases.items():
        tokens = tokens_of(written)
        words = tuple(token.word for token in tokens)
        gaps = tuple(written[a.end : b.start].strip() for a, b in pairwise(tokens))
        yield _Phrase(words, frozenset(words), gaps, value)
        if plural and words and not words[-1].endswith("s"):
            more = (*words[:-1], words[-1] + "s")
            yield _Phrase(more, frozenset(more), gaps, value)
