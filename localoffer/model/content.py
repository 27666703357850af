"""A hand-written page of content/ and its easy-read twin: the front matter."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import PrivateAttr

from localoffer.model.base import NameOf, Part, Record, says
from localoffer.model.forms import (
    Clock,
    Closing,
    Day,
    Id,
    Line,
    Lower,
    Months,
    PageId,
    Summary,
    Term,
    WebAddress,
    Words,
    YesNo,
)
from localoffer.model.words import SignedVideo
from localoffer.overlay import name_in_layer


class PageChecked(Part):
    """When a page was last checked against its sources."""

    date: Day = says("The day of the check.", "2026-10-12", "on", "when")
    by: Line = says("Who checked, by role.", "SEND policy officer", "who", "role")


class PageDate(Part):
    """A meeting, a session or a deadline that a page tells of."""

    date: Day = says("The day.", "2026-12-08", "day", "on")
    name: Words = says(
        "What it is, in a few words, as they read behind the day.", "what you told us this year", "title", "what"
    )
    opens_at: Clock | None = says(
        "When it starts. Without it, it is a day, such as a deadline.",
        "10:30",
        "start",
        "starts",
        "from",
        "start_time",
        "starts_at",
        default=None,
    )
    closes_at: Closing | None = says("When it ends.", "12:00", "end", "ends", "to", "end_time", "ends_at", default=None)
    place: Words | None = says("Where it is.", "Easton Library and online", "where", "venue", "location", default=None)


class PageSource(Part):
    """Where a fact of the page is from."""

    text: Words = says("What the source is.", "Children and Families Act 2014 section 36", "title", "name")
    url: WebAddress = says("Its web address.", "https://www.legislation.gov.uk/ukpga/2014/6/section/36", "link", "href")


class MarkdownFile(Record):
    """A file of front matter and Markdown below it."""

    _body: str = PrivateAttr(default="")
    _body_line: int = PrivateAttr(default=1)
    _filled: Any = PrivateAttr(default=None)

    @property
    def body(self) -> str:
        """The Markdown after the front matter."""
        return self._body

    @property
    def filled(self) -> Any:
        """The body and where each of its signs was written (prose.placeholders); None where it names no local fact."""
        return self._filled

    @property
    def written_body(self) -> str:
        """The Markdown as it stands in the file, before local facts were put in."""
        return self._filled.source if self._filled else self._body

    @property
    def body_line(self) -> int:
        """The file's line on which the body starts."""
        return self._body_line


class EasyPage(MarkdownFile):
    """The easy-read twin of a page: page.easy.md."""

    title: Line = says("The title in easy words.", "Ask for an EHC assessment", "name")
    reader: Line | None = says(
        "Whom the page speaks to, in one short sentence: “you” is the same person all through.",
        "This page is for you if you are 16 or over.",
        *("for_whom", "who_for", "this_page_is_for"),
        default=None,
    )
    written_from: Line | None = says(
        "Stands for the text it was written from. When that changes, check gives the new one.",
        "0f3a5c7b9d11",
        default=None,
    )
    checked_by: Line | None = says(
        "Which people with a learning disability have checked it.", "Marlbrook Readers", "tested_by", default=None
    )
    own_since: Line | None = says(
        "For a copy of a national page: stands for the text it was copied from. Written by the own command.",
        "0f3a5c7b9d11",
        default=None,
    )


class ContentPage(MarkdownFile):
    """One page of content/: `page.id` is its path without .md, guides/travel."""

    title: Line = says(
        "The title; the page's one main heading.", "Asking for an EHC needs assessment", "name", "heading"
    )
    summary: Summary = says(
        "What the page tells, in 200 characters at most.",
        "Who can ask, and what happens in the 20 weeks.",
        "description",
        "intro",
    )
    also_known_as: list[Words] = says(
        "What people type who need this page; search then shows it first.",
        "[they said no, refused to assess]",
        "synonyms",
        "search",
        default=[],
    )
    topics: Annotated[list[Term], NameOf("topics")] = says(
        "Topics, by their names.", "[ehc-assessment]", "topic", "tags", default=[]
    )
    stages: Annotated[list[Term], NameOf("stages")] = says(
        "Ages, by their names.", "[16-to-18]", "stage", "ages", default=[]
    )
    needs: Annotated[list[Term], NameOf("needs")] = says("Needs, by their names.", "[autism]", "need", default=[])
    situations: Annotated[list[Term], NameOf("situations")] = says(
        "Situations it answers.", "[waiting]", "situation", default=[]
    )
    related: list[PageId] = says("Pages and services to read next.", "[guides/annual-review]", "see_also", default=[])
    picture: Annotated[Term | None, NameOf("pictures")] = says(
        "The short name of a picture.", "form", "image", "icon", default=None
    )
    bsl_video: SignedVideo | None = says(
        "A film that says in British Sign Language what this page says.",
        "{url: https://www.marlbrook.example.org/bsl/travel, minutes: 4}",
        "video_in_bsl",
        "signed_video",
        default=None,
    )
    checked: PageChecked | None = says(
        "When it was last checked, and by whom.",
        "{date: 2026-10-12, by: SEND policy officer}",
        "last_checked",
        "reviewed",
        default=None,
    )
    law: Annotated[list[Id], NameOf("law")] = says(
        "Statements of law.yml that the page makes in its own words, besides those it names as {law:…}.",
        "[ehc-decision, ehc-plan]",
        default=[],
    )
    coming_changes: YesNo = says(
        "yes shows the note on what is to change in the law, at the foot of the page.", "yes", default=False
    )
    dates: list[PageDate] = says(
        "Meetings, sessions and deadlines. A line {dates} in the text lists those to come, with a file for calendars.",
        "[{date: 2026-12-08, name: what you told us this year, opens_at: 10:30, closes_at: 12:00, place: Easton Library}]",
        "meetings",
        "events",
        "deadlines",
        default=[],
    )
    review_every: Months | None = says("Months until the next check.", "6", default=None)
    sources: list[PageSource] = says(
        "Where its facts are from.", "[{text: …, url: https://…}]", "source", "references", default=[]
    )
    language: Line | None = says(
        "The page's language, if it is not English (a short code such as pl).", "pl", "lang", default=None
    )
    way_out: YesNo = says(
        "yes for a page whose reader may be watched: a button at the top leaves it at once.",
        "yes",
        "quick_exit",
        default=False,
    )
    template: Line | None = says("A page template of the theme.", "guide.html", default=None)
    easy_read: Annotated[Literal["none"], Lower] | None = says(
        "none for a page families do not read, which then has no easy-read twin; say why.", "none", default=None
    )
    why: Words | None = says(
        "For easy_read: none, why there is none.", "for people who write listings", "reason", default=None
    )
    own_since: Line | None = says(
        "For a copy of a national page: stands for the text it was copied from. Written by the own command.",
        "0f3a5c7b9d11",
        default=None,
    )
    _easy: EasyPage | None = PrivateAttr(default=None)

    @cached_property
    def id(self) -> str:
        """The path inside content/ without .md: guides/travel, take-part/index."""
        return name_in_layer(self.path).removesuffix(".md")

    @property
    def easy(self) -> EasyPage | None:
        """The easy-read twin, if there is one."""
        return self._easy
