"""A record's place: its provider's folder and its file, from their names, never one that is taken, never outside providers/.

In: names and numbers as another system tells them, and what is taken. Out: `marl-trust`, `saturday-club.yml`. A place is
given once: later runs find a listing by `source`, whatever its name becomes (decision 050).
"""

from __future__ import annotations

from collections.abc import Container
from hashlib import sha256

from localoffer.letters import address_part, file_name

NOT_FOR_FILES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{name}{number}" for name in ("com", "lpt") for number in range(10))}
)
"""Names that Windows keeps for itself: a folder so named cannot be fetched there."""
LONGEST_WITH_KEY = 52


def folder_for(name: str, key: str, taken: Container[str]) -> str:
    """A provider's folder. `key` tells two of the same name apart: a digest of it goes behind the name where needed."""
    return _free(address_part(name), "provider", key, taken)


def file_for(name: str, key: str, taken: Container[str]) -> str:
    """A listing's file, without .yml."""
    return _free(file_name(name) if address_part(name) else "", "service", key, taken)


def _free(part: str, otherwise: str, key: str, taken: Container[str]) -> str:
    part = f"{part}-{otherwise}" if part in NOT_FOR_FILES else part
    if part and part not in taken:
        return part
    digest = sha256(key.encode("utf-8", "replace")).hexdigest()
    stem = part[:LONGEST_WITH_KEY].rstrip("-") or otherwise
    return next(name for length in range(4, 65) if (name := f"{stem}-{digest[:length]}") not in taken)
