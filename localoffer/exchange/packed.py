"""A packed folder (zip) of data, read without unpacking it: names in it are text, and never places on this machine.

In: a document. Out: the documents in it; none where it is no zip with data in it (a spreadsheet is one without).
"""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any, TypeVar

from localoffer.exchange.document import MEGABYTE, Document, opened
from localoffer.exchange.fault import SourceFault

ENDINGS = (".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".txt")
"""What files of data are called."""
MOST_FILES = 20_000
MOST_TOGETHER = 1024 * MEGABYTE
T = TypeVar("T")
SIGNATURE = b"PK\x03\x04"


def documents_in(packed: Document) -> tuple[Document, ...]:
    """Each file of data in a zip, in the order of their names."""
    if not packed.head().startswith(SIGNATURE):
        return ()
    try:
        with opened(packed) as file, zipfile.ZipFile(file) as archive:
            members = [member for member in archive.infolist() if _is_data(member)]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, EOFError) as fault:
        raise SourceFault(
            f"{packed.name} is a packed file that cannot be opened: {fault}.", "unpack it, and give the folder."
        ) from None
    check_together(packed.name, [member.file_size for member in members])
    if any(member.flag_bits & 1 for member in members):
        raise SourceFault(f"{packed.name} is packed with a password.", "unpack it, and give the folder.")
    return tuple(_member(packed, member) for member in sorted(members, key=lambda each: each.filename))


def check_together(name: str, sizes: list[int]) -> None:
    """SourceFault for more files, or larger ones together, than any list of services has."""
    if len(sizes) > MOST_FILES:
        raise SourceFault(f"{name} holds more than {MOST_FILES:,} files.", "give the folder of the data alone.")
    if sum(sizes) > MOST_TOGETHER:
        raise SourceFault(
            f"The files of {name} are larger than {MOST_TOGETHER // MEGABYTE:,} MB together.", "give a part of them."
        )


def _is_data(member: zipfile.ZipInfo) -> bool:
    path = member.filename.replace("\\", "/")
    hidden = path.startswith("__MACOSX/") or path.rpartition("/")[2].startswith(".")
    return not member.is_dir() and not hidden and path.lower().endswith(ENDINGS)


def _member(packed: Document, member: zipfile.ZipInfo) -> Document:
    name = f"{packed.name}/{member.filename}"
    return Document(name, lambda: io.BufferedReader(_Member(packed, member, name)))


class _Member(io.RawIOBase):
    """The bytes of a file in a zip; a SourceFault where they cannot be unpacked."""

    def __init__(self, packed: Document, member: zipfile.ZipInfo, name: str) -> None:
        self._name = name
        with ExitStack() as stack:
            file = stack.enter_context(packed.open())
            archive = self._try(lambda: stack.enter_context(zipfile.ZipFile(file)))
            self._file = self._try(lambda: stack.enter_context(archive.open(member)))
            self._stack = stack.pop_all()

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """The next bytes."""
        content = self._try(lambda: self._file.read(len(buffer)))
        buffer[: len(content)] = content
        return len(content)

    def close(self) -> None:
        """Close the zip too."""
        if not self.closed and hasattr(self, "_stack"):
            self._stack.close()
        super().close()

    def _try(self, do: Callable[[], T]) -> T:
        try:
            return do()
        except (
            zipfile.BadZipFile,
            zlib.error,
            lzma.LZMAError,
            NotImplementedError,
            RuntimeError,
            ValueError,
            EOFError,
        ) as fault:
            raise SourceFault(f"{self._name} cannot be unpacked: {fault}.", "unpack it, and give the folder.") from None
