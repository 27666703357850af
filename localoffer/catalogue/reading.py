"""Find and read every file of an offer, one at a time.

In: the root folder. Out: `Files`: the records by id and the findings that each
file shows by itself.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from localoffer.catalogue.cache import RecordCache
from localoffer.findings import ERROR, Finding
from localoffer.model import ContentPage, EasyPage, Provider, Record, Service, SiteFacts
from localoffer.model.contact_forms import POSTCODE
from localoffer.model.forms import SLUG
from localoffer.records import read_members, read_record, read_record_text
from localoffer.records.pagefile import read_page
from localoffer.sourcefile import read_bytes, read_raw, read_text, relative_name
from localoffer.vocabulary import VOCABULARIES, Comment, PostcodePlace, ReadingWords, Vocabulary
from localoffer.yamlfile import Fields, parse_yaml

NAME = re.compile(SLUG, re.ASCII)


@dataclass
class Files:
    """Everything that was read, before the rules that see everything."""

    site: SiteFacts | None = None
    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    providers: dict[str, Provider] = field(default_factory=dict)
    services: dict[str, Service] = field(default_factory=dict)
    content: dict[str, ContentPage] = field(default_factory=dict)
    folders: set[str] = field(default_factory=set)  # provider folders, also those with faults
    listings: set[str] = field(default_factory=set)  # provider/service of every file, also of those with faults
    pages: set[str] = field(default_factory=set)  # ids of content pages, also of those with faults
    broken: set[str] = field(default_factory=set)  # vocabularies that could not be read whole
    findings: list[Finding] = field(default_factory=list)


def read_files(root: Path, cache: RecordCache) -> Files:
    """Read the whole offer."""
    files = Files()
    _read_site(root, files)
    _read_vocabularies(root, files)
    _read_providers(root, files, cache)
    _read_content(root, files, cache)
    cache.forget_unused()
    return files


def _remember(
    cache: RecordCache, path: Path, root: Path, kind: str, read: Callable[[str, str], Any], files: Files
) -> Any:
    """The record of a file, from the cache or by reading it."""
    raw, findings = read_bytes(path, root)
    name = relative_name(path, root)
    if raw is None:
        files.findings += findings
        return None
    key = cache.key(raw, name, kind)
    result = cache.load(key)
    if result is None:
        text, findings = read_raw(raw, name)
        result = (None, findings) if text is None else read(text, name)
        cache.keep(key, result)
    record, found = result
    files.findings += found
    return record


def _read_site(root: Path, files: Files) -> None:
    """`extra:` of mkdocs.yml; the rest of that file is MkDocs' business, tags and all."""
    path = root / "mkdocs.yml"
    name = "mkdocs.yml"
    if not path.is_file():
        files.findings.append(
            Finding(
                name,
                1,
                1,
                ERROR,
                "no-mkdocs-yml",
                "mkdocs.yml is missing",
                "put the site's mkdocs.yml here, or name the right folder with --root.",
            )
        )
        return
    text, findings = read_text(path, root)
    files.findings += findings
    if text is None:
        return
    part, first = _extra_part(text)
    if part is None:
        files.findings.append(
            Finding(
                name,
                1,
                1,
                ERROR,
                "missing-field",
                "extra is missing",
                "add extra: with the council's name and the person who helps people use the site.",
            )
        )
        return
    tree, found = parse_yaml(part, name, first)
    files.findings += found
    if isinstance(tree, Fields) and "extra" in tree.values:
        files.site, found = read_record(tree.values["extra"], name, SiteFacts)
        files.findings += found
        files.site = _with_site_name(files.site, text)


def _extra_part(text: str) -> tuple[str | None, int]:
    """The lines of `extra:`, and the number of the first."""
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if re.match(r"extra\s*:", line)]
    if not starts:
        return None, 1
    start = starts[0]
    end = next((number for number in range(start + 1, len(lines)) if re.match(r"[^\s#]", lines[number])), len(lines))
    return "\n".join(lines[start:end]) + "\n", start + 1


def _with_site_name(site: SiteFacts | None, text: str) -> SiteFacts | None:
    """site_name and site_url stand outside `extra:`."""
    if site is None:
        return None
    found = {
        key: match[1].strip().strip("\"'")
        for key in ("site_name", "site_url")
        if (match := re.search(rf"^{key}:[ ]*(\S.*?)[ ]*(?:#.*)?$", text, re.MULTILINE))
    }
    return site.model_copy(update=found)


def _read_vocabularies(root: Path, files: Files) -> None:
    found: dict[str, dict[str, Any]] = {}
    folder = root / "content" / "_data"
    for name, model in VOCABULARIES.items():
        records = _read_list(folder / f"{name}.yml", root, model, files)
        if records is None:
            files.broken.add(name)
        found[name] = _by_id(records or [], files)
        if records is not None and len(found[name]) < len(records):
            files.broken.add(name)
    files.vocabulary = Vocabulary(
        **found,
        comments=_read_comments(folder, root, files),
        postcodes=_read_postcodes(folder, root, files),
        words=_read_words(folder / "words.yml", root, files),
        common_words=_read_common_words(folder / "common_words.txt"),
    )


def _read_words(path: Path, root: Path, files: Files) -> ReadingWords:
    """The word lists of the reading rules; empty where there is no file."""
    if not path.exists():
        return ReadingWords()
    text, findings = read_text(path, root)
    record, more = read_record_text(text, relative_name(path, root), ReadingWords) if text is not None else (None, [])
    files.findings += [*findings, *more]
    return record or ReadingWords()


def _read_common_words(path: Path) -> frozenset[str]:
    """Words so common that easy read may use them, one a line; a line that starts with # is a note."""
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    return frozenset(line.strip().lower() for line in lines if line.strip() and not line.startswith("#"))


def _read_list(path: Path, root: Path, model: type[Record], files: Files) -> list[Record] | None:
    """The members of a list; None when something in it could not be read."""
    if not path.exists() and not path.is_symlink():
        return []
    text, findings = read_text(path, root)
    name = relative_name(path, root)
    records: list[Record] = []
    if text is not None:
        tree, findings = parse_yaml(text, name)
        records, more = read_members(tree, name, model)
        findings = [*findings, *more]
    files.findings += findings
    return None if any(finding.is_error for finding in findings) else records


def _by_id(records: list[Record], files: Files) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for record in records:
        name = str(getattr(record, "id"))  # noqa: B009 - every vocabulary model has it
        if name in found:
            first = found[name].origin.position("id")[0]
            line, column = record.origin.position("id")
            files.findings.append(
                Finding(
                    record.path,
                    line,
                    column,
                    ERROR,
                    "duplicate-id",
                    f"{name} is here twice: it is on line {first} already",
                    "give one of the two another id.",
                )
            )
        found.setdefault(name, record)
    return found


def _read_comments(folder: Path, root: Path, files: Files) -> tuple[Comment, ...]:
    comments: list[Any] = []
    for path in sorted((folder / "comments").glob("*.yml")):
        comments += _read_list(path, root, Comment, files) or []
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
        files.findings.append(
            Finding(name, 1, 1, ERROR, "file-unreadable", "this file cannot be read", "save it as CSV in UTF-8.")
        )
        return ()
    places: list[PostcodePlace] = []
    for number, row in enumerate(csv.DictReader(lines), start=2):
        place = _postcode_place(row)
        if place is None:
            files.findings.append(
                Finding(
                    name,
                    number,
                    1,
                    ERROR,
                    "postcode-row",
                    "this line is not a postcode and its position",
                    "write it like MB1 2AB,52.61,-1.92 below the line pcds,lat,long.",
                )
            )
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


def _read_providers(root: Path, files: Files, cache: RecordCache) -> None:
    for folder in _children(root / "providers"):
        if folder.name.startswith((".", "_")):
            continue
        if not folder.is_dir():
            _check_stray(folder, root, files)
            continue
        if not _check_name(folder, folder.name, root, files, "folder"):
            continue
        files.folders.add(folder.name)
        _read_provider_folder(folder, root, files, cache)


def _children(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def _check_stray(path: Path, root: Path, files: Files) -> None:
    """A listing that lies outside a provider's folder would never be seen."""
    if path.suffix in (".yml", ".yaml"):
        files.findings.append(
            Finding(
                relative_name(path, root),
                1,
                1,
                ERROR,
                "file-place",
                "this file is not in a provider's folder",
                "move it into providers/<provider>/.",
            )
        )


def _check_name(path: Path, stem: str, root: Path, files: Files, what: str) -> bool:
    """Folder and file names become web addresses."""
    if NAME.fullmatch(stem):
        return True
    tidy = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "saturday-club"
    files.findings.append(
        Finding(
            relative_name(path, root),
            1,
            1,
            ERROR,
            "file-name",
            f"this {what}'s name cannot be part of a web address",
            f"use small letters, digits and hyphens only, like {tidy}.",
        )
    )
    return False


def _read_provider_folder(folder: Path, root: Path, files: Files, cache: RecordCache) -> None:
    for path in _listings(folder, root, files):
        if path.name == "provider.yml":
            provider = _remember(
                cache, path, root, "provider", lambda text, name: read_record_text(text, name, Provider), files
            )
            if provider is not None:
                files.providers[folder.name] = provider
            continue
        if not _check_name(path, path.stem, root, files, "file"):
            continue
        files.listings.add(f"{folder.name}/{path.stem}")
        service = _remember(
            cache, path, root, "service", lambda text, name: read_record_text(text, name, Service), files
        )
        if service is not None:
            files.services[service.id] = service


def _listings(folder: Path, root: Path, files: Files) -> Iterator[Path]:
    for path in _children(folder):
        if path.name.startswith((".", "_")):
            continue
        if path.suffix == ".yml":
            yield path
        elif path.suffix.lower() in (".yaml", ".yml"):
            files.findings.append(
                Finding(
                    relative_name(path, root),
                    1,
                    1,
                    ERROR,
                    "file-name",
                    "a listing's name must end in .yml",
                    f"rename it to {path.stem.lower()}.yml.",
                )
            )
        elif path.is_dir() and path.name != "images" and any(path.rglob("*.yml")):
            files.findings.append(
                Finding(
                    relative_name(path, root),
                    1,
                    1,
                    ERROR,
                    "file-place",
                    "there are listings in a folder inside a provider's folder",
                    "move them up one folder.",
                )
            )


def _read_content(root: Path, files: Files, cache: RecordCache) -> None:
    folder = root / "content"
    twins: dict[str, EasyPage] = {}
    for path in sorted(folder.rglob("*.md")):
        parts = path.relative_to(folder).parts
        if any(part.startswith((".", "_")) for part in parts):
            continue
        is_easy = path.name.endswith(".easy.md")
        stem = "/".join([*parts[:-1], path.name.removesuffix(".md").removesuffix(".easy")])
        if not all(NAME.fullmatch(part) for part in stem.split("/")):
            _check_name(path, "?", root, files, "page")
            continue
        page = _remember(
            cache, path, root, "easy" if is_easy else "content", _read_easy if is_easy else _read_standard, files
        )
        if not is_easy:
            files.pages.add(stem)
        if page is not None and is_easy:
            twins[stem] = page
        elif page is not None:
            files.content[stem] = page
    _join_twins(files, twins)


def _read_easy(text: str, name: str) -> tuple[EasyPage | None, list[Finding]]:
    return read_page(text, name, EasyPage)


def _read_standard(text: str, name: str) -> tuple[ContentPage | None, list[Finding]]:
    return read_page(text, name, ContentPage)


def _join_twins(files: Files, twins: dict[str, EasyPage]) -> None:
    for stem, easy in twins.items():
        if stem in files.content:
            files.content[stem]._easy = easy
        elif stem not in files.pages:
            files.findings.append(
                Finding(
                    easy.path,
                    1,
                    1,
                    ERROR,
                    "easy-without-page",
                    f"there is no page {stem}.md beside this easy-read page",
                    "write the page, or give this file the page's name.",
                )
            )
