"""The table of our fields and Open Referral's says every field, and names only what our export writes."""

from __future__ import annotations

import json
import re

from localoffer.exchange.fields import ATTRIBUTE, FIELDS, table
from localoffer.exchange.taking.carried import CARRIED
from localoffer.exchange.telling.offer import offer_files
from localoffer.model import Service
from tests.offer import tiny_council


def test_the_fields_that_have_a_place_there_stand_in_our_order() -> None:
    assert list(FIELDS) == [name for name in Service.model_fields if name in FIELDS]


def test_a_field_without_a_row_goes_along_as_an_attribute_of_our_own() -> None:
    besides = [name for name in Service.model_fields if name not in FIELDS]
    assert besides
    assert set(besides) <= set(CARRIED)
    assert [f"| `{name}` | `{ATTRIBUTE}` |  |" for name in besides] == [
        row for row in table().splitlines() if any(row.startswith(f"| `{name}` ") for name in besides)
    ]


def test_each_field_goes_somewhere_or_says_why_not() -> None:
    assert not [name for name, there in FIELDS.items() if not there.path and not there.note]


def test_what_the_table_names_is_what_we_write() -> None:
    catalogue, _ = tiny_council()
    assert catalogue is not None
    written: set[str] = set()
    for path, text in offer_files(catalogue):
        if re.match(r"api/services/", path):
            written |= set(json.loads(text))
    named = {re.split(r"[.\[]", part)[0] for there in FIELDS.values() if there.path for part in there.path.split(", ")}
    assert named <= {*written, "alternate_name", "wait_time", "contacts"}


def test_each_row_of_the_table_stands_in_the_document() -> None:
    assert table().count("\n") == len(Service.model_fields) + 2
