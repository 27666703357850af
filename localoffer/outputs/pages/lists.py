"""Lists of links in groups, in pieces of 50, and the two lists that hold everything.

In: groups of rows. Out: Pages for theme/list.html: `topics/x/`, `topics/x/page/2/` …
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from localoffer import wording
from localoffer.addresses import A_TO_Z, FIND, PROVIDERS, SERVICES, letter_url, part_url, provider_url
from localoffer.model import Service
from localoffer.outputs.index import Index
from localoffer.outputs.page import SITE, Meta, Page, new_page
from localoffer.outputs.parts import Row, pager, pages_of


@dataclass(frozen=True)
class Group:
    """Rows under one heading; `more` leads to the rest of them."""

    id: str
    title: str
    rows: Sequence[Row]
    words: str = ""
    more: Row = field(default_factory=list)

    def meta(self, rows: Sequence[Row]) -> Meta:
        """The group with some of its rows, for theme/list.html."""
        facts: Meta = {"id": self.id, "title": self.title, "words": self.words, "rows": list(rows), "more": self.more}
        return {key: value for key, value in facts.items() if value}


def list_pages(url: str, meta: Meta, groups: Sequence[Group], source: str, kind: str) -> list[Page]:
    """A list page, and its further parts when it is longer than 50 links."""
    pieces = pages_of([(group, row) for group in groups for row in group.rows])
    pages = []
    for number, piece in enumerate(pieces, start=1):
        shown = list(_regroup(piece)) if piece else [group.meta([]) for group in groups]
        part = pager(url, number, len(pieces))
        pages.append(new_page(kind, part_url(url, number), {**meta, **part, "groups": shown}, source))
    return pages


def _regroup(piece: Sequence[tuple[Group, Row]]) -> Iterator[Meta]:
    """Neighbouring rows of one group back under its heading."""
    rows: list[Row] = []
    for place, (group, row) in enumerate(piece):
        rows.append(row)
        if place + 1 == len(piece) or piece[place + 1][0] is not group:
            yield group.meta(rows)
            rows = []


def near_and_far(services: Sequence[Service], index: Index, near: str = "") -> list[Group]:
    """Services of this area first, then those from further away."""
    near_ids = index.near_ids
    here = [index.row(service) for service in services if service.id in near_ids]
    far = [index.row(service) for service in services if service.id not in near_ids]
    groups = [Group("here", near or f"In {index.place}", here)] if here else []
    return [*groups, Group("further", "From further away", far)] if far else groups


# Everything, by name


def letter_of(name: str) -> str:
    """The heading a name stands under: its first letter, or 0 to 9."""
    first = next((character for character in name if character.isalnum()), "")
    upper = first.upper()
    return upper if upper.isascii() and upper.isalpha() else "0"


def make_pages(index: Index) -> list[Page]:
    """The A to Z of services and of who runs them, and the whole list."""
    return [*a_to_z_pages(index), *providers_pages(index), *complete_list_pages(index)]


def a_to_z_pages(index: Index) -> list[Page]:
    """`/a-z/` leads to every letter and every part of it; so no service is more than three links from home."""
    by_letter: defaultdict[str, list[Service]] = defaultdict(list)
    for service in index.shown:
        by_letter[letter_of(service.name)].append(service)
    letters = sorted(by_letter)
    nav = [[_letter_name(letter), letter_url(letter)] for letter in letters]
    pages = [_a_to_z_index(index, {letter: by_letter[letter] for letter in letters})]
    for letter in letters:
        rows = [index.row(service) for service in by_letter[letter]]
        meta: Meta = {
            "title": f"Services that start with {_letter_name(letter)}"
            if letter != "0"
            else "Services that start with a number",
            "crumbs": [["All services, A to Z", A_TO_Z]],
            "letters": nav,
        }
        group = Group("list", wording.count(len(rows), "service"), rows)
        pages += list_pages(letter_url(letter), meta, [group], SITE, "a-z")
    return pages


def _letter_name(letter: str) -> str:
    return "0 to 9" if letter == "0" else letter


def _a_to_z_index(index: Index, by_letter: dict[str, list[Service]]) -> Page:
    rows: list[Row] = []
    for letter, services in by_letter.items():
        parts = pages_of(services)
        for number, part in enumerate(parts, start=1):
            name = _letter_name(letter) + (f", part {number}" if len(parts) > 1 else "")
            span = f"{part[0].name} … {part[-1].name}" if len(part) > 1 else part[0].name
            rows.append([name, part_url(letter_url(letter), number), span])
    total = wording.count(len(index.shown), "service")
    meta: Meta = {
        "title": "All services, A to Z",
        "summary": f"{total}, by the first letter of the name.",
        "groups": [Group("letters", "Letters", rows).meta(rows)],
        "side": [
            {
                "title": "Other lists",
                "links": [["The whole list", SERVICES], ["Who runs services", PROVIDERS]],
            }
        ],
    }
    return new_page("a-z", A_TO_Z, meta, SITE)


def complete_list_pages(index: Index) -> list[Page]:
    """Every service in one paged list."""
    rows = [index.row(service) for service in index.shown]
    meta: Meta = {
        "title": "The whole list",
        "summary": f"All {wording.count(len(rows), 'service')}, by name.",
        "crumbs": [["Find help", FIND]],
    }
    return list_pages(SERVICES, meta, [Group("all", "All services", rows)], SITE, "list")


def providers_pages(index: Index) -> list[Page]:
    """Everybody who runs services, by name."""
    providers = sorted(index.catalogue.providers.values(), key=lambda provider: provider.name.casefold())
    rows = []
    for provider in providers:
        running = [s for s in index.by_provider.get(provider.id, []) if s.status != "closed"]
        rows.append([provider.name, provider_url(provider.id), wording.count(len(running), "service")])
    meta: Meta = {
        "title": "Who runs services",
        "summary": f"The {wording.count(len(rows), 'organisation')} behind the services in this offer.",
        "crumbs": [["All services, A to Z", A_TO_Z]],
    }
    return list_pages(PROVIDERS, meta, [Group("providers", "By name", rows)], SITE, "a-z")


def capped(group: Group, most: int) -> Group:
    """The first rows of a long group; `more` says where the rest is."""
    if len(group.rows) <= most or not group.more:
        return Group(group.id, group.title, group.rows, group.words)
    return Group(group.id, group.title, group.rows[:most], group.words, group.more)
