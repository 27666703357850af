"""The same tree builds with Zensical, the successor of Material for MkDocs: same pages, same words."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from html import unescape
from pathlib import Path

import pytest

from localoffer.site import build_site
from localoffer.site.defaults import default_settings
from localoffer.system.carried import TOOL

from .conftest import TODAY

ZENSICAL = shutil.which("zensical") or shutil.which("zensical", path=str(Path(sys.executable).parent))


def words(page: str) -> list[str]:
    """The words of a page's main part, in order, without headings' ids and link targets."""
    main = re.search(r"<main\b.*?</main>", page, re.S)
    text = re.sub(r"<[^>]*>", " ", main[0] if main else "")
    return unescape(text).split()


def extensions() -> str:
    """The Markdown extensions of every offer."""
    return default_settings()["markdown_extensions"]


@pytest.mark.slow
@pytest.mark.skipif(ZENSICAL is None, reason="zensical is not installed here: pip install zensical")
def test_zensical_makes_the_same_pages_with_the_same_words(tmp_path: Path) -> None:
    root = Path(shutil.copytree(TOOL / "tests" / "council", tmp_path / "site", ignore=shutil.ignore_patterns("build")))
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8") + extensions()
    (root / "mkdocs.yml").write_text(settings, encoding="utf-8")
    assert build_site(root, TODAY, search=False).site
    settings = settings.replace("theme:\n", f"theme:\n  custom_dir: {TOOL / 'theme'}\n", 1)
    settings = re.sub(r"(?m)^site_dir:.*$", "site_dir: build/zensical", settings)
    (root / "zensical.yml").write_text(settings, encoding="utf-8")
    command = [str(ZENSICAL), "build", "-f", "zensical.yml"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    raw = root / "build" / "cache" / "html"
    addresses = sorted(path.relative_to(raw).as_posix() for path in raw.rglob("index.html"))
    assert addresses
    different = [
        address
        for address in addresses
        if words((raw / address).read_text()) != words((root / "build/zensical" / address).read_text())
    ]
    assert not different, f"{len(different)} of {len(addresses)} pages differ, first {different[0]}"
