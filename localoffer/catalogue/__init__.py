"""All files → one Catalogue, and the rules that need to see everything.

In: the root folder and today's date. Out: the `Catalogue` (None when there is an
error) and all findings, sorted. The date only makes warnings: nothing that was
right becomes an error by the passing of time.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from localoffer.cache.digests import digest_of
from localoffer.cache.made_by import made_by
from localoffer.cache.store import Room
from localoffer.catalogue import contacts, copies, dates, links, offer, references
from localoffer.catalogue.contradictions import check_contradictions
from localoffer.catalogue.files import Files
from localoffer.catalogue.law import check_law, law_of
from localoffer.catalogue.local import written_at
from localoffer.catalogue.local_checks import chosen_languages
from localoffer.catalogue.not_ready import not_ready, without
from localoffer.catalogue.reading import read_files
from localoffer.catalogue.same_names import providers_apart, told_apart
from localoffer.findings import Finding, has_errors, sort_findings
from localoffer.model import ContentPage, Provider, Service, SiteFacts
from localoffer.model.languages import SpokenLanguage
from localoffer.model.law import LawFact
from localoffer.model.local import LocalFacts
from localoffer.model.urgent import Call
from localoffer.model.vocabulary import Area, Need, Topic, Vocabulary
from localoffer.overlay import LISTS, Layers, layers_of
from localoffer.system.gc_paused import without_collecting
from localoffer.wording.coming import Year


@dataclass(frozen=True)
class Catalogue:
    """The whole offer, checked."""

    root: Path
    today: date
    site: SiteFacts
    vocabulary: Vocabulary
    providers: Mapping[str, Provider]
    services: Mapping[str, Service]
    content: Mapping[str, ContentPage]
    local: LocalFacts = field(default_factory=LocalFacts)
    urgent: tuple[Call, ...] = ()
    """Whom to call at once, with the numbers of this place."""
    facts_used: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    """`role:sendiass`, `document:short-breaks-statement` → file → how often it is named there."""
    digest: str = field(default="", compare=False)
    """Stands for mkdocs.yml, the lists, today and our code; empty where nothing is kept from one run to the next."""
    not_ready: frozenset[str] = field(default=frozenset(), compare=False)
    """Half-filled files that a preview leaves out."""

    def key_of(self, *digests: str) -> str:
        """Stands for what is made from records with these digests and from what all share; empty where one is not known."""
        known = (self.digest, *digests)
        return digest_of(*known) if all(known) else ""

    @cached_property
    def layers(self) -> Layers:
        """Which file stands for a path of content/: ours, or the national one."""
        return layers_of(self.root)

    @cached_property
    def year(self) -> Year:
        """What is known of the year here: school terms and bank holidays."""
        terms = sorted((term.first, term.last) for term in self.local.school_terms)
        return Year(terms, frozenset(map(date.fromisoformat, self.vocabulary.bank_holidays)))

    @cached_property
    def told_apart(self) -> Mapping[str, str]:
        """Id → what a service is called beside others, for those whose name another or a list has too: `Youth club (Marl Trust)`."""
        words = self.vocabulary
        lists: tuple[Mapping[str, Topic | Need | Area], ...] = (words.topics, words.needs, words.areas)
        taken = [member.name for members in lists for member in members.values()]
        return told_apart(self.services.values(), self.providers, taken)

    def listed_name(self, service: Service) -> str:
        """What a service is called in a list, in a link and in the browser's tab."""
        return self.told_apart.get(service.id, service.name)

    @cached_property
    def _providers_apart(self) -> Mapping[str, str]:
        return providers_apart(self.providers.values(), map(self.listed_name, self.services.values()))

    def provider_apart(self, provider: Provider) -> str:
        """What a provider is called in the browser's tab where a service or another provider has its name; "" elsewhere."""
        return self._providers_apart.get(provider.id, "")

    def law_of(self, page: ContentPage) -> list[LawFact]:
        """What a page or its twin says of the law, in the order of law.yml."""
        return law_of(page, self.vocabulary.law, self.facts_used)

    @cached_property
    def languages(self) -> list[SpokenLanguage]:
        """The languages with a welcome here, in the council's order."""
        return chosen_languages(self.vocabulary.languages, self.local)

    @cached_property
    def in_role(self) -> Mapping[str, set[str]]:
        """Role → the services that have it."""
        found: dict[str, set[str]] = {}
        for who in self.local.roles:
            if who.service:
                found.setdefault(who.role, set()).add(who.service)
        return found

    @cached_property
    def services_of(self) -> Mapping[str, list[Service]]:
        """Provider id → its services, closed ones too, in the order of `services`."""
        found: dict[str, list[Service]] = {provider: [] for provider in self.providers}
        for service in self.services.values():
            found.setdefault(service.provider_id, []).append(service)
        return found


def read_catalogue(
    root: Path, today: date, *, cache: Path | None = None, leave_out: bool = False
) -> tuple[Catalogue | None, list[Finding]]:
    """Read and check everything below `root`. `cache`: a folder for what was read before. `leave_out`: go on without
    listings that are half filled in; the catalogue names them."""
    # Before the lists are read, so that an edit meanwhile changes the next one.
    digest = shared_digest(root, today) if cache else ""
    with without_collecting(), Room(cache, "records") as records:
        files = read_files(root, records, today)
    found = written_at(check_whole(files, root, today), files.content.values())
    findings = sort_findings([*files.findings, *found])
    waiting = not_ready(files, findings) if leave_out else frozenset()
    if files.site is None or has_errors(finding for finding in findings if finding.path not in waiting):
        return None, findings
    return _catalogue(without(files, waiting), root, today, files.site, digest, waiting), findings


def _catalogue(
    files: Files, root: Path, today: date, site: SiteFacts, digest: str, waiting: frozenset[str] = frozenset()
) -> Catalogue:
    return Catalogue(
        root,
        today,
        site,
        files.vocabulary,
        files.providers,
        files.services,
        files.content,
        files.local or LocalFacts(),
        files.urgent,
        files.facts_used,
        digest=digest,
        not_ready=waiting,
    )


def check_whole(files: Files, root: Path, today: date) -> Iterator[Finding]:
    """Every rule that needs more than one file or the date: adding a rule is adding one line."""
    yield from offer.check_lists_there(files, root)
    yield from references.check_references(files)
    yield from links.check_links(files, root)
    yield from links.check_pictures(files, root)
    yield from offer.check_names(files)
    yield from offer.check_short_names(files)
    yield from copies.check_copies(files, root)
    yield from offer.check_providers(files, root)
    yield from offer.check_moves(files)
    yield from offer.check_stages(files)
    yield from offer.check_easy_reason(files)
    yield from check_law(files, today)
    yield from check_contradictions(files)
    yield from contacts.check_phones(files)
    yield from contacts.check_text_numbers(files)
    yield from contacts.check_emails(files)
    yield from offer.check_frame(files)
    yield from dates.check_future(files, today)
    yield from dates.check_alerts(files, today)
    yield from dates.check_waits(files, today)
    yield from dates.check_reviews(files, today)
    yield from dates.check_ended(files, today)


def shared_digest(root: Path, today: date) -> str:
    """Stands for all that every page may show besides its own record: settings, lists, today, code and libraries."""
    lists = (folder / LISTS for folder in layers_of(root).folders)
    places = (root / "mkdocs.yml", *lists)
    return digest_of(today.isoformat(), made_by(), *(part for place in places for part in _contents(place)))


def _contents(place: Path) -> Iterator[str | bytes]:
    for file in sorted(place.rglob("*")) if place.is_dir() else [place]:
        if file.is_file():
            yield file.relative_to(place.parent).as_posix()
            yield file.read_bytes()
