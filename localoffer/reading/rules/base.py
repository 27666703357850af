"""What several reading rules ask of a passage."""

from __future__ import annotations

from localoffer.findings import ERROR, MAYBE, SURE, WARNING
from localoffer.reading.passages import EASY, Passage
from localoffer.rulebook import Put


def is_easy(passage: Passage) -> bool:
    """True in easy read, where the rules are strictest."""
    return passage.kind == EASY


def error_if_easy(passage: Passage) -> str:
    """An error in easy read, a warning in a standard text."""
    return ERROR if is_easy(passage) else WARNING


def shorten(text: str, words: int = 12) -> str:
    """The beginning of a text, for a message."""
    parts = text.split()
    return " ".join(parts[:words]) + (" …" if len(parts) > words else "")


def words_instead(passage: Passage, start: int, end: int, better: str, *, is_sure: bool) -> Put:
    """To write `better` in the place of some words, with a capital where they had one or a sentence begins."""
    written = passage.source[start:end]
    begins = written[:1].isupper() or not passage.source[:start].strip()
    text = better[:1].upper() + better[1:] if begins and passage.whole_sentence else better
    return Put(text, start, end, SURE if is_sure else MAYBE)
