"""Names in any letters are found by the search of the pages, as they stand and as people type them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from localoffer.outputs.search.documents import SHORT_NAME, Document, made_of
from localoffer.outputs.search.parts import make_parts
from localoffer.outputs.view import Card, plain
from tests.letter_samples import NAMES
from tests.search.asking import Search

pytestmark = pytest.mark.node


def test_every_name_is_found_as_it_stands_and_as_it_is_folded(tmp_path: Path) -> None:
    found = [Document(Card(name, f"{n}/"), "s", *made_of({SHORT_NAME: [name]})) for n, (name, *_) in enumerate(NAMES)]
    files = {str(number): vars(part) for number, part in enumerate(make_parts([each.words for each in found], (), {}))}
    files["head"] = {"kinds": "s" * len(found)}
    rows = [plain(each.card) for each in found]
    files |= {f"shown-{start // 8}": rows[start : start + 8] for start in range(0, len(rows), 8)}  # type: ignore[misc]
    written = [(f"find/index/{name}.json", json.dumps(value)) for name, value in files.items()]
    search = Search([*written, ("find/urgent.json", '{"words": {}}')], tmp_path)
    asked = [(number, text) for number, (name, plain, *_) in enumerate(NAMES) if plain for text in (name, plain)]
    answers = search.ask([{"q": text, "exact": "1"} for _number, text in asked])
    lost = [text for (number, text), answer in zip(asked, answers, strict=True) if f"{number}/" not in answer["sure"]]
    assert lost == []
