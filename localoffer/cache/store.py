"""What is kept from one run to the next: one SQLite file, which two programs may use at once.

In: a folder and the name of a room. Out: values by key, if the same code and the same libraries kept them (`made_by`).
Only plain values and our own classes are ever unpickled. A damaged, locked or foreign file counts as absent: it costs
time, never truth.
"""

from __future__ import annotations

import io
import pickle
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any, Self, TypeVar

from localoffer.cache.made_by import made_by

NAME = "kept.db"
MOST = 2_000
"""Values that wait to be written: memory does not grow with the offer, and the file is locked for moments only."""
AHEAD = 32
"""Values that are fetched with one: a run asks for most in the order in which an earlier run wrote them."""
MOST_STREAMS = 64
"""Processes that may have written by turns; memory does not grow with the offer."""
PATIENCE = 10
"""Seconds in which another program's writing ends."""

_KNOWN = frozenset(
    {
        ("datetime", "date"),
        ("datetime", "time"),
        ("decimal", "Decimal"),
        ("builtins", "set"),
        ("builtins", "frozenset"),
    }
)
_OURS = (
    "localoffer.model",
    "localoffer.findings",
    "localoffer.records",
    "localoffer.exchange.telling.offer",
    "localoffer.exchange.writing.api",
    "localoffer.outputs.search.documents",
)

T = TypeVar("T")


class Room:
    """Values of one kind by key; without a folder, nothing is kept. `fresh`: packed values that are not written yet. At the
    end of a `with` statement everything is written down, and the file is left to others."""

    def __init__(self, folder: Path | None, name: str, *, in_memory: bool = False) -> None:
        """`in_memory`: without a folder, values are kept as long as this object."""
        self.name = name
        self.used: set[str] = set()
        self.fresh: dict[str, bytes] = {}
        self.ahead: dict[str, bytes] = {}
        self.path = folder / NAME if folder else None
        self.store = _open(self.path) if self.path else None
        self.keeps = in_memory or self.store is not None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        self.commit_and_close()

    def load(self, key: str) -> Any:
        """What was kept under this key, or None."""
        self.used.add(key)
        packed = self.fresh.get(key) or self.ahead.pop(key, None)
        if packed is None and self.store is not None:
            with suppress(sqlite3.Error):
                row = self._select("value, rowid", " AND key = ?", key).fetchone()
                if row:
                    packed = row[0]
                    self._read_on(row[1])
        return _unpack(packed)

    def _read_on(self, place: int) -> None:
        """Fetch the values that were written after this one; not for a run that asks for one value only."""
        if len(self.used) > 1:
            rows = self._select("key, value", " AND rowid BETWEEN ? AND ?", place + 1, place + AHEAD, by="NOT INDEXED")
            self.ahead |= rows.fetchall()
            for key in list(self.ahead)[: -AHEAD * MOST_STREAMS]:
                del self.ahead[key]

    def _select(self, columns: str, more: str, *values: str | int, by: str = "") -> sqlite3.Cursor:
        """`by`: NOT INDEXED where a stretch of the file is asked for; by the index of keys, each would look through all of them."""
        assert self.store is not None
        return self.store.execute(f"SELECT {columns} FROM {_table()} {by} WHERE room = ?{more}", (self.name, *values))  # noqa: S608

    def keys(self) -> set[str]:
        """The keys of all values that are written down."""
        try:
            return {key for (key,) in self._select("key", "")} if self.store else set()
        except sqlite3.Error:
            return set()

    def keep(self, key: str, value: Any) -> None:
        """Keep a value."""
        if self.keeps:
            self.put({key: pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)})

    def made(self, key: str, make: Callable[[], T]) -> T:
        """What was kept under this key, or else what `make` gives, which is kept; without a key, it is always made."""
        found: T | None = self.load(key) if key else None
        if found is None:
            found = make()
            if key:
                self.keep(key, found)
        return found

    def put(self, packed: Mapping[str, bytes]) -> None:
        """Keep packed values."""
        self.used.update(packed)
        for key in self.ahead.keys() & packed.keys():
            del self.ahead[key]
        self.fresh |= packed
        if self.store is not None and len(self.fresh) >= MOST:
            self._write()

    def commit(self) -> None:
        """Write down what is new."""
        if self.store is not None:
            self._write()

    def commit_and_close(self) -> bool:
        """Write everything down, and leave the file to others; False when it could not be written."""
        return self._end(forget=())

    def prune_and_close(self) -> None:
        """Write everything down but what this run did not ask for: that is forgotten."""
        self._end(forget=self.keys() - self.used)

    def forget_and_close(self, keys: Iterable[str]) -> bool:
        """Forget these, and write the rest down; False when that could not be done."""
        return self._end(forget=keys)

    def _end(self, forget: Iterable[str]) -> bool:
        is_written = self.store is not None and self._write(forget)
        _close(self.store)
        self.store = None
        return is_written

    def _write(self, forget: Iterable[str] = ()) -> bool:
        """One short transaction; a full or locked disk is no fault of the offer."""
        assert self.store is not None
        assert self.path is not None
        gone = [(self.name, key) for key in forget]
        rows = [(self.name, key, value) for key, value in self.fresh.items()]
        self.fresh = {}
        try:
            if gone or rows:
                with self.store:
                    self.store.executemany(f"DELETE FROM {_table()} WHERE room = ? AND key = ?", gone)  # noqa: S608
                    self.store.executemany(f"INSERT OR REPLACE INTO {_table()} VALUES (?, ?, ?)", rows)  # noqa: S608
        except sqlite3.OperationalError:
            return False
        except sqlite3.DatabaseError:  # damaged: the next run begins a new one
            with suppress(OSError):
                self.path.unlink()
            return False
        return True


def read_note(folder: Path, name: str) -> dict[str, Any]:
    """The note of this name; empty when there is none, or it cannot be read."""
    with Room(folder if (folder / NAME).is_file() else None, "notes") as room:
        note = room.load(name)
    return note if isinstance(note, dict) else {}


def write_note(folder: Path, name: str, note: Mapping[str, Any]) -> None:
    """Keep a note. What it said before is forgotten for certain (see `forget_notes`)."""
    room = Room(folder, "notes")
    room.keep(name, dict(note))
    if not room.commit_and_close():
        forget_everything(folder)


def forget_notes(folder: Path, names: Iterable[str]) -> None:
    """Take notes away before what they say stops being true. Where that cannot be done, the whole store goes; raises
    OSError where not even that can be done."""
    if (folder / NAME).is_file() and not Room(folder, "notes").forget_and_close(names):
        forget_everything(folder)


def names_of_notes(folder: Path) -> list[str]:
    """The names of all notes."""
    with Room(folder if (folder / NAME).is_file() else None, "notes") as room:
        return sorted(room.keys())


def forget_everything(folder: Path) -> None:
    """Take the whole store away; raises OSError where that cannot be done."""
    for ending in ("", "-journal"):
        (folder / f"{NAME}{ending}").unlink(missing_ok=True)


def _table() -> str:
    """Other code, or another version of a library, sees other tables: it never reads or writes these."""
    return f"kept_{made_by()}"


def _open(path: Path) -> sqlite3.Connection | None:
    """The store, without what other code kept, made anew when it cannot be read; None where nothing can be written."""
    for _ in range(2):
        store = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            store = sqlite3.connect(path, timeout=PATIENCE)
            _make_table(store)
        except sqlite3.OperationalError:
            _close(store)
            return None
        except (OSError, sqlite3.DatabaseError):
            _close(store)
            with suppress(OSError):
                path.unlink()
        else:
            return store
    return None


def _close(store: sqlite3.Connection | None) -> None:
    if store is not None:
        store.close()


def _make_table(store: sqlite3.Connection) -> None:
    store.execute("PRAGMA synchronous = OFF")  # a killed run loses nothing; a lost power costs one cold read
    tables = {name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if tables == {_table()}:
        return
    with store:
        for table in tables - {_table()}:
            store.execute(f'DROP TABLE IF EXISTS "{table}"')
        store.execute(
            f"CREATE TABLE IF NOT EXISTS {_table()} (room TEXT, key TEXT, value BLOB NOT NULL, PRIMARY KEY (room, key))"
        )


class _OurUnpickler(pickle.Unpickler):
    """Builds dates, amounts and the classes of our records and findings, nothing else."""

    def find_class(self, module: str, name: str) -> Any:
        return _allowed_class(module, name)


@cache
def _allowed_class(module: str, name: str) -> Any:
    """Looked up once: a large offer names the same few classes in thousands of values."""
    if (module, name) in _KNOWN or (module.startswith(_OURS) and "." not in name and name[:1].isupper()):
        return getattr(import_module(module), name)
    raise pickle.UnpicklingError(f"{module}.{name} does not belong in the store")


def _unpack(packed: bytes | None) -> Any:
    if packed is None:
        return None
    try:
        return _OurUnpickler(io.BytesIO(packed)).load()
    except Exception:  # whatever a damaged value does, it counts as absent
        return None
