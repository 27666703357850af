"""A stretch of words people read, with markup masked so that every offset still points into the source.

In: text as it was written (Markdown or plain). Out: `Passage`, its sentences and its words, each with its offset.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from localoffer.reading.phrases import Token, tokens_of, words_of

EASY, STANDARD = "easy read", "standard"

MASKED = "\ue000"
"""Stands for each letter of a name, address, link or code: one run of it counts as one word and is free of the rules."""

BLANK = " "


class Span(NamedTuple):
    """A piece of a passage: its words as masked, and where it starts."""

    text: str
    start: int

    @property
    def end(self) -> int:
        """The offset just after the piece."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Passage:
    """Text of one block, list point or field. `source` is as written; `text` is as long, with markup masked.

    `has_links` is False for a field of a listing, which is plain text; `exempt` are names that count as one word; `is_split`:
    the page makes blocks of it by itself.
    """

    source: str
    kind: str = STANDARD
    offset: int = 0
    whole_sentence: bool = True
    has_links: bool = True
    exempt: tuple[str, ...] = ()
    is_split: bool = False

    @cached_property
    def text(self) -> str:
        """The words, as long as the source."""
        return mask_phrases(mask_markup(self.source), self.exempt)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The passage's sentences; a line of its own is one."""
        return tuple(split_sentences(self.text))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each sentence starts."""
        return tuple(sentence.start for sentence in self.sentences)

    @cached_property
    def tokens(self) -> tuple[Token, ...]:
        """The passage's words as lists compare them."""
        return tokens_of(self.text)

    @cached_property
    def different_words(self) -> frozenset[str]:
        """The passage's words, each once."""
        return words_of(self.text)

    @cached_property
    def pieces(self) -> frozenset[str]:
        """What stands between signs, spaces and hyphens, in small letters: a quick look before a slow one."""
        if not self.text.isascii():
            return frozenset(PIECE.findall(self.text.lower()))
        parted = [word.replace("'", "-").split("-") for word in self.different_words if "-" in word or "'" in word]
        return self.different_words.union(*parted)

    @cached_property
    def has_digits(self) -> bool:
        """A quick look before the slow ones for dates and times."""
        return HAS_DIGIT.search(self.text) is not None

    @cached_property
    def has_capitals(self) -> bool:
        """Two capitals, or one with a digit or & after it: a quick look before the slow ones for abbreviations."""
        return TWO_CAPITALS.search(self.text) is not None

    @cached_property
    def lengths(self) -> tuple[int, ...]:
        """How many words each sentence has; no word is in two, and none outside."""
        return tuple([count_words(sentence.text) for sentence in self.sentences])


PIECE = re.compile(r"[^\W_]+")
HAS_DIGIT = re.compile(r"\d")
TWO_CAPITALS = re.compile(r"[A-Z][A-Z0-9&]")
WORD = re.compile(rf"{MASKED}+|[£€]?[^\W_](?:[\w’'%£.,/@:+-]*[\w%])?", re.UNICODE)
SENTENCE_END = re.compile(r"[.!?…\n](?:(?<=\n)|(?<!\n)[.!?…]{0,3}[\"”’')\]]{0,3}(?=\s|$))")
"""One class of signs comes first: with it the search passes over letters much faster."""
NOT_AN_END = re.compile(r"(?:\b(?:Dr|Mr|Mrs|Ms|St|No|vs|e\.g|i\.e|etc)|\b[A-Z])\.$")

# Every quantifier has an end: 256 KiB of brackets must cost no more than 256 KiB of words.
LINK = re.compile(
    r"(!?)\[((?:[^\[\]\n]|\n(?!\n)|\[[^\[\]\n]{0,99}\]){0,300})\]"
    r"(\([^()\s]{0,2000}(?:\s{1,9}\"[^\"\n]{0,300}\")?\)|\[[^\[\]\n]{0,99}\])?(\{[^{}\n]{0,200}\})?"
)
CODE = re.compile(
    r"(`{1,3})[^`\n][^\n]{0,300}?\1|<(?:https?|mailto|tel):[^<>\s]{0,2000}>|https?://[^\s)>\]]{1,2000}"
    r"|\b[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,6}"
)
TAG = re.compile(
    r"</?[A-Za-z][^<>]{0,500}>|<!--(?:[^<-]|-(?!->)){0,2000}-->|:[a-z]{1,30}(?:-[a-z0-9]{1,30}){1,8}:|\{[:#.][^{}\n]{0,200}\}"
)
_LINE_MARK = r"^[ \t]*(?:>[ \t]?|#{1,6}[ \t]+|[-+][ \t]+|\d+[.)][ \t]+|:[ \t]+)"
MARKS = re.compile(rf"\*+|(?<!\w)_+|_+(?!\w)|{_LINE_MARK}", re.MULTILINE)
LINE_MARKS = re.compile(_LINE_MARK, re.MULTILINE)


def mask_markup(source: str) -> str:
    """The text as long as it was, with links as one word each and every mark as a space."""
    text = source
    if "`" in text or "<" in text or "@" in text or "://" in text:
        text = CODE.sub(lambda found: MASKED * len(found[0]), text)
    if "[" in text:
        text = LINK.sub(_mask_link, text)
    if "<" in text or ":" in text or "{" in text:
        text = TAG.sub(_blank, text)
    if "*" in text or "_" in text:
        return MARKS.sub(_blank, text)
    return text if text[:1].isalpha() and "\n" not in text else LINE_MARKS.sub(_blank, text)


def _mask_link(found: re.Match[str]) -> str:
    whole = found[0]
    if found[1]:
        return BLANK * len(whole)
    if not found[3]:
        return whole
    label = found[2]
    # A link is one word; a sentence that is only a link still ends where its label ends.
    return MASKED * (len(label) + 1) + BLANK * (len(whole) - len(label) - 1)


def _blank(found: re.Match[str]) -> str:
    return "".join("\n" if letter == "\n" else BLANK for letter in found[0])


def mask_phrases(text: str, phrases: Iterable[str]) -> str:
    """Names and addresses count as one word each and are free of the sentence rules."""
    for phrase in sorted({phrase for phrase in phrases if phrase}, key=len, reverse=True):
        if phrase in text:
            text = re.sub(rf"(?<!\w){re.escape(phrase)}(?!\w)", lambda found: MASKED * len(found[0]), text)
    return text


def split_sentences(text: str) -> Iterator[Span]:
    """Sentences with their offsets; titles such as “Dr.” end none."""
    start = 0
    for end in SENTENCE_END.finditer(text):
        if end[0] != "\n" and NOT_AN_END.search(text, max(start, end.end() - 6), end.end()):
            continue
        yield from _trimmed(text, start, end.end())
        start = end.end()
    yield from _trimmed(text, start, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    bare = piece.strip()
    if _SAYS_SOMETHING.search(bare):
        first = start + len(piece) - len(piece.lstrip())
        yield Span(bare, first)


_SAYS_SOMETHING = re.compile(rf"[^\W_]|{MASKED}")


def count_words(text: str) -> int:
    """How many words a text has; a name, a link or an address is one."""
    return len(WORD.findall(text))


FENCE = re.compile(r"^(```|~~~).*?^\1[^\n]*$", re.MULTILINE | re.DOTALL)
BLOCK_BREAK = re.compile(
    r"\n[ \t]*\n|\n(?=[ \t]*(?:[-*+]|\d+[.)])[ \t]+)|\n(?=[ \t]*(?:#{1,6} |\||>|!!!|\?\?\?|===|:[ \t]))"
)
HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]")
CELL = re.compile(r"[^|\n]+")
TABLE_ROW = re.compile(r"^[ \t]*\|.*\|[ \t]*$")
ADMONITION = re.compile(r"^[ \t]*(?:!!!|\?\?\?\+?|===)[ \t]")


def blocks_of(source: str, kind: str = STANDARD, exempt: tuple[str, ...] = ()) -> Iterator[Passage]:
    """The paragraphs, points, headings and table cells of a Markdown text, each as a passage."""
    source = FENCE.sub(_blank, source)
    start = 0
    whole = Passage(source, kind, exempt=exempt)
    for found in [*BLOCK_BREAK.finditer(source), None]:
        end = found.start() if found else len(source)
        yield from _block(whole, start, end)
        start = found.end() if found else end


def _block(whole: Passage, start: int, end: int) -> Iterator[Passage]:
    piece = whole.source[start:end]
    if not piece.strip() or ADMONITION.match(piece) or not piece.strip().strip("-|: "):
        return
    if TABLE_ROW.match(piece.strip("\n")):
        for cell in CELL.finditer(piece):
            if cell[0].strip():
                yield Passage(cell[0], whole.kind, start + cell.start(), whole_sentence=False, exempt=whole.exempt)
        return
    if whole.kind == STANDARD:
        # In a standard paragraph a line end is only white space; in easy read each line is a sentence.
        marks = MARKS.match(piece)
        gone = marks.end() if marks else 0
        text = " " * gone + piece[gone:].replace("\n", " ")
    else:
        text = piece
    is_sentence = not HEADING.match(piece)
    yield Passage(text, whole.kind, start, whole_sentence=is_sentence, exempt=whole.exempt)
