"""The national register of schools (GIAS, "edubasealldata"): one row a school, about 150 columns.

In: what was given. Out: its schools with what families need of them. Heads' names are personal data and numbers of pupils can
tell who is meant: both are held back. A school that is not open is `withdrawn`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from localoffer.exchange.forms.cells import Cells
from localoffer.exchange.forms.form import Given
from localoffer.exchange.shape import Incoming, Organization, Origin, Phone, Place, Term
from localoffer.exchange.tabletext import Row

#: The register's column → the name under which `Incoming.school` has it.
FACTS = {
    "URN": "urn",
    "TypeOfEstablishment (name)": "type",
    "PhaseOfEducation (name)": "phase",
    "NurseryProvision (name)": "nursery",
    "OfficialSixthForm (name)": "sixth_form",
    "Boarders (name)": "boarders",
    "Gender (name)": "gender",
    "ReligiousCharacter (name)": "religious_character",
    "AdmissionsPolicy (name)": "admissions",
    "SpecialClasses (name)": "special_classes",
    "SENPRU (name)": "sen_in_pupil_referral_unit",
    "Section41Approved (name)": "section_41",
    "TypeOfResourcedProvision (name)": "resourced_provision",
    "LA (name)": "local_authority",
    "UPRN": "uprn",
}
NEEDS = tuple(f"SEN{number} (name)" for number in range(1, 14))
#: What the register says where it says nothing.
NOTHING = frozenset(
    {"", "not applicable", "not recorded", "not approved", "none", "does not apply", "not collected", "unknown", "n/a"}
)
KNOWN = frozenset(
    {
        *FACTS,
        *NEEDS,
        *(
            "EstablishmentName",
            "EstablishmentStatus (name)",
            "CloseDate",
            "SchoolWebsite",
            "TelephoneNum",
            "LastChangedDate",
        ),
        *("StatutoryLowAge", "StatutoryHighAge", "Street", "Locality", "Address3", "Town", "County (name)", "Postcode"),
    }
)
OPEN = ("open", "open, but proposed to close")
_PERSON = re.compile(
    r"head(title|firstname|lastname|preferredjobtitle|honours).*|.*(inspector|principal).*name.*", re.I
)
_PUPILS = re.compile(
    r".*(onroll|numberofpupils|numberofboys|numberofgirls|fsm|senstat|sennostat|capacity|percentage).*", re.I
)
_UNIT = ("SenUnitOnRoll", "SenUnitCapacity")


def fits(given: Given) -> bool:
    """True for a table with the register's own columns."""
    return {"URN", "EstablishmentName", "EstablishmentStatus (name)"} <= set(given.columns)


def read(given: Given) -> Iterator[Incoming]:
    """Each school."""
    for table in given.tables():
        people = [name for name in table.columns if _PERSON.fullmatch(name)]
        pupils = [name for name in table.columns if _PUPILS.fullmatch(name)]
        given.progress.notes.append(
            f"Of the register's {len(table.columns)} columns those about people and numbers of pupils are held back; others "
            "that say nothing to families are left out."
        )
        known = [name for name in table.columns if name in KNOWN or name in people or name in pupils]
        for row in table.rows:
            row.cells = {name: row.cells[name] for name in known}
            yield _read_school(row, table.name, people, pupils)


def _read_school(row: Row, source: str, people: list[str], pupils: list[str]) -> Incoming:
    cells = Cells(row.cells)
    urn, name = cells.text("URN"), cells.text("EstablishmentName")
    url, phone = cells.text("SchoolWebsite"), cells.text("TelephoneNum")
    phones = [Phone(phone)] if phone else []
    incoming = Incoming(urn, Origin(source, row.place), name, url=url, phones=phones)
    incoming.last_modified = cells.text("LastChangedDate")
    incoming.minimum_age, incoming.maximum_age = cells.text("StatutoryLowAge"), cells.text("StatutoryHighAge")
    kind = _said(cells.text("TypeOfEstablishment (name)"))
    incoming.organization = Organization(
        name, urn, url=url, legal_status=kind, identifiers=[("URN", urn)] if urn else []
    )
    incoming.school = _facts(cells)
    incoming.terms = [Term(text, taxonomy="SEN provision") for text in _needs(cells)]
    incoming.terms += [Term(text, taxonomy=taxonomy) for taxonomy, text in _kinds(incoming.school)]
    place = _place(cells, name)
    incoming.places = [place] if place.address_1 or place.postal_code else []
    incoming.held_back += cells.hold_back("it is personal data, and families do not need it", *people)
    incoming.held_back += cells.hold_back("small numbers can tell who is meant", *pupils)
    incoming.withdrawn = row.fault or _not_open(cells)
    return incoming


def _not_open(cells: Cells) -> str:
    status = cells.text("EstablishmentStatus (name)").strip()
    if status.casefold() in OPEN:
        return ""
    closed = cells.text("CloseDate").strip()
    return f"the register says that it is not open: {status or 'nothing'}{f', {closed}' if closed else ''}"


def _said(text: str) -> str:
    return "" if text.strip().casefold() in NOTHING else text.strip()


def _facts(cells: Cells) -> dict[str, str]:
    found = {own: said for column, own in FACTS.items() if (said := _said(cells.text(column)))}
    if needs := _needs(cells):
        found["sen_provision"] = "; ".join(needs)
    if any(cells.text(column).strip().strip("0") for column in _UNIT):
        found["sen_unit"] = "yes"
    return found


def _needs(cells: Cells) -> list[str]:
    """ "SLD - Severe Learning Difficulty" → its words; each once."""
    said = (_said(cells.text(column)) for column in NEEDS)
    return list(dict.fromkeys(text.partition(" - ")[2].strip() or text for text in said if text))


def _kinds(school: dict[str, str]) -> Iterator[tuple[str, str]]:
    """What a school can be chosen by: its phase, its kind, its council."""
    for name in ("phase", "type", "local_authority"):
        if name in school:
            yield name, school[name]


def _place(cells: Cells, name: str) -> Place:
    more = [cells.text(column).strip() for column in ("Locality", "Address3")]
    return Place(
        name=name,
        address_1=cells.text("Street"),
        address_2=", ".join(filter(None, more)),
        city=cells.text("Town"),
        region=_said(cells.text("County (name)")),
        postal_code=cells.text("Postcode"),
    )
