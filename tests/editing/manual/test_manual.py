"""The published rules: none is missing, every sample does what the page says, and the committed files are in step."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

from localoffer.alttext import ALT_RULES
from localoffer.audit.html import PAGE_RULES, SITE_RULES
from localoffer.editing.manual import SAMPLES, manual_files, statements
from localoffer.editing.manual.reading_rules import findings_of
from localoffer.editing.manual.records import rules
from localoffer.editing.manual.shown import (
    alt_findings_of,
    bad_site_maker,
    offer_findings,
    page_findings,
    settled_offer,
)
from localoffer.outputs.pages.checks import checks_pages
from localoffer.reading.rules import RULES
from localoffer.rulebook import published_groups
from localoffer.rulebook.samples import Sample, break_offer, copy_offer, load_samples

ROOT = Path(__file__).resolve().parents[3]
CODE = sorted((ROOT / "localoffer").rglob("*.py"))
RULE_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
FAMILIES = {"axe-", "htmlcs-", "html-validate-", "nu-"}
WHOLE = load_samples(ROOT / SAMPLES)


def published() -> set[str]:
    return {rule for _, body in published_groups().values() for rule in re.findall(r"^## (\S+)$", body, re.MULTILINE)}


def takes_rule(trees: list[ast.Module]) -> dict[str, set[int]]:
    """Functions that are given a rule's id → at which place."""
    found = {name: {0} for name in ("page_rule", "rule", "AltRule", "SiteRule", "declare")} | {"Finding": {4}}
    for node in chain.from_iterable(map(ast.walk, trees)):
        if isinstance(node, ast.FunctionDef):
            names = [given.arg for given in node.args.args if given.arg != "self"]
            if "rule" in names:
                found.setdefault(node.name, set()).add(names.index("rule"))
    return found


def emitted() -> Iterator[str]:
    """Every text that stands in the code where a rule's id belongs."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in CODE]
    places = takes_rule(trees)
    for node in chain.from_iterable(map(ast.walk, trees)):
        if isinstance(node, ast.Call):
            called = getattr(node.func, "attr", getattr(node.func, "id", ""))
            starred = any(isinstance(given, ast.Starred) for given in node.args)
            for place in places.get(called, ()):
                given = node.args if starred else node.args[place : place + 1]
                yield from texts_of([*given, *(key.value for key in node.keywords if key.arg == "rule")])
        elif isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "rule":
            yield from texts_of([node.value])


def texts_of(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        for choice in (node.body, node.orelse) if isinstance(node, ast.IfExp) else (node,):
            if isinstance(choice, ast.Constant) and RULE_ID.fullmatch(str(choice.value)):
                yield str(choice.value)


def test_every_rule_that_the_code_can_name_is_published() -> None:
    found = set(emitted()) - {"theme"}
    assert len(found) > 180
    assert found - published() == set()


def test_every_registered_rule_is_published_and_no_other() -> None:
    known = {rule for group in rules().values() for rule in group}
    known |= {rule.id for rule in [*RULES, *ALT_RULES, *PAGE_RULES, *SITE_RULES]}
    for name in ("WORDS", "EASY", "PICTURES", "COLOURS", "BROWSER", "OTHERS"):
        known |= set(getattr(statements, name))
    assert published() == known


def test_the_committed_files_are_what_build_py_schema_writes() -> None:
    made = manual_files(ROOT)
    assert {path.name for path in (ROOT / "schema" / "checks").iterdir()} == set(made)
    for name, text in made.items():
        assert (ROOT / "schema" / "checks" / name).read_text(encoding="utf-8") == text, "run: python build.py schema"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_reading_samples_do_what_the_page_says(rule: object) -> None:
    known = next(one for one in RULES if one is rule)
    assert known.id in {finding.rule for finding in findings_of(known.bad, known)}
    assert known.id not in {finding.rule for finding in findings_of(known.good, known)}


def test_alt_samples_do_what_the_page_says() -> None:
    for rule in ALT_RULES:
        assert {finding.rule for finding in alt_findings_of(rule.bad)} == {rule.id}
        assert not alt_findings_of(rule.good)


def test_page_samples_do_what_the_page_says() -> None:
    make = bad_site_maker(ROOT / "tests" / "site-bad")
    for rule in PAGE_RULES:
        if rule.bad:
            assert rule.id in {finding.rule for finding in page_findings(rule.bad, rule, make)}
        if rule.good:
            assert rule.id not in {finding.rule for finding in page_findings(rule.good, rule, make)}


@pytest.fixture(scope="module")
def settled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return settled_offer(ROOT / "tests" / "site", tmp_path_factory.mktemp("good"))


@pytest.mark.parametrize("sample", WHOLE, ids=lambda sample: sample.rule)
def test_offer_samples_do_what_the_page_says(sample: Sample, settled: Path, tmp_path: Path) -> None:
    bad = copy_offer(settled, tmp_path)
    break_offer(bad, sample)
    before = {finding for finding in offer_findings(settled) if finding.rule == sample.rule}
    assert {finding for finding in offer_findings(bad) if finding.rule == sample.rule} - before


def test_each_rule_is_linked_from_the_list_to_its_own_heading() -> None:
    pages = {f"/{page.url}": page for page in checks_pages()}
    listed = re.findall(r"^- \[(\S+)\]\((\S+)#(\S+)\)", pages["/about/checks/"].body, re.MULTILINE)
    assert {rule for rule, _, _ in listed} == published()
    for rule, address, anchor in listed:
        assert rule == anchor
        assert f"## {rule} {{ #{rule} }}" in pages[address].body


def test_what_is_shown_is_on_the_page_as_it_is_in_the_files() -> None:
    bodies = "\n".join(page.body for page in checks_pages())
    for _, body in published_groups().values():
        blocks = re.findall(r"^~~~~text\n.*?^~~~~$", body, re.MULTILINE | re.DOTALL)
        assert [block for block in blocks if block not in bodies] == []
