"""What `check` takes beside the standard form, for editors' tools: one value where a list belongs, blanks, and hovers.

In: a part of a JSON Schema. Out: the same part, changed in place. Completion shows the standard forms only.
"""

from __future__ import annotations

from typing import Any

from localoffer.model.form import BLANK_MARK
from localoffer.model.taken.answers import BLANK_FORM

BLANK = {"type": "string", "pattern": BLANK_FORM}


def accept_as_meant(part: dict[str, Any]) -> None:
    """Every field of a group."""
    required = part.get("required", [])
    for name, shown in part.get("properties", {}).items():
        _show_on_hover(shown)
        _accept_one_for_a_list(shown)
        if name not in required:
            _accept_blanks(shown)


def _show_on_hover(shown: dict[str, Any]) -> None:
    """What the field holds, with an example, where the pointer rests on it."""
    examples = shown.get("examples") or []
    if shown.get("description"):
        example = f"\n\nFor example: `{examples[0]}`" if examples and examples[0] else ""
        shown["markdownDescription"] = shown["description"] + example


SHAPE = (
    "$ref",
    "type",
    "items",
    "minItems",
    "pattern",
    "enum",
    "enumDescriptions",
    "minLength",
    "maxLength",
    "minimum",
    "maximum",
    "additionalProperties",
)


def _choices(shown: dict[str, Any]) -> list[dict[str, Any]]:
    """The shapes a value may have, as a list that can grow."""
    if "anyOf" not in shown:
        kept: dict[str, Any] = {key: shown.pop(key) for key in SHAPE if key in shown}
        shown["anyOf"] = [kept]
    found: list[dict[str, Any]] = shown["anyOf"]
    return found


def _accept_one_for_a_list(shown: dict[str, Any]) -> None:
    """One member, or several with commas where a member is a word of a choice."""
    choices = [shown, *shown.get("anyOf", [])]
    for member in [one["items"] for one in choices if one.get("type") == "array" and "items" in one]:
        _choices(shown).extend([member, *_with_commas(member)])


def _with_commas(member: dict[str, Any]) -> list[dict[str, Any]]:
    patterns = [one["pattern"] for one in member.get("anyOf", []) if "pattern" in one]
    if "enum" not in str(member.get("anyOf", ""))[:20] or len(patterns) != 1:
        return []
    inner = patterns[0].removeprefix("^").removesuffix("$")
    return [{"type": "string", "pattern": f"^{inner}(?:[,;]{inner})+$"}]


def _accept_blanks(shown: dict[str, Any]) -> None:
    """What a form writes where nothing was filled in; N/A where a phone number or an address belongs."""
    choices = _choices(shown)
    is_reach = any(BLANK_MARK in choice for choice in choices)
    choices += [{"type": "null"}, BLANK if is_reach else {"type": "string", "maxLength": 0}]
