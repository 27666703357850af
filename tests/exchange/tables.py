"""Tables as other systems write them, made up and small, the same each time: Outpost's, HSDS's, the register of schools, and one
that no system has written. Nobody in them is real."""

from __future__ import annotations

import csv
import io
from pathlib import Path

OUTPOST_COLUMNS = (
    "import_id import_id_reference name description organisation url approved visible_from visible_to visible needs_referral "
    "min_age max_age notes service_taxonomies contact_name contact_title contact_visible contact_email contact_phone "
    "location_name location_latitude location_longitude location_address_1 location_city location_postcode location_visible "
    "mask_exact_address preferred_for_post location_accessibilities free cost_option cost_amount cost_type temporarily_closed "
    "schedules_opens_at schedules_closes_at scheduled_weekday links_label links_url labels suitabilities is_local_offer "
    "send_needs_support support_description recent_send_report outcomes recent_send_training parental_involvement "
    "information_sharing environment_accessibility how_to_start future_plans custom_wheels_text_field"
).split()

CLUB = {
    "import_id": "1",
    "name": "Marl Saturday Club",
    "description": "Games and crafts for children with additional needs.",
    "organisation": "Marl Trust",
    "url": "www.marl-trust.example.org",
    "approved": "TRUE",
    "visible": "TRUE",
    "needs_referral": "FALSE",
    "min_age": "5",
    "max_age": "100",
    "notes": "PRIVATE: the treasurer has left",
    "service_taxonomies": "Clubs; Sports",
    "contact_name": "Pat Example",
    "contact_visible": "TRUE",
    "contact_email": "club@example.org",
    "contact_phone": "01632 960111",
    "location_name": "Village Hall",
    "location_address_1": "1 Long Lane",
    "location_city": "Marl",
    "location_postcode": "MB1 2AB",
    "location_visible": "TRUE",
    "mask_exact_address": "FALSE",
    "location_accessibilities": "Ramp;Accessible toilet",
    "free": "FALSE",
    "cost_option": "One session",
    "cost_amount": "3.50",
    "cost_type": "per child",
    "schedules_opens_at": "09:00:00",
    "schedules_closes_at": "12:00:00",
    "scheduled_weekday": "Saturday",
    "links_label": "Join",
    "links_url": "https://www.marl-trust.example.org/join",
    "labels": "PRIVATE: red",
    "suitabilities": "Autism",
    "is_local_offer": "TRUE",
    "support_description": "Two helpers for six children.",
    "how_to_start": "Ring us.",
    "custom_wheels_text_field": "PRIVATE: four",
}
OUTPOST_ROWS = (
    CLUB,
    {
        "import_id": "2",
        "import_id_reference": "1",
        "name": "Marl Saturday Club",
        "location_name": "Marl Refuge",
        "location_address_1": "PRIVATE 9 Hidden Road",
        "location_city": "Marl",
        "location_visible": "FALSE",
        "contact_name": "PRIVATE Person",
        "contact_email": "private@example.org",
        "contact_visible": "FALSE",
        "scheduled_weekday": "Sunday",
        "schedules_opens_at": "hh:mm:ss",
        "cost_option": "A term",
        "cost_amount": "30",
    },
    {"import_id": "3", "import_id_reference": "1", "contact_phone": "01632 960112", "location_name": "Safe House",
     "location_city": "Marl", "mask_exact_address": "TRUE", "free": "TRUE"},
    {"import_id": "4", "name": "Not approved", "approved": "FALSE"},
    {"import_id": "5", "name": "Not shown", "visible": "FALSE"},
    {"import_id": "6", "name": "Was shown", "visible_to": "01/06/2026"},
    {"import_id": "7", "name": "Will be shown", "visible_from": "2027-01-01"},
    {"import_id": "8", "name": "Shut for now", "temporarily_closed": "TRUE", "visible_to": "2027-06-01"},
    {"import_id": "9", "import_id_reference": "99", "contact_phone": "01632 960113"},
)  # fmt: skip

HSDS: dict[str, list[dict[str, str]]] = {
    "services": [
        {"id": "s1", "organization_id": "o1", "name": "Marl Club", "description": "For children.", "status": "active",
         "minimum_age": "5", "maximum_age": "11", "assurer_email": "checker@example.org"},
        {"id": "s2", "organization_id": "o1", "name": "Marl Sing", "description": "For singers.", "status": "inactive"},
    ],
    "organizations": [{"id": "o1", "name": "Marl Trust", "description": "A charity", "website": "www.trust.example.org"}],
    "services_at_location": [{"id": "l1s1", "service_id": "s1", "location_id": "l1"}],
    "locations": [{"id": "l1", "name": "Hall", "latitude": "51.5", "longitude": "-1", "transportation": "Bus 9"}],
    "physical_addresses": [
        {"id": "a1", "location_id": "l1", "address_1": "1 Long Lane", "city": "Marl", "postal_code": "MB1 2AB"}
    ],
    "accessibility_for_disabilities": [{"id": "x1", "location_id": "l1", "accessibility": "Ramp"}],
    "contacts": [{"id": "c1", "service_id": "s1", "name": "Pat Example", "email": "club@example.org"}],
    "phones": [
        {"id": "p1", "service_id": "s1", "contact_id": "c1", "number": "01632 960111", "extension": "12", "type": "voice"},
        {"id": "p2", "service_id": "s1", "contact_id": "", "number": "01632 960112", "extension": "", "type": "sms"},
        {"id": "p3", "service_id": "gone", "contact_id": "", "number": "01632 960113", "extension": "", "type": ""},
    ],
    "schedules": [{"id": "t1", "service_at_location_id": "l1s1", "byday": "SA", "opens_at": "09:00", "closes_at": "12:00"}],
    "cost_options": [{"id": "m1", "service_id": "s1", "option": "A term", "amount": "30"}],
    "languages": [{"id": "g1", "service_id": "s1", "language": "Welsh"}],
    "attributes": [{"id": "b1", "link_id": "s1", "link_entity": "service", "taxonomy_term_id": "term1"}],
    "taxonomy_terms": [{"id": "term1", "name": "Clubs", "taxonomy": "esd", "description": "Clubs"}],
}  # fmt: skip

SCHOOL_COLUMNS = (
    "URN;LA (code);LA (name);EstablishmentNumber;EstablishmentName;TypeOfEstablishment (name);EstablishmentStatus (name);"
    "CloseDate;PhaseOfEducation (name);StatutoryLowAge;StatutoryHighAge;NurseryProvision (name);OfficialSixthForm (name);"
    "Gender (name);AdmissionsPolicy (name);NumberOfPupils;Street;Locality;Address3;Town;County (name);Postcode;SchoolWebsite;"
    "TelephoneNum;HeadTitle (name);HeadFirstName;HeadLastName;HeadPreferredJobTitle;SEN1 (name);SEN2 (name);SEN3 (name);"
    "TypeOfResourcedProvision (name);ResourcedProvisionOnRoll;ResourcedProvisionCapacity;SenUnitOnRoll;SenUnitCapacity;"
    "LastChangedDate;UPRN"
).split(";")
SEN = (
    "SLD - Severe Learning Difficulty",
    "ASD - Autistic Spectrum Disorder",
    "SEMH - Social, Emotional and Mental Health",
)


def school(number: int) -> dict[str, str]:
    """One of many schools: every tenth is closed, every fifth is a special school, every seventh has a unit."""
    special, closed, unit = number % 5 == 0, number % 10 == 9, number % 7 == 0
    name = f"{('St Hélène’s', 'Marl', 'North Wick', 'Oldfield')[number % 4]} {'Special' if special else 'Primary'} School {number}"
    return {
        "URN": str(900000 + number),
        "LA (name)": "Marlbrook",
        "EstablishmentName": name,
        "TypeOfEstablishment (name)": "Community special school" if special else "Community school",
        "EstablishmentStatus (name)": "Closed" if closed else "Open",
        "CloseDate": "31-08-2025" if closed else "",
        "PhaseOfEducation (name)": "Not applicable" if special else "Primary",
        "StatutoryLowAge": "3" if special else "4",
        "StatutoryHighAge": "19" if special else "11",
        "NurseryProvision (name)": "Not applicable" if special else "No Nursery Classes",
        "Gender (name)": "Mixed",
        "NumberOfPupils": str(90 + number),
        "Street": f"{number} School Lane",
        "Town": "Marl",
        "County (name)": "Not recorded",
        "Postcode": f"MB{number % 9 + 1} {number % 9}AB",
        "SchoolWebsite": f"www.school-{number}.example.org" if number % 3 else "",
        "TelephoneNum": f"01632960{number:03}",
        "HeadTitle (name)": "Ms",
        "HeadFirstName": "PRIVATE",
        "HeadLastName": "PRIVATE",
        "HeadPreferredJobTitle": "PRIVATE",
        "SEN1 (name)": SEN[number % 3] if special else "Not Applicable",
        "SEN2 (name)": SEN[(number + 1) % 3] if special else "",
        "TypeOfResourcedProvision (name)": "Resourced provision" if unit else "Not applicable",
        "ResourcedProvisionOnRoll": "6" if unit else "",
        "ResourcedProvisionCapacity": "8" if unit else "",
        "SenUnitOnRoll": "5" if number % 14 == 0 else "0",
        "LastChangedDate": "01-09-2026",
    }


def text_of(rows: list[dict[str, str]], columns: list[str] | None = None, sign: str = ",", line: str = "\r\n") -> str:
    file = io.StringIO()
    columns = columns or list(dict.fromkeys(name for row in rows for name in row))
    writer = csv.DictWriter(file, columns, restval="", delimiter=sign, lineterminator=line)
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue()


def write_outpost(folder: Path) -> Path:
    path = folder / "outpost.csv"
    path.write_text(text_of(list(OUTPOST_ROWS), OUTPOST_COLUMNS), encoding="utf-8-sig", newline="")
    return path


def write_hsds(folder: Path) -> Path:
    target = folder / "hsds"
    target.mkdir()
    for name, rows in HSDS.items():
        (target / f"{name}.csv").write_text(text_of(rows), encoding="utf-8", newline="")
    (target / "datapackage.json").write_text('{"name": "hsds", "description": "x", "resources": []}', encoding="utf-8")
    return target


def write_schools(folder: Path, many: int = 150) -> Path:
    path = folder / "edubasealldata20261122.csv"
    path.write_bytes(text_of([school(number) for number in range(many)], SCHOOL_COLUMNS).encode("cp1252"))
    return path


#: Columns that no system has, in no order, with quotation marks as a hurried person leaves them.
LOOSE = (
    'Activity title;Where (postcode);Who to ring;"Mail";Notes for us;Ages;What it is;Cost £;Colour of door\r\n'
    '"The "Big" Club";MB1 2AB;01632 960111;club@example.org;PRIVATE: owes us £5;5-11;'
    '"A club for children with additional needs; everybody is welcome.\r\nCome and see.";£3.50 a session;red\r\n'
    '"Unclosed Club;MB2 3CD;01632 960112;two@example.org;;8+;A club that nobody has closed.;free;\r\n'
    "Short Club;MB3 4EF;01632 960113\r\n"
    "Long Club;MB4 5GH;01632 960114;four@example.org;;0-25;One; two; three; four; five;six\r\n"
    '"Café Crèche";MB5 6JK;01632 960115;five@example.org;;under 5;"Coffee ""and"" play for families.";;\r\n'
)


def write_loose(folder: Path) -> Path:
    path = folder / "activities.csv"
    path.write_bytes(LOOSE.encode("cp1252"))
    return path
