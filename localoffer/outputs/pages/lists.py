"""What every list page is made of: groups of cards, in parts of 50, with doors above and boxes of links beside.

In: a `ListPage`, which is data and nothing else. Out: Pages: `topics/x/`, `topics/x/page/2/` …
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Any

from localoffer import wording
from localoffer.addresses import A_TO_Z, AREAS, COMING, NEEDS, STAGES, TELL_US, TOPICS, content_url, part_url
from localoffer.catalogue import fit
from localoffer.model import ContentPage, Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import Page, new_page
from localoffer.outputs.parts import LIST_LENGTH, pager, pages_of
from localoffer.outputs.view import Box, Card, Group, Link, Notice, PageLink, Words

SHOWN_IN_GROUP = 8
"""Cards of a group that has a page of its own, where the rest is."""
OPEN = 2
"""Cards of a kind of help that stand open, the others behind them."""
ROOM = 38
"""Cards in the first part of a long list by kind of help, which has more beside them than other lists."""
MOST_KINDS = 5
"""Kinds with a heading of their own: the largest; the others stand under “More help”, folded away below so many."""
FEW = 5
"""So few services need no headings by kind."""
WAYS = (
    Link("Topics", TOPICS),
    Link("By need", NEEDS),
    Link("By age", STAGES),
    Link("By area", AREAS),
    Link("What is on this weekend", COMING),
    Link("All services, A to Z", A_TO_Z),
)


@dataclass(frozen=True)
class ListPage:
    """A list. `kind` is its row in localoffer/kinds.py, `source` the file a person edits. `pills`: the same list cut by age; `doors`
    and `topics` lead to narrower lists; `missing` asks what is not there; boxes of `side` without links are left out; `ends`: groups that stand
    at the end of the first part, whole; `more`: facts that only this kind's template knows."""

    kind: str
    url: str
    source: str
    title: str
    summary: str = ""
    crumbs: Sequence[Link] = ()
    notices: Sequence[Notice] = ()
    intro: Words = ""
    letters: Sequence[Link] = ()
    pills: Sequence[PageLink] = ()
    doors: Sequence[Card] = ()
    topics: Sequence[Card] = ()
    groups: Sequence[Group] = ()
    missing: Notice | None = None
    side: Sequence[Box] = ()
    ends: Sequence[Group] = ()
    more: Mapping[str, Any] = field(default_factory=dict)


def list_page(shown: ListPage, number: int = 1, total: int = 1) -> Page:
    """One part of a list, or the whole of it."""
    own = {"kind", "url", "source", "more", "ends"}
    facts = {name: part for name, part in vars(shown).items() if name not in own}
    groups = [*shown.groups, *shown.ends]
    side = [box for box in shown.side if box.links]
    if any(group.open for group in groups):
        side = _as_one(side)
    facts |= {"side": side, **shown.more, **pager(shown.url, number, total), "groups": groups}
    return new_page(shown.kind, part_url(shown.url, number), facts, shown.source)


def _as_one(boxes: Sequence[Box]) -> list[Box]:
    """One box of all links: a list by kind of help folds it like one more kind."""
    if len(boxes) < 2:
        return list(boxes)
    return [Box("Close to this", [link for box in boxes for link in box.links])]


def list_pages(shown: ListPage) -> list[Page]:
    """A list in as many parts as it needs. One by kind of help begins with the best of each kind; all of them follow."""
    rows = [(group, card) for group in shown.groups for card in group.rows]
    parts = pages_of(rows)
    if any(group.open for group in shown.groups):
        beside = sum(len(group.rows) for group in shown.ends)
        return [list_page(shown)] if len(rows) + beside <= LIST_LENGTH else _folded_and_whole(shown, parts)
    return [
        list_page(replace(shown, groups=list(_grouped(part)) or shown.groups), number, len(parts))
        for number, part in enumerate(parts, start=1)
    ]


Part = Sequence[tuple[Group, Card]]


def _folded_and_whole(shown: ListPage, parts: Sequence[Part]) -> list[Page]:
    """The best of each group with a link to the part where all of it begins; then the whole list."""
    total = len(parts) + 1
    begins = {group.id: number for number, part in reversed(list(enumerate(parts, start=2))) for group, _card in part}
    share = fair_share(
        [len(group.rows) for group in shown.groups], LIST_LENGTH - sum(len(group.rows) for group in shown.ends)
    )
    first = [_best(group, share, part_url(shown.url, begins[group.id])) for group in shown.groups]
    others = replace(shown, groups=(), ends=(), doors=(), topics=(), missing=None, notices=(), intro="")
    return [
        list_page(replace(shown, groups=first), 1, total),
        *(
            list_page(replace(others, groups=list(_grouped(part))), number, total)
            for number, part in enumerate(parts, start=2)
        ),
    ]


def fair_share(lengths: Sequence[int], room: int) -> int:
    """How many rows of each group a page has room for: short groups whole, the long ones with as many rows as each other."""
    share = OPEN
    while share < max(lengths, default=0) and sum(min(length, share + 1) for length in lengths) <= room:
        share += 1
    return share


def _best(group: Group, share: int, whole: str) -> Group:
    if len(group.rows) <= share:
        return group
    more = group.more or Link(f"All {len(group.rows):,}: {wording.in_sentence(group.title)}", f"{whole}#{group.id}")
    best = replace(group, rows=group.rows[:share], more=more)
    return folded(best) if group.open else best


def _grouped(part: Iterable[tuple[Group, Card]]) -> Iterator[Group]:
    """Neighbouring cards of one group back under its heading, none of them folded."""
    for group, pairs in groupby(part, key=lambda pair: pair[0]):
        yield replace(group, rows=[card for _group, card in pairs], fold="", open=0)


# Groups


def cards(services: Iterable[Service], index: Index) -> list[Card]:
    """The card of each service."""
    return [index.card(service) for service in services]


def folded(group: Group) -> Group:
    """A kind of help, of which the first cards stand open."""
    left = len(group.rows) - OPEN
    return replace(group, open=OPEN, fold=f"{left} more" if left > 0 else "")


def put_away(group: Group) -> Group:
    """A group of which nothing stands open: its heading says how many services are behind it."""
    return replace(group, open=0, fold=wording.count(len(group.rows), "service"))


def by_fit(listed: fit.Listed, index: Index, few: str) -> list[Group]:
    """First steps, then every other service by kind of help, the best fit first, then what is for staff; a list of a few
    services needs no kinds, and is called `few`."""
    found = fit.grouped(listed, index, MOST_KINDS)
    words = "For schools, nurseries and clubs. Families do not book these."
    staff = Group("staff", "For staff", cards(found.staff, index), words)
    if len(listed.services) <= FEW:
        return filled_groups(Group("here", few, cards([*found.steps, *found.others], index)), staff)
    return filled_groups(
        Group("first-steps", "First steps", cards(found.steps, index)),
        *(folded(Group(kind.id, kind.heading, cards(own, index))) for kind, own in found.kinds.items()),
        (put_away if len(found.kinds) == MOST_KINDS else folded)(
            Group("more", "More help", cards(found.single, index))
        ),
        folded(Group("not-sorted", "Not sorted yet", cards(found.unsorted, index))),
        put_away(staff),
    )


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


def pills(links: Iterable[Link], here: str) -> list[PageLink]:
    """The same list for each age or area; that of this page leads nowhere."""
    return [PageLink("here" if link.href == here else "page", link.href, link.text) for link in links]


def guide_cards(guides: Iterable[ContentPage]) -> list[Card]:
    """Guides as cards of a list."""
    return [Card(guide.title, content_url(guide.id), guide.summary) for guide in guides]


def guide_box(guides: Sequence[ContentPage], index: Index) -> Box:
    """A few guides beside a list; one that is called like a topic says that it is the guide, since both may be linked there."""
    topics = {topic.name for topic in index.catalogue.vocabulary.topics.values()}
    links = [
        Link(f"{guide.title}: the guide" if guide.title in topics else guide.title, content_url(guide.id))
        for guide in guides[:6]
    ]
    return Box("Good to read", links)


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
