"""A place that must stay private is named nowhere in the site: not in a page, a data file, a compressed copy or the search index.

In: the sensitive places of the listings, and the finished site. Out: faults. Text is searched without regard to capitals,
tags and white space, so that a street broken over two lines is found too.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterable, Iterator
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


def pattern_of(secrets: list[str]) -> re.Pattern[str] | None:
    """One pattern for all secrets, or None when there are none."""
    if not secrets:
        return None
    each = [_GAP.join(map(re.escape, re.findall(r"[\w'’-]+", secret))) for secret in secrets]
    return re.compile(r"(?<!\w)(?:" + "|".join(each) + r")(?!\w)", re.IGNORECASE)


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


def files_with_secrets(folder: Path, files: Iterable[str], pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """(file, what it gives away) for each file that names a private place."""
    for path in files:
        if found := pattern.search(text_in(folder / path)):
            yield path, " ".join(re.sub(r"<[^<>]*>", " ", found[0]).split())
