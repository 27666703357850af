"""Find and read every file of an offer, one at a time.

In: the root folder. Out: `Files`: the records by id and the findings that each
file shows by itself.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from localoffer.cache.store import Room
from localoffer.catalogue import rules
from localoffer.catalogue.contradictions import counted_texts
from localoffer.catalogue.files import Files, read_kept
from localoffer.catalogue.linked import check_linked, leads_out
from localoffer.catalogue.listed import listed_digest
from localoffer.catalogue.local import fill_in
from localoffer.catalogue.sitefile import read_site
from localoffer.catalogue.statutory import MARKS
from localoffer.catalogue.terms import take_names
from localoffer.catalogue.vocabularies import read_vocabularies
from localoffer.findings import Finding
from localoffer.letters import INDEX, file_name
from localoffer.model import ContentPage, EasyPage, Provider, Record, Service
from localoffer.model.forms import SLUG
from localoffer.overlay import is_national, layers_of
from localoffer.records import read_record_text
from localoffer.records.names import names_in
from localoffer.records.pagefile import read_page
from localoffer.yamlfile import rules as file_rules
from localoffer.yamlfile.source import relative_name

NAME = re.compile(SLUG, re.ASCII)
Read = Callable[[str, str, Any], tuple[Record | None, list[Finding]]]
"""Text of a file, its name and the model of its record → the record, and what is wrong with it."""


def read_files(root: Path, records: Room, today: date = date.min) -> Files:
    """Read the whole offer. `today`: dates of pages before it are past, and are not named."""
    files = Files()
    files.findings += check_linked(root)
    read_site(root, files, records)
    read_vocabularies(root, files, records)
    _read_providers(root, files, records)
    _read_content(root, files, records)
    records.prune_and_close()
    take_names(files)
    fill_in(files, today)
    return files


def read_lists(root: Path, records: Room) -> Files:
    """Read the site's own facts and the lists."""
    files = Files()
    read_site(root, files, records)
    read_vocabularies(root, files, records)
    take_names(files)
    fill_in(files, date.min)
    return files


def read_folders(root: Path, folders: Iterable[str], records: Room) -> None:
    """Read the providers of these folders, so that several processes may share an offer."""
    files = Files()
    for name in folders:
        if not name.startswith((".", "_")) and NAME.fullmatch(name):
            _read_provider_folder(root / "providers" / name, root, files, records)


def _remember(records: Room, path: Path, root: Path, read: Read, model: type[Record], files: Files) -> Any:
    """The record of a file, from the cache or by reading it."""

    def read_new(text: str, name: str) -> tuple[Any, ...]:
        record, findings = read(text, name, model)
        if not isinstance(record, Service):
            return record, findings, "", False, [], frozenset()
        named = frozenset(f"{listed}: {name}" for _field, name, listed in names_in(record))
        names_law = any(mark in text for mark in MARKS)
        return record, findings, listed_digest(record), names_law, counted_texts(record), named

    key, (record, findings, *beside) = read_kept(records, path, root, model.__name__, read_new)
    files.findings += findings
    if record is not None:
        listed, names_law, counted, named = beside
        record.origin.digest, record.origin.listed = key, listed or key
        if names_law:
            files.names_law.add(record.id)
        if isinstance(record, Service):
            files.counted[record.id], files.named[record.id] = counted, named
    return record


def _read_providers(root: Path, files: Files, records: Room) -> None:
    for folder in map((root / "providers").joinpath, _names(root / "providers")):
        if folder.name.startswith((".", "_")):
            continue
        if not folder.is_dir():
            _check_stray(folder, root, files)
            continue
        if not _check_name(folder, folder.name, root, files, "folder"):
            continue
        files.folders.add(folder.name)
        if not leads_out(folder, root):
            _read_provider_folder(folder, root, files, records)


def _names(folder: Path) -> list[str]:
    try:
        return sorted(os.listdir(folder))  # noqa: PTH208 - thousands of names are put in order faster than paths
    except OSError:
        return []


def _check_stray(path: Path, root: Path, files: Files) -> None:
    """A listing that lies outside a provider's folder would never be seen."""
    if path.suffix in (".yml", ".yaml"):
        message, fix = "this file is not in a provider's folder", "move it into providers/<provider>/."
        files.findings.append(file_rules.FILE_PLACE.finding(relative_name(path, root), message, fix))


def _check_name(path: Path, stem: str, root: Path, files: Files, what: str) -> bool:
    """Folder and file names become web addresses. A listing called index would take its provider's."""
    if NAME.fullmatch(stem) and not (what == "file" and stem == INDEX):
        return True
    tidy = file_name(stem) or "saturday-club"
    message = f"this {what}'s name cannot be part of a web address"
    fix = f"use small letters, digits and hyphens only, like {tidy}."
    files.findings.append(file_rules.FILE_NAME.finding(relative_name(path, root), message, fix))
    return False


def _read_provider_folder(folder: Path, root: Path, files: Files, records: Room) -> None:
    for path in _listings(folder, root, files):
        if path.name == "provider.yml":
            provider = _remember(records, path, root, read_record_text, Provider, files)
            if provider is not None:
                files.providers[folder.name] = provider
            continue
        if not _check_name(path, path.stem, root, files, "file"):
            continue
        files.listings.add(f"{folder.name}/{path.stem}")
        read_listing(path, root, files, records)


def read_listing(path: Path, root: Path, files: Files, records: Room) -> None:
    """One listing, if it can be read, into `files.services`."""
    service = _remember(records, path, root, read_record_text, Service, files)
    if service is not None:
        files.services[service.id] = service


def _listings(folder: Path, root: Path, files: Files) -> Iterator[Path]:
    for name in _names(folder):
        if name.startswith((".", "_")):
            continue
        path = folder / name
        if name.endswith(".yml"):
            yield path
        elif path.suffix.lower() in (".yaml", ".yml"):
            message, fix = (
                "a listing's name must end in .yml",
                f"rename it to {file_name(path.stem) or 'saturday-club'}.yml.",
            )
            files.findings.append(file_rules.FILE_NAME.finding(relative_name(path, root), message, fix))
        elif name != "images" and path.is_dir() and any(path.rglob("*.yml")):
            message = "there are listings in a folder inside a provider's folder"
            fix = "move them up one folder."
            files.findings.append(file_rules.FILE_PLACE.finding(relative_name(path, root), message, fix))


def _read_content(root: Path, files: Files, records: Room) -> None:
    twins: dict[str, EasyPage] = {}
    for laid in layers_of(root).files("*.md"):
        if any(part.startswith((".", "_")) for part in laid.name.split("/")):
            continue
        is_easy = laid.name.endswith(".easy.md")
        stem = laid.name.removesuffix(".md").removesuffix(".easy")
        if not all(_check_name(laid.path, part, root, files, "page") for part in stem.split("/")):
            continue
        page = _remember(records, laid.path, laid.base, read_page, EasyPage if is_easy else ContentPage, files)
        if not is_easy:
            files.pages.add(stem)
        if page is not None and is_easy:
            twins[stem] = page
        elif page is not None:
            files.content[stem] = page
    _join_twins(files, twins)


def _join_twins(files: Files, twins: dict[str, EasyPage]) -> None:
    for stem, easy in twins.items():
        if stem in files.content and is_national(easy.path) and not is_national(files.content[stem].path):
            continue  # it was written from the national page, which a page of this place has replaced
        if stem in files.content:
            files.content[stem]._easy = easy
        elif stem not in files.pages:
            message = f"there is no page {stem}.md beside this easy-read page"
            fix = "write the page, or give this file the page's name."
            files.findings.append(rules.EASY_WITHOUT_PAGE.finding(easy.path, message, fix))
