"""A link to the address a service had before is a warning that says the new one, in listings, guides and their twins."""

from __future__ import annotations

from pathlib import Path

import pytest

from localoffer.catalogue import read_catalogue
from localoffer.findings import SURE, WARNING
from tests.offer import TODAY, copy_site, kept

OLD, NEW = "/services/marl-trust/sat-club/", "/services/marl-trust/saturday-club/"


@pytest.mark.parametrize("file", ["guides/short-breaks.md", "guides/short-breaks.easy.md"])
def test_a_guide_may_link_to_an_old_address(file: str, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    page = root / "content" / file
    page.write_text(f"{page.read_text(encoding='utf-8')}\nSee [the club]({OLD}#times).\n", encoding="utf-8")
    catalogue, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue, findings
    (found,) = [finding for finding in findings if finding.path == f"content/{file}"]
    assert (found.rule, found.severity, found.fix) == ("link-moved", WARNING, f"write {NEW}")
    assert found.edit
    assert (found.edit.text, found.edit.was, found.edit.how_sure) == (NEW, OLD, SURE)
    line = page.read_text(encoding="utf-8").splitlines()[found.edit.range.line - 1]
    assert line[found.edit.range.column - 1 : found.edit.range.end_column - 1] == OLD


def test_an_old_easy_read_address_has_no_page_and_is_an_error(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    page = root / "content" / "guides" / "short-breaks.md"
    page.write_text(f"{page.read_text(encoding='utf-8')}\nSee [the club](/easy-read{OLD}).\n", encoding="utf-8")
    _, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert "broken-link" in {finding.rule for finding in findings}
