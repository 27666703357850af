"""Each word of each text of a random listing is on its page: none is lost."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings

from localoffer.outputs.index import Index
from localoffer.outputs.pages import page_text
from localoffer.outputs.pages.service import service_page
from tests.easyread.council import council, make
from tests.easyread.strategies import listings
from tests.offer import TODAY

pytestmark = pytest.mark.sample
FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
TEXTS = {"summary", "description", "text", "who_can_refer", "option", "amount_description", "role", "travel", "only_for", "who", "how", "if_no"}


def mark(value: Any, name: str, words: list[str]) -> Any:
    """The record with a word of its own at the end of each of its texts; `words` gathers them."""
    if isinstance(value, dict):
        if name == "schedules":
            value = {"description": "Ask", **value}
        return {key: part if key == "last_checked" else mark(part, key, words) for key, part in value.items()}
    if isinstance(value, list):
        return [mark(part, "text" if isinstance(part, str) and name in ("steps", "bring", "criteria") else name, words) for part in value]
    if name not in TEXTS:
        return value
    words.append(f"Wo{len(words)}rd")
    return f"{value} {words[-1]}"


@given(listings())
@FEW
def test_each_word_of_a_listing_is_on_its_page(record: dict[str, Any]) -> None:
    words: list[str] = []
    today = {"status": "active", "schedules": [{"byday": ["SA"], "opens_at": "21:00", "closes_at": "02:00"}]}
    service = make(mark({**record, **today}, "", words))
    assume(service is not None)
    assert service is not None
    for option in service.cost.cost_options:
        assume(not option.valid_from or option.valid_from <= TODAY)
    text = page_text(service_page(service, Index(council())))
    assert sorted(set(words) - set(re.findall(r"Wo\d+rd", text))) == []
