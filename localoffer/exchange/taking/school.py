"""A school or setting: its number, and what its register says of it, in words."""

from __future__ import annotations

import re
from typing import Any

from localoffer.exchange.clean.prose import as_line
from localoffer.exchange.clean.signs import one_line
from localoffer.exchange.draft import Draft
from localoffer.exchange.shape import Organization
from localoffer.exchange.taking.addresses import names_in, take_web
from localoffer.exchange.taking.reach import WHY_NAME

ABOUT = "About the school"
#: What the register says, in the order a family asks, with our words for it.
SAID = {
    "phase": "Phase",
    "type": "Kind of school",
    "sen_provision": "Special needs it is registered for",
    "resourced_provision": "Special provision",
    "sen_unit": "It has a unit for special needs",
    "special_classes": "Special classes",
    "section_41": "Section 41",
    "nursery": "Nursery",
    "sixth_form": "Sixth form",
    "boarders": "Boarding",
    "gender": "Pupils",
    "religious_character": "Religious character",
    "admissions": "Admissions",
}
_LINKS = ("sen_report_url", "admissions_url")


def school(draft: Draft) -> dict[str, Any]:
    """The fields of our record; what else the register says is kept in words."""
    given = {name: one_line(text) for name, text in draft.incoming.school.items() if one_line(text)}
    found: dict[str, Any] = {}
    for name in ("senco", "resource_base"):
        if len(given.get(name, "")) > 300:
            draft.keep(ABOUT, given[name], f"school.{name}", "it is too long for its field")
        elif name in given and not (name == "senco" and names_in(given[name])):
            found[name] = as_line(given[name], f"school.{name}", draft)
        elif name in given:
            draft.account.lose(f"school.{name}", WHY_NAME)
    found |= {name: url for name in _LINKS if (url := take_web(given.get(name, ""), f"school.{name}", name, draft))}
    if re.fullmatch(r"[1-9]\d{5}", given.get("urn", "")):
        found["urn"] = given["urn"]
    lines = [f"- {words}: {given[name]}" for name, words in SAID.items() if name in given]
    if lines:
        draft.keep(ABOUT, "\n".join(lines), "school", "what the register says of it")
    return {
        name: found[name]
        for name in ("senco", "sen_report_url", "resource_base", "admissions_url", "urn")
        if name in found
    }


def kind_of(organization: Organization) -> str:
    """A school of the register is a school, a college a college; of any other nobody has said."""
    said = organization.legal_status.lower()
    if not any(scheme.upper() == "URN" for scheme, _ in organization.identifiers):
        return ""
    return (
        "college"
        if "college" in said or "further education" in said
        else "early-years"
        if "nursery" in said
        else "school"
    )
