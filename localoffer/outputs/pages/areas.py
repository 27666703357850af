"""Areas: the parts of this place, what is in each, and what people who live there can use.

In: the Index. Out: list Pages.
"""

from __future__ import annotations

from collections.abc import Iterator

from localoffer import wording
from localoffer.addresses import AREAS, area_url
from localoffer.model.vocabulary import Area
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page
from localoffer.outputs.pages import lists
from localoffer.outputs.pages.lists import ListPage
from localoffer.outputs.pages.not_known import unknown_group
from localoffer.outputs.view import Box, Card, Group, Link, Notice


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
    there, for_it = (lists.cards(services, index) for services in index.by_area[area_id])
    inside = {service.id for service in index.by_area[area_id][0]}
    unknown = [service for service in index.unknown["areas"] if service.id not in inside]
    elsewhere = "These are somewhere else, online, or come to you."
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
        groups=[
            *lists.filled_groups(
                Group("there", f"In {area.name}", there),
                Group("live", f"For people who live in {area.name}", for_it, elsewhere),
            ),
            *unknown_group("areas", index, unknown),
        ],
        missing=lists.what_is_missing(area.name),
        side=[Box("Other areas", [link for link in area_links(index) if link.href != url])],
    )
