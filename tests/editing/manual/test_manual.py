"""The published rules: none is missing, and the committed files are in step."""

from __future__ import annotations

import re
from pathlib import Path

from localoffer.editing.manual import manual_files
from localoffer.editing.manual.book import BOOK
from localoffer.outputs.pages.checks import checks_pages
from localoffer.rulebook import published_groups

ROOT = Path(__file__).resolve().parents[3]


def published() -> set[str]:
    return {rule for _, body in published_groups().values() for rule in re.findall(r"^## (\S+)$", body, re.MULTILINE)}


def test_every_rule_is_published_and_no_other() -> None:
    assert published() == {rule.id for rules in BOOK.values() for rule in rules}


def test_the_committed_files_are_what_build_py_schema_writes() -> None:
    made = manual_files()
    assert {path.name for path in (ROOT / "schema" / "checks").iterdir()} == set(made)
    for name, text in made.items():
        assert (ROOT / "schema" / "checks" / name).read_text(encoding="utf-8") == text, "run: python build.py schema"


def test_each_rule_is_linked_from_the_list_to_its_own_heading() -> None:
    pages = {f"/{page.url}": page for page in checks_pages(is_sample=True)}
    listed = re.findall(r"^- \[(\S+)\]\((\S+)#(\S+)\)", pages["/about/checks/"].body, re.MULTILINE)
    assert {rule for rule, _, _ in listed} == published()
    for rule, address, anchor in listed:
        assert rule == anchor
        assert f"## {rule} {{ #{rule} }}" in pages[address].body


def test_what_is_shown_is_on_the_page_as_it_is_in_the_files() -> None:
    bodies = "\n".join(page.body for page in checks_pages(is_sample=True))
    for _, body in published_groups().values():
        blocks = re.findall(r"^~~~~text\n.*?^~~~~$", body, re.MULTILINE | re.DOTALL)
        assert [block for block in blocks if block not in bodies] == []


def test_a_council_that_is_no_sample_publishes_no_number_and_no_name_of_it() -> None:
    bodies = "\n".join(page.body for page in checks_pages(is_sample=False))
    assert not re.search(r"01632|07700|[Mm]arlbrook|[Tt]inybrook|\b[Mm]arl\b|\bMB\d", bodies)
    assert "0 MB" in bodies, "a size is no postcode"
    ours = "\n".join(page.body for page in checks_pages(is_sample=True))
    assert [len(line) for line in bodies.splitlines()] == [len(line) for line in ours.splitlines()], (
        "carets stay below their words"
    )
