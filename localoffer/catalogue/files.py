"""What was read of an offer, before the rules that see everything."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from localoffer.cache.digests import digest_of
from localoffer.cache.store import Room
from localoffer.findings import Finding
from localoffer.model import ContentPage, Provider, Service, SiteFacts
from localoffer.model.local import LocalFacts
from localoffer.model.urgent import Call
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
    names_law: set[str] = field(default_factory=set)  # services whose files name a statement of the law
    counted: dict[str, list[tuple[str, list[tuple[int, str]]]]] = field(default_factory=dict)
    """Service → its fields in which something is counted, as they were written, for the law's contradictions."""
    named: dict[str, frozenset[str]] = field(default_factory=dict)
    """Service → the members of lists that it names, as they were written, such as `topics: short-breaks`."""
    local: LocalFacts | None = None
    urgent: tuple[Call, ...] = ()  # whom to call at once, with the numbers of this place
    facts_used: dict[str, Counter[str]] = field(
        default_factory=dict
    )  # role:x or document:x → file → how often it is named
    meant: dict[str, str | None] = field(default_factory=dict)  # a name of nothing → the one that is meant

    def names_only(self, identity: str, members: Set[str]) -> bool:
        """True where all names of members in a listing's file are among these, each with its list."""
        return identity in self.named and self.named[identity] <= members

    @cached_property
    def moved_to(self) -> Mapping[str, list[str]]:
        """Old name → the services that say they had it; asked for when everything has been read, as `named_in` is."""
        found: dict[str, list[str]] = defaultdict(list)
        for service in self.services.values():
            for old in dict.fromkeys(service.moved_from):
                found[old].append(service.id)
        return found

    @cached_property
    def named_in(self) -> Mapping[str, set[str]]:
        """The name of a service or page, or a link up to one of its / → the files that name it."""
        found: dict[str, set[str]] = defaultdict(set)
        for path, name in self._named():
            found[name].add(path)
        return found

    def _named(self) -> Iterator[tuple[str, str]]:
        for service in self.services.values():
            yield from ((service.path, name) for name in (*service.while_you_wait, *_links(service.description)))
        for provider in self.providers.values():
            yield from ((provider.path, name) for name in _links(provider.description))
        for page in self.content.values():
            yield from ((page.path, name) for name in (*page.related, *_links(page.body)))
            if page.easy:
                yield from ((page.easy.path, name) for name in _links(page.easy.body))


def _links(text: str) -> Iterator[str]:
    """`](/guides/travel/#bus` → `](/`, `](/guides/`, `](/guides/travel/`."""
    for link in _LINKED.findall(text) if "](/" in text else ():
        yield from (link[: place + 1] for place, sign in enumerate(link) if sign == "/")


_LINKED = re.compile(r"\]\(/[^\s()]*")


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
