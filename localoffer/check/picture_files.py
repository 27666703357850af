"""Every picture file of an offer, looked at where a person names it: before a build meets it.

In: the catalogue. Out: findings at the line of a listing, a provider, a page, pictures.yml or mkdocs.yml that names the
file; for a file in content/ that nothing names, at the file itself. Most files that are not there: `catalogue.links`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from localoffer.alttext.markdown import markdown_pictures
from localoffer.cache.digests import digest_of
from localoffer.cache.store import Room
from localoffer.catalogue import Catalogue
from localoffer.catalogue.rules import IMAGE_MISSING
from localoffer.easyread.pictures import OWN, source_file
from localoffer.findings import Finding
from localoffer.model import ContentPage, EasyPage, Record
from localoffer.overlay import Layers, base_of, file_of, name_in_layer
from localoffer.picturefile import Looked, is_picture, look_at
from localoffer.picturefile.fault import FILES, PICTURE_KIND
from localoffer.rulebook import Position
from localoffer.system.failures import CannotRun

FILE_RUNS = FILES.declare(
    "file-runs", "Files beside pages are pictures and papers to read: none is a web page or a program of its own."
)
ACTIVE = (".html", ".htm", ".xhtml", ".xht", ".shtml", ".xml", ".xsl", ".xslt", ".js", ".mjs", ".cjs", ".php", ".swf")
"""Endings of files that a browser or a host would run or read as a page."""


class Named(NamedTuple):
    """A picture file, from the root, and where a person names it."""

    file: str
    path: str
    at: Position


class PictureFiles:
    """The files of one offer, each read and looked at once; one whose bytes were seen in an earlier run is not opened."""

    def __init__(self, root: Path, cache: Path | None = None) -> None:
        self.root = root
        self.seen: dict[str, Looked] = {}
        self.room = Room(cache, "pictures")

    def look(self, file: str) -> Looked:
        """What a look at the file shows; nothing for one that is not there or lies elsewhere."""
        if file not in self.seen:
            path = file_of(file, self.root)
            try:
                is_inside = path.resolve().is_relative_to(base_of(file, self.root).resolve())
                self.seen[file] = self._known(path.read_bytes(), file) if is_inside and path.is_file() else Looked()
            except (OSError, RuntimeError, ValueError):
                self.seen[file] = Looked()
        return self.seen[file]

    def _known(self, raw: bytes, file: str) -> Looked:
        """The verdict of an earlier run on the same bytes under the same name, or a new one. A fault is not kept."""
        key = digest_of(file, raw)
        kept = self.room.load(key)
        if kept:
            return Looked(*kept)
        looked = look_at(raw, file)
        if not looked.fault:
            self.room.keep(key, (looked.kind, looked.size, looked.words))
        return looked


def check_picture_files(catalogue: Catalogue, files: PictureFiles) -> Iterator[Finding]:
    """Each picture can be read, is what its name says, is not too big, and holds nothing that runs or fetches."""
    named = [*_named_by_records(catalogue), *_named_by_pages(catalogue)]
    yield from _check_own_pictures(catalogue)
    for picture in [*named, *_own_pictures(catalogue)]:
        if fault := files.look(picture.file).fault:
            name = picture.file.rpartition("/")[2]
            yield fault.rule.finding(picture.path, f"{name} {fault.message}", fault.fix, picture.at)
    for picture in named:
        if not file_of(picture.file, catalogue.root).is_file():
            message = f"there is no picture {picture.file}"
            yield IMAGE_MISSING.finding(picture.path, message, "put it there, or correct its name.", picture.at)
    yield from _check_content_files(catalogue.layers, files, {picture.file for picture in named})


def _named_by_records(catalogue: Catalogue) -> Iterator[Named]:
    for service in catalogue.services.values():
        for number, image in enumerate(service.images):
            yield _named(service, f"images.{number}.file", f"providers/{service.provider_id}/{image.file}")
    for provider in catalogue.providers.values():
        if provider.logo:
            yield _named(provider, "logo.file", f"providers/{provider.id}/{provider.logo.file}")
    logo = catalogue.site.council.logo
    if logo:
        yield _named(catalogue.site, "council.logo", catalogue.layers.source(logo.lstrip("/")))
    if picture := catalogue.site.home_picture:
        yield _named(catalogue.site, "home_picture.file", catalogue.layers.source(picture.file.lstrip("/")))


def _named(record: Record, field: str, file: str) -> Named:
    return Named(file, record.path, record.origin.position(field))


def _named_by_pages(catalogue: Catalogue) -> Iterator[Named]:
    for page in catalogue.content.values():
        bodies: list[ContentPage | EasyPage] = [page, page.easy] if page.easy else [page]
        for body in bodies:
            for shown, line, column in markdown_pictures(body.body, body.body_line, body.path):
                if shown.file and not re.match(r"[a-z][a-z0-9+.-]*:|//", shown.file, re.IGNORECASE):
                    file = catalogue.layers.source(name_in_layer(shown.file))
                    yield Named(file, body.path, (line, column))


def _own_pictures(catalogue: Catalogue) -> Iterator[Named]:
    for picture in catalogue.vocabulary.pictures.values():
        place, _, name = picture.file.partition(":")
        if place == "own":
            yield _named(picture, "file", catalogue.layers.source(f"{OWN}/{name}"))


def _check_own_pictures(catalogue: Catalogue) -> Iterator[Finding]:
    """Each concept of pictures.yml names a picture that is there, and a council's own is a drawing."""
    for picture in catalogue.vocabulary.pictures.values():
        try:
            file = source_file(picture, catalogue.root)
        except CannotRun:
            message, fix = f"there is no picture {picture.file}", "choose another, or put it there."
            yield IMAGE_MISSING.in_field(picture, "file", message, fix)
            continue
        if file.suffix.lower() != ".svg":
            message = f"{file.name} is no drawing, and pictures of easy read are drawings (SVG)"
            fix = "draw it as SVG, or choose a picture of openmoji: or material:."
            yield PICTURE_KIND.in_field(picture, "file", message, fix)


def _check_content_files(layers: Layers, files: PictureFiles, named: set[str]) -> Iterator[Finding]:
    """Files beside pages are published as they are: pictures that nothing names are looked at too, and none may run."""
    for laid in layers.files("*"):
        path, file = laid.path, laid.shown
        hidden = any(part.startswith((".", "_")) for part in laid.name.split("/"))
        if hidden or file in named or not path.is_file():
            continue
        if path.suffix.lower() in ACTIVE:
            fix = "write a page in Markdown (.md) instead, or give people a PDF."
            yield FILE_RUNS.finding(file, f"{path.name} could run a program on the site", fix)
        elif is_picture(file) and (fault := files.look(file).fault):
            yield fault.rule.finding(file, f"{path.name} {fault.message}", fault.fix)
