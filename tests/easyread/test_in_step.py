"""The two versions stay in step: a changed text is flagged, a changed price changes both at once."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from localoffer.check import check_offer
from localoffer.easyread import easy_service
from localoffer.editing.accept import accept
from localoffer.findings import Finding
from localoffer.outputs.pages import write_pages
from localoffer.system.failures import CannotRun
from tests.offer import CLUB, TODAY, copy_site, kept, tiny_council


def findings_of(root: Path, rule: str) -> list[Finding]:
    _catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    return [finding for finding in findings if finding.rule == rule]


def test_changing_a_description_flags_exactly_its_easy_read(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    club = root / CLUB
    accept(root, Path(CLUB))
    before = {finding.path for finding in findings_of(root, "easy-out-of-date")}
    assert CLUB not in before
    text = club.read_text(encoding="utf-8")
    club.write_text(
        text.replace("summary: ", "summary: New: ", 1).replace("summary: New: ", "summary: Now ", 1), encoding="utf-8"
    )
    after = findings_of(root, "easy-out-of-date")
    assert {finding.path for finding in after} - before == {CLUB}
    found = next(finding for finding in after if finding.path == CLUB)
    assert "written_from" in club.read_text(encoding="utf-8").split("\n")[found.line - 1]
    accept(root, Path(CLUB))
    assert {finding.path for finding in findings_of(root, "easy-out-of-date")} == before


def test_changing_a_guide_flags_exactly_its_twin(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    guide = root / "content/guides/short-breaks.md"
    accept(root, Path("content/guides/short-breaks.easy.md"))
    before = {finding.path for finding in findings_of(root, "easy-out-of-date")}
    guide.write_text(guide.read_text(encoding="utf-8") + "\nOne more sentence.\n", encoding="utf-8")
    after = {finding.path for finding in findings_of(root, "easy-out-of-date")}
    assert after - before == {"content/guides/short-breaks.easy.md"}


@pytest.mark.parametrize("path", [CLUB, "content/guides/short-breaks.easy.md"])
def test_the_line_that_the_warning_gives_makes_it_go(path: str, tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    file = root / path
    file.write_text(re.sub("written_from: .*", 'written_from: "0"', file.read_text(encoding="utf-8")), encoding="utf-8")
    (found,) = [finding for finding in findings_of(root, "easy-out-of-date") if finding.path == path]
    line = found.fix.rpartition(":  ")[2]
    text = file.read_text(encoding="utf-8").replace('written_from: "0"', line)
    file.write_text(text, encoding="utf-8")
    assert path not in {finding.path for finding in findings_of(root, "easy-out-of-date")}
    assert "python" not in found.fix


def test_accept_changes_one_line_and_says_what_is_missing(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    club = root / CLUB
    old = club.read_bytes().split(b"\n")
    accept(root, Path(CLUB))
    new = club.read_bytes().split(b"\n")
    changed = [before for before, after in zip(old, new, strict=True) if before != after]
    assert changed == [b'  written_from: "000000000000"']
    accept(root, Path(CLUB))
    assert club.read_bytes().split(b"\n") == new
    with pytest.raises(CannotRun, match="not there"):
        accept(root, Path("providers/none/none.yml"))


def test_changing_a_price_changes_both_versions_at_once() -> None:
    catalogue, findings = tiny_council()
    assert catalogue, findings
    club = catalogue.services["marl-trust/saturday-club"]
    option = club.cost.cost_options[0].model_copy(update={"amount": Decimal("7.25")})
    changed = club.model_copy(update={"cost": club.cost.model_copy(update={"cost_options": [option]})})
    services = {**catalogue.services, club.id: changed}
    pages = {page.path: page for page in write_pages(replace(catalogue, services=services))}
    assert "£7.25" in str(pages[f"services/{club.id}.md"].meta)
    assert "£7.25" in str(pages[f"easy-read/services/{club.id}.md"].meta)
    assert "£7.25" not in " ".join(found.words for found in easy_service(club, catalogue).ideas)
