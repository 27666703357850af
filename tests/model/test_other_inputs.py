"""What people type into a provider's file and into the head of a page: check and editors' tools agree, in nested fields too."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from localoffer.model import ContentPage, Provider, Record
from localoffer.records import read_record_text
from tests.model.test_inputs import MARK, as_an_editor_reads, read_value
from tests.offer import SITE
from tests.schema_files import schema_files

SCHEMAS = {name: Draft202012Validator(json.loads(schema_files()[f"{name}.json"])) for name in ("provider", "page")}
MODELS: dict[str, type[Record]] = {"provider": Provider, "page": ContentPage}
GOOD: dict[str, dict[str, Any]] = {
    "provider": yaml.load((SITE / "providers/marl-trust/provider.yml").read_text("utf-8"), Loader=yaml.BaseLoader),
    "page": {
        "title": "Short breaks",
        "summary": "What short breaks are.",
        "checked": {"date": "2026-10-12", "by": "Officer"},
    },
}
#: File, field, what is typed, and what is read; None where it is refused.
ROWS: list[tuple[str, str, str, str | None]] = [
    ("provider", "kind", "Charity", "charity"),
    ("provider", "kind", "shop", None),
    ("provider", "phone", "(01632) 960110", "01632960110"),
    ("provider", "phone", "ask at the desk", None),
    ("provider", "email", "mailto:hello@marl-trust.example", "hello@marl-trust.example"),
    ("provider", "email", "hello at marl-trust", None),
    ("provider", "url", "www.marl-trust.example", "https://www.marl-trust.example"),
    ("provider", "url", '"https://www.marl-trust.example/?fbclid=1"', "https://www.marl-trust.example/"),
    ("provider", "url", "our website", None),
    ("provider", "address.postal_code", "mb12ab", "MB1 2AB"),
    ("provider", "address.postal_code", "MB1", None),
    ("provider", "address.city", '""', None),
    ("provider", "logo.alt", "Marl Trust", "Marl Trust"),
    ("provider", "description", "Too few", None),
    ("page", "title", "Short &amp; sweet", "Short & sweet"),
    ("page", "checked.date", "12 October 2026", "2026-10-12"),
    ("page", "checked.date", "12/10/26", None),
    ("page", "topics", "short-breaks", "['short-breaks']"),
    ("page", "stages", "[5-to-10]", "['5-to-10']"),
    ("page", "language", "French", "French"),
]


def as_typed(file: str, path: str, typed: str) -> str:
    values = json.loads(json.dumps(GOOD[file]))
    *above, last = path.split(".")
    place: Any = values
    for part in above:
        place = place.setdefault(part, {})
    place[last] = MARK
    return yaml.safe_dump(values, allow_unicode=True, sort_keys=False, width=1000).replace(MARK, typed)


@pytest.mark.parametrize(("file", "path", "typed", "meant"), ROWS)
def test_check_and_editors_tools_agree(file: str, path: str, typed: str, meant: str | None) -> None:
    text = as_typed(file, path, typed)
    record, findings = read_record_text(text, f"{file}.yml", MODELS[file])
    errors = [finding for finding in findings if finding.is_error]
    assert bool(errors) == (meant is None), errors
    if record is not None:
        assert str(read_value(record, path)) == meant
    values = as_an_editor_reads(yaml.load(text, Loader=yaml.BaseLoader))
    faults = [f"{list(fault.path)}: {fault.message[:200]}" for fault in SCHEMAS[file].iter_errors(values)]
    assert bool(faults) == (meant is None), faults
