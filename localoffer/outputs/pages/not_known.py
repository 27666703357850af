"""What nobody knows yet in lists: those services come after the others, under a heading of their own.

In: the Index. Out: the group that ends a list by topic, need, age or area, and a list of all such services, where there are any.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from localoffer import wording
from localoffer.addresses import AREAS, NEEDS, STAGES, TOPICS, not_known_url
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import SITE, Page
from localoffer.outputs.pages import lists
from localoffer.outputs.pages.lists import ListPage
from localoffer.outputs.view import Group, Link


class Unknown(NamedTuple):
    """How a list tells one gap. `heading` ends another list, `title` is that of the list of all such services."""

    heading: str
    title: str
    words: str
    easy: str
    above: Link


UNKNOWN = {
    "topics": Unknown(
        "Not sorted yet",
        "Services that are not sorted yet",
        "Nobody has looked yet what these are about.",
        "We do not know yet what these are about.",
        Link("Topics", TOPICS),
    ),
    "needs": Unknown(
        "We do not know which needs these are for",
        "Services whose needs we do not know",
        "They may be for this need too. Ask them.",
        "We do not know which needs these are for.",
        Link("Needs", NEEDS),
    ),
    "ages": Unknown(
        "We do not know the ages for these",
        "Services whose ages we do not know",
        "They may be for this age too. Ask them.",
        "We do not know how old you can be for these.",
        Link("Ages", STAGES),
    ),
    "areas": Unknown(
        "We do not know where you need to live for these",
        "Services whose area we do not know",
        "They may be for people who live here too. Ask them.",
        "We do not know where you need to live for these.",
        Link("Areas", AREAS),
    ),
}


def make_pages(index: Index) -> Iterator[Page]:
    """A list of all services of each gap, where there are too many to stand in other lists."""
    for gap in UNKNOWN:
        if has_page(gap, index):
            yield from lists.list_pages(_whole_list(gap, index))


def has_page(gap: str, index: Index) -> bool:
    """True where there are more such services than another list shows at its end."""
    return len(index.unknown[gap]) > lists.SHOWN_IN_GROUP


def _whole_list(gap: str, index: Index) -> ListPage:
    told, services = UNKNOWN[gap], index.unknown[gap]
    return ListPage(
        "not-known",
        not_known_url(gap),
        SITE,
        told.title,
        "We are still asking. You can ask them too.",
        crumbs=[told.above],
        groups=[Group("list", wording.count(len(services), "service"), lists.cards(services, index))],
        side=[lists.other_ways(told.above.href)],
    )


def unknown_group(gap: str, index: Index, services: Iterable[Service] | None = None) -> list[Group]:
    """The end of a list: the first services of this gap, and the way to all of them; nothing where there are none."""
    found, told = index.unknown[gap] if services is None else list(services), UNKNOWN[gap]
    more = Link(f"All {wording.count(len(index.unknown[gap]), 'service')}: {told.title}", not_known_url(gap))
    group = Group("not-known", told.heading, lists.cards(found[: lists.SHOWN_IN_GROUP + 1], index), told.words, more)
    return lists.filled_groups(lists.folded(lists.capped(group)))
