"""What a column of any table may be: one row a target, with its name in a map, what it is in words, and other systems' names.

In: nothing. Out: `TARGETS`. Reading a table with a map, proposing a map, and the words in the map's file all come from here.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from localoffer.exchange.forms.cells import several
from localoffer.exchange.forms.taken import yes_or_no
from localoffer.exchange.shape import Contact, Incoming, Link, Lost, Organization, Phone, Place, Price, Schedule, Term

T = TypeVar("T")
Put = Callable[[Incoming, str], None]
NEVER, LEAVE_OUT, MORE = "never", "leave out", "more"


@dataclass(frozen=True)
class Target:
    """`names`: what columns that mean it are called elsewhere, in plain letters and spaces."""

    id: str
    says: str
    put: Put
    names: tuple[str, ...] = ()


def _word(name: str) -> Put:
    """A text of the service itself; a second column for the same is put below the first."""

    def put(incoming: Incoming, text: str) -> None:
        before = getattr(incoming, name)
        setattr(incoming, name, f"{before}\n\n{text}" if before else text)

    return put


def _part(find: Callable[[Incoming], object], name: str) -> Put:
    """A text of a part of the service: of who runs it, or of its first contact, place, price or time."""

    def put(incoming: Incoming, text: str) -> None:
        _set(incoming, find(incoming), name, text)

    return put


def _set(incoming: Incoming, part: object, name: str, text: str) -> None:
    """Where two columns say the same thing differently, the first counts, and the other is told."""
    before = getattr(part, name)
    if before and before != text:
        incoming.lost.append(Lost(name, "another column says it already"))
    else:
        setattr(part, name, text)


def _first(parts: list[T], new: T) -> T:
    if not parts:
        parts.append(new)
    return parts[0]


def _organization(incoming: Incoming) -> Organization:
    return incoming.organization


def _contact(incoming: Incoming) -> Contact:
    return _first(incoming.contacts, Contact())


def _place(incoming: Incoming) -> Place:
    return _first(incoming.places, Place())


def _price(incoming: Incoming) -> Price:
    return _first(incoming.prices, Price())


def _time(incoming: Incoming) -> Schedule:
    return _first(incoming.schedules, Schedule())


def _phone(incoming: Incoming, text: str) -> None:
    incoming.phones += [Phone(part) for part in several(text)]


def _contact_phone(incoming: Incoming, text: str) -> None:
    _contact(incoming).phones += [Phone(part) for part in several(text)]


def _terms(taxonomy: str) -> Put:
    def put(incoming: Incoming, text: str) -> None:
        incoming.terms += [Term(part, taxonomy=taxonomy) for part in several(text, also=",")]

    return put


def _list(name: str) -> Put:
    def put(incoming: Incoming, text: str) -> None:
        getattr(incoming, name).extend(several(text, also=","))

    return put


def _flag(name: str) -> Put:
    def put(incoming: Incoming, text: str) -> None:
        setattr(incoming, name, yes_or_no(text))
        if not getattr(incoming, name):
            incoming.lost.append(Lost(name, "it says neither yes nor no"))

    return put


def _for_local_offer(incoming: Incoming, text: str) -> None:
    incoming.for_local_offer = {"yes": True, "no": False}.get(yes_or_no(text))
    if incoming.for_local_offer is None:
        incoming.lost.append(Lost("for a local offer", "it says neither yes nor no"))


def _ages(incoming: Incoming, text: str) -> None:
    """ "5-11", "5 to 11 years", "8+": read where it can be read one way; every other wording stays words."""
    if match := _RANGE.fullmatch(text.strip()):
        incoming.minimum_age, incoming.maximum_age = match[1], match[2]
    elif match := _FROM.fullmatch(text.strip()):
        incoming.minimum_age = match[1]
    else:
        _word("eligibility_description")(incoming, f"Ages: {text}")


def _link(incoming: Incoming, text: str) -> None:
    incoming.links += [Link(part) for part in several(text)]


_RANGE = re.compile(r"(?:ages? )?(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})(?: ?(?:years?|yrs?)(?: old)?)?", re.IGNORECASE)
_FROM = re.compile(r"(?:ages? )?(\d{1,3}) ?(?:\+|years? and over|and over|plus)", re.IGNORECASE)


def _nothing(_incoming: Incoming, _text: str) -> None:
    """Whoever reads the table tells it."""


TARGETS: tuple[Target, ...] = (
    Target("id", "the number or name by which that system knows the record", _word("id"),
           ("id", "record id", "unique id", "reference", "ref", "service id", "import id", "uid", "external id")),
    Target("name", "the name of the service", _word("name"),
           ("name", "service name", "title", "service", "service title", "activity", "activity title", "group name", "club")),
    Target("also known as", "other names of it", _word("alternate_name"), ("also known as", "alternate name", "known as", "aka")),
    Target("summary", "the service in a sentence", _word("summary"), ("summary", "short description", "strapline", "in brief")),
    Target("description", "what it is", _word("description"),
           ("description", "long description", "full description", "details", "about", "about us", "what it is", "what we do",
            "service description", "information", "overview")),
    Target(MORE, "more words: they follow the description, below the name of the column", _nothing),
    Target("web address", "its web address", _word("url"),
           ("url", "website", "web", "web address", "web site", "link", "homepage", "service url", "website address")),
    Target("e-mail", "its e-mail address", _word("email"), ("email", "e mail", "mail", "email address", "service email")),
    Target("phone", "its phone number", _phone,
           ("phone", "telephone", "tel", "phone number", "telephone number", "contact number", "who to ring", "mobile")),
    Target("contact name", "a person's name: it is never published without their consent", _part(_contact, "name"),
           ("contact", "contact name", "contact person", "named contact", "coordinator", "manager", "first name", "surname")),
    Target("contact role", "what a contact does", _part(_contact, "title"), ("contact title", "role", "job title", "position")),
    Target("contact e-mail", "a contact's e-mail address", _part(_contact, "email"), ("contact email", "contact e mail")),
    Target("contact phone", "a contact's phone number", _contact_phone, ("contact phone", "contact telephone", "contact tel")),
    Target("provider", "who runs it", _part(_organization, "name"),
           ("provider", "provider name", "organisation", "organization", "organisation name", "organization name", "run by",
            "company", "charity", "agency")),
    Target("provider web address", "the web address of who runs it", _part(_organization, "url"), ("provider website", "organisation website")),
    Target("provider about", "about who runs it", _part(_organization, "description"),
           ("provider description", "organisation description", "organization description")),
    Target("place", "the name of the place where it is", _part(_place, "name"),
           ("venue", "venue name", "place", "location", "location name", "building", "where", "site")),
    Target("address 1", "the first line of its address", _part(_place, "address_1"),
           ("address", "address 1", "address line 1", "street", "street address", "address1", "venue address")),
    Target("address 2", "the second line of its address", _part(_place, "address_2"), ("address 2", "address line 2", "address2", "locality")),
    Target("town", "its town", _part(_place, "city"), ("town", "city", "post town", "village", "town city")),
    Target("county", "its county", _part(_place, "region"), ("county", "region", "state province")),
    Target("postcode", "its postcode", _part(_place, "postal_code"),
           ("postcode", "post code", "postal code", "venue postcode", "where postcode", "zip")),
    Target("latitude", "how far north", _part(_place, "latitude"), ("latitude", "lat")),
    Target("longitude", "how far east", _part(_place, "longitude"), ("longitude", "long", "lng", "lon")),
    Target("how to get there", "buses, parking", _part(_place, "transportation"), ("transport", "travel", "parking", "getting there")),
    Target("youngest age", "the youngest age, in years", _word("minimum_age"),
           ("min age", "minimum age", "age from", "from age", "lower age", "age min", "youngest", "youngest age")),
    Target("oldest age", "the oldest age, in years", _word("maximum_age"),
           ("max age", "maximum age", "age to", "to age", "upper age", "age max", "oldest", "oldest age")),
    Target("ages", "from one age to another, like 5-11", _ages, ("age", "ages", "age range", "age group", "age groups", "age band")),
    Target("who it is for", "for whom, in words", _word("eligibility_description"),
           ("eligibility", "who is it for", "who it is for", "criteria", "eligibility criteria", "suitable for", "for whom")),
    Target("how to get it", "how a family gets it, in words", _word("application_process"),
           ("how to apply", "application process", "referral", "referral process", "how to access", "how to book", "booking",
            "how to get it", "access", "how to join")),
    Target("needs a referral", "yes or no", _flag("needs_referral"), ("needs referral", "referral required", "referral needed")),
    Target("cost", "what it costs, in words", _word("fees_description"),
           ("cost", "costs", "price", "fee", "fees", "charge", "charges", "cost details", "pricing", "fees description")),
    Target("is free", "yes or no", _flag("free"), ("free", "is free", "free of charge")),
    Target("amount", "one price, in pounds", _part(_price, "amount"), ("amount", "cost amount", "price gbp")),
    Target("amount for", "what that price is for", _part(_price, "option"), ("cost option", "amount for", "price for")),
    Target("days", "on which days", _part(_time, "byday"), ("day", "days", "weekday", "day of week", "session day", "days of the week")),
    Target("opens at", "when it begins", _part(_time, "opens_at"), ("opens at", "opening time", "start time", "start", "opens", "from time")),
    Target("closes at", "when it ends", _part(_time, "closes_at"), ("closes at", "closing time", "end time", "finish", "closes", "to time")),
    Target("when", "when it is, in words", _part(_time, "description"),
           ("when", "times", "opening hours", "opening times", "hours", "timings", "session times", "schedule", "days and times")),
    Target("waiting time", "how long people wait, in words", _word("wait_time"), ("waiting time", "wait time", "waiting list")),
    Target("languages", "the languages it is given in", _list("languages"), ("language", "languages", "languages spoken")),
    Target("area", "the area it serves", _list("service_areas"),
           ("area", "areas", "service area", "area served", "catchment", "coverage", "district", "ward", "locality served")),
    Target("topics", "what it is about, as that system sorts it", _terms("topics"),
           ("category", "categories", "topic", "topics", "type", "service type", "taxonomy", "tags", "keywords", "subject")),
    Target("needs", "for which needs, as that system sorts them", _terms("needs"),
           ("needs", "need", "send needs", "sen needs", "disability", "disabilities", "condition", "conditions", "send need")),
    Target("access features", "ramps, toilets, loops", lambda incoming, text: _place(incoming).accessibility.extend(several(text)),
           ("accessibility", "facilities", "access features", "disabled access", "wheelchair access", "location accessibilities")),
    Target("link", "another web address", _link, ("facebook", "twitter", "instagram", "social media", "other link", "booking url")),
    Target("status", "active, temporarily closed, closed", _word("status"), ("status", "service status", "state")),
    Target("alert", "what readers must know now", _word("alert"), ("alert", "notice", "important", "warning")),
    Target("checked on", "when somebody made sure that it is right", _word("assured_date"),
           ("checked", "last checked", "assured date", "date checked", "verified", "last verified", "review date", "date reviewed")),
    Target("changed on", "when the record was last changed", _word("last_modified"),
           ("last modified", "last updated", "updated", "modified", "updated at", "date updated", "last changed")),
    Target("for a local offer", "yes or no", _for_local_offer, ("local offer", "is local offer", "send local offer", "on local offer")),
    Target("documents", "what to bring or send", _list("required_documents"), ("documents", "required documents", "what to bring")),
    Target(NEVER, "it must never be published: notes, names of checkers, what is not for families", _nothing,
           ("notes", "internal notes", "notes for us", "private", "private notes", "labels", "created by", "updated by", "checked by",
            "assurer", "assurer email", "assigned to", "owner", "admin notes", "staff notes", "comments", "dob", "date of birth")),
    Target(LEAVE_OUT, "our record has no place for it", _nothing),
)  # fmt: skip
BY_ID = {target.id: target for target in TARGETS}


def plain_name(column: str) -> str:
    """`Where (postcode)` → `where postcode`; `min_age` → `min age`; `MinAge` → `min age`."""
    parted = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", column)
    return " ".join(re.sub(r"[^a-z0-9]+", " ", parted.casefold()).split())
