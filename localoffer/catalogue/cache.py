"""What was read before, by content: an unchanged file is not read twice.

In: a file's bytes, its path and the kind of record. Out: the record and its
findings, if the same bytes were read by the same code. They lie in one SQLite
file, which two programs may use at once. Only our own plain classes are ever
unpickled; anything else, or a damaged file, counts as absent.
"""

from __future__ import annotations

import hashlib
import io
import pickle
import sqlite3
from collections.abc import Mapping
from contextlib import ExitStack, closing, suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, Self

CODE = Path(__file__).resolve().parents[1]
CODE_PARTS = ("findings.py", "rulebook", "yamlfile", "model", "records", "catalogue")
NAME = "records.db"


@cache
def code_version() -> str:
    """A hash of the code that decides what a record is."""
    digest = hashlib.sha256(str(pickle.HIGHEST_PROTOCOL).encode())
    for part in CODE_PARTS:
        _add_files(digest, CODE / part, "*.py")
    return digest.hexdigest()


def shared_digest(root: Path, today: date) -> str:
    """A hash of all that every page may show besides its own record: settings, lists, today, and the code of this package."""
    digest = hashlib.sha256(today.isoformat().encode())
    for place in (root / "mkdocs.yml", root / "content" / "_data"):
        _add_files(digest, place, "*")
    _add_files(digest, CODE, "*.py")
    _add_files(digest, CODE / "templates", "*")
    return digest.hexdigest()


def _add_files(digest: hashlib._Hash, place: Path, pattern: str) -> None:
    for file in sorted(place.rglob(pattern)) if place.is_dir() else [place]:
        if file.is_file():
            content = file.read_bytes()
            digest.update(
                f"{file.relative_to(place.parent).as_posix()}\0{len(content)}\0".encode("utf-8", "replace") + content
            )


class _OurUnpickler(pickle.Unpickler):
    """Builds dates, amounts and the classes of this package, nothing else."""

    KNOWN = frozenset(
        {
            ("datetime", "date"),
            ("datetime", "time"),
            ("decimal", "Decimal"),
            ("builtins", "set"),
            ("builtins", "frozenset"),
        }
    )

    def find_class(self, module: str, name: str) -> Any:
        ours = module.startswith(("localoffer.model", "localoffer.findings", "localoffer.records"))
        if (module, name) in self.KNOWN or (ours and "." not in name and name[:1].isupper()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} does not belong in the cache")


class RecordCache:
    """One file with every record, by key; without a folder, nothing is kept. Whatever is wrong with the file, it counts
    as absent: it costs time, never truth. Used in a `with` statement, it is written down and left at its end."""

    def __init__(self, folder: Path | None, *, in_memory: bool = False) -> None:
        """`in_memory`: without a folder, results are kept as long as this object."""
        self.version = code_version() if folder or in_memory else ""
        self.used: set[str] = set()
        self.store = _open(folder / NAME, self.version) if folder else _new_store(":memory:") if in_memory else None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.leave()

    def count(self) -> int:
        """How many records of this code there are."""
        try:
            return int(self.store.execute("SELECT count(*) FROM records").fetchone()[0]) if self.store else 0
        except sqlite3.Error:
            return 0

    def key(self, raw: bytes, path: str, kind: str) -> str:
        """The name of a record in the cache."""
        return hashlib.sha256(f"{self.version}\0{kind}\0{path}\0".encode("utf-8", "replace") + raw).hexdigest()[:40]

    def load(self, key: str) -> Any:
        """What was kept under this key, or None."""
        self.used.add(key)
        if self.store is None:
            return None
        try:
            row = self.store.execute("SELECT record FROM records WHERE key = ?", (key,)).fetchone()
            return _OurUnpickler(io.BytesIO(row[0])).load() if row else None
        except Exception:  # whatever a damaged record does, it counts as absent
            return None

    def keep(self, key: str, result: Any) -> None:
        """Keep a result; a full or locked disk is no fault of the offer."""
        if self.store is not None:
            self.put({key: pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL)})

    def packed(self) -> dict[str, bytes]:
        """Every result, packed, by key."""
        return dict(self.store.execute("SELECT key, record FROM records")) if self.store else {}

    def put(self, packed: Mapping[str, bytes]) -> None:
        """Keep packed results by key."""
        if self.store is None:
            return
        try:
            self.store.executemany("INSERT OR REPLACE INTO records VALUES (?, ?)", packed.items())
        except sqlite3.Error:
            self.store.close()
            self.store = None

    def leave(self) -> None:
        """Write everything down, and leave the file to others."""
        if self.store is not None:
            with suppress(sqlite3.Error), closing(self.store):
                self.store.commit()
            self.store = None

    def forget_unused(self) -> None:
        """Forget what this run did not ask for."""
        if self.store is None:
            return
        with suppress(sqlite3.Error):
            known = {key for (key,) in self.store.execute("SELECT key FROM records")}
            self.store.executemany("DELETE FROM records WHERE key = ?", ((key,) for key in known - self.used))


def _new_store(place: Path | str, number: int = 0) -> sqlite3.Connection:
    """The store of this number at a place, empty if it was of another; closed again when anything is wrong with it."""
    with ExitStack() as on_fault:
        store = on_fault.enter_context(closing(sqlite3.connect(place, timeout=1)))
        store.execute("PRAGMA synchronous = OFF")  # a killed run loses nothing; a lost power costs one cold read
        store.execute("CREATE TABLE IF NOT EXISTS records (key TEXT PRIMARY KEY, record BLOB NOT NULL)")
        if store.execute("PRAGMA user_version").fetchone()[0] != number:
            store.execute("DELETE FROM records")
            store.commit()
            store.execute(f"PRAGMA user_version = {number}")
        on_fault.pop_all()
    return store


def _open(path: Path, version: str) -> sqlite3.Connection | None:
    """The store, empty if other code wrote it, made anew when it cannot be read; None where nothing can be written."""
    for _ in range(2):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            return _new_store(path, int(version[:7], 16))
        except sqlite3.OperationalError:
            return None
        except (OSError, sqlite3.DatabaseError):
            with suppress(OSError):
                path.unlink()
    return None
