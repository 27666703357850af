"""Everything a service's record says, each fact once, in the order a family asks.

In: a Service and the Catalogue. Out: its `Facts`: service pages, easy read, cards and search lay out this list.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from localoffer import wording
from localoffer.catalogue import Catalogue
from localoffer.facts.about import about_facts, link_facts
from localoffer.facts.answers import answer_facts
from localoffer.facts.checked import checked_facts, school_facts
from localoffer.facts.choices import with_choices
from localoffer.facts.contacts import contact_facts
from localoffer.facts.cost import cost_facts
from localoffer.facts.fact import Fact, Facts
from localoffer.facts.features import feature_facts
from localoffer.facts.gaps import Whom, told_once, whom_to_ask
from localoffer.facts.getting import getting_facts
from localoffer.facts.waiting import waiting_facts
from localoffer.facts.when import when_facts
from localoffer.facts.where import travel_facts, where_facts, where_words
from localoffer.facts.who import who_facts
from localoffer.model import Service

STILL_TRUE = frozenset({"status", "alert", "description", "provider", "contacts", "checked", "links"})
"""What is said of a service that has closed; anything else would send people there."""


def service_facts(service: Service, catalogue: Catalogue) -> Facts:
    """The facts by id; what the record does not say is not there."""
    return _still_true(with_choices(_told(service, catalogue), service, catalogue), service)


def told_facts(service: Service, catalogue: Catalogue) -> Facts:
    """The same without what search can be narrowed by."""
    return _still_true(_told(service, catalogue), service)


def _told(service: Service, catalogue: Catalogue) -> Iterator[Fact]:
    whom = whom_to_ask(service, catalogue.providers.get(service.provider_id))
    return told_once(_all_facts(service, catalogue, whom), whom)


def _still_true(facts: Iterable[Fact], service: Service) -> Facts:
    return Facts(fact for fact in facts if service.status != "closed" or fact.id in STILL_TRUE)


def _all_facts(service: Service, catalogue: Catalogue, whom: Whom) -> Iterator[Fact]:
    vocabulary, today = catalogue.vocabulary, catalogue.today
    yield from about_facts(service, catalogue, whom)
    yield from answer_facts(service, today)
    yield from who_facts(service, catalogue, whom)
    yield from cost_facts(service, today, whom)
    yield from getting_facts(service, whom, catalogue)
    yield from waiting_facts(service, catalogue)
    yield from where_facts(service, vocabulary)
    yield from when_facts(service, today, wording.sentence(where_words(service)), whom)
    yield from travel_facts(service)
    yield from feature_facts(service, vocabulary)
    yield from contact_facts(service, catalogue)
    yield from checked_facts(service, catalogue, whom)
    yield from school_facts(service.school)
    yield from link_facts(service)
