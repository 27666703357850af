"""What an easy-read page is made of: sections, ideas with a picture each, short sentences of parts.

In: words. Out: frozen records that `pages` turns into front matter, and the plain text the reading rules read.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from localoffer.reading.passages import MASKED


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

    `rank` says how soon it is left to the full page when a page grows too long: 0 never, 4 first. `is_own` marks an
    editor's words, which nothing is added to.
    """

    picture: str
    sentences: tuple[Sentence, ...]
    alt: str = ""
    why: str = ""
    rank: int = 0
    is_own: bool = False

    @property
    def for_rules(self) -> str:
        """The idea's sentences, one a line, as the reading rules see them."""
        return "\n".join("".join(part.for_rules for part in sentence) for sentence in self.sentences)

    @property
    def words(self) -> str:
        """What a person reads, or hears read aloud."""
        return " ".join("".join(part.text for part in sentence) for sentence in self.sentences)


@dataclass(frozen=True)
class Row:
    """A link in a list of links, with a few words under it; a list of links needs no picture each."""

    text: str
    href: str
    note: str = ""


@dataclass(frozen=True)
class Section:
    """A heading, and ideas or a list of links under it. `id` is that of the same part on the full page."""

    heading: str
    ideas: tuple[Idea, ...] = ()
    rows: tuple[Row, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class EasyReadPage:
    """A whole easy-read page. `full_page` is the address of the page it is the twin of, like `services/a/b/`."""

    title: str
    full_page: str
    sections: tuple[Section, ...]
    source: str
    checked_by: str = ""
    is_out_of_date: bool = False
    part: int = 1

    @property
    def address(self) -> str:
        """The twin's address below `easy-read/`: the full page's, or a further part of it."""
        return self.full_page if self.part == 1 else f"{self.full_page}page/{self.part}/"

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """Every idea of the page, in order."""
        return tuple(idea for section in self.sections for idea in section.ideas)


def name(text: str) -> Part:
    """Somebody's own words or name, shown as they are."""
    return Part(" ".join(text.split()).rstrip("."), is_name=True)


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


def extra(found: Idea, rank: int = 3) -> Idea:
    """An idea that may be left to the full page when a page would grow too long: rank 4 goes first, 1 last."""
    return Idea(found.picture, found.sentences, found.alt, found.why, rank, found.is_own)


def extras(found: Iterable[Idea], rank: int = 3) -> list[Idea]:
    """Ideas that may be left to the full page."""
    return [extra(idea, max(rank, idea.rank)) for idea in found]


def in_threes(picture: str, sentences: Sequence[Sentence]) -> list[Idea]:
    """As many ideas as needed for these sentences, 3 in each."""
    return [Idea(picture, tuple(sentences[start : start + 3])) for start in range(0, len(sentences), 3)]


MOST_IDEAS = 20
"""Ideas a page written from facts may hold (CONTENT_RULES: a warning above)."""


def trim(sections: Iterable[Section | None], *, most: int) -> tuple[list[Section], bool]:
    """The sections without so many extra ideas that at most `most` ideas stay; and whether any went.

    The highest rank goes first, from the end of the page.
    """
    kept = [found for found in sections if found]
    over = sum(len(found.ideas) for found in kept) - most
    if over <= 0:
        return kept, False
    places = [(part, number) for part, found in enumerate(kept) for number in range(len(found.ideas))]
    leaving = sorted(places, key=lambda place: (-kept[place[0]].ideas[place[1]].rank, -place[0], -place[1]))[:over]
    gone = {place for place in leaving if kept[place[0]].ideas[place[1]].rank}
    left = [
        replace(found, ideas=tuple(idea for number, idea in enumerate(found.ideas) if (part, number) not in gone))
        for part, found in enumerate(kept)
    ]
    return [found for found in left if found.ideas or found.rows], bool(gone)


def section(heading: str, ideas: Iterable[Idea | None], rows: Iterable[Row] = (), id: str = "") -> Section | None:
    """A section, or None when there is nothing to say."""
    kept = tuple(found for found in ideas if found and found.sentences)
    links = tuple(rows)
    return Section(heading, kept, links, id) if kept or links else None
