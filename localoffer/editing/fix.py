"""`build.py fix`: put sure edits and standard forms in place; every other byte of a file stays.

In: a root, today, the places asked for. Out: what was changed. A file is written in one step, and only where it can still be
read and, if nothing but the form of values changed, says exactly what it said.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from localoffer.cache.digests import digest_of
from localoffer.cache.store import Room
from localoffer.catalogue import Catalogue
from localoffer.catalogue.terms import LISTS, Terms
from localoffer.check import check_offer
from localoffer.editing.sources import parts_of, source_files
from localoffer.findings import SURE, Edit, count
from localoffer.overlay import is_national
from localoffer.records.standard import Rename, as_named, standard_edits
from localoffer.system.failures import CannotRun
from localoffer.system.whole_file import write_whole
from localoffer.yamlfile.edits import Change, apply_edits
from localoffer.yamlfile.source import read_bytes, read_raw, relative_name

ROUNDS = 20
"""An edit may bring another to light, as a renamed field does its value; nothing needs more than a few rounds."""
IsWanted = Callable[[str], bool]


@dataclass
class Offer:
    """An offer that is put right, and where what was worked out is kept."""

    root: Path
    today: date
    cache: Path | None
    is_wanted: IsWanted = lambda _path: True


def fix_offer(offer: Offer) -> list[Change]:
    """Put everything in place; each change, by file and line."""
    changes: list[Change] = []
    for _ in range(ROUNDS):
        by_file = edits_of(offer)
        made = [change for path, found in by_file.items() for change in _fix_file(offer.root / path, found)]
        changes += made
        if not any(by_file[change.edit.path][change.edit] for change in made):
            break  # only forms have changed: what is said is what was said, so nothing new comes to light
    return sorted(changes, key=lambda change: (change.edit.path, change.edit.range))


def would_fix(offer: Offer) -> list[Change]:
    """What `fix_offer` would change: done in a copy, which is thrown away."""
    if not edits_of(offer):
        return []
    beside = offer.cache or offer.root
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=beside, prefix="fix-") as folder:
        copy = Path(folder)
        for name in ("providers", "content"):
            shutil.copytree(offer.root / name, copy / name, symlinks=True, copy_function=_link)
        shutil.copyfile(offer.root / "mkdocs.yml", copy / "mkdocs.yml")
        return fix_offer(Offer(copy, offer.today, None, offer.is_wanted))


def _link(source: str, target: str) -> None:
    """A second name for a file: those that change are written anew, under their own name only."""
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:
        shutil.copy2(source, target, follow_symlinks=False)


def edits_of(offer: Offer) -> dict[str, dict[Edit, str]]:
    """Every sure edit and every standard form, by file, with what is wrong; nothing is wrong with what only has a better
    form."""
    catalogue, findings = check_offer(offer.root, offer.today, cache=offer.cache)
    sure = ((one.edit, f"{one.message}.") for one in findings if one.edit and one.edit.how_sure == SURE)
    by_file: dict[str, dict[Edit, str]] = {}
    rename = _names_of(catalogue)
    for edit, message in [*sure, *((edit, "") for edit in _standard_forms(offer, _digests(catalogue), rename))]:
        if offer.is_wanted(edit.path) and not is_national(edit.path):
            by_file.setdefault(edit.path, {}).setdefault(edit, message)
    return by_file


def _digests(catalogue: Catalogue | None) -> dict[str, str]:
    """Path → the digest of what was read there a moment ago."""
    listings = [*catalogue.services.values(), *catalogue.providers.values()] if catalogue else []
    return {record.path: record.origin.digest for record in listings}


def _names_of(catalogue: Catalogue | None) -> tuple[str, Rename]:
    """A digest of the lists, and how they name their members; while something in the offer is wrong, names wait."""
    if catalogue is None:
        return "", as_named
    terms = Terms({name: catalogue.vocabulary.named(name) for name in LISTS})
    return digest_of(repr([sorted(terms.names(name).items()) for name in LISTS])), terms.all


def _standard_forms(offer: Offer, digests: Mapping[str, str], names: tuple[str, Rename]) -> Iterator[Edit]:
    """The edits of every file; a file that is known is not read again, and where all are known, there is one thing to look up."""
    lists, rename = names
    paths = {relative_name(path, offer.root): path for path in source_files(offer.root)}
    wanted = {name: path for name, path in paths.items() if offer.is_wanted(name)}
    with Room(offer.cache, "forms") as room:
        raws = {name: read_bytes(path, offer.root)[0] or b"" for name, path in wanted.items() if not digests.get(name)}
        keys = {name: lists + (digests.get(name) or digest_of(name, raws[name])) for name in wanted}
        whole = digest_of(*keys.values())
        edits = room.load(whole)
        if edits is None:
            edits = []
            for name, key in keys.items():
                known = room.load(key)
                if known is None:
                    raw = raws.get(name) or read_bytes(wanted[name], offer.root)[0] or b""
                    known = tuple(_forms_of(raw, name, rename))
                    room.keep(key, known)
                edits += known
            room.keep(whole, tuple(edits))
    yield from edits


def _forms_of(raw: bytes, name: str, rename: Rename) -> Iterator[Edit]:
    text, _findings = read_raw(raw, name)
    for tree, model in parts_of(text or "", name):
        yield from standard_edits(tree, name, model, rename)


def _fix_file(path: Path, edits: Iterable[Edit]) -> list[Change]:
    """Write one file anew; what was changed."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return []
    new, changes = apply_edits(text, edits)
    if changes:
        try:
            write_whole(path.resolve(), new.encode("utf-8"))
        except OSError as error:
            raise CannotRun(f"{path} cannot be written: {error.strerror}. What was changed before it stays.") from None
    return changes


MOST = 60


def change_line(change: Change) -> str:
    """`providers/marl-trust/saturday-club.yml:31: 9.30am → 09:30`."""
    return f"{change.edit.path}:{change.edit.range.line}: {_short(change.old)} → {_short(change.edit.text)}"


def _short(text: str) -> str:
    shown = " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())
    return (shown if len(shown) <= MOST else shown[: MOST - 1] + "…") or "nothing"


def count_changes(changes: list[Change], doing: str) -> str:
    """`Changed 5 values in 2 files.`"""
    files = count(len({change.edit.path for change in changes}), "file")
    return f"{doing} {count(len(changes), 'value')} in {files}."
