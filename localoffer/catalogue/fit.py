"""How well a service fits a list: the kind of help it is, whether families begin there, and who comes before whom.

In: the index of the catalogue. Out: kinds, first steps, orders, and lists in groups. All of it comes from what records and vocabularies say:
the kind of help from the first topic; a first step is a service of the council or the NHS that is mainly about the need or
topic, of a topic that topics.yml marks, or one whose record names it (`first_step_for`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from localoffer import wording
from localoffer.catalogue.index import ALL_NEEDS, Index
from localoffer.letters import address_part
from localoffer.model import Service, known
from localoffer.model.vocabulary import Need, Stage, Topic

OFFICIAL = frozenset({"council", "nhs"})
MOST_FIRST_STEPS, MOST_GENERAL = 4, 2
NEARLY_FIRST = 3
"""Where nothing is mainly about a need, it counts among the first few needs that a record names."""
STAFF = ["professional"]

Rank = Callable[[Service], tuple[float, ...]]
"""The lower, the better it fits."""


@dataclass(frozen=True)
class Kind:
    """A kind of help: the heading in lists, and its anchor; `topic` is the first topic under that heading."""

    id: str
    heading: str
    topic: str = field(default="", compare=False)


def kind_of(service: Service, topics: Mapping[str, Topic]) -> Kind | None:
    """What kind of help a service is; None where nobody has sorted it."""
    for name in known(service.topics):
        if heading := _heading(topics.get(name), topics):
            return Kind(address_part(heading), heading)
    return None


def _heading(topic: Topic | None, topics: Mapping[str, Topic]) -> str:
    if topic is None or topic.kind or not topic.parents:
        return (topic.kind or topic.name) if topic else ""
    return _heading(topics.get(topic.parents[0]), topics) or topic.name


def by_kind(services: Iterable[Service], topics: Mapping[str, Topic]) -> dict[Kind, list[Service]]:
    """Services by kind of help, kinds in the order of topics.yml; what nobody has sorted is left out."""
    first = {
        _heading(topic, topics): (number, topic.id) for number, topic in reversed(list(enumerate(topics.values())))
    }
    found: dict[Kind, list[Service]] = {}
    for service in services:
        if kind := kind_of(service, topics):
            found.setdefault(kind, []).append(service)
    ordered = sorted(found, key=lambda kind: first[kind.heading])
    return {replace(kind, topic=first[kind.heading][1]): found[kind] for kind in ordered}


def is_for_staff(service: Service) -> bool:
    """True where the record says that it is for people who work with children, and for nobody else."""
    return service.for_whom == STAFF


# Orders


def need_rank(about: frozenset[str]) -> Rank:
    """How near the top of its needs a service names one of these, and among how many."""

    def rank(service: Service) -> tuple[float, ...]:
        needs = service.eligibility.needs
        return place_among(needs, about), len(needs)

    return rank


def topic_rank(about: frozenset[str]) -> Rank:
    """How near the top of its topics a service names one of these."""
    return lambda service: (place_among(service.topics, about),)


def stage_rank(stage: Stage) -> Rank:
    """How much of the ages of a service lies in this stage, the most first; what is for all needs before what is for a few."""

    def rank(service: Service) -> tuple[float, ...]:
        ages = wording.age_range(service.eligibility)
        if ages is None:
            return (1.0,)
        shared = min(ages[1], stage.maximum_age) - max(ages[0], stage.minimum_age) + 1
        return round(-max(shared, 0) / (ages[1] - ages[0] + 1), 1), float(ALL_NEEDS not in service.eligibility.needs)

    return rank


def place_among(names: Sequence[str], wanted: Collection[str]) -> int:
    """The place of the first of these names that is wanted; one past the end where none is."""
    return next((place for place, name in enumerate(names) if name in wanted), len(names))


def in_order(services: Iterable[Service], index: Index, rank: Rank) -> list[Service]:
    """The best fit first: what is open before what is not, near before far, then by rank; as they came where all is equal."""

    def key(service: Service) -> tuple[object, ...]:
        return service.status != "active", not index.is_near(service), rank(service)

    return sorted(services, key=key)


# First steps


def first_steps(services: Iterable[Service], index: Index, about: frozenset[str], rank: Rank) -> list[Service]:
    """The services where families begin, the best first; `about`: the needs or topics of the list, all that are named where
    it is by age."""
    pool = [service for service in services if service.status == "active"]
    named = [service for service in pool if about & set(service.first_step_for)]
    official = [service for service in pool if index.is_near(service) and _is_way_in(service, index)]
    return in_order(named or official, index, rank)[:MOST_FIRST_STEPS]


def for_need(services: Iterable[Service], index: Index, about: frozenset[str]) -> list[Service]:
    """First steps of a need: what is mainly about it, or else names it among its first few."""
    pool = list(services)
    for most in (1, NEARLY_FIRST):
        mainly = [s for s in pool if place_among(s.eligibility.needs, about) < most or about & set(s.first_step_for)]
        if steps := first_steps(mainly, index, about, need_rank(about)):
            return steps
    return []


def for_topic(services: Iterable[Service], index: Index, about: frozenset[str]) -> list[Service]:
    """First steps of a topic: what has it as its first topic."""
    mainly = [s for s in services if place_among(s.topics, about) == 0 or about & set(s.first_step_for)]
    return first_steps(mainly, index, about, topic_rank(about))


def first_steps_first(services: Iterable[Service], index: Index, topic: str) -> list[Service]:
    """The services of a topic, where families begin before the others."""
    found = list(services)
    steps = for_topic(found, index, frozenset({topic}))
    taken = {service.id for service in steps}
    others = (service for service in found if service.id not in taken)
    return [*steps, *in_order(others, index, topic_rank(frozenset({topic})))]


def _is_way_in(service: Service, index: Index) -> bool:
    provider = index.catalogue.providers.get(service.provider_id)
    topic = index.catalogue.vocabulary.topics.get(service.topics[0])
    is_open = service.access.route != ["panel"] and not is_for_staff(service)
    return bool(provider and provider.kind in OFFICIAL and topic and topic.first_step and is_open)


# Lists in groups


@dataclass(frozen=True)
class Listed:
    """What a list holds: its services, those of them where families begin, and who comes before whom."""

    services: Sequence[Service]
    steps: Sequence[Service]
    rank: Rank


def of_need(need: Need, services: Iterable[Service], index: Index) -> Listed:
    """The list of a need, or of a need at an age: the need itself, and those within it."""
    needs = index.catalogue.vocabulary.needs.values()
    about = frozenset({need.id, *(other.id for other in needs if need.id in other.parents)})
    said = [service for service in services if not service.eligibility.needs_proposed]
    return Listed(said, for_need(said, index, about), need_rank(about))


def of_stage(stage: Stage, index: Index) -> Listed:
    """The list of an age: it begins with what a family asks who has no name yet for what is the matter, then with what is for this
    age above all."""
    services, rank = index.by_stage[stage.id], stage_rank(stage)
    worries = [service for service in services if service.topics[0] in FIRST_WORRIES]
    general = first_steps(worries, index, frozenset(), rank)[:MOST_GENERAL]
    others = [service for service in services if service.topics[0] not in FIRST_WORRIES]
    special = first_steps(others, index, frozenset(), rank)
    return Listed(services, [*general, *special][:MOST_FIRST_STEPS], rank)


def of_topic(topic: Topic, index: Index) -> Listed:
    """The list of a topic that has no topics below it."""
    services, about = index.by_topic.get(topic.id, []), frozenset({topic.id})
    return Listed(services, for_topic(services, index, about), topic_rank(about))


FIRST_WORRIES = ("sendiass", "ehc-assessment", "support", "first-signs", "parent-carer-forum")
"""Topics that a family begins with who has no name yet for what is the matter."""


def of_every_need(index: Index) -> Listed:
    """The list of what is for every need."""
    services = index.for_every_need
    worries = (service for service in services if service.topics[0] in FIRST_WORRIES)
    return Listed(services, first_steps(worries, index, frozenset(), as_they_came), as_they_came)


def as_they_came(_service: Service) -> tuple[float, ...]:
    """No service before another."""
    return ()


def worries_first(services: Iterable[Service], index: Index) -> list[Service]:
    """What is for every need, for the end of a list: what families begin with before the rest, and nothing for staff."""

    def rank(service: Service) -> tuple[float, ...]:
        return (place_among(FIRST_WORRIES, {service.topics[0]}),)

    return in_order((service for service in services if not is_for_staff(service)), index, rank)


@dataclass(frozen=True)
class Grouped:
    """A list in groups, each service in one of them. `single`: those alone of their kind, and those of the smaller kinds where
    only so many have a heading; `others`: all but first steps and what is for staff, in order."""

    steps: Sequence[Service]
    kinds: Mapping[Kind, Sequence[Service]]
    single: Sequence[Service] = ()
    unsorted: Sequence[Service] = ()
    staff: Sequence[Service] = ()
    others: Sequence[Service] = ()


def grouped(listed: Listed, index: Index, most: int = 100) -> Grouped:
    """First steps, then every other service by kind of help, the best fit first, then what is for staff. `most`: so many kinds, the
    largest, have a heading of their own."""
    staff = [service for service in listed.services if is_for_staff(service)]
    taken = {service.id for service in (*listed.steps, *staff)}
    others = in_order((service for service in listed.services if service.id not in taken), index, listed.rank)
    kinds = by_kind(others, index.catalogue.vocabulary.topics)
    largest = sorted(kinds, key=lambda kind: -len(kinds[kind]))[:most]
    many = {kind: found for kind, found in kinds.items() if kind in largest and len(found) > 1}
    single = [service for kind, found in kinds.items() if kind not in many for service in found]
    placed = {service.id for found in kinds.values() for service in found}
    unsorted = [service for service in others if service.id not in placed]
    return Grouped(listed.steps, many, single, unsorted, staff, others)


def by_subtopic(topic: Topic, index: Index) -> Grouped:
    """A topic of the first level: the topics below it are its kinds, each service under the first that it names."""
    topics, services = index.catalogue.vocabulary.topics, index.by_topic.get(topic.id, [])
    steps = [service for service in services if topic.id in service.first_step_for]
    taken, kinds = {service.id for service in steps}, dict[Kind, list[Service]]()
    for name in index.subtopics.get(topic.id, []):
        own = (service for service in index.by_topic.get(name, []) if service.id not in taken)
        found = first_steps_first(own, index, name)
        taken |= {service.id for service in found}
        kinds[Kind(name, topics[name].name, name)] = found
    return Grouped(steps, kinds, [service for service in services if service.id not in taken])
