"""What was read of an offer, before the rules that see everything."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from localoffer.cache.digests import digest_of
from localoffer.cache.store import Room
from localoffer.findings import Finding
from localoffer.model import ContentPage, Provider, Service, SiteFacts
from localoffer.model.local import LocalFacts
from localoffer.model.vocabulary import Vocabulary
from localoffer.yamlfile.source import read_bytes, read_raw, relative_name

ReadText = Callable[[str, str], tuple[Any, ...]]
"""Text of a file and its name → what it holds, what is wrong with it, and what else is kept beside."""


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
    local: LocalFacts | None = None
    facts_used: dict[str, Counter[str]] = field(
        default_factory=dict
    )  # role:x or document:x → file → how often it is named


def read_kept(records: Room, path: Path, root: Path, form: str, read: ReadText) -> tuple[str, tuple[Any, ...]]:
    """What a file holds and what is wrong with it, as kept or by reading it, below the key it is kept by: its name, its
    bytes and the form it is read in. A file that cannot be read holds None."""
    raw, findings = read_bytes(path, root)
    if raw is None:
        return "", (None, findings)
    name = relative_name(path, root)
    key = digest_of(form, name, raw)
    kept: tuple[Any, ...] | None = records.load(key)
    if kept is None:
        text, findings = read_raw(raw, name)
        value, found, *beside = read(text, name) if text is not None else (None, [])
        kept = value, [*findings, *found], *beside
        records.keep(key, kept)
    return key, kept
