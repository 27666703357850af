"""What came in last time from each system: providers/_imports/<system>.json, committed with the listings.

In: a root and a system's name. Out: the folder of each organisation and, for each record, its path and fields. One record
stands on one line, so that git shows which of them changed. Never a cache: it is how an edit made here is told from a change
made there (decision 050).
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from localoffer.letters import address_part
from localoffer.system.failures import CannotRun
from localoffer.system.whole_file import write_whole

FOLDER = "providers/_imports"


@dataclass
class Record:
    """One record as it was written last time: its listing's path from the root, and its fields as read."""

    path: str
    fields: dict[str, Any]


@dataclass
class LastTime:
    """All of one system. `providers`: an organisation's key there → its folder and the fields of its provider.yml."""

    system: str
    file: Path
    providers: dict[str, Record] = field(default_factory=dict)
    records: dict[str, Record] = field(default_factory=dict)


def read_last_time(root: Path, system: str) -> LastTime:
    """What came in last time; empty the first time."""
    file = root / FOLDER / f"{_stem(system)}.json"
    found = LastTime(system, file)
    if not file.exists():
        return found
    try:
        told = json.loads(file.read_text(encoding="utf-8"))
        found.providers = {key: Record(row["path"], row["fields"]) for key, row in told["providers"].items()}
        found.records = {key: Record(row["path"], row["fields"]) for key, row in told["records"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise CannotRun(
            f"{file.relative_to(root).as_posix()} cannot be read, so nobody can tell what was changed here since the last import.",
            "bring the file back from git. If you remove it, every listing stays as it is here, and differences are only told.",
        ) from None
    return found


def systems_here(root: Path) -> list[str]:
    """The names of the systems that something came from."""
    names = []
    for file in sorted((root / FOLDER).glob("*.json")):
        try:
            names.append(str(json.loads(file.read_text(encoding="utf-8"))["system"]))
        except (OSError, ValueError, KeyError, TypeError):
            continue
    return names


def write_last_time(last: LastTime) -> None:
    """Write it in one step, one record a line, in the order of their numbers there."""
    last.file.parent.mkdir(parents=True, exist_ok=True)
    parts = [f'"system": {json.dumps(last.system, ensure_ascii=False)}']
    for name in ("providers", "records"):
        rows = [
            f"{json.dumps(key, ensure_ascii=False)}: "
            + json.dumps({"path": record.path, "fields": record.fields}, ensure_ascii=False)
            for key, record in sorted(getattr(last, name).items())
        ]
        parts.append(f'"{name}": {{' + ",".join("\n" + row for row in rows) + "\n}")
    content = ("{" + ",\n".join(parts) + "}\n").encode("utf-8", "replace")
    if not last.file.exists() or last.file.read_bytes() != content:
        write_whole(last.file, content)


def _stem(system: str) -> str:
    """A file's name for a system: two systems whose names are spelt alike have files of their own."""
    plain = address_part(system)
    return (
        plain if plain == system else f"{plain or 'system'}-{sha256(system.encode('utf-8', 'replace')).hexdigest()[:6]}"
    )
