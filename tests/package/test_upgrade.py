"""A council takes a newer version: national pages and figures of the law change, its own stay, and nothing of it is touched.

`north-wick-0.1.0` is a folder as 0.1.0 wrote it, filled in by hand; a later version must go on reading it.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from localoffer.system.carried import TOOL
from tests.package.installed import Installed, build_wheel

pytestmark = pytest.mark.slow
BEFORE = Path(__file__).parent / "north-wick-0.1.0"
GUIDE = "localoffer/national/guides/travel.md"
ADDED = "\n## New in this version\n\nAsk about travel in the summer too.\n"
LAW = "localoffer/national/_data/law.yml"
LAW_PAGE = "guides/ask-for-an-ehc-needs-assessment"
LAW_THEN, LAW_NOW = "They have 6 weeks to reply", "They have 5 weeks to reply"
TREE = (
    "localoffer",
    "theme",
    "schema",
    "setup.py",
    "pyproject.toml",
    "MANIFEST.in",
    "README.md",
    "LICENSE",
    "package.json",
    "package-lock.json",
)


def newer_wheel(folder: Path) -> Path:
    """The wheel of this tree as the next version, with one national guide and one figure of the law changed."""
    tree = folder / "tree"
    tree.mkdir(parents=True)
    for name in TREE:
        source = TOOL / name
        if source.is_dir():
            shutil.copytree(source, tree / name, ignore=shutil.ignore_patterns("__pycache__", "build"))
        else:
            shutil.copy(source, tree / name)
    version = tree / "localoffer" / "__init__.py"
    version.write_text(re.sub(r'(__version__ = ")[^"]*', r"\g<1>99.0.0", version.read_text(encoding="utf-8")))
    guide = tree / GUIDE
    guide.write_text(guide.read_text(encoding="utf-8") + ADDED, encoding="utf-8")
    law = tree / LAW
    text = law.read_text(encoding="utf-8")
    assert "{id: ehc-decision, value: 6, unit: weeks" in text
    for old, new in (
        ("{id: ehc-decision, value: 6,", "{id: ehc-decision, value: 5,"),
        ("{id: ehc-advice, value: 6,", "{id: ehc-advice, value: 5,"),
    ):
        text = text.replace(old, new)
    law.write_text(text, encoding="utf-8")
    return build_wheel(folder, tree)


def files_of(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.relative_to(root).parts[0] != "build"
    }


def page(root: Path, name: str) -> str:
    return (root / "build" / "site" / name / "index.html").read_text(encoding="utf-8")


def main_of(text: str) -> str:
    found = re.search(r"<main\b.*</main>", text, re.DOTALL)
    assert found
    return found[0]


def test_a_newer_wheel_changes_national_pages_and_nothing_of_the_councils(wheel: Path, tmp_path: Path) -> None:
    root = Path(shutil.copytree(BEFORE, tmp_path / "north-wick"))
    council = Installed(tmp_path / "env", wheel)
    day = ("--today", "2026-11-25")
    first = council.run("build", *day, folder=root)
    assert first.returncode == 0, first.stdout + first.stderr
    mine, guide, law = files_of(root), page(root, "guides/travel"), page(root, LAW_PAGE)
    assert LAW_THEN in law
    own = [main_of(page(root, name)) for name in ("guides/our-own", "services/swim-club/saturday-swim")]
    assert "New in this version" not in guide
    council.install(newer_wheel(tmp_path / "newer"))
    assert council.run("--version", folder=root).stdout == "localoffer 99.0.0\n"
    second = council.run("build", *day, folder=root)
    assert second.returncode == 0, second.stdout + second.stderr
    assert "New in this version" in page(root, "guides/travel")
    assert LAW_NOW in page(root, LAW_PAGE)
    assert [main_of(page(root, name)) for name in ("guides/our-own", "services/swim-club/saturday-swim")] == own
    assert files_of(root) == mine
