"""What people really type: the value that is right, or a refusal that says the way out; and editors' tools say the same."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from localoffer.findings import Finding
from localoffer.model import Record, Service
from localoffer.records import read_record_text
from localoffer.yamlfile import LOADER
from tests.offer import CLUB, SITE, LentSite
from tests.schema_files import schema_files
from tests.table import each_of

ROWS: list[dict[str, Any]] = yaml.load(Path(__file__).with_name("inputs.yml").read_text(encoding="utf-8"), LOADER)
GOOD: dict[str, Any] = yaml.load((SITE / CLUB).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
del GOOD["easy_read"]["written_from"]  # twelve digits, which no editor types
SCHEMA = Draft202012Validator(json.loads(schema_files()["service.json"]))
MARK = "put-it-here"
NAMES_OTHERS = {"topics", "eligibility.needs", "service_areas", "locations.0.accessibility", "while_you_wait"}
"""Fields that name what other files hold: they are read with the whole council, the others alone."""


def typed_text(row: dict[str, Any]) -> str:
    """The good listing with what was typed in the row's field."""
    typed = f"'{row['typed']}'" if row.get("bare") else row["typed"]
    return listing_with_mark(row["in"]).replace(MARK, typed)


@cache
def listing_with_mark(field: str) -> str:
    """The good listing with a mark in one field."""
    listing = json.loads(json.dumps(GOOD))
    *above, last = field.split(".")
    place: Any = listing
    for part in above:
        place = place[int(part)] if part.isdigit() else place[part]
    place[last] = MARK
    return yaml.safe_dump(listing, allow_unicode=True, sort_keys=False, width=1000)


def read_value(record: Any, path: str) -> Any:
    for part in path.split("."):
        record = record[int(part)] if part.isdigit() else getattr(record, part)
    return record


def test_there_are_more_than_two_hundred() -> None:
    assert len(ROWS) >= 200
    assert len({(row["in"], row["typed"]) for row in ROWS}) == len(ROWS)


def test_what_is_typed_is_taken_as_meant_or_refused_with_a_way_out(lent: LentSite) -> None:
    each_of(ROWS, lambda row: is_taken_or_refused(row, lent), name_of)


def read_typed(row: dict[str, Any], lent: LentSite) -> tuple[Record | None, list[Finding]]:
    if row["in"] not in NAMES_OTHERS:
        return read_record_text(typed_text(row), CLUB, Service)
    (lent.root / CLUB).write_text(typed_text(row), encoding="utf-8")
    catalogue, findings = lent.read()
    return catalogue and catalogue.services["marl-trust/saturday-club"], findings


def is_taken_or_refused(row: dict[str, Any], lent: LentSite) -> None:
    service, findings = read_typed(row, lent)
    errors = [finding for finding in findings if finding.is_error]
    if "refused" in row:
        assert [finding.rule for finding in errors] == [row["refused"]], errors
        assert row["says"].lower() in f"{errors[0].message} {errors[0].fix}".lower(), (errors[0].message, errors[0].fix)
        return
    allowed = {"ages-and-any-age", "hours-reversed"}  # the field is read; another field of the listing does not fit it
    assert not [finding for finding in errors if finding.rule not in allowed], errors
    if service is not None:
        value = read_value(service, row["in"])
        if row.get("sorted"):
            assert sorted(value) == sorted(yaml.safe_load(row["is"]))
        else:
            assert str(value) == row["is"]


def as_an_editor_reads(value: Any) -> Any:
    """Values as tools for YAML 1.2 see them: yes and no are words, digits are numbers, null is nothing."""
    if isinstance(value, dict):
        return {key: as_an_editor_reads(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [as_an_editor_reads(inner) for inner in value]
    if re.fullmatch(r"[-+]?\d+", value):
        return int(value)
    if value in ("true", "True", "TRUE", "false", "False", "FALSE"):
        return value.lower() == "true"
    if value in ("null", "Null", "NULL", "~"):
        return None
    return float(value) if re.fullmatch(r"[-+]?\d*\.\d+", value) else value


def test_editors_tools_agree() -> None:
    each_of(ROWS, editors_tools_agree, name_of)


def name_of(row: dict[str, Any]) -> str:
    return f"{row['in']}: {row['typed']}"


def editors_tools_agree(row: dict[str, Any]) -> None:
    values = as_an_editor_reads(yaml.load(typed_text(row), Loader=yaml.CBaseLoader))
    faults = [f"{list(fault.path)}: {fault.message[:200]}" for fault in SCHEMA.iter_errors(values)]
    if row.get("schema"):
        assert ("refused" in row) != bool(faults), "they agree now: take out the reason"
    else:
        assert ("refused" in row) == bool(faults), faults
