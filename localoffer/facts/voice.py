"""The easy-read voice: ideas with a picture each, of short sentences, of parts.

In: words. Out: frozen records that easy-read pages lay out, and the plain text the reading rules read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from localoffer import wording
from localoffer.facts.links import linked
from localoffer.facts.view import Link
from localoffer.reading.passages import MASKED, split_sentences


@dataclass(frozen=True)
class Part:
    """A piece of a sentence. A name, an address or a link counts as one word and is free of the sentence rules."""

    text: str
    href: str = ""
    is_name: bool = False
    is_term: bool = False

    @property
    def for_rules(self) -> str:
        """The piece as the reading rules see it."""
        if self.is_name or self.href:
            return MASKED * max(1, len(self.text))
        return f"**{self.text}**" if self.is_term else self.text


Sentence = tuple[Part, ...]


@dataclass(frozen=True)
class Idea:
    """One idea: up to 3 short sentences and the picture that shows it (a concept of pictures.yml, or "" with a reason).

    `is_own` marks an editor's words, which nothing is added to.
    """

    picture: str
    sentences: tuple[Sentence, ...]
    alt: str = ""
    why: str = ""
    is_own: bool = False

    @property
    def for_rules(self) -> str:
        """The idea's sentences, one a line, as the reading rules see them."""
        return "\n".join("".join(part.for_rules for part in sentence) for sentence in self.sentences)

    @property
    def words(self) -> str:
        """What a person reads, or hears read aloud."""
        return " ".join(map(aloud, self.sentences))


def aloud(sentence: Sentence) -> str:
    """A sentence as it is read aloud."""
    return "".join(part.text for part in sentence)


def name(text: str) -> Part:
    """Somebody's own words or name, shown as they are."""
    return Part(" ".join(text.split()).rstrip("."), is_name=True)


def own(text: str) -> tuple[Part, ...]:
    """Somebody's own words inside a sentence of ours, in which addresses and phone numbers are links."""
    return own_words(text.rstrip(" ."))


def own_words(text: str) -> tuple[Part, ...]:
    """Somebody's own words, whole."""
    words = linked(" ".join(text.split()))
    pieces = [words] if isinstance(words, str) else words
    return tuple(
        link(piece.text, piece.href) if isinstance(piece, Link) else Part(piece, is_name=True) for piece in pieces
    )


def link(text: str, href: str) -> Part:
    """A link."""
    return Part(text, href=href)


def term(text: str) -> Part:
    """A hard word, in bold; the next sentence explains it."""
    return Part(text, is_term=True)


def say(*pieces: str | Part) -> Sentence:
    """A sentence: plain text and parts."""
    return tuple(Part(piece) if isinstance(piece, str) else piece for piece in pieces if piece)


def idea(picture: str, *sentences: Sentence | None) -> Idea:
    """An idea; sentences that are None are left out."""
    return Idea(picture, tuple(sentence for sentence in sentences if sentence))


def in_threes(picture: str, sentences: Sequence[Sentence]) -> list[Idea]:
    """As many ideas as needed for these sentences, 3 in each."""
    return [Idea(picture, tuple(sentences[start : start + 3])) for start in range(0, len(sentences), 3)]


def phone(number: str, extension: str = "") -> Part:
    """A number in chunks that a phone can call."""
    return link(wording.phone_chunks(number), wording.phone_link(number, extension))


def by_email(address: str) -> Sentence:
    """`You can email sam@example.org.`"""
    return say("You can email ", link(address, f"mailto:{address}"), ".")


def own_sentences(text: str) -> tuple[Sentence, ...]:
    """An editor's own words, sentence by sentence."""
    return tuple(own_sentence(sentence) for sentence in _all_of(text))


def _all_of(text: str) -> list[str]:
    """The sentences of a text with all that stands between them: signs alone, such as !!!, go with the next words."""
    starts = [span.start for span in split_sentences(text)][1:]
    return [" ".join(text[a:b].split()) for a, b in pairwise([0, *starts, len(text)])]


def own_sentence(sentence: str) -> Sentence:
    """An editor's own sentence in which phone numbers and addresses are links."""
    words = linked(sentence)
    pieces = [words] if isinstance(words, str) else words
    return say(*(link(piece.text, piece.href) if isinstance(piece, Link) else piece for piece in pieces))
