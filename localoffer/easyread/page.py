"""What an easy-read page is made of: sections, ideas with a picture each, short sentences of parts.

In: words. Out: frozen records that `pages` turns into front matter, and the plain text the reading rules read.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from localoffer.addresses import kind_url, part_url
from localoffer.facts.view import Card, Link, View
from localoffer.facts.voice import Idea


@dataclass(frozen=True)
class Section:
    """A heading, and ideas or a list of links under it. `id` is that of the same part on the full page."""

    heading: str
    ideas: tuple[Idea, ...] = ()
    rows: tuple[Card, ...] = ()
    id: str = ""


@dataclass(frozen=True)
class Call(View):
    """Whom to phone first: what is said above the number, the number, when somebody answers, and the same for a script;
    `show`: what a reader can show to somebody who is to phone."""

    words: str
    text: str
    href: str
    hours: str = ""
    open: str = ""
    show: str = ""


@dataclass(frozen=True)
class Kind:
    """A kind of help that has a page of its own in a long list: its short name, and what it is called."""

    id: str
    name: str


@dataclass(frozen=True)
class EasyReadPage:
    """A whole easy-read page, or one of several. `full_page` is the address of the page it is the twin of, like
    `services/a/b/`; `links` lead to all its parts; `call` is whom to phone first. Of a long list also: `kind` is the kind of help
    that the page has of it, with its name; `crumbs` lead to what is above it; `after` leads to the next kind; `whole` are the
    addresses of all that is printed with it."""

    title: str
    full_page: str
    sections: tuple[Section, ...]
    source: str
    checked_by: str = ""
    is_out_of_date: bool = False
    part: int = 1
    of: int = 1
    links: tuple[Link, ...] = ()
    lead: str = ""
    call: Call | None = None
    kind: Kind | None = None
    crumbs: tuple[Link, ...] = ()
    after: Link | None = None
    whole: tuple[str, ...] = ()

    @property
    def begins(self) -> str:
        """Where its first part stands below `easy-read/`: at the full page's address, or at that of the kind of help."""
        return kind_url(self.full_page, self.kind.id) if self.kind else self.full_page

    @property
    def address(self) -> str:
        """The twin's address below `easy-read/`: the full page's, or a further part of it."""
        return part_url(self.begins, self.part)

    @property
    def ideas(self) -> tuple[Idea, ...]:
        """Every idea of the page, in order."""
        return tuple(idea for section in self.sections for idea in section.ideas)


def section(heading: str, ideas: Iterable[Idea | None], rows: Iterable[Card] = (), id: str = "") -> Section | None:
    """A section, or None when there is nothing to say."""
    kept = tuple(found for found in ideas if found and found.sentences)
    links = tuple(rows)
    return Section(heading, kept, links, id) if kept or links else None
