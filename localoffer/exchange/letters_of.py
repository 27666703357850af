"""Which letters a table is written in: told by its bytes, never by the machine it is read on.

In: a document. Out: a coding that Python knows, and whether the bytes say it for certain.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from charset_normalizer import from_bytes

from localoffer.exchange import document as documents
from localoffer.exchange.document import Document, chunks_of, marked
from localoffer.exchange.fault import SourceFault

#: What spreadsheet programs of this country have written before UTF-8, on Windows, on a Mac, and long ago.
OLDER = ("cp1252", "mac_roman", "cp850")
NAMES = {"cp1252": "Windows-1252", "mac_roman": "Mac Roman", "cp850": "DOS 850"}
NO_TEXT = bytes(byte for byte in range(1, 32) if byte not in b"\t\n\r\x0b\x0c\x1b")
MOST_SAMPLE = 64 * 1024


@dataclass(frozen=True)
class Coding:
    """`is_guessed`: the bytes fit other codings too, and this is the likeliest."""

    name: str
    is_guessed: bool = False


def coding_of(document: Document) -> Coding:
    """Looks at every byte; SourceFault where there are too many, or where they are no text."""
    most = documents.MOST_BYTES
    document.check_size(most)
    head = document.head()
    if found := marked(head) or _without_a_mark(head):
        for _chunk in chunks_of(document, most):
            pass
        return Coding(found)
    if len(head) - len(head.translate(None, NO_TEXT)) > len(head) // 20 or head.count(b"\x00") > len(head) // 10:
        raise SourceFault(f"{document.name} is no text.", "ask its owner for the same as CSV or JSON.")
    strange = _not_utf_8(document, most)
    return Coding("utf-8") if strange is None else Coding(_older(strange), is_guessed=True)


def _without_a_mark(head: bytes) -> str:
    """UTF-16 without its mark: every other byte of plain letters is nothing."""
    for start, coding in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = head[start : len(head) // 2 * 2 : 2]
        if len(half) > 2 and half.count(0) > len(half) * 0.8:
            return coding
    return ""


def _not_utf_8(document: Document, most: int) -> bytes | None:
    """The lines that are not UTF-8, so many that they tell what they are; None where all are."""
    decoder, strange, is_utf_8, rest = codecs.getincrementaldecoder("utf-8")(), bytearray(), True, b""
    for chunk in chunks_of(document, most):
        if is_utf_8:
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                is_utf_8 = False
        if not chunk.isascii() and len(strange) < MOST_SAMPLE:
            lines = (rest + chunk).splitlines(keepends=True)
            strange += b"".join(line for line in lines if not line.isascii())[:MOST_SAMPLE]
        rest = chunk[-200:]
    if is_utf_8:
        try:
            decoder.decode(b"", final=True)
        except UnicodeDecodeError:
            is_utf_8 = False
    return None if is_utf_8 else bytes(strange)


def _older(strange: bytes) -> str:
    best = from_bytes(strange, cp_isolation=list(OLDER), enable_fallback=False).best()
    return best.encoding if best is not None and best.encoding in OLDER else OLDER[0]
