"""What is here already: each provider's folder and name, and each listing that came in from one system.

In: a root and a system's name. Out: a `Here`. A listing is known by `source.system` and `source.id`, so its file may be renamed
or moved; a file that cannot be read is in nobody's way and is never touched.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from localoffer.letters import same_name
from localoffer.system.failures import CannotRun
from localoffer.yamlfile.putting import read_values
from localoffer.yamlfile.source import read_raw


@dataclass
class Known:
    """A file that is here: its path from the root, its text as it is on the disk, and what it says."""

    path: str
    text: str
    fields: dict[str, Any]


@dataclass
class Here:
    """Everything an import must not run into. `files`: folder → the names of its listings, without .yml."""

    root: Path
    system: str
    files: dict[str, set[str]] = field(default_factory=dict)
    providers: dict[str, str] = field(default_factory=dict)
    """A provider's name, as names are compared → its folder."""
    provider_files: dict[str, Known] = field(default_factory=dict)
    """Folder → its provider.yml."""
    ours: dict[str, Known] = field(default_factory=dict)
    """A record's number there → its listing."""
    our_providers: dict[str, str] = field(default_factory=dict)
    """An organisation's number there → its folder."""
    not_ours: list[tuple[str, str, dict[str, Any]]] = field(default_factory=list)
    """Folder, name of the file, and fields of each listing from elsewhere."""


def look_here(root: Path, system: str) -> Here:
    """Read what is there."""
    here = Here(root, system)
    for folder in sorted((root / "providers").iterdir()):
        if not folder.is_dir() or folder.name.startswith((".", "_")):
            here.files.setdefault(folder.name, set())  # taken, whatever it is
            continue
        if folder.is_symlink() and not folder.resolve().is_relative_to((root / "providers").resolve()):
            raise CannotRun(f"providers/{folder.name} leads out of the offer.", "put the folder itself there.")
        here.files[folder.name] = set()
        for known in _read_folder(folder, root):
            _enter(here, folder.name, known)
    return here


def _read_folder(folder: Path, root: Path) -> Iterator[Known]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "_")) or path.suffix != ".yml":
            continue
        name = path.relative_to(root).as_posix()
        yield read_known(path, name)


def read_known(path: Path, name: str) -> Known:
    """A file and what it says; nothing where it cannot be read."""
    try:
        raw = path.read_bytes() if path.is_file() else b""
    except OSError:
        raw = b""
    text, _findings = read_raw(raw, name)
    return Known(name, raw.decode("utf-8", "replace"), (read_values(text) or {}) if text else {})


def _enter(here: Here, folder: str, known: Known) -> None:
    stem = known.path.rpartition("/")[2].removesuffix(".yml")
    here.files[folder].add(stem)
    name = known.fields.get("name")
    source = known.fields.get("source")
    number = source.get("id") if isinstance(source, dict) and source.get("system") == here.system else None
    if stem == "provider":
        here.provider_files[folder] = known
        if isinstance(name, str):
            here.providers.setdefault(same_name(name), folder)
        if isinstance(number, str):
            here.our_providers.setdefault(number, folder)
        return
    if isinstance(number, str):
        here.ours.setdefault(number, known)
    else:
        here.not_ours.append((folder, stem, known.fields))
