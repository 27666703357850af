"""Read the lists of content/_data.

In: the root folder. Out: a `Vocabulary`, and findings in `Files`.
"""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any, TypeVar

from localoffer.cache.store import Room
from localoffer.catalogue import rules
from localoffer.catalogue.files import Files, read_kept
from localoffer.findings import Finding
from localoffer.model import Record
from localoffer.model.contact_forms import POSTCODE
from localoffer.model.evidence import Evidence
from localoffer.model.vocabulary import VOCABULARIES, Comment, PostcodePlace, ReadingWords, Vocabulary
from localoffer.records import read_members, read_record_text
from localoffer.yamlfile import parse_yaml
from localoffer.yamlfile import rules as file_rules
from localoffer.yamlfile.source import relative_name

RecordT = TypeVar("RecordT", bound=Record)


def read_vocabularies(root: Path, files: Files, kept: Room) -> None:
    """Every list, by id; a list with a fault is named in `files.broken`."""
    found: dict[str, dict[str, Any]] = {}
    folder = root / "content" / "_data"
    for name, model in VOCABULARIES.items():
        records = _read_list(folder / f"{name}.yml", root, model, files, kept)
        if records is None:
            files.broken.add(name)
        found[name] = _by_id(records or [], files)
        if records is not None and len(found[name]) < len(records):
            files.broken.add(name)
    files.vocabulary = Vocabulary(
        **found,
        comments=_read_comments(folder, root, files, kept),
        postcodes=_read_postcodes(folder, root, files),
        words=_read_one(folder / "words.yml", root, ReadingWords, files, kept) or ReadingWords(),
        common_words=_read_common_words(folder / "common_words.txt"),
        evidence=_read_one(folder / "accessibility.yml", root, Evidence, files, kept),
    )


def _read_one(path: Path, root: Path, model: type[RecordT], files: Files, kept: Room) -> RecordT | None:
    """A file that is one record; None where there is no file."""
    if not path.exists():
        return None
    _key, (record, findings) = read_kept(
        kept, path, root, model.__name__, lambda text, name: read_record_text(text, name, model)
    )
    files.findings += findings
    return record if isinstance(record, model) else None


def _read_common_words(path: Path) -> frozenset[str]:
    """Words so common that easy read may use them, one a line; a line that starts with # is a note."""
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


def _read_list(path: Path, root: Path, model: type[Record], files: Files, kept: Room) -> list[Record] | None:
    """The members of a list; None when something in it could not be read."""
    if not path.exists() and not path.is_symlink():
        return []

    def read_list(text: str, name: str) -> tuple[list[Record], list[Finding]]:
        tree, findings = parse_yaml(text, name)
        records, more = read_members(tree, name, model)
        return records, [*findings, *more]

    _key, (records, findings) = read_kept(kept, path, root, f"list of {model.__name__}", read_list)
    files.findings += findings
    return None if any(finding.is_error for finding in findings) else records


def _by_id(records: list[Record], files: Files) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for record in records:
        name = str(getattr(record, "id"))  # noqa: B009 - every vocabulary model has it
        if name in found:
            first = found[name].origin.position("id")[0]
            message = f"{name} is here twice: it is on line {first} already"
            files.findings.append(rules.DUPLICATE_ID.in_field(record, "id", message, "give one of the two another id."))
        found.setdefault(name, record)
    return found


def _read_comments(folder: Path, root: Path, files: Files, kept: Room) -> tuple[Comment, ...]:
    comments: list[Any] = []
    for path in sorted((folder / "comments").glob("*.yml")):
        comments += _read_list(path, root, Comment, files, kept) or []
    return tuple(_by_id(comments, files).values())


def _read_postcodes(folder: Path, root: Path, files: Files) -> tuple[PostcodePlace, ...]:
    """postcodes.csv with ONSPD's columns; it may be as big as the real one."""
    path = folder / "postcodes.csv"
    if not path.is_file():
        return ()
    name = relative_name(path, root)
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        message, fix = "this file cannot be read", "save it as CSV in UTF-8."
        files.findings.append(file_rules.FILE_UNREADABLE.finding(name, message, fix))
        return ()
    places: list[PostcodePlace] = []
    for number, row in enumerate(csv.DictReader(lines), start=2):
        place = _postcode_place(row)
        if place is None:
            message = "this line is not a postcode and its position"
            fix = "write it like MB1 2AB,52.61,-1.92 below the line pcds,lat,long."
            files.findings.append(rules.POSTCODE_ROW.finding(name, message, fix, (number, 1)))
            break
        places.append(place)
    return tuple(places)


def _postcode_place(row: dict[str, str | None]) -> PostcodePlace | None:
    written = "".join((row.get("pcds") or "").upper().split())
    match = POSTCODE.fullmatch(written)
    try:
        latitude, longitude = float(row.get("lat") or ""), float(row.get("long") or "")
    except ValueError:
        return None
    if match is None or not (-90 <= latitude <= 100 and -180 <= longitude <= 180):
        return None
    return PostcodePlace(f"{match[1]} {match[2]}", latitude, longitude)
