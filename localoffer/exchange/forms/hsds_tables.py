"""HSDS as linked tables: one file a table (services, organizations, locations, phones …), joined by their ids.

In: a folder of tables. Out: its services, each joined into the shape that HSDS has as JSON, so that one reader knows both.
Rows that hang on nothing are counted and told.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from localoffer.exchange.document import Document
from localoffer.exchange.fault import SourceFault
from localoffer.exchange.forms.form import Given
from localoffer.exchange.forms.record import read_record
from localoffer.exchange.shape import Incoming, Origin
from localoffer.exchange.tabletext import columns_of, read_table

MOST_ROWS = 1_000_000
SERVICES = ("services", "service")
#: A table's other names in the versions of HSDS → the name of its part in JSON.
NAMES = {
    "organization": "organizations",
    "location": "locations",
    "phone": "phones",
    "contact": "contacts",
    "schedule": "schedules",
    "regular_schedules": "schedules",
    "regular_schedule": "schedules",
    "address": "addresses",
    "physical_address": "addresses",
    "physical_addresses": "addresses",
    "postal_addresses": "addresses",
    "services_at_location": "service_at_locations",
    "service_at_location": "service_at_locations",
    "cost_option": "cost_options",
    "language": "languages",
    "service_area": "service_areas",
    "accessibility_for_disabilities": "accessibility",
    "attribute": "attributes",
    "taxonomy_term": "taxonomy_terms",
    "taxonomy": "taxonomies",
    "eligibility": "eligibilitys",
    "eligibilities": "eligibilitys",
    "required_document": "required_documents",
    "url": "additional_urls",
    "urls": "additional_urls",
    "organization_identifier": "organization_identifiers",
    "service_taxonomy": "attributes",
    "service_taxonomies": "attributes",
}
OWNERS = ("service_at_location_id", "contact_id", "location_id", "service_id", "organization_id", "link_id")
"""What a row may hang on, the nearest first: a phone of a contact of a service is the contact's."""
PAIR = ("service_id",)
"""What a row of the table that ties services to places hangs on."""
ALONE = frozenset({"organizations", "locations", "taxonomy_terms", "taxonomies", "services"})
Record = dict[str, Any]


def fits(given: Given) -> bool:
    """True where one of the tables is that of the services, by its name and its columns."""
    return any(_is_services(document) for document in given.documents)


def _is_services(document: Document) -> bool:
    if document.stem not in SERVICES or not _is_table(document):
        return False
    columns = {name.casefold() for name in columns_of(document)}
    return {"id", "name"} <= columns and bool(columns & {"organization_id", "program_id", "description", "status"})


def _is_table(document: Document) -> bool:
    return document.name.lower().endswith((".csv", ".tsv"))


def read(given: Given) -> Iterator[Incoming]:
    """Each service, joined with all that hangs on it."""
    tables = _Tables(given)
    services = tables.rows.get("services", [])
    given.progress.total = len(services)
    for place, row in services:
        incoming = read_record(tables.join(row), Origin(tables.source, place))
        if fault := row.get(FAULT):
            incoming.withdrawn = str(fault)
        yield incoming
    given.progress.notes += tables.never_joined()


FAULT = " fault"
"""Under this name, which no column has, stands why a row cannot be trusted."""


class _Tables:
    """All tables, with their rows by what they hang on."""

    def __init__(self, given: Given) -> None:
        self.rows: dict[str, list[tuple[int, Record]]] = {}
        self.source = given.name
        count = 0
        for document in filter(_is_table, given.documents):
            table = read_table(document)
            name = "services" if document.stem in SERVICES else NAMES.get(document.stem, document.stem)
            if name == "services":
                self.source = document.name
            given.progress.notes += table.notes
            rows = self.rows.setdefault(name, [])
            for row in table.rows:
                cells: Record = {key.casefold(): value for key, value in row.cells.items()}
                rows.append((row.place, cells | ({FAULT: row.fault} if row.fault else {})))
                count += 1
                if count > MOST_ROWS:
                    raise SourceFault(f"{given.name} has more than {MOST_ROWS:,} rows.", "give a part of it.")
        self.by_id = {name: _by(rows, "id") for name, rows in self.rows.items() if name in ALONE}
        self.hanging = {
            name: _by_owner(rows, PAIR if name == "service_at_locations" else OWNERS)
            for name, rows in self.rows.items()
            if name not in ALONE
        }
        self.joined: set[int] = set()

    def join(self, service: Record) -> Record:
        """The service as JSON has it."""
        own = str(service.get("id", ""))
        found = {name: value for name, value in service.items() if name not in ("organization_id", FAULT)}
        if organization := self.one("organizations", service.get("organization_id")):
            found["organization"] = self._with_parts(
                organization, ("organization_id",), ("phones", "organization_identifiers")
            )
        parts = [name for name in self.hanging if name != "addresses"]
        return self._with_parts(found | {"id": own}, ("service_id", "link_id"), parts)

    def one(self, table: str, own: Any) -> Record | None:
        """The row of this id."""
        found = self.by_id.get(table, {}).get(str(own or ""))
        if found:
            self.joined.add(id(found[0]))
        return found[0] if found else None

    def _with_parts(self, row: Record, keys: Iterable[str], parts: Iterable[str]) -> Record:
        """The row, and below it what hangs on it, each with what hangs on that."""
        found = dict(row)
        for part in parts:
            rows = [each for key in keys for each in self.hanging.get(part, {}).get((key, str(row.get("id", ""))), ())]
            self.joined |= {id(each) for each in rows}
            if rows:
                found[part] = [self._below(part, each) for each in rows]
        return found

    def _below(self, part: str, row: Record) -> Record:
        found = {name: value for name, value in row.items() if name not in OWNERS}
        if part == "contacts":
            return self._with_parts(found, ("contact_id",), ("phones",))
        if part == "attributes" and (term := self._term(row)):
            return found | {"taxonomy_term": term}
        if part == "service_at_locations":
            pair = self._with_parts(found, ("service_at_location_id",), ("phones", "contacts", "schedules"))
            if location := self.one("locations", row.get("location_id")):
                below = ("addresses", "phones", "contacts", "schedules", "accessibility")
                pair["location"] = self._with_parts(location, ("location_id",), below)
            return pair
        return found

    def _term(self, row: Record) -> Record | None:
        term = self.one("taxonomy_terms", row.get("taxonomy_term_id"))
        return term or self.one("taxonomies", row.get("taxonomy_id"))

    def never_joined(self) -> list[str]:
        """How many rows of each table hang on no service."""
        notes = []
        for name, rows in self.rows.items():
            left = sum(id(row) not in self.joined for _place, row in rows)
            if left and name not in ("services", "taxonomies", "taxonomy_terms"):
                notes.append(f"{left} of {len(rows)} rows of the table {name} belong to no service.")
        return notes


def _by(rows: list[tuple[int, Record]], key: str) -> dict[str, list[Record]]:
    found: dict[str, list[Record]] = {}
    for _place, row in rows:
        found.setdefault(str(row.get(key, "")).strip(), []).append(row)
    return found


def _by_owner(rows: list[tuple[int, Record]], owners: tuple[str, ...]) -> dict[tuple[str, str], list[Record]]:
    """Rows under what they hang on: the nearest owner that a row names."""
    found: dict[tuple[str, str], list[Record]] = {}
    for _place, row in rows:
        owner = next((key for key in owners if str(row.get(key, "")).strip()), "")
        if owner:
            found.setdefault((owner, str(row[owner]).strip()), []).append(row)
    return found
