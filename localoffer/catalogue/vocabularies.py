"""Read the lists of content/_data, laid over the national ones.

In: the root folder. Out: a `Vocabulary`, and findings in `Files`.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from localoffer.cache.store import Room
from localoffer.catalogue import rules
from localoffer.catalogue.files import Files, read_kept
from localoffer.catalogue.joining import by_id, join_words, read_joined, read_list
from localoffer.model.base import RecordT
from localoffer.model.contact_forms import POSTCODE
from localoffer.model.evidence import Evidence
from localoffer.model.local import LocalFacts
from localoffer.model.vocabulary import VOCABULARIES, Comment, PostcodePlace, ReadingWords, Vocabulary
from localoffer.overlay import LISTS, OURS, Laid, layers_of
from localoffer.records import read_record_text
from localoffer.yamlfile import rules as file_rules
from localoffer.yamlfile.source import relative_name

NOWHERE = 99.999999
"""The latitude that ONSPD writes for a postcode without a place; such a row would move the whole sector."""


def read_vocabularies(root: Path, files: Files, kept: Room) -> None:
    """Every list, by id; a list with a fault is named in `files.broken`."""
    found: dict[str, dict[str, Any]] = {}
    layers = layers_of(root)
    folder = root / OURS / LISTS
    for name, model in VOCABULARIES.items():
        found[name], is_whole = read_joined(layers.both(f"{LISTS}/{name}.yml"), model, files, kept)
        if not is_whole:
            files.broken.add(name)
    local = [_read_one(laid, LocalFacts, files, kept) for laid in _ours("local.yml", root)]
    files.local = local[0] if local else None
    words = (_read_one(laid, ReadingWords, files, kept) for laid in layers.both(f"{LISTS}/words.yml"))
    evidence = [_read_one(laid, Evidence, files, kept) for laid in _ours("accessibility.yml", root)]
    files.vocabulary = Vocabulary(
        **found,
        comments=_read_comments(root, files, kept),
        postcodes=_read_postcodes(folder, root, files),
        words=join_words([record for record in words if record]),
        common_words=_read_common_words(layers.both(f"{LISTS}/common_words.txt")),
        evidence=evidence[0] if evidence else None,
    )


def _ours(pattern: str, root: Path) -> Iterator[Laid]:
    """What is of this place alone: no national file is looked for."""
    for path in sorted((root / OURS / LISTS).glob(pattern)):
        yield Laid(path.relative_to(root / OURS).as_posix(), path, root)


def _read_one(laid: Laid, model: type[RecordT], files: Files, kept: Room) -> RecordT | None:
    """A file that is one record."""
    _key, (record, findings) = read_kept(
        kept, laid.path, laid.base, model.__name__, lambda text, name: read_record_text(text, name, model)
    )
    files.findings += findings
    return record if isinstance(record, model) else None


def _read_common_words(both: list[Laid]) -> frozenset[str]:
    """Words so common that easy read may use them, one a line; a line that starts with # is a note."""
    texts = (laid.path.read_text(encoding="utf-8", errors="replace") for laid in both if laid.path.is_file())
    lines = [line for text in texts for line in text.split("\n")]
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


def _read_comments(root: Path, files: Files, kept: Room) -> tuple[Comment, ...]:
    comments: list[Any] = []
    for laid in _ours("comments/*.yml", root):
        comments += read_list(laid, Comment, files, kept)[0] or []
    return tuple(by_id(comments, files).values())


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
        if place.latitude != NOWHERE:
            places.append(place)
    return tuple(places)


def _postcode_place(row: dict[str, str | None]) -> PostcodePlace | None:
    written = "".join((row.get("pcds") or "").upper().split())
    match = POSTCODE.fullmatch(written)
    try:
        latitude, longitude = float(row.get("lat") or ""), float(row.get("long") or "")
    except ValueError:
        return None
    if match is None or not (-90 <= latitude <= NOWHERE and -180 <= longitude <= 180):
        return None
    return PostcodePlace(f"{match[1]} {match[2]}", latitude, longitude)
