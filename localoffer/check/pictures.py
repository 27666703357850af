"""The alt-text rules over an offer's sources: listings, logos, easy-read points, pages of content/.

In: services, providers and pages (a Catalogue has all three). Out: findings, each at the words or, where there are none,
at the picture. A picture that holds words (an SVG with text) must give them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from localoffer.alttext.markdown import markdown_pictures
from localoffer.alttext.picture import Shown, folded
from localoffer.alttext.rules import faults_of
from localoffer.alttext.together import faults_together
from localoffer.catalogue import Catalogue
from localoffer.check.picture_files import PictureFiles
from localoffer.findings import Finding
from localoffer.model import ContentPage, EasyPage, Provider, Service, SiteFacts
from localoffer.rulebook import Position, Rules

PICTURES = Rules("alt-text")
TEXT_IN_PICTURE = PICTURES.declare(
    "alt-text-in-picture", "A picture with words in it gives those words to people who cannot see it."
)


class Placed(NamedTuple):
    """Where a picture stands: the file, the line and column, and the words that give the text in it."""

    path: str
    at: Position
    contains_text: str = ""


Pictures = Iterator[tuple[Shown, Placed]]


def check_alt(catalogue: Catalogue, files: PictureFiles) -> Iterator[Finding]:
    """Every alt-text fault of an offer's sources."""
    pictures = list(
        offer_pictures(catalogue.services.values(), catalogue.providers.values(), catalogue.content.values())
    )
    pictures += council_pictures(catalogue.site)
    yield from alt_findings(pictures)
    yield from check_picture_words(pictures, files)


def alt_findings(pictures: list[tuple[Shown, Placed]]) -> Iterator[Finding]:
    """The faults of each picture, and of all together."""
    for shown, placed in pictures:
        for rule, fault in faults_of(shown):
            yield rule.found(fault, placed.path, placed.at)
    for rule, fault, placed in faults_together(pictures):
        yield rule.found(fault, placed.path, placed.at)


def offer_pictures(
    services: Iterable[Service], providers: Iterable[Provider], pages: Iterable[ContentPage]
) -> Pictures:
    """Every picture of the sources, in the order of files."""
    for service in services:
        yield from service_pictures(service)
    for provider in providers:
        yield from logo_picture(provider)
    for page in pages:
        yield from page_pictures(page)
        if page.easy:
            yield from page_pictures(page.easy)


def service_pictures(service: Service) -> Pictures:
    """The pictures of a listing, then those of its own easy-read points."""
    folder = service.path.rpartition("/")[0]
    for number, image in enumerate(service.images):
        beside = tuple(words for words in (image.caption, image.credit) if words)
        shown = Shown(
            f"{folder}/{image.file}",
            image.alt,
            image.decorative,
            words_beside=beside,
        )
        yield shown, _placed(service, f"images.{number}", image.alt, image.contains_text or "")
    for number, point in enumerate(service.easy_read.points if service.easy_read else []):
        if point.alt:
            shown = Shown(f"picture:{point.picture}", point.alt, words_beside=(point.text,))
            yield shown, _placed(service, f"easy_read.points.{number}", point.alt)


def logo_picture(provider: Provider) -> Pictures:
    """The provider's logo, if there is one."""
    if provider.logo:
        folder = provider.path.rpartition("/")[0]
        shown = Shown(f"{folder}/{provider.logo.file}", provider.logo.alt, is_logo=True)
        yield shown, _placed(provider, "logo", provider.logo.alt, provider.logo.alt or "")


def council_pictures(site: SiteFacts) -> Pictures:
    """The council's logo, and its picture on the home page."""
    if site.council.logo:
        words = site.council.logo_alt
        at = site.origin.position("council.logo_alt" if words is not None else "council.logo")
        yield Shown(f"content/{site.council.logo}", words, is_logo=True), Placed(site.path, at, words or "")
    if picture := site.home_picture:
        at = site.origin.position("home_picture.alt" if picture.alt is not None else "home_picture")
        yield (
            Shown(f"content/{picture.file}", picture.alt, picture.decorative),
            Placed(site.path, at, picture.alt or ""),
        )


def _placed(record: Service | Provider, field: str, alt: str | None, contains_text: str = "") -> Placed:
    """At the alt's words; at the picture's entry when it has none."""
    at = record.origin.position(field if alt is None else f"{field}.alt")
    return Placed(record.path, at, contains_text)


def page_pictures(page: ContentPage | EasyPage) -> Pictures:
    """The pictures in a page's Markdown."""
    for shown, line, column in markdown_pictures(page.body, page.body_line, page.path):
        yield shown, Placed(page.path, (line, column), f"{shown.alt or ''} {page.body}")


def check_picture_words(pictures: Iterable[tuple[Shown, Placed]], files: PictureFiles) -> Iterator[Finding]:
    """A picture with words in it gives them as contains_text (a logo: as its alt)."""
    for shown, placed in pictures:
        words = files.look(shown.file).words if shown.file.lower().endswith(".svg") else ""
        if words and folded(words) not in folded(placed.contains_text):
            fix = f"write “{words}” as its alt." if shown.is_logo else f"add contains_text: {words}"
            message = f"{shown.name} shows the words “{words}”, and nobody who cannot see it is told them"
            yield TEXT_IN_PICTURE.finding(placed.path, message, fix, placed.at)
