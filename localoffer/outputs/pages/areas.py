"""Areas: the parts of this place, what is in each, and what people who live there can use.

In: the Index. Out: list Pages.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from localoffer import wording
from localoffer.addresses import AREAS, area_url, coming_url
from localoffer.catalogue import fit
from localoffer.model import Service
from localoffer.model.vocabulary import Area
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page
from localoffer.outputs.pages import lists
from localoffer.outputs.pages.lists import ListPage
from localoffer.outputs.pages.not_known import unknown_group
from localoffer.outputs.view import Card, Group, Link, Notice, Words


def make_pages(index: Index) -> Iterator[Page]:
    """The list of areas, and every area."""
    yield lists.list_page(areas_index(index))
    for area in index.catalogue.vocabulary.areas:
        yield from lists.list_pages(area_list(area, index))


def area_links(index: Index) -> list[Link]:
    """Every area."""
    return [Link(area.name, area_url(area.id)) for area in index.catalogue.vocabulary.areas.values()]


def areas_index(index: Index) -> ListPage:
    """Every area with its postcodes."""
    rows = [Card(area.name, area_url(area.id), _postcodes(area)) for area in index.catalogue.vocabulary.areas.values()]
    return ListPage(
        "areas",
        AREAS,
        index.source_of("areas"),
        "Look by area",
        f"Parts of {index.place}, and what is there.",
        groups=[Group("areas", f"Parts of {index.place}", rows)],
        side=[lists.other_ways(AREAS)],
    )


def _postcodes(area: Area) -> str:
    return f"Postcodes that start with {wording.join(area.postcodes, 'or')}" if area.postcodes else ""


def area_list(area_id: str, index: Index) -> ListPage:
    """One area: what is in it, then what people who live there can use."""
    area, url = index.catalogue.vocabulary.areas[area_id], area_url(area_id)
    there, for_it = index.by_area[area_id]
    inside = {service.id for service in there}
    unknown = [service for service in index.unknown["areas"] if service.id not in inside]
    nothing = Notice(
        "warm", f"Nothing is listed in {area.name} itself.", "The services below are for people who live there."
    )
    return ListPage(
        "area",
        url,
        area.path,
        area.name,
        f"Services in {area.name}, and services for people who live there.",
        crumbs=[Link("Areas", AREAS)],
        notices=[] if there else [nothing],
        intro=_counts(len(there), len(for_it), area),
        groups=[*_there(area, there, index), *_for_it(area, for_it, index)],
        ends=unknown_group("areas", index, unknown),
        missing=lists.what_is_missing(area.name),
        pills=lists.pills(area_links(index), url),
        more={"pills_name": "Areas"},
    )


def _counts(there: int, for_it: int, area: Area) -> Words:
    counted = (
        f"{wording.count(there, 'service')} in {area.name}, and {for_it:,} for people who live there. " if there else ""
    )
    return [counted, Link("What is on here this weekend", coming_url(area.id))]


def _there(area: Area, services: list[Service], index: Index) -> list[Group]:
    """What is in the area, by kind of help."""
    steps = fit.first_steps(services, index, frozenset(), fit.as_they_came)
    groups = lists.by_fit(fit.Listed(services, steps, fit.as_they_came), index, f"In {area.name}")
    return [replace(group, title=_in_area(group, area)) for group in groups]


def _in_area(group: Group, area: Area) -> str:
    return group.title if area.name in group.title else f"{group.title}, in {area.name}"


def _for_it(area: Area, services: list[Service], index: Index) -> list[Group]:
    """What people who live there can use although it is not there: what is for this area alone comes first."""

    def rank(service: Service) -> tuple[float, ...]:
        return (float(area.id not in service.service_areas),)

    found = lists.cards(fit.in_order(services, index, rank), index)
    words = "These are somewhere else, online, or come to you."
    return lists.filled_groups(lists.folded(Group("live", f"For people who live in {area.name}", found, words)))
