"""Words of links: they say where they go, even when they are read alone."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from localoffer.records.links import VAGUE

LONGEST = 80


def is_vague(words: str) -> bool:
    """True for “click here” and the like, and for a web address as it is."""
    return not words.strip(" .!>»→*_") or VAGUE.fullmatch(words.strip(" .!>»→*_")) is not None


def label_of(words: str, url: str) -> str:
    """The words, or where the link goes: `marl-trust.example/join`."""
    if is_vague(words) or len(words) > LONGEST:
        return shown_address(url)
    return words


def shown_address(url: str) -> str:
    """An address as people say it: without https:// and www., no longer than a line."""
    parts = urlsplit(url)
    host = re.sub(r"^www\.", "", parts.netloc, flags=re.IGNORECASE)
    whole = f"{host}{parts.path}".rstrip("/")
    return whole if len(whole) <= 60 else host[:LONGEST]
