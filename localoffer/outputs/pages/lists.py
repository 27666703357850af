"""What every list page is made of: groups of cards, in parts of 50, with doors above and boxes of links beside.

In: a `ListPage`, which is data and nothing else. Out: Pages: `topics/x/`, `topics/x/page/2/` …
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from localoffer.addresses import A_TO_Z, AREAS, NEEDS, STAGES, TELL_US, TOPICS, content_url, part_url
from localoffer.model import ContentPage, Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page, new_page
from localoffer.outputs.parts import pager, pages_of
from localoffer.outputs.view import Box, Card, Group, Link, Notice, Words

SHOWN_IN_GROUP = 8
"""Cards of a group that has a page of its own, where the rest is."""
WAYS = (
    Link("Topics", TOPICS),
    Link("By need", NEEDS),
    Link("By age", STAGES),
    Link("By area", AREAS),
    Link("All services, A to Z", A_TO_Z),
)


@dataclass(frozen=True)
class ListPage:
    """A list. `kind` is its row in localoffer/kinds.py, `source` the file a person edits. `doors` and `topics` lead to
    narrower lists; `missing` asks what is not there; boxes of `side` without links are left out; `more`: facts that only
    this kind's template knows."""

    kind: str
    url: str
    source: str
    title: str
    summary: str = ""
    crumbs: Sequence[Link] = ()
    notices: Sequence[Notice] = ()
    intro: Words = ""
    letters: Sequence[Link] = ()
    doors: Sequence[Card] = ()
    topics: Sequence[Card] = ()
    groups: Sequence[Group] = ()
    missing: Notice | None = None
    side: Sequence[Box] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


def list_page(shown: ListPage, number: int = 1, total: int = 1) -> Page:
    """One part of a list, or the whole of it."""
    facts = {name: part for name, part in vars(shown).items() if name not in {"kind", "url", "source", "more"}}
    facts |= {"side": [box for box in shown.side if box.links], **shown.more, **pager(shown.url, number, total)}
    return new_page(shown.kind, part_url(shown.url, number), facts, shown.source)


def list_pages(shown: ListPage) -> list[Page]:
    """A list in as many parts as it needs."""
    parts = pages_of([(group, card) for group in shown.groups for card in group.rows])
    return [
        list_page(replace(shown, groups=list(_grouped(part)) or shown.groups), number, len(parts))
        for number, part in enumerate(parts, start=1)
    ]


def _grouped(part: Iterable[tuple[Group, Card]]) -> Iterator[Group]:
    """Neighbouring cards of one group back under its heading."""
    for group, pairs in groupby(part, key=lambda pair: pair[0]):
        yield replace(group, rows=[card for _group, card in pairs])


# Groups


def cards(services: Iterable[Service], index: Index) -> list[Card]:
    """The card of each service."""
    return [index.card(service) for service in services]


def near_first(services: Iterable[Service], index: Index) -> list[Service]:
    """Services of this area, then the others, both in the order they came in."""
    return sorted(services, key=lambda service: not index.is_near(service))


def near_and_far(services: Iterable[Service], index: Index, near: str = "") -> list[Group]:
    """Services of this area first, then those from further away, under a heading each."""
    ordered = near_first(services, index)
    here = [service for service in ordered if index.is_near(service)]
    groups = (
        Group("here", near or f"In {index.place}", cards(here, index)),
        Group("further", "From further away", cards(ordered[len(here) :], index)),
    )
    return filled_groups(*groups)


def filled_groups(*groups: Group) -> list[Group]:
    """The groups that hold something."""
    return [group for group in groups if group.rows]


def capped(group: Group) -> Group:
    """The first cards of a long group; `more` says where the rest is, and is left out where there is none."""
    if len(group.rows) > SHOWN_IN_GROUP:
        return replace(group, rows=group.rows[:SHOWN_IN_GROUP])
    return replace(group, more=None)


# What stands around the groups


def other_ways(here: str) -> Box:
    """The other doors families come in by."""
    return Box("Other ways to look", [way for way in WAYS if way.href != here])


def guide_cards(guides: Iterable[ContentPage]) -> list[Card]:
    """Guides as cards of a list."""
    return [Card(guide.title, content_url(guide.id), guide.summary) for guide in guides]


def guide_box(guides: Sequence[ContentPage]) -> Box:
    """A few guides beside a list."""
    return Box("Good to read", [Link(guide.title, content_url(guide.id)) for guide in guides[:6]])


def what_is_missing(about: str) -> Notice:
    """The end of a list: how to say what is not there."""
    tell = Link("Tell us what you could not find", TELL_US)
    return Notice(
        "warm", f"Is something missing about {about}?", [tell, ". We publish what people say, and what we did."]
    )


def none_here(services: Iterable[Service], index: Index, about: str) -> list[Notice]:
    """What to say when no service of this area fits."""
    if any(index.is_near(service) for service in services):
        return []
    words = (
        f"We do not know of a service in {index.place} for this yet. "
        "Look at what there is further away, or ask us: we will look with you."
    )
    return [Notice("warm", f"Nothing local about {about}.", words)]


def in_sentence(name: str) -> str:
    """A name inside a sentence: EHC plans stays, Short breaks becomes short breaks."""
    return name if name[:2].isupper() else name[:1].lower() + name[1:]
