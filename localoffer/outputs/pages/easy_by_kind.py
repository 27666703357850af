"""An easy-read list by kind of help: the first help to ask, then what kinds there are. A short list is one page; of a long one
each kind is a page of its own, or several.

In: groups of services (catalogue/fit.py, as for the standard lists), and what else stands in a list. Out: easy-read pages, in parts.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from localoffer.addresses import easy_url, topic_url
from localoffer.catalogue import fit
from localoffer.easyread import EasyReadPage, Idea, Section
from localoffer.easyread.page import Kind
from localoffer.easyread.parts import MOST_SCREENS, PAGER, PICTURE, SCREEN, in_parts
from localoffer.facts.contacts import how_to_ask
from localoffer.facts.view import Card, Line, Link
from localoffer.facts.voice import idea, say
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.pages.lists import FEW

KINDS = "kinds"
"""The part of a long list's first page where its kinds of help stand."""
FIRST = "Ask here first"
MOST_ROWS = MOST_SCREENS * SCREEN // PICTURE
"""So many rows never fit one page."""


@dataclass(frozen=True)
class Door:
    """A kind of help: what stands in it, the picture and the sentence of its door; `own` is a page of its own, elsewhere."""

    section: Section
    picture: str
    line: str = ""
    own: Card | None = None

    def card(self, url: str) -> Card:
        """The door, on the first page of the list at this address."""
        if self.own:
            return self.own
        there = EasyReadPage("", url, (), "", kind=Kind(self.section.id, self.section.heading))
        return Card(
            self.section.heading,
            easy_url(there.address),
            self.line,
            self.picture,
            how_many(len(self.section.rows)),
        )


@dataclass(frozen=True)
class EasyList:
    """A list. `url` is that of the full page; `about` says what it is about, `first` is the first help to ask."""

    title: str
    url: str
    source: str
    crumbs: tuple[Link, ...]
    about: Section
    first: Section
    doors: Sequence[Door]


def how_many(number: int) -> tuple[Line, ...]:
    """How much there is behind a door, as its card says it."""
    return (Line(f"There are {number:,} here." if number > 1 else "There is 1 here."),) if number else ()


def in_kinds(found: EasyList) -> Iterator[EasyReadPage]:
    """The list as one page where that is short; else its first page, then the pages of each kind of help."""
    page = EasyReadPage(found.title, found.url, (), found.source, crumbs=found.crumbs)
    if sum(len(door.section.rows) for door in found.doors) < MOST_ROWS:
        one = in_parts(replace(page, sections=_filled(found.about, found.first, *_together(found.doors))))
        if len(one) == 1:
            yield one[0]
            return
    doors = [door for door in found.doors if door.own or door.section.rows]
    kinds = Section("Kinds of help", (), tuple(door.card(found.url) for door in doors), KINDS)
    first = list_parts(replace(page, sections=_filled(found.about, found.first, kinds)))
    up = (*found.crumbs, Link(found.title, easy_url(found.url)))
    inside = [door for door in doors if not door.own]
    runs = [
        list_parts(replace(page, sections=(door.section,), crumbs=up, kind=Kind(door.section.id, door.section.heading)))
        for door in inside
    ]
    nexts = [Link(f"Next: {door.section.heading}", door.card(found.url).href) for door in inside[1:]]
    whole = tuple(part.address for run in (first, *runs) for part in run)
    yield from (replace(part, whole=whole) for part in first)
    for run, after in zip(runs, (*nexts, None), strict=bool(runs)):
        printed = tuple(part.address for part in run)
        yield from (replace(part, whole=printed, after=after, links=()) for part in run)


def list_parts(page: EasyReadPage) -> list[EasyReadPage]:
    """A list in as many parts as it needs; where it is one, no room is kept for the ways to others."""
    one = in_parts(page)
    return one if len(one) == 1 else in_parts(page, PAGER)


def _together(doors: Sequence[Door]) -> Iterator[Section]:
    """What stands on one page: kinds that have lists of their own as rows, then all others with what is in them."""
    yield Section("Kinds of help", (), tuple(door.own for door in doors if door.own and not door.section.rows), KINDS)
    yield from (door.section for door in doors)


def _filled(*sections: Section) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.ideas or section.rows)


# Services as doors


def first_section(services: Sequence[Service], index: Index) -> Section:
    """The first help to ask: the services where families begin, or else the help line."""
    if services:
        return Section(FIRST, (), rows_of(services, index), "first")
    return Section(FIRST, (we_look(index),), (), "first")


def we_look(index: Index) -> Idea:
    """That a person looks with the reader, and how to ask for it."""
    return idea("phone", say("We can look for help with you."), how_to_ask(index.catalogue.site))


def rows_of(services: Sequence[Service], index: Index) -> tuple[Card, ...]:
    """Each service with its picture and its sentence."""
    return tuple(map(index.easy_card, services))


def kind_doors(found: fit.Grouped, index: Index) -> Iterator[Door]:
    """The services that are not first steps: by kind of help, or all in one where they are few."""
    if len(found.steps) + len(found.others) + len(found.staff) <= FEW:
        yield Door(Section("More help", (), rows_of(found.others, index), "more"), "help")
        return
    topics = index.catalogue.vocabulary.topics
    for kind, services in found.kinds.items():
        picture = topics[kind.topic].picture or "help"
        yield Door(Section(kind.heading, (), rows_of(services, index), kind.id), picture)
    yield Door(Section("More help", (), rows_of(found.single, index), "more"), "help")
    line = "We do not know yet what these are about."
    yield _said("What we have not sorted", "not-known", line, "You can ask them.", found.unsorted, index, "not-sorted")


def staff_door(found: fit.Grouped, index: Index) -> Door:
    """What is for the people who work with children, and not for families."""
    line = "These help people who work with you."
    return _said("For staff", "worker", line, "You cannot book them.", found.staff, index, "staff")


def perhaps_door(services: Sequence[Service], index: Index) -> Door:
    """What a program has found for a need."""
    line = "A computer found these by their words."
    return _said("This may help too", "computer", line, "Ask them if it is for you.", services, index, "perhaps")


def _said(
    heading: str, picture: str, line: str, more: str, services: Sequence[Service], index: Index, identity: str
) -> Door:
    """A door whose page begins with what is to be known of all that is behind it."""
    ideas = (idea(picture, say(line), say(more)),) if services else ()
    return Door(Section(heading, ideas, rows_of(services, index), identity), picture, line)


def topic_doors(found: fit.Grouped, index: Index) -> Iterator[Door]:
    """The topics below a topic, each of which has its own list; then what is in none of them."""
    topics = index.catalogue.vocabulary.topics
    for kind in found.kinds:
        topic, number = topics[kind.topic], len(index.by_topic.get(kind.topic, []))
        line = f"This is about {topic.easy_read}." if topic.easy_read and not number else ""
        card = Card(topic.name, easy_url(topic_url(topic.id)), line, topic.picture or "help", how_many(number))
        yield Door(Section(topic.name), card.icon, own=card)
    yield Door(Section("More help", (), rows_of(found.single, index), "more"), "help")
