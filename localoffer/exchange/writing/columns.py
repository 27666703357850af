"""The columns of our own tables, one row each: what a column is called, what it holds, where that stands in the one shape.

In: nothing. Out: `COLUMNS` and `GROUPS`. The tables, their dictionary and the reader of our own tables come from here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from localoffer.exchange.shape import Contact, Incoming, Link, Phone, Place, Price, Schedule, Term

TOPICS, NEEDS = "topics", "needs"
FORMULAS = ("=", "+", "-", "@", "\t", "\r")
"""With these a spreadsheet begins to reckon: such a value gets a sign before it."""
BETWEEN = " | "
"""Stands between the values of a column that holds several. It is never in a value."""


@dataclass(frozen=True)
class Column:
    """`holds`: what stands in it, in words; `form`: text, number, day, yes or no; `path`: its place in the one shape."""

    name: str
    holds: str
    path: str
    form: str = "text"
    is_list: bool = False

    def read(self, incoming: Incoming) -> Any:
        """What a service has: a text, or a list of texts."""
        part: Any = incoming
        for step in self.path.split("."):
            part = getattr(part, step)
        return part

    def put(self, incoming: Incoming, value: Any) -> None:
        """Give it to a service."""
        *steps, last = self.path.split(".")
        part: Any = incoming
        for step in steps:
            part = getattr(part, step)
        setattr(part, last, value)

    def read_of(self, part: object) -> str:
        """What a part of a group has, in text."""
        value = getattr(part, self.path)
        return ("yes" if value else "") if isinstance(value, bool) else str(value)

    def put_to(self, part: object, text: str) -> None:
        """Give it to a part of a group."""
        setattr(part, self.path, text == "yes" if isinstance(getattr(part, self.path), bool) else text)


@dataclass(frozen=True)
class Group:
    """Several columns that go together: the first values of each belong to the first place, the second to the second."""

    name: str
    path: str
    make: Callable[[], Any]
    columns: tuple[Column, ...]


COLUMNS: tuple[Column, ...] = (
    Column("id", "the service's name for ever: its provider and its own, as in its address", "id"),
    Column("name", "what it is called", "name"),
    Column("also_known_as", "other names of it", "alternate_name"),
    Column("provider", "who runs it", "organization.name"),
    Column("provider_id", "the provider's name for ever", "organization.id"),
    Column("provider_web", "the provider's web address", "organization.url"),
    Column("summary", "what it is, in a sentence or two", "summary"),
    Column("description", "all about it, in Markdown", "description"),
    Column("status", "active, temporarily closed, closed or planned", "status"),
    Column("alert", "what readers must know now", "alert"),
    Column("minimum_age", "the youngest age, in years", "minimum_age", "number"),
    Column("maximum_age", "the oldest age, in years", "maximum_age", "number"),
    Column("who_it_is_for", "for whom, in words", "eligibility_description"),
    Column("how_to_get_it", "how a family gets it, in words", "application_process"),
    Column("needs_referral", "whether somebody must send you", "needs_referral", "yes or no"),
    Column("waiting_time", "how long people wait", "wait_time"),
    Column("free", "whether it costs nothing", "free", "yes or no"),
    Column("cost", "what it costs, in words", "fees_description"),
    Column("email", "its e-mail address", "email"),
    Column("web", "its web address", "url"),
    Column("languages", "the languages that staff speak", "languages", is_list=True),
    Column("service_areas", "where people must live", "service_areas", is_list=True),
    Column("documents", "what to bring or send", "required_documents", is_list=True),
    Column("checked_on", "the day on which somebody made sure that it is right", "assured_date", "day"),
    Column("changed_on", "the day on which the record was changed", "last_modified", "day"),
)
GROUPS: tuple[Group, ...] = (
    Group("terms", "terms", lambda: Term(""), (
        Column("subjects", "what it is about, and for which needs", "name"),
        Column("subject_ids", "their short names", "id"),
        Column("subject_lists", "the list that each stands in: topics, needs", "taxonomy"),
    )),
    Group("phones", "phones", lambda: Phone(""), (
        Column("phone", "a phone number", "number"),
        Column("phone_extension", "what to ask for or to press", "extension"),
        Column("phone_kind", "voice, sms or tty", "kind"),
        Column("phone_for", "what it is for", "description"),
    )),
    Group("places", "places", Place, (
        Column("place", "the name of a place where it is", "name"),
        Column("address_1", "the first line of the address", "address_1"),
        Column("address_2", "the second line of the address", "address_2"),
        Column("town", "the town", "city"),
        Column("postcode", "the postcode", "postal_code"),
        Column("address_hidden", "yes where only the town may be known", "sensitive", "yes or no"),
        Column("place_travel", "how to get there", "transportation"),
    )),
    Group("schedules", "schedules", Schedule, (
        Column("days", "the days on which it is (MO, TU …)", "byday"),
        Column("opens_at", "when it begins", "opens_at"),
        Column("closes_at", "when it ends", "closes_at"),
        Column("how_often", "WEEKLY or MONTHLY", "freq"),
        Column("from_day", "the first day", "valid_from", "day"),
        Column("to_day", "the last day", "valid_to", "day"),
        Column("when", "about the time, in words", "description"),
    )),
    Group("prices", "prices", Price, (
        Column("price_for", "what a price is for", "option"),
        Column("price", "a price in pounds", "amount", "number"),
        Column("price_note", "about the price", "amount_description"),
    )),
    Group("contacts", "contacts", Contact, (
        Column("contact_role", "what a contact does", "title"),
        Column("contact_email", "their e-mail address", "email"),
    )),
    Group("links", "links", lambda: Link(""), (
        Column("link", "another web address", "url"),
        Column("link_words", "where it leads", "label"),
    )),
)  # fmt: skip


def all_columns() -> list[Column]:
    """Every column, in the order of the table."""
    return [*COLUMNS, *(column for group in GROUPS for column in group.columns)]
