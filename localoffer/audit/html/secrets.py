"""A place that must stay private is named nowhere in the site: not in a page, a data file, a compressed copy or the search index.

In: the sensitive places of the listings, and the finished site. Out: faults. Text is searched without regard to capitals,
tags and white space, so that a street broken over two lines is found too.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import brotli

from localoffer.model import Location, Provider, Service

_GAP = r"(?:\s|<[^<>]{0,80}>|&nbsp;|&\#160;|,|%20|\+|\\n)*"
_LEAST = 4
TEXTS = (".html", ".json", ".csv", ".xml", ".txt", ".svg", ".js", ".ics", ".geojson", ".css", ".webmanifest", ".md")


def secret_words(services: Iterable[Service], providers: Iterable[Provider]) -> list[str]:
    """Streets and postcodes of sensitive places, unless a public place has the same."""
    services = list(services)
    places = [place for service in services for place in service.locations]
    known = {_key(text) for place in places if not place.sensitive for text in _parts(place)}
    known |= {
        _key(text)
        for provider in providers
        if provider.address
        for text in (provider.address.address_1, provider.address.postal_code)
        if text
    }
    found = {text for place in places if place.sensitive for text in _parts(place) if _key(text) not in known}
    return sorted(text for text in found if len(_key(text)) >= _LEAST)


def _parts(place: Location) -> Iterator[str]:
    """What gives a place away: street and postcode; a second line only if it has a number in it."""
    yield from (text for text in (place.address_1, place.postal_code) if text)
    if place.address_2 and re.search(r"\d", place.address_2):
        yield place.address_2


def _key(text: str) -> str:
    return "".join(text.split()).casefold()


@dataclass(frozen=True)
class Secrets:
    """What must stay private, ready to be looked for. `rare`: a word of each, without which none can be there."""

    pattern: re.Pattern[str]
    rare: tuple[str, ...]

    def found_in(self, text: str) -> str:
        """The first private words of a text, or nothing."""
        folded = text.lower()
        if not any(word in folded for word in self.rare):
            return ""
        found = self.pattern.search(text)
        return " ".join(re.sub(r"<[^<>]*>", " ", found[0]).split()) if found else ""


def secrets_of(private: list[str]) -> Secrets | None:
    """One pattern for all private words, or None when there are none."""
    words = [re.findall(r"[\w'’-]+", text) for text in private]
    if not words:
        return None
    each = "|".join(_GAP.join(map(re.escape, parts)) for parts in words)
    rare = tuple(sorted({max(reversed(parts), key=len).lower() for parts in words}))
    return Secrets(re.compile(rf"(?<!\w)(?:{each})(?!\w)", re.IGNORECASE), rare)


def text_in(file: Path) -> str:
    """The text a file holds, unpacked if it is compressed; empty for pictures and programs."""
    raw = file.read_bytes()
    name = file.name
    try:
        if name.endswith(".gz") or ".pf_" in name:
            raw = gzip.decompress(raw)
        elif name.endswith(".br"):
            raw = brotli.decompress(raw)
        elif not name.endswith(TEXTS):
            return ""
    except (OSError, EOFError, zlib.error, brotli.error):
        return ""
    return raw.decode("utf-8", errors="replace")


def files_with_secrets(folder: Path, files: Collection[str], secrets: Secrets) -> Iterator[tuple[str, str]]:
    """(file, what it gives away) for each file that names a private place.

    The compressed forms of a page are left out here: that they hold the page and nothing else is checked with the page.
    """
    for path in sorted(files):
        is_form_of_page = path.endswith((".html.gz", ".html.br")) and path[:-3] in files
        if not is_form_of_page and (found := secrets.found_in(text_in(folder / path))):
            yield path, found
