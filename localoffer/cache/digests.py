"""Short digests of content, and JSON files that other programs read.

In: bytes, text, files. Out: hexadecimal digests; JSON files that are either the old or the new one, never half.
"""

from __future__ import annotations

import json
import os
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from hashlib import blake2b, sha256
from pathlib import Path
from typing import Any


def digest_of(*parts: str | bytes) -> str:
    """32 hexadecimal digits for these parts, in this order."""
    pieces: list[bytes] = []
    for part in parts:
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        pieces += (len(content).to_bytes(8, "big"), content)
    return blake2b(b"".join(pieces), digest_size=16).hexdigest()


WORDS_DIGITS = 12


def text_hash(*texts: str) -> str:
    """First 12 hex digits of SHA-256 over the texts, each NFC with white space folded, joined by newlines: people keep it in
    their files, and it stays the same when a text is only wrapped anew."""
    folded = "\n".join(" ".join(unicodedata.normalize("NFC", text).split()) for text in texts)
    return sha256(folded.encode("utf-8", "surrogatepass")).hexdigest()[:WORDS_DIGITS]


def digest_of_state(places: Iterable[Path], *more: str) -> str:
    """One digest for the sizes and times of every file in `places`: equal means nothing was touched."""
    whole = blake2b("\n".join(more).encode(), digest_size=16)
    for path, state in file_states(places).items():
        whole.update(f"{path} {state}\n".encode("utf-8", "surrogateescape"))
    return whole.hexdigest()


def file_states(places: Iterable[Path]) -> dict[str, str]:
    """Each file in `places` with its size and times, in a settled order; caches of Python and hidden folders do not count."""
    return dict(state for place in places for state in _states(place))


def _states(place: Path) -> Iterator[tuple[str, str]]:
    try:
        found = place.stat()
    except OSError:
        yield str(place), "missing"
        return
    if not place.is_dir():
        yield str(place), f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"
        return
    yield from _folder_states(os.fspath(place))


def _folder_states(folder: str) -> Iterator[tuple[str, str]]:
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder, "unreadable"
        return
    for entry in entries:
        if entry.name == "__pycache__" or (entry.name.startswith(".") and entry.name != ".icons"):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _folder_states(entry.path)
            continue
        try:
            found = entry.stat()
        except OSError:
            yield entry.path, "missing"
            continue
        yield entry.path, f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def read_json(path: Path) -> dict[str, Any]:
    """What `write_json` wrote; empty when there is none or it cannot be read."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def write_json(path: Path, content: Mapping[str, Any]) -> None:
    """Write a JSON object for other programs in one step: the old one or the new one, never half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.write_text(json.dumps(content, ensure_ascii=True, separators=(",", ":")), encoding="ascii")
    fresh.replace(path)
