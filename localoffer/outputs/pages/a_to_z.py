"""The lists that hold everything: services from A to Z, the whole list, and who runs services.

In: the Index. Out: list Pages. `/a-z/` leads to every part of every letter, so no service is more than three links from
home.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from localoffer import wording
from localoffer.addresses import A_TO_Z, FIND, PROVIDERS, SERVICES, letter_url, part_url, provider_url
from localoffer.letters import NUMBERS, OTHERS, letter_of, letter_order, name_order
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import SITE, Page
from localoffer.outputs.pages.lists import ListPage, cards, list_page, list_pages
from localoffer.outputs.parts import pages_of
from localoffer.outputs.view import Box, Card, Group, Link

TO_INDEX = Link("All services, A to Z", A_TO_Z)


def make_pages(index: Index) -> Iterator[Page]:
    """The A to Z and its letters, who runs services, and the whole list."""
    by_letter = _by_letter(index)
    yield list_page(_a_to_z_index(index, by_letter))
    for letter in by_letter:
        yield from list_pages(_letter_list(letter, by_letter, index))
    yield from list_pages(_providers_list(index))
    yield from list_pages(_whole_list(index))


def _by_letter(index: Index) -> dict[str, list[Service]]:
    found: defaultdict[str, list[Service]] = defaultdict(list)
    for service in index.shown:
        found[letter_of(service.name)].append(service)
    return {letter: found[letter] for letter in sorted(found, key=letter_order)}


def letter_name(letter: str) -> str:
    """What a heading of A to Z is called."""
    return {NUMBERS: "0 to 9", OTHERS: "Other letters"}.get(letter, letter)


_STARTS = {NUMBERS: "a number", OTHERS: "letters of other alphabets, or a sign"}


def _letter_list(letter: str, by_letter: Mapping[str, Sequence[Service]], index: Index) -> ListPage:
    services = by_letter[letter]
    return ListPage(
        "a-z",
        letter_url(letter),
        SITE,
        f"Services that start with {_STARTS.get(letter, letter)}",
        crumbs=[TO_INDEX],
        letters=[Link(letter_name(other), letter_url(other)) for other in by_letter],
        groups=[Group("list", wording.count(len(services), "service"), cards(services, index))],
    )


def _a_to_z_index(index: Index, by_letter: Mapping[str, Sequence[Service]]) -> ListPage:
    rows: list[Card] = []
    for letter, services in by_letter.items():
        parts = pages_of(services)
        for number, part in enumerate(parts, start=1):
            name = letter_name(letter) + (f", part {number}" if len(parts) > 1 else "")
            span = f"{part[0].name} … {part[-1].name}" if len(part) > 1 else part[0].name
            rows.append(Card(name, part_url(letter_url(letter), number), span))
    return ListPage(
        "a-z",
        A_TO_Z,
        SITE,
        "All services, A to Z",
        f"{wording.count(len(index.shown), 'service')}, by the first letter of the name.",
        groups=[Group("letters", "Letters", rows)],
        side=[Box("Other lists", [Link("The whole list", SERVICES), Link("Who runs services", PROVIDERS)])],
    )


def _whole_list(index: Index) -> ListPage:
    return ListPage(
        "list",
        SERVICES,
        SITE,
        "The whole list",
        f"All {wording.count(len(index.shown), 'service')}, by name.",
        crumbs=[Link("Find help", FIND)],
        groups=[Group("all", "All services", cards(index.shown, index))],
    )


def _providers_list(index: Index) -> ListPage:
    rows = []
    for provider in sorted(index.catalogue.providers.values(), key=lambda provider: name_order(provider.name)):
        running = [s for s in index.by_provider.get(provider.id, []) if s.status != "closed"]
        rows.append(Card(provider.name, provider_url(provider.id), wording.count(len(running), "service")))
    return ListPage(
        "a-z",
        PROVIDERS,
        SITE,
        "Who runs services",
        f"The {wording.count(len(rows), 'organisation')} behind the services in this offer.",
        crumbs=[TO_INDEX],
        groups=[Group("providers", "By name", rows)],
    )
