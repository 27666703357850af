"""The one shape between every other system and our record: a service as HSDS 3.0 and Open Referral UK 3.0 tell it.

Readers of a form (JSON lists, tables, a register) fill it in; `exchange` cleans it into a listing; the way out goes through it
too. Texts are as they came: nothing is cleaned, guessed or left out here. What must never be published is not put in: a
reader names it in `held_back`.
"""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Origin:
    """Where a record stands in what was read: a file, an address or a page of a feed, and the row or number there, from 1."""

    source: str
    place: int = 0


@dataclass(frozen=True)
class Lost:
    """What came in and has no place with us: its path there, and why."""

    path: str
    why: str


@dataclass
class Term:
    """One entry of a taxonomy (HSDS taxonomy_term)."""

    name: str
    id: str = ""
    taxonomy: str = ""
    #: Of an attribute: what it says (HSDS attribute.value).
    value: str = ""


@dataclass
class Phone:
    """HSDS phone: number and extension as they came; `kind` is voice, fax, sms, tty …"""

    number: str
    extension: str = ""
    kind: str = ""
    description: str = ""


@dataclass
class Contact:
    """HSDS contact. `name` is a person's: it is never published without consent, which no feed can give."""

    name: str = ""
    title: str = ""
    department: str = ""
    email: str = ""
    phones: list[Phone] = field(default_factory=list)


@dataclass
class Schedule:
    """HSDS schedule (RFC 5545): `byday` "TU,TH" or words; `freq` WEEKLY or MONTHLY; `interval` a number; dates ISO."""

    freq: str = ""
    interval: str = ""
    byday: str = ""
    bymonthday: str = ""
    opens_at: str = ""
    closes_at: str = ""
    valid_from: str = ""
    valid_to: str = ""
    dtstart: str = ""
    until: str = ""
    description: str = ""


@dataclass
class Place:
    """HSDS location with its first physical address. `sensitive`: only the town may be shown."""

    name: str = ""
    address_1: str = ""
    address_2: str = ""
    city: str = ""
    region: str = ""
    postal_code: str = ""
    country: str = ""
    latitude: str = ""
    longitude: str = ""
    sensitive: bool = False
    accessibility: list[str] = field(default_factory=list)
    transportation: str = ""
    description: str = ""
    id: str = ""
    phones: list[Phone] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    schedules: list[Schedule] = field(default_factory=list)


@dataclass
class Price:
    """HSDS cost_option: the amount as it came, in pounds unless `currency` says otherwise."""

    option: str = ""
    amount: str = ""
    amount_description: str = ""
    currency: str = ""
    valid_from: str = ""
    valid_to: str = ""


@dataclass
class Link:
    """A web address with its words (HSDS url)."""

    url: str
    label: str = ""


@dataclass
class Section:
    """More words under a heading of their own, such as a system's own Local Offer questions."""

    heading: str
    text: str


@dataclass
class Organization:
    """HSDS organization."""

    name: str = ""
    id: str = ""
    description: str = ""
    url: str = ""
    email: str = ""
    phones: list[Phone] = field(default_factory=list)
    legal_status: str = ""
    #: Official numbers: ("Charity Commission", "123456"), ("URN", "123456").
    identifiers: list[tuple[str, str]] = field(default_factory=list)


@dataclass
class Incoming:
    """One service as another system tells it. Every text is as it came; "" is not given; ages are numbers in text."""

    id: str
    origin: Origin
    name: str = ""
    alternate_name: str = ""
    summary: str = ""
    description: str = ""
    sections: list[Section] = field(default_factory=list)
    url: str = ""
    email: str = ""
    status: str = ""
    alert: str = ""
    application_process: str = ""
    eligibility_description: str = ""
    minimum_age: str = ""
    maximum_age: str = ""
    wait_time: str = ""
    fees_description: str = ""
    #: "yes", "no" or "" where it is not said.
    free: str = ""
    needs_referral: str = ""
    interpretation_services: str = ""
    accreditations: str = ""
    assured_date: str = ""
    last_modified: str = ""
    organization: Organization = field(default_factory=Organization)
    phones: list[Phone] = field(default_factory=list)
    contacts: list[Contact] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    schedules: list[Schedule] = field(default_factory=list)
    prices: list[Price] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    service_areas: list[str] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)
    required_documents: list[str] = field(default_factory=list)
    #: For a school or setting: urn, phase, provisions … by the field's name in our record or the register's.
    school: dict[str, str] = field(default_factory=dict)
    #: Whether the other system says that it is for a Local Offer; None where it does not say.
    for_local_offer: bool | None = None
    #: Why it must not be published at all ("not approved there"), or "".
    withdrawn: str = ""
    #: Why only its short form could be read, or "": facts that it had before may only be missing here.
    incomplete: str = ""
    #: Left out on purpose (private notes, a checker's address): named, never carried.
    held_back: list[Lost] = field(default_factory=list)
    #: Has no place in this shape: named, so that no word is lost in silence.
    lost: list[Lost] = field(default_factory=list)
