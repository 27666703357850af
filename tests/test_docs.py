"""Documentation under test: every command, flag, module and target is in it, and its links lead somewhere."""

from __future__ import annotations

import re

import pytest

from localoffer.cli.command import COMMANDS
from tests.conftest import Golden
from tests.derived import MARKED, with_derived_parts
from tests.table import each_of
from tests.test_layers import ROOT

HACKING = (ROOT / "HACKING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDES = [
    "README.md",
    "CONTRIBUTING.md",
    "HACKING.md",
    "CHANGELOG.md",
    "docs/journey.md",
    "docs/look.md",
    "docs/hosting.md",
    *(f"decisions/{file.name}" for file in sorted((ROOT / "decisions").glob("*.md"))),
]


@pytest.mark.parametrize("document", ["README.md", "HACKING.md"])
def test_what_is_written_from_the_code_is_as_the_code_says(document: str, golden: Golden) -> None:
    path = ROOT / document
    text = path.read_text(encoding="utf-8")
    assert MARKED.search(text)
    golden.check(path, with_derived_parts(text))


def test_no_command_is_promised_that_does_not_exist() -> None:
    assert set(re.findall(r"build\.py ([a-z-]+)", README + HACKING)) <= {*COMMANDS}


def test_every_make_target_is_explained() -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert targets
    missing = [target for target in targets if f"make {target}" not in HACKING + README]
    assert not [target for target in missing if target != "help"]


def test_links_to_files_lead_somewhere() -> None:
    each_of(GUIDES, its_links_lead_somewhere)


def its_links_lead_somewhere(guide: str) -> None:
    text = (ROOT / guide).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|mailto:|#|content/)([^)#\s]+)", text):
        assert ((ROOT / guide).parent / target).exists(), f"{guide} links to {target}, which is not there"


@pytest.mark.sample
def test_what_the_guides_show_of_the_sample_is_there() -> None:
    texts = "".join((ROOT / guide).read_text(encoding="utf-8") for guide in GUIDES)
    targets = re.findall(r"\]\((content/[^)#\s]+)", texts)
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []


def test_lock_files_hold_no_addresses() -> None:
    for lock in [*ROOT.glob("requirements/*.lock"), ROOT / "package-lock.json"]:
        assert "://" not in re.sub(r'"funding":\s*(\{[^}]*\}|\[[^\]]*\]|"[^"]*")', "", lock.read_text(encoding="utf-8"))
