"""What several reading rules ask of a passage."""

from __future__ import annotations

from localoffer.findings import ERROR, WARNING
from localoffer.reading.passages import EASY, Passage


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
