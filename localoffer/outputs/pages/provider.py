"""The page of a provider: who they are, how to reach them, what they run.

In: one Provider, the Index. Out: Pages for theme/provider.html (several when it runs more than 50 services).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from localoffer import wording
from localoffer.addresses import PROVIDERS, picture_path, provider_url
from localoffer.facts.about import PROVIDER_KINDS
from localoffer.facts.contacts import ways_to_reach
from localoffer.facts.where import post_address
from localoffer.model import Provider, Service
from localoffer.outputs.index import Index
from localoffer.outputs.markdown import render
from localoffer.outputs.page import Page
from localoffer.outputs.pages.lists import ListPage, cards, filled_groups, list_pages
from localoffer.outputs.pages.service import NOT_ENDORSED, is_councils_own
from localoffer.outputs.view import Card, FactLine, Group, Line, Link, Picture, Words


def make_pages(index: Index) -> Iterator[Page]:
    """The pages of every provider."""
    for provider in index.catalogue.providers.values():
        yield from provider_pages(provider, index)


def provider_pages(provider: Provider, index: Index) -> list[Page]:
    """The provider's page and, for a long list, its further parts."""
    shown = ListPage(
        "provider",
        provider_url(provider.id),
        provider.path,
        provider.name,
        f"{provider.name}: what they do, and how to reach them.",
        crumbs=[Link("Who runs services", PROVIDERS)],
        groups=_groups(provider, index),
        more={
            "kind": _kind(provider, index),
            "logo": _logo(provider),
            "ways": ways_to_reach(provider, index.catalogue.today),
            "address": post_address(provider, index.by_provider.get(provider.id, []))[0],
            "facts": list(_facts(provider)),
            "not_endorsed": "" if is_councils_own(provider) else NOT_ENDORSED,
            "told_apart": index.catalogue.provider_apart(provider),
        },
    )
    body = render("provider.md.j2", description=provider.description)
    first, *others = list_pages(shown)
    return [replace(first, body=body), *others]


def _kind(provider: Provider, index: Index) -> Words:
    words = PROVIDER_KINDS[provider.kind].words
    above = index.catalogue.providers.get(provider.part_of or "")
    return [f"{words}. Part of ", Link(above.name, provider_url(above.id))] if above else words


def _groups(provider: Provider, index: Index) -> list[Group]:
    services = index.by_provider.get(provider.id, [])
    running = _own_cards(provider, (service for service in services if service.status != "closed"), index)
    closed = _own_cards(provider, (service for service in services if service.status == "closed"), index)
    teams = [
        Card(team.name, provider_url(team.id), PROVIDER_KINDS[team.kind].words)
        for team in index.teams_of.get(provider.id, [])
    ]
    return filled_groups(
        Group("services", "What they run", running),
        Group("teams", "Their teams", teams),
        Group("closed", "Closed", closed, "These services have closed. Their pages say where else to look."),
    )


def _own_cards(provider: Provider, services: Iterable[Service], index: Index) -> list[Card]:
    """Their services; that they run them needs not be said here."""
    runs = f"run by {provider.name}"
    return [replace(card, says=tuple(_lines_without(runs, card.says))) for card in cards(services, index)]


def _lines_without(words: str, lines: Iterable[Line]) -> Iterator[Line]:
    """What stays of the lines of a card where these words go."""
    for line in lines:
        left = replace(line, words="") if wording.in_sentence(line.words) == words else line
        if left.words or left.strong:
            yield left


def _logo(provider: Provider) -> Picture | None:
    logo = provider.logo
    return Picture(picture_path(provider.id, logo.file), logo.alt or provider.name) if logo else None


def _facts(provider: Provider) -> Iterator[FactLine]:
    for registration in provider.registrations:
        name = "Charity number" if registration.body == "Charity Commission" else f"{registration.body} number"
        yield FactLine("registration", "", name, registration.number)
