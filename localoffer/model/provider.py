"""One provider: who runs services (providers/<provider>/provider.yml)."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any

from pydantic import BeforeValidator

from localoffer.model import rules
from localoffer.model.base import Part, Record, says
from localoffer.model.choices import ProviderKind, RegistrationBody
from localoffer.model.contact_forms import POSTCODE
from localoffer.model.forms import (
    Email,
    Id,
    Line,
    Markdown,
    Name,
    Phone,
    PictureFile,
    Postcode,
    Reference,
    WebAddress,
)
from localoffer.model.gaps import OrNotKnown
from localoffer.model.rules import refuse
from localoffer.model.words import Source, came_in

NOBODY_YET = "Not known yet who runs it"
"""The name of the provider of records that came in without one."""


class Registration(Part):
    """A registration with a body that inspects or regulates."""

    body: RegistrationBody = says(
        "Ofsted, CQC or Charity Commission.", "Charity Commission", "with", "regulator", "name"
    )
    number: Reference = says("The registration number.", "1234567", "id", "no", "reference")


def _one_line(value: Any) -> Any:
    """An address may be written in one line: 12 Mill Lane, Marlbrook, MB2 4DT."""
    if not isinstance(value, str):
        return value
    parts = [part.strip() for part in value.split(",") if part.strip()]
    found: dict[str, str] = {}
    if len(parts) > 2 and POSTCODE.fullmatch("".join(parts[-1].upper().split())):
        found["postal_code"] = parts.pop()
    if len(parts) < 2:
        fix = "write the street, the town and the postcode with commas between, like 12 Mill Lane, Marlbrook, MB2 4DT."
        refuse(rules.ADDRESS_FORM, f"“{value.strip()[:60]}” is not a whole address", fix)
    found["city"] = parts.pop()
    found["address_1"], rest = parts[0], parts[1:]
    return {**found, "address_2": ", ".join(rest)} if rest else found


class Address(Part):
    """Where to write to."""

    address_1: Line = says(
        "Number and street, or the building.", "12 Mill Lane", "address", "street", "address_line_1", "line_1"
    )
    address_2: Line | None = says("The rest of the street address.", "Easton", "address_line_2", "line_2", default=None)
    city: Line = says("Town or city.", "Marlbrook", "town", "village", "locality")
    postal_code: Postcode | None = says("The postcode.", "MB2 4DT", "postcode", "post_code", "zip", default=None)


class Logo(Part):
    """The provider's logo."""

    file: PictureFile = says("The file's name, from the provider's folder.", "images/logo.svg", "src", "image", "path")
    alt: str | None = says("The name on the logo.", "Marl Trust", "alt_text", "description", default=None)


class Provider(Record):
    """Who runs services."""

    name: Name = says("What the provider is called.", "Marl Trust", "title", "organisation", "organization", "provider")
    description: Annotated[Markdown, OrNotKnown("")] = says(
        "Who they are, in Markdown, or not known.",
        "A charity for disabled children in Marlbrook.",
        "details",
        "text",
        "about",
        "summary",
    )
    kind: ProviderKind = says("What sort of provider, or not known.", "charity", "type", "sort", "category")
    url: WebAddress | None = says(
        "Their website.", "https://www.marl-trust.example", "website", "web", "link", "web_address", default=None
    )
    email: Email | None = says(
        "An e-mail address.", "hello@marl-trust.example", "e-mail", "mail", "e_mail", "email_address", default=None
    )
    phone: Phone | None = says("A phone number.", "01632 960 110", "telephone", "tel", "phone_number", default=None)
    address: Annotated[Address, BeforeValidator(_one_line)] | None = says(
        "The postal address.",
        "{address_1: 12 Mill Lane, city: Marlbrook, postal_code: MB2 4DT}",
        "postal_address",
        "location",
        "addresses",
        default=None,
    )
    logo: Logo | None = says("The logo.", "{file: images/logo.svg, alt: Marl Trust}", "image", "images", default=None)
    part_of: Id | None = says(
        "The provider it belongs to, by its folder.", "marlbrook-send-team", "parent", "belongs_to", default=None
    )
    registrations: list[Registration] = says(
        "Registrations.", "[{body: Charity Commission, number: 1234567}]", "registration", "registered", default=[]
    )
    source: Source | None = says(
        "For an imported provider: where from.", "{system: ORUK feed, id: 8f2c}", "imported_from", default=None
    )

    @property
    def is_as_it_came(self) -> bool:
        """True while the words still are what came in from elsewhere: nobody here has written them."""
        return came_in(self.source, self.name, "", self.description)

    @cached_property
    def id(self) -> str:
        """The provider's folder."""
        return self.path.split("/")[-2] if "/" in self.path else ""
