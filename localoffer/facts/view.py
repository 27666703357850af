"""The standard voice: what a record says as small records whose parts have names.

In: plain values. Out: dataclasses for pages, lists, search, embeds and feeds. A template reads `card.name` and
`price.amount`, never a position.

An `href` inside the offer is written from the site's root without a slash (`services/x/y/`); any other has a colon or
starts with `#`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class View:
    """Anything of this module: front matter takes it as it is."""


@dataclass(frozen=True)
class Link(View):
    """Words that lead somewhere."""

    text: str
    href: str


Words = str | Sequence[str | Link]
"""Plain text, or texts and links: `["Read ", Link("the guide", "guides/travel/"), "."]`."""


@dataclass(frozen=True)
class Line(View):
    """A line of a card: `strong` stands first, `days` is for a script, when that is on (localoffer/wording/coming.py). A look
    of its own has a name: the class of the line is `lo-` and that name."""

    words: str
    look: str = ""
    strong: str = ""
    days: str = ""


@dataclass(frozen=True)
class Card(View):
    """One page in a list: its name, its address, one line about it; `icon` where the list has pictures; of a service also
    what else the list says of it, line by line. Lists, fragments and search results show each line, whatever it says."""

    name: str
    href: str
    line: str = ""
    icon: str = ""
    says: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Notice(View):
    """A box beside the words; the tone `warm` means a date or a warning."""

    tone: str
    title: str
    words: Words


@dataclass(frozen=True)
class FactLine(View):
    """A question and its answer. `id` is the fact's own name, the same in every output."""

    id: str
    icon: str
    question: str
    answer: Words


@dataclass(frozen=True)
class Answer(View):
    """A short answer that stands first on a page: the answer itself, and what goes on after it."""

    question: str
    short: str
    more: Words = ""


@dataclass(frozen=True)
class Needed(View):
    """What people must have before they get something: `All 3 of these:`, each thing, and what they need not have."""

    lead: str
    things: Sequence[Words]
    rest: str = ""


@dataclass(frozen=True)
class Waited(View):
    """How long people wait: the figure, when it was true and who says so, and whether it is old."""

    words: str
    source: Words
    note: str = ""


@dataclass(frozen=True)
class Criteria(View):
    """Rules about who can come: whether one or all must be true, and each rule."""

    lead: str
    lines: Sequence[Words]


@dataclass(frozen=True)
class Way(View):
    """A way to reach someone: by what (`phone`, `message`, `mail`, `globe`), in words, and when somebody answers; `open`
    says the same for a script, where a device can know it."""

    icon: str
    text: str
    href: str = ""
    note: Words = ""
    open: str = ""


@dataclass(frozen=True)
class ContactCard(View):
    """A person or a team, and each way to reach them; `words` where more is to be said about it."""

    title: str
    ways: Sequence[Way]
    words: str = ""


@dataclass(frozen=True)
class Price(View):
    """What something costs: `amount` is as it reads, `£3.50` or `Free`."""

    option: str
    amount: str
    note: Words = ""


@dataclass(frozen=True)
class TimeRow(View):
    """When: the days, the hours, what else to know."""

    days: str
    hours: str
    note: Words = ""


@dataclass(frozen=True)
class Step(View):
    """One step of the way to a service."""

    title: str
    words: Words


@dataclass(frozen=True)
class Feature(View):
    """What a building has: `answer` is `yes`, `no` or `ask`."""

    answer: str
    text: str


@dataclass(frozen=True)
class Place(View):
    """Where it happens. A private place has its town as title, a sentence in `private`, and no address."""

    title: str = ""
    name: str = ""
    address: str = ""
    private: str = ""
    map: str = ""
    times: Sequence[TimeRow] = ()
    caption: str = ""
    travel: Words = ""
    fitted: Sequence[Feature] = ()


@dataclass(frozen=True)
class Checked(View):
    """When the facts were last checked: the date for machines, in words, and what follows it; `how` where it stands apart."""

    date: str
    words: str
    more: str
    how: str = ""
