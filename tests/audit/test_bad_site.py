"""Every fault planted in the bad site is found, at its line, and nothing else is."""

from __future__ import annotations

from contextlib import nullcontext
from datetime import date
from pathlib import Path

import pytest

from localoffer.alttext import ALT_RULES
from localoffer.alttext.markdown import markdown_pictures
from localoffer.audit import STEPS, audit_site
from localoffer.audit.html import PAGE_RULES, SITE_RULES
from localoffer.cache.store import Room
from localoffer.catalogue.reading import read_files
from localoffer.check.picture_files import PictureFiles
from localoffer.check.pictures import Placed, alt_findings, check_picture_words, offer_pictures
from localoffer.findings import Finding
from localoffer.rulebook.samples.bad_site import HERE, lay_out
from tests.audit.bad_site import table

TODAY = date(2026, 11, 22)


def rows(found: list[Finding]) -> set[tuple[str, str, str]]:
    return {(f"{finding.path}:{finding.line}", finding.rule, finding.severity) for finding in found}


def expected(found_by: str) -> set[tuple[str, str, str]]:
    return {(row["at"], row["rule"], row.get("severity", "error")) for row in table(found_by)}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay_out(tmp_path_factory.mktemp("bad"))


def test_audit_finds_each_fault_at_its_line_and_nothing_else(root: Path) -> None:
    said: list[str] = []
    steps = tuple(step for step in STEPS if step.name == "our own rules")
    found = audit_site(
        root,
        TODAY,
        fast=True,
        every_page=False,
        external=False,
        progress=lambda _: nullcontext(),
        say=said.append,
        steps=steps,
    )
    assert rows(found) == expected("audit")
    assert said[0].startswith("Our own rules: ")


def test_a_second_look_finds_the_same_from_the_cache(root: Path) -> None:
    steps = tuple(step for step in STEPS if step.name == "our own rules")
    first, second = (
        audit_site(
            root,
            TODAY,
            fast=True,
            every_page=False,
            external=False,
            progress=lambda _: nullcontext(),
            say=lambda _: None,
            steps=steps,
        )
        for _ in range(2)
    )
    assert first == second


def test_every_rule_of_ours_is_planted() -> None:
    planted = {row["rule"] for row in table("audit", "check")}
    known = {rule.id for rule in (*PAGE_RULES, *SITE_RULES, *ALT_RULES)}
    assert not known - planted


def test_check_finds_each_alt_fault_of_listings(root: Path) -> None:
    files = read_files(root, Room(None, "records"))
    pictures = list(offer_pictures(files.services.values(), files.providers.values(), []))
    assert rows([*alt_findings(pictures), *check_picture_words(pictures, PictureFiles(root))]) == expected("check")


def test_check_finds_each_alt_fault_of_markdown() -> None:
    text = (HERE / "pictures" / "markdown.md").read_text(encoding="utf-8")
    body = text.split("\n---\n", 1)[1]
    first = text[: len(text) - len(body)].count("\n") + 1
    name = "pictures/markdown.md"
    pictures = [(shown, Placed(name, (line, column))) for shown, line, column in markdown_pictures(body, first, name)]
    assert rows(list(alt_findings(pictures))) == expected("check-markdown")
