"""Services that share a name → what tells them apart where they stand beside each other: who runs them, where, or a number.
A service that is called like a topic or a need has who runs it too, as the page of that topic has the plain name.

In: services, providers and the names of lists. Out: the words for each of those services; the others are called by their name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from localoffer.letters import same_name
from localoffer.model import Provider, Service


def told_apart(
    services: Iterable[Service], providers: Mapping[str, Provider], taken: Iterable[str] = ()
) -> dict[str, str]:
    """Id → name with what tells it apart."""
    found: dict[str, str] = {}
    for alike in _sharing(((service, service.name) for service in services), frozenset(map(same_name, taken))):
        by_provider = [(service, f"{service.name} ({_runs(service, providers)})") for service in alike]
        found |= {service.id: words for service, words in by_provider}
        for same in _sharing(by_provider):
            by_place = [
                (service, f"{found[service.id][:-1]}, {_town(service)})" if _town(service) else found[service.id])
                for service in same
            ]
            found |= {service.id: words for service, words in by_place}
            for still in _sharing(by_place):
                found |= {service.id: f"{found[service.id]} {number}" for number, service in enumerate(still, start=1)}
    return found


def providers_apart(providers: Iterable[Provider], listed: Iterable[str]) -> dict[str, str]:
    """Id → what tells a provider's page from a service's of the same name, as a school has, or from another provider's."""
    names = frozenset(listed)
    alike: dict[str, list[Provider]] = {}
    for provider in sorted(providers, key=lambda each: each.id):
        alike.setdefault(provider.name, []).append(provider)
    found: dict[str, str] = {}
    for name, those in alike.items():
        for number, provider in enumerate(those, start=1):
            if len(those) > 1 or name in names:
                found[provider.id] = f"{name} {number}, who they are" if len(those) > 1 else f"{name}, who they are"
    return found


def _sharing(named: Iterable[tuple[Service, str]], taken: frozenset[str] = frozenset()) -> list[list[Service]]:
    """Those whose words another has too, or are taken, in the order of their ids, so that what comes in later does not rename them."""
    groups: dict[str, list[Service]] = {}
    for service, words in named:
        groups.setdefault(same_name(words), []).append(service)
    several = [group for words, group in groups.items() if len(group) > 1 or words in taken]
    return [sorted(group, key=lambda service: service.id) for group in several]


def _runs(service: Service, providers: Mapping[str, Provider]) -> str:
    provider = providers.get(service.provider_id)
    return provider.name if provider else service.provider_id


def _town(service: Service) -> str:
    return next((place.city for place in service.locations if place.city), "")
