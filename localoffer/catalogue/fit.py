"""How well a service fits a list: the kind of help it is, whether families begin there, and who comes before whom.

In: the index of the catalogue. Out: kinds, first steps, and orders. All of it comes from what records and vocabularies say:
the kind of help from the first topic; a first step is a service of the council or the NHS that is mainly about the need or
topic, of a topic that topics.yml marks, or one whose record names it (`first_step_for`).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from localoffer import wording
from localoffer.catalogue.index import ALL_NEEDS, Index
from localoffer.letters import address_part
from localoffer.model import Service, known
from localoffer.model.vocabulary import Stage, Topic

OFFICIAL = frozenset({"council", "nhs"})
MOST_FIRST_STEPS = 4
NEARLY_FIRST = 3
"""Where nothing is mainly about a need, it counts among the first few needs that a record names."""
STAFF = ["professional"]

Rank = Callable[[Service], tuple[float, ...]]
"""The lower, the better it fits."""


@dataclass(frozen=True)
class Kind:
    """A kind of help: the heading in lists, and its anchor."""

    id: str
    heading: str


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
    order = {_heading(topic, topics): number for number, topic in reversed(list(enumerate(topics.values())))}
    found: dict[Kind, list[Service]] = {}
    for service in services:
        if kind := kind_of(service, topics):
            found.setdefault(kind, []).append(service)
    return {kind: found[kind] for kind in sorted(found, key=lambda kind: order.get(kind.heading, len(order)))}


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
