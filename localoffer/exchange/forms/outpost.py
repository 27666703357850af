"""The table that Outpost imports and exports: one row a service, and rows that go on with it.

In: what was given. Out: its services. Its private columns are named in `held_back` and never carried; a service that is not
approved or not to be seen there is `withdrawn`, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeVar

from localoffer.exchange.days import day_of
from localoffer.exchange.forms.cells import Cells
from localoffer.exchange.forms.form import Given
from localoffer.exchange.shape import (
    Contact,
    Incoming,
    Link,
    Lost,
    Origin,
    Phone,
    Place,
    Price,
    Schedule,
    Section,
    Term,
)
from localoffer.exchange.tabletext import Row

#: The Local Offer's own questions there, each with the heading that its answer gets here.
QUESTIONS = {
    "support_description": "Support for special educational needs and disabilities",
    "recent_send_report": "Latest report on special educational needs and disabilities",
    "outcomes": "Outcomes",
    "recent_send_training": "Recent training of staff",
    "parental_involvement": "How parents and carers are involved",
    "information_sharing": "How information is shared",
    "environment_accessibility": "Getting around the building",
    "how_to_start": "How to start",
    "future_plans": "Plans for the future",
}
LISTS = ("service_taxonomies", "suitabilities", "send_needs_support")
NOTES = "these are notes of the people who keep that system"
UNSEEN = "it is not shown there either"
CUSTOM = "nobody says whether that column may be shown to families"
T = TypeVar("T")
_CUSTOM = re.compile(r"custom_\w+")


def fits(given: Given) -> bool:
    """True for a table with Outpost's own two columns."""
    return {"import_id", "import_id_reference"} <= {name.casefold() for name in given.columns}


@dataclass
class _Record:
    """The row of a service, and the rows that go on with it."""

    first: Row
    more: list[Row] = field(default_factory=list)


def read(given: Given) -> Iterator[Incoming]:
    """Each service with all its rows; rows that go on with a service that is not there are told by themselves."""
    records: list[_Record] = []
    by_id: dict[str, _Record] = {}
    waiting: list[Row] = []
    for table in given.tables():
        for row in table.rows:
            row.cells = {name.strip().casefold(): cell for name, cell in row.cells.items()}
            own, of = row.get("import_id").strip(), row.get("import_id_reference").strip()
            if of and of != own:
                waiting.append(row)
                continue
            records.append(_Record(row))
            by_id.setdefault(own, records[-1])
    for row in waiting:
        record = by_id.get(row.get("import_id_reference").strip())
        if record is None:
            records.append(_Record(row))
        else:
            record.more.append(row)
    given.progress.total = len(records)
    for record in records:
        yield _read_record(record, given)


def _read_record(record: _Record, given: Given) -> Incoming:
    row = record.first
    cells = Cells(row.cells)
    incoming = Incoming(cells.text("import_id"), Origin(given.name, row.place))
    of = cells.text("import_id_reference")
    if of and of != incoming.id:
        incoming.withdrawn = f"its row goes on with a record that is not there ({of})"
    _read_words(incoming, cells)
    _read_seen(incoming, cells, given)
    _read_parts(incoming, cells)
    _settle(incoming, cells, row.fault)
    for other in record.more:
        cells = Cells(other.cells, f"row {other.place}")
        cells.skip(
            "import_id", "import_id_reference", *(name for name in other.cells if other.get(name) == row.get(name))
        )
        _read_parts(incoming, cells)
        _settle(incoming, cells, other.fault)
    return incoming


def _settle(incoming: Incoming, cells: Cells, fault: str) -> None:
    """What is left of a row, and a row that cannot be trusted: then nothing of the record can."""
    incoming.held_back += cells.hold_back(NOTES, "notes", "labels")
    incoming.held_back += cells.hold_back(CUSTOM, *(name for name in cells.values if _CUSTOM.fullmatch(name)))
    incoming.lost += cells.left()
    incoming.withdrawn = incoming.withdrawn or fault


def _read_words(incoming: Incoming, cells: Cells) -> None:
    incoming.name = cells.text("name")
    incoming.description = cells.text("description")
    incoming.url = cells.text("url")
    incoming.organization.name = cells.text("organisation", "organization")
    incoming.minimum_age, incoming.maximum_age = cells.text("min_age"), cells.text("max_age")
    incoming.needs_referral, incoming.free = cells.flag("needs_referral"), cells.flag("free")
    incoming.status = "temporarily closed" if cells.flag("temporarily_closed") == "yes" else ""
    incoming.for_local_offer = {"yes": True, "no": False}.get(cells.flag("is_local_offer"))
    for name, heading in QUESTIONS.items():
        if text := cells.text(name):
            incoming.sections.append(Section(heading, text))


def _read_seen(incoming: Incoming, cells: Cells, given: Given) -> None:
    """Whether it may be seen at all: there, and on this day."""
    starts, ends = day_of(cells.text("visible_from")), day_of(cells.text("visible_to"))
    for name, day in (("visible_from", starts), ("visible_to", ends)):
        if cells.text(name) and day is None:
            incoming.lost.append(Lost(name, "it cannot be read as a day"))
    reasons = [
        cells.flag("approved") == "no" and "it is not approved there",
        cells.flag("visible") == "no" and "it is not shown there",
        ends and given.today and ends < given.today and f"it was to be shown there until {ends}",
        starts and given.today and starts > given.today and f"it is to be shown there from {starts}",
    ]
    incoming.withdrawn = next((reason for reason in (incoming.withdrawn, *reasons) if reason), "")


def _read_parts(incoming: Incoming, cells: Cells) -> None:
    """What each row of a record may add: a contact, a place, a price, a time, a link, terms."""
    for name in LISTS:
        _add(incoming.terms, *(Term(term, taxonomy=name) for term in cells.several(name)))
    _read_contact(incoming, cells)
    _read_place(incoming, cells)
    _add(incoming.prices, Price(cells.text("cost_option"), cells.text("cost_amount"), cells.text("cost_type")))
    opens, closes = cells.text("schedules_opens_at"), cells.text("schedules_closes_at")
    _add(incoming.schedules, Schedule(byday=cells.text("scheduled_weekday"), opens_at=opens, closes_at=closes))
    if url := cells.text("links_url"):
        _add(incoming.links, Link(url, cells.text("links_label")))


def _add(known: list[T], *parts: T) -> None:
    """Each part once; one that says nothing not at all."""
    for part in parts:
        if part not in known and any(vars(part).values()):
            known.append(part)


def _read_contact(incoming: Incoming, cells: Cells) -> None:
    names = ("contact_name", "contact_title", "contact_email", "contact_phone")
    if cells.flag("contact_visible") == "no":
        incoming.held_back += cells.hold_back(UNSEEN, *names)
        return
    name, title, email, phone = (cells.text(each) for each in names)
    _add(incoming.contacts, Contact(name, title, email=email, phones=[Phone(phone)] if phone else []))


def _read_place(incoming: Incoming, cells: Cells) -> None:
    columns = [name for name in cells.values if name.startswith("location_") and name != "location_visible"]
    cells.skip("preferred_for_post")
    is_masked = cells.flag("mask_exact_address") == "yes"
    if cells.flag("location_visible") == "no":
        incoming.held_back += cells.hold_back(UNSEEN, *columns)
        return
    place = Place(
        name=cells.text("location_name"),
        address_1=cells.text("location_address_1"),
        city=cells.text("location_city"),
        postal_code=cells.text("location_postcode"),
        latitude=cells.text("location_latitude"),
        longitude=cells.text("location_longitude"),
        accessibility=cells.several("location_accessibilities"),
    )
    if place != Place():
        place.sensitive = is_masked
        _add(incoming.places, place)
