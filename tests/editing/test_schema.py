"""schema/ is in step with the model, and good listings satisfy it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from localoffer.editing.schema import field_guide, files, schemas, write_schema
from localoffer.model import Service
from localoffer.records.plain import plain_values
from localoffer.yamlfile import parse_yaml
from tests.offer import SITE
from tests.schema_files import schema_files
from tests.table import each_of

ROOT = Path(__file__).resolve().parents[2]
SCHEMAS = {name: json.loads(text) for name, text in schema_files().items() if name.endswith(".json")}
KINDS = {"provider.yml": "provider.json", "topics.yml": "topics.json", "needs.yml": "needs.json"}


def typed(value: Any) -> Any:
    """Values as YAML 1.2 editors see them: numbers are numbers, yes and no are words."""
    if isinstance(value, dict):
        return {key: typed(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [typed(inner) for inner in value]
    if re.fullmatch(r"[1-9]\d{0,5}|0", value):
        return int(value)
    return float(value) if re.fullmatch(r"\d+\.\d+", value) else value


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return files(ROOT)


@pytest.mark.sample
def test_committed_files_are_in_step(made: dict[str, str]) -> None:
    assert set(made) == set(schema_files())
    committed = {name: (ROOT / "schema" / name).read_text(encoding="utf-8") for name in made}
    assert [name for name in made if committed[name] != made[name]] == [], "run: python build.py schema"


@pytest.mark.parametrize("path", sorted(SITE.glob("providers/*/*.yml")), ids=lambda path: path.name)
def test_good_listings_satisfy_the_schema(path: Path) -> None:
    schema = SCHEMAS["provider.json" if path.name == "provider.yml" else "service.json"]
    tree, _ = parse_yaml(path.read_text(encoding="utf-8"), path.name)
    assert tree is not None
    values = plain_values(tree, path.name).values
    errors = [
        f"{list(error.path)}: {error.message}" for error in Draft202012Validator(schema).iter_errors(typed(values))
    ]
    assert not errors


def test_schemas_are_schemas() -> None:
    each_of(schemas().items(), lambda found: Draft202012Validator.check_schema(found[1]), lambda found: found[0])


def test_the_guide_names_every_field() -> None:
    guide = field_guide()
    for name, info in Service.model_fields.items():
        assert f"`{name}`" in guide
        assert info.description
        assert info.examples


def test_write_schema(tmp_path: Path) -> None:
    assert {path.name for path in write_schema(tmp_path)} == set(schema_files())
