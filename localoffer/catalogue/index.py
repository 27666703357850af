"""Every list families browse by, worked out once from the catalogue; pages and reports share it.

In: the Catalogue. Out: an `Index`: which services are shown, which belong to a
topic, need, age or area, and which of them are near. Closed services keep their
page but are in no list.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TypeVar

from localoffer import wording
from localoffer.addresses import GUIDES, content_url, is_guide
from localoffer.catalogue import Catalogue, freshness
from localoffer.letters import name_order
from localoffer.model import NATIONAL, OUTSIDE, WHOLE_AREA, ContentPage, Provider, Service, known
from localoffer.overlay import LISTS

ALL_NEEDS = "all"
TopicalT = TypeVar("TopicalT", Service, ContentPage)


def _by_name(service: Service) -> tuple[object, str]:
    return name_order(service.name), service.id


@dataclass(frozen=True)
class Index:
    """The services of a catalogue, sorted into the lists families browse."""

    catalogue: Catalogue

    @cached_property
    def shown(self) -> list[Service]:
        """All services that are not closed, by name."""
        return sorted((s for s in self.catalogue.services.values() if s.status != "closed"), key=_by_name)

    @cached_property
    def place(self) -> str:
        """The area's name in one or two words: Marlbrook."""
        return self.catalogue.site.council.place

    def source_of(self, vocabulary: str) -> str:
        """The file to edit for a page that shows a whole list: this place's own, else the national one."""
        return self.catalogue.layers.source(f"{LISTS}/{vocabulary}.yml")

    # Topics

    @cached_property
    def subtopics(self) -> Mapping[str, list[str]]:
        """Topic id → ids of the topics below it; top topics only."""
        topics = self.catalogue.vocabulary.topics.values()
        below: dict[str, list[str]] = {topic.id: [] for topic in topics if not topic.parents}
        for topic in topics:
            for parent in topic.parents:
                below.setdefault(parent, []).append(topic.id)
        return below

    def top_topics(self, topic_id: str) -> list[str]:
        """Every topic of the first level that this one belongs to; itself, if it is one."""
        topic = self.catalogue.vocabulary.topics.get(topic_id)
        return topic.parents if topic and topic.parents else [topic_id]

    @cached_property
    def by_topic(self) -> Mapping[str, list[Service]]:
        """Topic id → services that name it, or a topic below it."""
        return self._by_topic(self.shown)

    def _by_topic(self, found: Iterable[TopicalT]) -> Mapping[str, list[TopicalT]]:
        by_topic: defaultdict[str, list[TopicalT]] = defaultdict(list)
        for one in found:
            for topic in _once(self._with_tops(known(one.topics))):
                by_topic[topic].append(one)
        return by_topic

    def _with_tops(self, topics: Iterable[str]) -> Iterator[str]:
        for topic in topics:
            yield from (topic, *self.top_topics(topic))

    @cached_property
    def ids_by_topic(self) -> Mapping[str, list[str]]:
        """The same, as ids."""
        return {topic: [service.id for service in services] for topic, services in self.by_topic.items()}

    # Needs and ages

    @cached_property
    def by_need(self) -> Mapping[str, list[Service]]:
        """Need id → services that name it, its broad area, or (for a broad area) a need within it."""
        needs = self.catalogue.vocabulary.needs
        found: defaultdict[str, list[Service]] = defaultdict(list)
        children: defaultdict[str, list[str]] = defaultdict(list)
        for need in needs.values():
            for parent in need.parents:
                children[parent].append(need.id)
        for service in self.shown:
            names = [name for name in known(service.eligibility.needs) if name != ALL_NEEDS]
            wider = [parent for name in names if name in needs for parent in needs[name].parents]
            narrower = [child for name in names for child in children[name]]
            for need_id in _once([*names, *wider, *narrower]):
                found[need_id].append(service)
        return found

    @cached_property
    def for_every_need(self) -> list[Service]:
        """Services that say they are for all needs."""
        return [service for service in self.shown if ALL_NEEDS in service.eligibility.needs]

    @cached_property
    def near_for_every_need(self) -> list[Service]:
        """Those of them for people of this council's area."""
        return [service for service in self.for_every_need if service.id in self.near_ids]

    @cached_property
    def by_stage(self) -> Mapping[str, list[Service]]:
        """Stage id → services for at least one age of that stage."""
        found: dict[str, list[Service]] = {stage: [] for stage in self.catalogue.vocabulary.stages}
        for service in self.shown:
            ages = wording.age_range(service.eligibility)
            if ages is None:
                continue
            low, high = ages
            for stage in self.catalogue.vocabulary.stages.values():
                if low <= stage.maximum_age and high >= stage.minimum_age:
                    found[stage.id].append(service)
        return found

    @cached_property
    def unknown(self) -> Mapping[str, list[Service]]:
        """Gap (topics, needs, ages, areas) → the services of which nobody knows this yet."""
        return {
            "topics": [service for service in self.shown if not service.has_topics],
            "needs": [service for service in self.shown if not known(service.eligibility.needs)],
            "ages": [service for service in self.shown if not service.eligibility.has_ages],
            "areas": [service for service in self.shown if not service.has_area],
        }

    @cached_property
    def stages_of(self) -> Mapping[str, set[str]]:
        """Service id → the stages it is for."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        for stage, services in self.by_stage.items():
            for service in services:
                found[service.id].add(stage)
        return found

    @cached_property
    def ids_by_stage(self) -> Mapping[str, frozenset[str]]:
        """Stage id → ids of its services."""
        return {stage: frozenset(service.id for service in services) for stage, services in self.by_stage.items()}

    @cached_property
    def topics_of(self) -> Mapping[str, frozenset[str]]:
        """Service id → the topics it names."""
        return {service.id: frozenset(service.topics) for service in self.catalogue.services.values()}

    # Checks

    def next_check(self, service: Service) -> date | None:
        """The day by which somebody must ask again; None where nobody ever has."""
        return freshness.next_check(service, self.catalogue.vocabulary.topics)

    def is_overdue(self, service: Service) -> bool:
        """True when the next check is late; never for closed services, which nobody checks."""
        topics, today = self.catalogue.vocabulary.topics, self.catalogue.today
        return service.status != "closed" and freshness.is_overdue(service, topics, today)

    # Places

    @cached_property
    def near_ids(self) -> frozenset[str]:
        """Ids of the services for people of this council's area, not only for the whole country or elsewhere."""
        far = {OUTSIDE, NATIONAL}
        return frozenset(
            service.id for service in self.catalogue.services.values() if not far.issuperset(service.service_areas)
        )

    def is_near(self, service: Service) -> bool:
        """True when the service is for people of this council's area."""
        return service.id in self.near_ids

    @cached_property
    def by_area(self) -> Mapping[str, tuple[list[Service], list[Service]]]:
        """Area id → (services that are there, services for people who live there)."""
        found = {area: (list[Service](), list[Service]()) for area in self.catalogue.vocabulary.areas}
        districts = {code: area.id for area in self.catalogue.vocabulary.areas.values() for code in area.postcodes}
        for service in self.shown:
            there = {
                districts.get(place.postal_code.split()[0], "")
                for place in service.locations
                if place.postal_code and not place.sensitive
            }
            for area, (in_it, for_it) in found.items():
                if area in there:
                    in_it.append(service)
                elif area in service.service_areas or WHOLE_AREA in service.service_areas:
                    for_it.append(service)
        return found

    # Providers and guides

    @cached_property
    def teams_of(self) -> Mapping[str, list[Provider]]:
        """Provider id → the providers that are part of it, by name."""
        found: defaultdict[str, list[Provider]] = defaultdict(list)
        for provider in sorted(self.catalogue.providers.values(), key=lambda provider: name_order(provider.name)):
            if provider.part_of:
                found[provider.part_of].append(provider)
        return found

    @cached_property
    def by_provider(self) -> Mapping[str, list[Service]]:
        """Provider id → its services, closed ones too."""
        found: defaultdict[str, list[Service]] = defaultdict(list)
        for service in sorted(self.catalogue.services.values(), key=_by_name):
            found[service.provider_id].append(service)
        return found

    @cached_property
    def guides(self) -> list[ContentPage]:
        """The guides, by title."""
        content = self.catalogue.content.values()
        guides = (page for page in content if is_guide(page.id) and content_url(page.id) != GUIDES)
        return sorted(guides, key=lambda page: name_order(page.title))

    @cached_property
    def guides_by_topic(self) -> Mapping[str, list[ContentPage]]:
        """Topic id → guides that name it, or a topic below it."""
        return self._by_topic(self.guides)


def _once(names: Iterable[str]) -> Iterator[str]:
    """Each name once, in order."""
    return iter(dict.fromkeys(names))
