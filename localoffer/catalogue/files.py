"""What was read of an offer, before the rules that see everything."""

from __future__ import annotations

from dataclasses import dataclass, field

from localoffer.findings import Finding
from localoffer.model import ContentPage, Provider, Service, SiteFacts
from localoffer.model.vocabulary import Vocabulary


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
