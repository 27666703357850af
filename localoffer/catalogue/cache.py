"""What was read before, by content: an unchanged file is not read twice.

In: a file's bytes, its path and the kind of record. Out: the record and its
findings, if the same bytes were read by the same code. Only our own plain
classes are ever unpickled; anything else, or a damaged file, counts as absent.
"""

from __future__ import annotations

import hashlib
import io
import os
import pickle
from pathlib import Path
from typing import Any

CODE = Path(__file__).resolve().parents[1]
CODE_PARTS = ("findings.py", "sourcefile.py", "yamlfile", "vocabulary.py", "model", "records", "catalogue")
FOLDER = "records"


def code_version() -> str:
    """A hash of the code that decides what a record is."""
    digest = hashlib.sha256(str(pickle.HIGHEST_PROTOCOL).encode())
    for part in CODE_PARTS:
        place = CODE / part
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()


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
        ours = module.startswith(
            ("localoffer.model", "localoffer.vocabulary", "localoffer.findings", "localoffer.records")
        )
        if (module, name) in self.KNOWN or (ours and "." not in name and name[:1].isupper()):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f"{module}.{name} does not belong in the cache")


class RecordCache:
    """A folder of one small file for each record; without a folder, nothing is kept."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder / FOLDER if folder else None
        self.version = code_version() if folder else ""
        self.used: set[str] = set()
        self.is_ready = False
        self.known = self._names()

    def _names(self) -> set[str]:
        try:
            return {found.name for found in os.scandir(self.folder)} if self.folder else set()
        except OSError:
            return set()

    def key(self, raw: bytes, path: str, kind: str) -> str:
        """The name of a record's file in the cache."""
        return hashlib.sha256(f"{self.version}\0{kind}\0{path}\0".encode("utf-8", "replace") + raw).hexdigest()[:40]

    def load(self, key: str) -> Any:
        """What was kept under this key, or None."""
        self.used.add(key)
        if self.folder is None or key not in self.known:
            return None
        try:
            return _OurUnpickler(io.BytesIO((self.folder / key).read_bytes())).load()
        except Exception:  # whatever a damaged file does, it counts as absent
            return None

    def keep(self, key: str, result: Any) -> None:
        """Keep a result; a full or locked disk is no fault of the offer."""
        if self.folder is None:
            return
        try:
            if not self.is_ready:
                self.folder.mkdir(parents=True, exist_ok=True)
                self.is_ready = True
            new = self.folder / f".new-{os.getpid()}"
            new.write_bytes(pickle.dumps(result, protocol=pickle.HIGHEST_PROTOCOL))
            new.replace(self.folder / key)
        except OSError:
            return

    def forget_unused(self) -> None:
        """Delete what this run did not ask for."""
        for name in sorted(name for name in self.known - self.used if not name.startswith(".")):
            if self.folder is not None:
                (self.folder / name).unlink(missing_ok=True)
