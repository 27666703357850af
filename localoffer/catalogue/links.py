"""Links and pictures inside the offer lead to something that is there.

In: all files. Out: findings for broken links in descriptions and pages, for
pictures whose file is missing, and for picture files outside their folder.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import NamedTuple

from localoffer import addresses
from localoffer.catalogue import rules
from localoffer.catalogue.files import Files
from localoffer.catalogue.gone import look_for, moved_to
from localoffer.catalogue.offered import hint_and_fix, to_choose_from
from localoffer.findings import Edit, Finding, Range
from localoffer.kinds import KINDS, OUTPUTS, filled
from localoffer.model import ContentPage, EasyPage, Provider, Service, SiteFacts
from localoffer.model import rules as field_rules
from localoffer.model.local import LocalFacts
from localoffer.model.taken import standard_path
from localoffer.overlay import layers_of, name_in_layer
from localoffer.records.links import PAGE, FoundLink, find_links
from localoffer.records.markdown import body_position, without_code
from localoffer.records.names import nearest
from localoffer.rulebook import Position


def known_addresses(files: Files) -> set[str]:
    """The address of every page and file of the offer, as seen in the browser."""
    words = files.vocabulary
    vocabularies = {"topic": words.topics, "need": words.needs, "stage": words.stages, "area": words.areas}
    ids = {**vocabularies, "provider": files.folders, "service": files.listings}
    with_twin = set(filled((kind.addresses for kind in KINDS if kind.twin), ids))
    with_twin |= {addresses.content_url(name) for name in files.pages}
    dates = {addresses.page_dates_url(name) for name, page in files.content.items() if page.dates}
    others = [*(kind.addresses for kind in KINDS if kind.is_listed), *(output.addresses for output in OUTPUTS)]
    return {f"/{url}" for url in with_twin.union(dates, filled(others, ids), map(addresses.easy_url, with_twin))}


HELD_BY = {addresses.TOPICS: "topics", addresses.NEEDS: "needs", addresses.STAGES: "stages", addresses.AREAS: "areas"}


class _Addresses(set[str]):
    """The known addresses; those of a list that could not be read are not judged."""

    def __init__(self, files: Files) -> None:
        super().__init__(known_addresses(files))
        self.unjudged = tuple(place for place, name in HELD_BY.items() if name in files.broken)
        self.nearest = cache(lambda address: nearest(address, self))

    def __contains__(self, address: object) -> bool:
        judged = not (self.unjudged and addresses.full_url(str(address)[1:]).startswith(self.unjudged))
        return not judged or super().__contains__(address)


def check_links(files: Files, root: Path) -> Iterator[Finding]:
    """A link to a page of this offer leads to a page that is there."""
    known = _Addresses(files)
    for text in texts_of(files):
        for offset, target in _inner_links(text.words):
            if target not in known and not (text.page and _is_file(target, root)):
                yield _moved(text, offset, target, files) or _broken(
                    text.path, text.place(offset), target, known, files
                )
    for record in (files.site, files.local):
        if record:
            yield from _check_addresses(record, known, files)


def _check_addresses(record: SiteFacts | LocalFacts, known: _Addresses, files: Files) -> Iterator[Finding]:
    """The council's own links in the header and the footer, and its documents, where they are pages of this offer."""
    for field in ("header_links", "footer_links") if isinstance(record, SiteFacts) else ("documents",):
        for number, link in enumerate(getattr(record, field)):
            target = re.split(r"[?#]", link.url)[0]
            if target.startswith("/") and target not in known:
                yield _broken(record.path, record.origin.position(f"{field}.{number}.url"), target, known, files)


def _moved(text: Text, offset: int, target: str, files: Files) -> Finding | None:
    """A link to the old address of a service: readers are sent on, so it is no more than a warning."""
    old = target.removeprefix(f"/{addresses.SERVICES}").removesuffix("/")
    new = moved_to(old, files)
    if not new or target != f"/{addresses.service_url(old)}":
        return None
    address = f"/{addresses.service_url(new)}"
    line, column = text.place(text.words.index(target, offset))
    edit = Edit(text.path, Range(line, column, line, column + len(target)), address, was=target)
    message = f"{target} has moved to {address}"
    return rules.LINK_MOVED.finding(text.path, message, f"write {address}", text.place(offset), edit=edit)


def bodies(files: Files) -> Iterator[ContentPage | EasyPage]:
    """Every hand-written page, and its easy-read twin."""
    for page in files.content.values():
        yield page
        if page.easy:
            yield page.easy


class Text(NamedTuple):
    """A text that people write in Markdown: its file, its words, and where each of them stands in the file."""

    path: str
    words: str
    place: Callable[[int], Position]
    page: ContentPage | EasyPage | None = None


def texts_of(files: Files) -> Iterator[Text]:
    """The descriptions of services and providers, then every hand-written page and its easy-read twin."""
    described: list[Service | Provider] = [*files.services.values(), *files.providers.values()]
    for record in described:
        yield Text(record.path, record.description, partial(record.origin.position, "description"))
    for page in bodies(files):
        yield Text(page.path, page.body, partial(body_position, page.body, first_line=page.body_line), page)


@lru_cache(maxsize=500)  # links and pictures of a page are asked for in turn, and in a preview again at each edit
def _links_of(text: str) -> tuple[FoundLink, ...]:
    return tuple(find_links(without_code(text)))


def _inner_links(text: str) -> Iterator[tuple[int, str]]:
    """Links that begin with /, without ? and #."""
    for link in _links_of(text) if "](/" in text or "]: /" in text else ():
        if not link.is_image and PAGE.fullmatch(link.target):
            yield link.offset, re.split(r"[?#]", link.target)[0]


def _is_file(target: str, root: Path) -> bool:
    """A file in content/ that is copied as it is, or one of the theme's."""
    if target.startswith("/assets/"):
        return True
    if target.endswith("/") or ".." in target:
        return False
    return any((folder / target.lstrip("/")).is_file() for folder in layers_of(root).folders)


def _broken(path: str, position: tuple[int, int], target: str, known: _Addresses, files: Files) -> Finding:
    shown = f"there is no page {target[:80]} in this offer."
    gone = look_for(standard_path(target), path, files)
    if gone.meant:
        address = (
            addresses.service_url(gone.meant) if gone.meant in files.listings else addresses.content_url(gone.meant)
        )
        return rules.BROKEN_LINK.finding(
            path, f"{shown}{gone.hint.replace(gone.meant, '/' + address)}", f"write /{address}", position
        )
    if target.startswith(f"/{addresses.SERVICES}"):
        return rules.BROKEN_LINK.finding(path, shown + gone.hint, gone.fix, position)
    meant = known.nearest(target)
    hint = f" Did you mean {meant}?" if meant else gone.hint
    usual = (
        "open the page in a browser and copy its address from the first / after the site's name; or take the link out."
    )
    return rules.BROKEN_LINK.finding(path, shown + hint, f"write {meant}" if meant else usual, position)


def check_pictures(files: Files, root: Path) -> Iterator[Finding]:
    """The file of a picture is there, in the provider's own folder."""
    for service in files.services.values():
        for number, image in enumerate(service.images):
            yield from _check_file(service, f"images.{number}.file", image.file, root)
    for provider in files.providers.values():
        if provider.logo:
            yield from _check_file(provider, "logo.file", provider.logo.file, root)
    yield from _check_page_pictures(files, root)


def _check_file(record: Service | Provider, field: str, file: str, root: Path) -> Iterator[Finding]:
    folder, fix = root / record.path.rpartition("/")[0], "put the picture in the provider's folder"
    yield from _check_picture_file(folder, file, record.path, record.origin.position(field), fix)


def _check_picture_file(folder: Path, file: str, path: str, position: tuple[int, int], fix: str) -> Iterator[Finding]:
    found = folder / file
    try:
        is_there = found.is_file()
        is_inside = found.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):
        is_there = is_inside = False
    if not is_there:
        fix = f"{fix}, or correct its name: capital and small letters count."
        yield rules.IMAGE_MISSING.finding(path, f"there is no picture {file}", fix, position)
    elif not is_inside:
        message = f"{file} points to a file outside its folder"
        yield field_rules.IMAGE_OUTSIDE.finding(path, message, f"{fix} itself.", position)


def _check_page_pictures(files: Files, root: Path) -> Iterator[Finding]:
    """Pictures in pages: picture:CONCEPT, or a file in content/."""
    for page in bodies(files):
        for link in _links_of(page.body) if "![" in page.body else ():
            if link.is_image:
                position = body_position(page.body, link.offset, page.body_line)
                yield from _check_page_picture(page, link.target, position, files, root)


def _check_page_picture(
    page: ContentPage | EasyPage, target: str, position: tuple[int, int], files: Files, root: Path
) -> Iterator[Finding]:
    if target.startswith("picture:"):
        concept = target.removeprefix("picture:")
        if concept not in files.vocabulary.all_pictures and concept != "none" and "pictures" not in files.broken:
            pictures = files.vocabulary.all_pictures
            meant = nearest(concept, pictures)
            hint, fix = hint_and_fix(meant, to_choose_from(concept, "pictures", pictures))
            message = f"there is no picture called “{concept[:60]}”.{hint}"
            fix = f"write picture:{meant}" if meant else fix
            yield rules.UNKNOWN_PICTURE.finding(page.path, message, fix, position)
        return
    if re.match(r"[a-z][a-z0-9+.-]*:|//", target, re.IGNORECASE):
        fix = "put the picture into content/ and name it from there."
        yield field_rules.IMAGE_OUTSIDE.finding(page.path, "this picture is on another website", fix, position)
        return
    beside = "" if target.startswith("/") else name_in_layer(page.path).rpartition("/")[0]
    folders = [folder / beside for folder in reversed(layers_of(root).folders)]
    folder = next((folder for folder in folders if (folder / target.lstrip("/")).is_file()), folders[0])
    yield from _check_picture_file(folder, target.lstrip("/"), page.path, position, "put the picture into content/")
