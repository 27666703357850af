"""One file of a source, wherever it lies: its name as people know it, and its bytes, of which never too many are read.

In: a path or anything that opens. Out: bytes within a limit.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from localoffer.exchange.fault import SourceFault

MEGABYTE = 1024 * 1024
MOST_BYTES = 256 * MEGABYTE
"""The register of all schools of England is a table of about 70 MB; nothing that we read is larger than a few of it."""
HEAD = CHUNK = 64 * 1024
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""First bytes that say which letters follow (a byte order mark), and Python's name for those."""


def marked(head: bytes) -> str:
    """The letters that the first bytes name; "" where they name none."""
    return next((coding for mark, coding in MARKS if head.startswith(mark)), "")


@dataclass(frozen=True)
class Document:
    """`name` is a path or an address; `kind` is what a server says that it is (a content type), or ""; `size` in bytes, where
    that is known before it is read."""

    name: str
    open: Callable[[], BinaryIO]
    kind: str = ""
    size: int = 0

    @property
    def stem(self) -> str:
        """`tables/services.csv` → `services`."""
        return self.name.replace("\\", "/").rpartition("/")[2].partition(".")[0].lower()

    def head(self) -> bytes:
        """Its first bytes."""
        with opened(self) as file:
            return file.read(HEAD)

    def read(self, most: int = MOST_BYTES) -> bytes:
        """All of it; SourceFault where it is larger than `most` bytes."""
        self.check_size(most)
        with opened(self) as file:
            content = file.read(most + 1)
        if len(content) > most:
            raise too_large(self.name, most)
        return content

    def check_size(self, most: int) -> None:
        """SourceFault where it is known to be larger than `most` bytes."""
        if self.size > most:
            raise too_large(self.name, most)


def document_at(path: Path, name: str = "") -> Document:
    """A file of this machine."""
    return Document(name or path.as_posix(), lambda: cast(BinaryIO, path.open("rb")), size=path.stat().st_size)


def chunks_of(document: Document, most: int) -> Iterator[bytes]:
    """Its bytes, part by part; SourceFault where there are more than `most`."""
    size = 0
    with opened(document) as file:
        while chunk := file.read(CHUNK):
            size += len(chunk)
            if size > most:
                raise too_large(document.name, most)
            yield chunk


def too_large(name: str, most: int) -> SourceFault:
    """What is said of a document of more than `most` bytes."""
    return SourceFault(
        f"{name} is larger than {most // MEGABYTE} MB. Nothing was read from it.",
        "ask its owner for a smaller one: only the services of your area, or the list in pages.",
    )


def opened(document: Document) -> BinaryIO:
    """Its bytes to read; SourceFault where it cannot be opened."""
    try:
        return document.open()
    except OSError as error:
        raise SourceFault(f"{document.name} cannot be read: {error.strerror or error}.", "check its name.") from None
