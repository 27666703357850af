"""What is derived from the model: JSON Schemas for editors' autocompletion, and the field guide.

In: the models. Out: files of schema/, which are committed; a test keeps them in step.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from localoffer.cache.store import Room
from localoffer.catalogue.files import Files
from localoffer.catalogue.vocabularies import read_vocabularies
from localoffer.editing.listed_names import name_lists
from localoffer.editing.loosely import accept_as_meant
from localoffer.editing.manual import manual_files
from localoffer.exchange import fields
from localoffer.model import ContentPage, EasyPage, Provider, Service, SiteFacts, example_of, other_names
from localoffer.model.form import text_of
from localoffer.model.local import LocalFacts
from localoffer.model.taken.amounts import AGE_AND_OVER, AGE_RANGE, AGE_UP_TO, ALL_AGES_FORM, NO_WAIT_FORM, WAIT_FORM
from localoffer.model.vocabulary import VOCABULARIES, Comment, Vocabulary
from localoffer.picturefile.limits import KINDS, SIZES
from localoffer.records.names import field_names, inner_model
from localoffer.system.carried import as_called_here

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ORDER_NOTE = as_called_here("Written by `python build.py schema` from the model. Do not edit.")
SINGLE: dict[str, type[BaseModel]] = {
    "service": Service,
    "provider": Provider,
    "site": SiteFacts,
    "page": ContentPage,
    "easy-page": EasyPage,
    "local": LocalFacts,
}
HIDES = {
    "type": "object",
    "description": "Short names of the national list that are not used here.",
    "properties": {"hide": {"type": ["array", "string"], "items": {"type": "string"}}},
    "required": ["hide"],
    "additionalProperties": False,
}
# Other ways to write a field that the model accepts as well.
ALSO_ACCEPTED: dict[tuple[str, str], dict[str, Any]] = {
    ("Eligibility", "criteria"): {"const": "none"},
    ("WaitingTime", "typical"): text_of(WAIT_FORM, NO_WAIT_FORM),
    ("Provider", "address"): {"type": "string"},
    ("Service", "cost"): {"enum": ["free", "Free", "not known"]},
    ("Location", "accessibility"): {"type": ["array", "string"], "items": {"type": "string"}},
    ("Eligibility", "minimum_age"): text_of(AGE_AND_OVER, AGE_RANGE, ALL_AGES_FORM),
    ("Eligibility", "maximum_age"): text_of(AGE_UP_TO, AGE_RANGE, ALL_AGES_FORM),
    ("Eligibility", "any_age"): text_of(ALL_AGES_FORM),
}


def schemas(vocabulary: Vocabulary | None = None) -> dict[str, dict[str, Any]]:
    """File name → JSON Schema, with the names of an offer's lists where they are given."""
    found = {f"{name}.json": json_schema(model) for name, model in SINGLE.items()}
    for schema in found.values() if vocabulary else ():
        name_lists(schema, vocabulary or Vocabulary())
    lists: dict[str, type[BaseModel]] = {**VOCABULARIES, "comments": Comment}
    for name, model in lists.items():
        found[f"{name}.json"] = list_schema(model)
    return found


ELSEWHERE: dict[str, str | list[str]] = {
    "provider": "providers/*/provider.yml",
    "service": ["providers/*/*.yml", "!providers/*/provider.yml"],
    "comments": "content/_data/comments/*.yml",
}
IN_PARTS = ("site", "page", "easy-page")
"""Records that are no YAML file of their own: a part of mkdocs.yml, the lines above a page."""


def editor_settings() -> str:
    """.vscode/settings.json: which schema is for which file; those that no line here names are for content/_data."""
    names = [name.removesuffix(".json") for name in schemas()]
    found = {
        f"schema/{name}.json": ELSEWHERE.get(name, f"content/_data/{name}.yml")
        for name in names
        if name not in IN_PARTS
    }
    settings = {"yaml.schemas": found, "yaml.completion": True, "yaml.hover": True, "yaml.validate": True}
    return json.dumps(settings, indent=2) + "\n"


def json_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a file that is one record."""
    made: dict[str, Any] = json.loads(_as_pydantic_says(model))
    for part in [made, *made.get("$defs", {}).values()]:
        _accept_more(part)
        _tidy(part)
        accept_as_meant(part)
    return {"$schema": DIALECT, "$comment": ORDER_NOTE, **made}


@cache
def _as_pydantic_says(model: type[BaseModel]) -> str:
    """The same for every offer; what reads it changes its own."""
    return json.dumps(model.model_json_schema(by_alias=True))


def list_schema(model: type[BaseModel]) -> dict[str, Any]:
    """The schema of a file that is a list of records."""
    made = json_schema(model)
    inner = {key: value for key, value in made.items() if not key.startswith("$")}
    defs = {"$defs": made["$defs"]} if "$defs" in made else {}
    items = {"anyOf": [inner, HIDES]} if model in VOCABULARIES.values() else inner
    return {"$schema": DIALECT, "$comment": ORDER_NOTE, **defs, "type": "array", "items": items}


def _accept_more(part: dict[str, Any]) -> None:
    properties = part.get("properties", {})
    for (owner, name), also in ALSO_ACCEPTED.items():
        if part.get("title") == owner and name in properties:
            shown = properties[name]
            kept = {key: shown.pop(key) for key in ("anyOf", "$ref", "type", "items") if key in shown}
            shown["anyOf"] = [*(kept.pop("anyOf", None) or [kept]), also]
    if part.get("title") == "Access":
        properties["steps"]["items"] = {"anyOf": [properties["steps"]["items"], {"type": "string"}]}


def _tidy(part: dict[str, Any]) -> None:
    """Drop what editors do not need: titles made from names, nothing as a value."""
    for shown in part.get("properties", {}).values():
        shown.pop("title", None)
        if shown.get("default", 0) is None:
            del shown["default"]
        if "anyOf" in shown:
            shown["anyOf"] = [choice for choice in shown["anyOf"] if choice != {"type": "null"}]


GUIDE_ORDER: tuple[tuple[str, str, type[BaseModel]], ...] = (
    ("A listing", "providers/<provider>/<service>.yml", Service),
    ("A provider", "providers/<provider>/provider.yml", Provider),
    ("The council", "`extra:` of mkdocs.yml", SiteFacts),
    ("Local facts", "content/_data/local.yml", LocalFacts),
    ("A page", "the lines between --- at the top of content/…/<page>.md", ContentPage),
    ("An easy-read page", "the lines between --- at the top of content/…/<page>.easy.md", EasyPage),
)


def field_guide() -> str:
    """Every field: must it be there, what it holds, how it looks, what else people call it. Markdown from ## down."""
    lines: list[str] = []
    for heading, place, model in GUIDE_ORDER:
        lines += [f"## {heading}", "", f"Written in {place if '`' in place else f'`{place}`'}.", "", *_table(model), ""]
        for name, inner in _inner_models(model, ""):
            lines += [f"### {name}", "", _sentence(inner), "", *_table(inner), ""]
    lines += ["## Picture files", "", KINDS, SIZES, ""]
    return "\n".join(lines).rstrip() + "\n"


def _table(model: type[BaseModel]) -> Iterator[str]:
    yield "| field | must | what it holds | example | not |"
    yield "|---|---|---|---|---|"
    for name, written in zip(model.model_fields, field_names(model), strict=True):
        info = model.model_fields[name]
        others = ", ".join(other_names(model, name)[:3])
        cells = [
            f"`{written}`",
            "yes" if info.is_required() else "",
            info.description or "",
            f"`{example_of(model, name)}`",
            others,
        ]
        yield "| " + " | ".join(cell.replace("|", "\\|").replace("<", "&lt;") for cell in cells) + " |"


def _inner_models(model: type[BaseModel], above: str) -> Iterator[tuple[str, type[BaseModel]]]:
    for name, info in model.model_fields.items():
        inner = inner_model(info.annotation)
        if inner is not None:
            path = f"{above}{name}"
            yield path, inner
            yield from _inner_models(inner, f"{path} › ")


def _sentence(model: type[BaseModel]) -> str:
    return (model.__doc__ or "").strip().split("\n\n")[0].replace("\n", " ")


def files(root: Path) -> dict[str, str]:
    """Every file of schema/, by name, with the names of the lists below this root."""
    read = Files()
    read_vocabularies(root, read, Room(None, "records"))
    found = {
        name: json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
        for name, schema in schemas(read.vocabulary).items()
    }
    found["open-referral.md"] = (
        f"# Our fields and Open Referral's\n\n<!-- {ORDER_NOTE} -->\n\n{fields.ABOUT}\n{fields.table()}"
    )
    found["field-guide.md"] = f"# Field guide\n\n<!-- {ORDER_NOTE} -->\n\n{field_guide()}"
    return found


def write_schema(root: Path) -> list[Path]:
    """Write schema/ below the root; the paths written. The pages of rules are those of this project only."""
    folder = root / "schema"
    folder.mkdir(exist_ok=True)
    made = files(root)
    if (root / "localoffer" / "rulebook").is_dir():
        (folder / "checks").mkdir(exist_ok=True)
        made |= {f"checks/{name}": text for name, text in manual_files().items()}
    for name, text in made.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in made]
