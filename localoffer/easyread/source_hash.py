"""The short hash that says which text an easy-read version was written from, and the command that renews it.

In: a record or a page's body. Out: 12 hexadecimal digits; for `accept`, one changed line in one file.
"""

from __future__ import annotations

import re
from pathlib import Path

from localoffer.cache.digests import text_hash
from localoffer.model import Service
from localoffer.system.failures import CannotRun

__all__ = ["renew", "source_hash", "text_hash", "write_renewed"]


def source_hash(service: Service) -> str:
    """First 12 hex digits of SHA-256 over summary, newline, description (DESIGN section 9)."""
    return text_hash(*(service._written or (service.summary or "", service.description)))


WRITTEN_FROM = re.compile(
    r"^(?P<before>[ \t]*written_from:[ \t]*)(?P<quote>[\"']?)(?P<value>[^\"'\r\n#]*)(?P=quote)(?P<after>[ \t]*(?:#.*)?)$",
    re.MULTILINE,
)


def renew(text: str, new: str) -> str:
    """The file's text with the value of its one `written_from` line replaced, everything else as it was."""
    changed, number = WRITTEN_FROM.subn(lambda found: f'{found["before"]}"{new}"{found["after"]}', text, count=1)
    if not number:
        raise CannotRun(
            'There is no written_from line. Add `written_from: ""` to the easy-read part, then run this again.'
        )
    return changed


def write_renewed(path: Path, new: str) -> None:
    """Renew a file in place, keeping its line endings and a byte-order mark."""
    raw = path.read_bytes().decode("utf-8")
    path.write_bytes(renew(raw, new).encode("utf-8"))
