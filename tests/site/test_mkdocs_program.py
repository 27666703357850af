"""Front matter read as JSON is what MkDocs' YAML reader makes of it; what is no JSON is left to that reader."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from mkdocs.utils import meta as mkdocs_meta

from localoffer.outputs.page import Page, page_text
from localoffer.site.mkdocs_program import FrontMatter, Quick, read_json_lines

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
VALUES = st.recursive(
    st.one_of(WORDS, st.integers(), st.booleans(), st.none()),
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(WORDS, inner)),
    max_leaves=8,
)


@given(st.dictionaries(st.sampled_from(["words", "lines", "not_endorsed", "qr"]), VALUES, min_size=1))
def test_a_page_of_ours_reads_the_same(facts: dict[str, Any]) -> None:
    front = mkdocs_meta.YAML_RE.match(page_text(Page("x.md", facts)))
    assert front is not None
    assert read_json_lines(front[1]) == yaml.safe_load(front[1])


def test_mkdocs_itself_reads_a_page_of_ours_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    text = page_text(Page("x.md", {"title": "Swim: “all”", "lines": [1, {"a": None}]}, "# Prose\n"))
    slowly = mkdocs_meta.get_data(text)
    monkeypatch.setattr(mkdocs_meta, "SafeLoader", FrontMatter)
    assert mkdocs_meta.get_data(text) == slowly
    assert slowly[1]["lines"] == [1, {"a": None}]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("title: Swim club\n", {"title": "Swim club"}),
        ("checked: 2026-11-10\n", {"checked": date(2026, 11, 10)}),
        ("price: 1e3\n", {"price": "1e3"}),
        ("price: 1.50\n", {"price": 1.5}),
        ("price: NaN\n", {"price": "NaN"}),
        ("yes: 1\n", {True: 1}),
        ('"title": "Swim"\n', {"title": "Swim"}),
        ('title: "Swim" # soon\n', {"title": "Swim"}),
        ("lines:\n  - one\n", {"lines": ["one"]}),
        ("lines: [\n  1]\n", {"lines": [1]}),
    ],
)
def test_what_is_not_json_is_left_to_yaml(text: str, meant: object) -> None:
    assert FrontMatter(text).get_single_data() == meant


def test_a_fault_of_yaml_stays_one() -> None:
    with pytest.raises(yaml.YAMLError):
        FrontMatter("title: [\n").get_single_data()


@given(
    st.one_of(st.dictionaries(st.sampled_from(["items", "get", "title", "__class__", "copy"]), VALUES), VALUES),
    st.sampled_from(["items", "get", "title", "__class__", "copy", "__len__", "real", "words"]),
)
def test_a_template_finds_under_a_name_what_jinja2_finds(value: Any, name: str) -> None:
    found, as_jinja2 = Quick().getattr(value, name), Environment().getattr(value, name)
    assert (type(found), repr(found)) == (type(as_jinja2), repr(as_jinja2))
