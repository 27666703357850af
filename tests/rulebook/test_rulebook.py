"""One rulebook: every rule of every room is in it, says what it asks, and is proved by its samples."""

from __future__ import annotations

import ast
import re
from functools import cache
from itertools import chain
from pathlib import Path

import pytest

from localoffer.editing.manual import TEXT_GROUPS
from localoffer.editing.manual.book import BOOK
from localoffer.editing.manual.offers import sample_of_rule
from localoffer.editing.manual.texts import Planted, findings_of, planted_findings, show_text
from localoffer.findings import ERROR, WARNING
from localoffer.rulebook import GROUPS, Rule
from localoffer.rulebook.samples import FAULTS, SITE, WHOLE, load_samples
from tests.package_source import modules, nodes_of
from tests.table import each_of

PACKAGE = Path(__file__).resolve().parents[2] / "localoffer"
RULES = [rule for rules in BOOK.values() for rule in rules]
TABLES = {**sample_of_rule(FAULTS), **sample_of_rule(WHOLE)}
#: Where a Finding may be built without its rule at hand → why.
REBUILT = {
    "audit/faults.py": "what a browser saw, which names its rule by id",
}


@cache
def calls() -> list[tuple[str, ast.Call]]:
    return [
        (path.relative_to(PACKAGE).as_posix(), node)
        for path in modules()
        for node in nodes_of(path)
        if isinstance(node, ast.Call)
    ]


def name_of(call: ast.Call) -> str:
    return str(getattr(call.func, "attr", getattr(call.func, "id", "")))


def declared() -> set[str]:
    """The first text of each call that declares a rule."""
    given = (call.args[:1] for _, call in calls() if name_of(call) in ("declare", "rule"))
    return {str(first.value) for first in chain.from_iterable(given) if isinstance(first, ast.Constant)}


def test_the_book_has_the_groups_in_the_order_of_the_pages() -> None:
    assert list(BOOK) == list(GROUPS)
    assert all(rule.group == name for name, rules in BOOK.items() for rule in rules)


def test_every_rule_that_the_code_declares_is_in_the_book() -> None:
    assert {rule.id for rule in RULES} == declared()
    assert len(RULES) > 250


def test_no_finding_is_built_without_its_rule() -> None:
    places = {path for path, call in calls() if name_of(call) == "Finding"}
    assert places - {"rulebook/rule.py"} == set(REBUILT)


@pytest.mark.parametrize("group", BOOK)
def test_each_rule_has_a_name_of_its_own_and_says_what_it_asks(group: str) -> None:
    ids = [rule.id for rule in BOOK[group]]
    assert len(set(ids)) == len(ids)
    for rule in BOOK[group]:
        assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", rule.id)
        assert rule.says.endswith((".", ")")), rule.id
        assert rule.severity in (ERROR, WARNING)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    return planted_findings(tmp_path_factory.mktemp("planted"))


def test_each_rule_has_a_sample_or_says_why_it_has_none(planted: Planted) -> None:
    own = {rule.id for rule in RULES if rule.group in TEXT_GROUPS and show_text(rule)}
    lacking = [rule for rule in RULES if rule.id not in {*own, *TABLES, *planted}]
    assert [rule.id for rule in lacking if not rule.no_sample] == []
    assert {rule.group for rule in lacking} == {"file", "whole-offer", "easy-read", "browser", "other-tools"}


def test_a_bad_sample_breaks_its_rule_and_a_good_one_keeps_it() -> None:
    each_of([rule for rule in RULES if rule.bad or rule.good], samples_are_right, lambda rule: rule.id)


def samples_are_right(rule: Rule) -> None:
    if rule.bad:
        assert rule.id in {finding.rule for finding in findings_of(rule.bad, rule)}
    if rule.good:
        assert rule.id not in {finding.rule for finding in findings_of(rule.good, rule)}


def test_an_alt_sample_breaks_no_other_rule() -> None:
    for rule in BOOK["alt-text"]:
        if rule.bad:
            assert {finding.rule for finding in findings_of(rule.bad, rule)} == {rule.id}
            assert not findings_of(rule.good, rule)


def test_every_sample_of_the_tables_names_a_rule() -> None:
    assert {sample.rule for table in (FAULTS, WHOLE) for sample in load_samples(table)} <= {rule.id for rule in RULES}


def test_the_samples_lie_in_the_package() -> None:
    assert all(folder.is_relative_to(PACKAGE) and folder.is_dir() for folder in (SITE, FAULTS, WHOLE))
