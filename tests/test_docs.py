"""Documentation under test: every command, flag, module and target is in it, and its links lead somewhere."""

from __future__ import annotations

import re

import pytest

from localoffer.cli.parser import COMMANDS
from tests.test_layers import LAYERS, PACKAGE, ROOT

HACKING = (ROOT / "HACKING.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
GUIDES = ["README.md", "CONTRIBUTING.md", "HACKING.md", "CHANGELOG.md", *(f"decisions/{file.name}" for file in sorted((ROOT / "decisions").glob("*.md")))]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme_and_its_flags_in_hacking(command: str) -> None:
    assert f"build.py {command}" in README
    row = next(line for line in HACKING.splitlines() if line.startswith(f"| `{command}"))
    for names, _options in COMMANDS[command][1]:
        if names[0].startswith("-"):
            assert names[0] in row, f"{names[0]} of {command} is not in HACKING.md"


def test_no_command_is_promised_that_does_not_exist() -> None:
    assert set(re.findall(r"build\.py ([a-z-]+)", README + HACKING)) <= {*COMMANDS}


@pytest.mark.parametrize("module", sorted({path.stem for path in PACKAGE.iterdir() if not path.name.startswith("_")} - {"templates"}))
def test_the_map_shows_every_module_at_its_layer(module: str) -> None:
    row = re.search(rf"^\| (\d+) \| `{module}` \|", HACKING, re.MULTILINE)
    assert row, f"{module} is not in the map of HACKING.md"
    assert int(row[1]) == int(LAYERS[module])


def test_every_make_target_is_explained() -> None:
    targets = re.findall(r"^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert targets
    missing = [target for target in targets if f"make {target}" not in HACKING + README]
    assert not [target for target in missing if target != "help"]


@pytest.mark.parametrize("guide", GUIDES)
def test_links_to_files_lead_somewhere(guide: str) -> None:
    text = (ROOT / guide).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", text):
        assert ((ROOT / guide).parent / target).exists(), f"{guide} links to {target}, which is not there"


def test_lock_files_hold_no_addresses() -> None:
    for lock in [*ROOT.glob("requirements/*.lock"), ROOT / "package-lock.json"]:
        assert "://" not in re.sub(r'"funding":\s*(\{[^}]*\}|\[[^\]]*\]|"[^"]*")', "", lock.read_text(encoding="utf-8"))
