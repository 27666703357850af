"""What a listing says it is: its names, its texts, whether it runs, and what it is about.

In: the first fields that editors write. Out: the class that `Service` goes on from.
"""

from __future__ import annotations

from functools import cached_property
from typing import Annotated

from pydantic import Field, PrivateAttr

from localoffer.model.base import NameOf, Record, says
from localoffer.model.choices import Status
from localoffer.model.forms import InShort, Line, Markdown, Name, ShortName, Summary, Term, YesNo
from localoffer.model.gaps import OrNotKnown, known
from localoffer.model.words import Alert


class Listing(Record):
    """The names that follow from where the file lies."""

    @cached_property
    def provider_id(self) -> str:
        """The provider's folder."""
        return self.path.split("/")[-2] if "/" in self.path else ""

    @cached_property
    def slug(self) -> str:
        """The file's name without .yml."""
        return self.path.rpartition("/")[2].removesuffix(".yml")

    @cached_property
    def id(self) -> str:
        """provider/service: the path is the identity."""
        return f"{self.provider_id}/{self.slug}"


class Described(Listing):
    """What it is, before who, how, where and when."""

    name: Name = says("What it is called. Unique in the offer.", "Saturday club", "title", "service_name", "service")
    also_known_as: list[Line] = says(
        "Other names, old names and misspellings people search for.",
        "[Sat club]",
        "aka",
        "alternate_name",
        "alternative_names",
        "other_names",
        "synonyms",
        default=[],
    )
    summary: Summary | None = says(
        "What it is, in one or two sentences of 200 characters at most. Must be there where a person writes the listing.",
        "A calm Saturday club with games, art and a quiet room.",
        "short_description",
        "intro",
        "overview",
        default=None,
    )
    short_name: ShortName | None = says(
        "What lists call it, where its name is long: 40 letters at most.", "Speech therapy for under 5s", default=None
    )
    in_short: InShort | None = says(
        "What it is, for lists: one line of 60 letters at most.", "For little ones who talk late", default=None
    )
    description: Annotated[Markdown, OrNotKnown("")] = says(
        "All about it, in Markdown: paragraphs, lists, ### headings, links. No HTML, no pictures.",
        "Come and play.",
        "details",
        "body",
        "text",
        "content",
        "about",
        "long_description",
    )
    status: Status = says("active, temporarily closed, closed or planned.", "active", "state")
    alert: Alert | None = says(
        "Something readers must know now, and until when.",
        "{text: …, until: 2027-01-31}",
        "notice",
        "warning",
        "alerts",
        default=None,
    )
    topics: Annotated[list[Term], Field(min_length=1), NameOf("topics")] = says(
        "What it is about, by the names of topics, or [not sorted].",
        "[short-breaks, leisure]",
        "topic",
        "categories",
        "category",
        "tags",
        "taxonomy",
    )
    topics_proposed: YesNo = says(
        "yes if a program has chosen the topics by words in the text, and no person has agreed yet.",
        "yes",
        default=False,
    )
    first_step_for: list[Term] = says(
        "Needs and topics of which the lists show it first, as a first step. Not needed for most services of the council and NHS.",
        "[autism, short-breaks]",
        "first_step",
        default=[],
    )

    _written: tuple[str, str] | None = PrivateAttr(default=None)  # summary and description before figures were put in

    @property
    def has_topics(self) -> bool:
        """True where a person, or a program that proposes, has said what it is about."""
        return bool(known(self.topics))
