"""Topics, needs, areas, features and other names of one offer, for editors' tools: completed with what they mean, and
underlined where no list has them.

In: the schemas and the offer's lists. Out: the same schemas, changed in place.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from localoffer.catalogue.offered import BESIDES
from localoffer.model import NOT_KNOWN, NOT_SORTED, ContentPage, Eligibility, Service
from localoffer.model.local import LocalDocument, LocalRole
from localoffer.model.taken.text import any_case
from localoffer.model.vocabulary import Vocabulary
from localoffer.model.words import EasyPoint
from localoffer.records.names import fields_with_names

GROUPS = (Service, Eligibility, EasyPoint, LocalRole, LocalDocument, ContentPage)
FIELDS: Mapping[tuple[str, str], str] = {
    (group.__name__, field): listed
    for group in GROUPS
    for field, _written, listed in fields_with_names(group)
    if listed and listed != "law"
}
"""Group and field → the list its names are from."""


def name_lists(schema: dict[str, Any], vocabulary: Vocabulary) -> None:
    """The names in every field of a schema that holds some."""
    for part in [schema, *schema.get("$defs", {}).values()]:
        properties = part.get("properties", {})
        for (owner, field), name in FIELDS.items():
            if part.get("title") == owner and field in properties and vocabulary.named(name):
                _name_members(properties[field], _members(name, vocabulary, is_listing=owner != "ContentPage"))
        if part.get("title") == "Location" and vocabulary.features:
            short = [member.short for member in vocabulary.features.values() if member.short]
            _name_keys(properties["accessibility"], _members("features", vocabulary), short)


def _members(name: str, vocabulary: Vocabulary, is_listing: bool = True) -> dict[str, str]:
    """Short name → what it is called on pages; only a listing may say something besides."""
    members = vocabulary.named(name)
    found = {identity: str(getattr(member, "name", "") or identity) for identity, member in members.items()}
    besides = {"none": "no picture"} if name == "pictures" else BESIDES.get(name, {}) if is_listing else {}
    return {**found, **besides}


def _name_members(shown: dict[str, Any], members: Mapping[str, str]) -> None:
    """In the place of any text: one of the names."""
    for choice in [shown, *shown.get("anyOf", [])]:
        if choice.get("type") == "array":
            choice["items"] = _one_of(members)
    if "anyOf" in shown:
        shown["anyOf"] = [_one_of(members, True) if _is_term(choice) else choice for choice in shown["anyOf"]]
    elif _is_term(shown):
        for key in ("type", "minLength", "maxLength"):
            shown.pop(key, None)
        shown |= _one_of(members)


def _is_term(choice: Mapping[str, Any]) -> bool:
    return choice.get("type") == "string" and "pattern" not in choice and choice.get("maxLength") != 0


def _one_of(members: Mapping[str, str], several: bool = False) -> dict[str, Any]:
    shown = {"enum": list(members), "enumDescriptions": list(members.values())}
    unknown = ("not known", "unknown", "not sure") if {NOT_KNOWN, NOT_SORTED} & members.keys() else ()
    name = "(?:" + "|".join(sorted(_pattern(name) for name in {*members, *members.values(), *unknown})) + ")"
    form = rf"^\s*{name}(?:\s*,\s*{name})*\s*$" if several else rf"^\s*{name}\s*$"
    return {"anyOf": [shown, {"type": "string", "pattern": form}]}


def _name_keys(shown: dict[str, Any], members: Mapping[str, str], short: list[str]) -> None:
    """The features of a place are names of fields: each is completed and says what it is."""
    for choice in [shown, *shown.get("anyOf", [])]:
        answer = choice.pop("additionalProperties", None)
        if isinstance(answer, dict):
            choice["properties"] = {name: {"description": meaning, **answer} for name, meaning in members.items()}
            names = "|".join(sorted(_pattern(meaning) for meaning in {*members.values(), *members, *short}))
            choice["patternProperties"] = {rf"^\s*(?:{names})\s*$": answer}
            choice["additionalProperties"] = False


def _pattern(name: str) -> str:
    """A name in any case, with hyphens or spaces, & or and, with or without a little word in front."""
    words = re.sub(r"^(?:a|an|the) ", "", re.sub(r"[\s_-]+", " ", name.lower().replace("&", " and "))).split()
    typed = ["(?:[Aa][Nn][Dd]|&)" if word == "and" else any_case(word) for word in words]
    return f"(?:(?:[Aa][Nn]?|[Tt][Hh][Ee]) )?{'[-_ ]+'.join(typed)}"
