"""What issue 11 promises, at its full size: 1,500 records with every defect, every form of table, and the site built from them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from localoffer.check import check_offer
from localoffer.cli import main
from localoffer.editing.start import Council, start_offer
from localoffer.importing import account
from localoffer.site import build_site
from tests.exchange import tables
from tests.importing import feeds
from tests.importing.test_every_form import FORMS, bring_in
from tests.importing.test_run import run
from tests.offer import TODAY, copy_site, kept

pytestmark = pytest.mark.slow


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return copy_site(tmp_path)


def checkers() -> set[str]:
    """The addresses of all who checked, in both feeds."""
    found = {
        one.get("assurer_email") or ""
        for which in (feeds.FIRST, feeds.SECOND)
        for one in feeds.make_feed(which).records
    }
    assert len(found) > 5
    return {address.strip().lower() for address in found} - {""}


def test_of_1500_records_every_one_is_accounted_for_and_98_of_100_are_published(root: Path, tmp_path: Path) -> None:
    sources = [feeds.write_feed(tmp_path / which, which) for which in (feeds.FIRST, feeds.SECOND)]
    first = account.account_of(run(root, *sources, only="all"))
    assert first["records"] == 1500 == first["written"] + len(first["left_out"])
    assert first["written"] >= 1470
    assert all(row["why"] for row in first["left_out"])
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None, [finding for finding in findings if finding.is_error][:5]
    before = {path: path.read_bytes() for path in (root / "providers").rglob("*") if path.is_file()}
    second = account.account_of(run(root, *sources, only="all"))
    assert (second["written"], second["unchanged"]) == (0, first["written"])
    assert {path: path.read_bytes() for path in (root / "providers").rglob("*") if path.is_file()} == before
    everything = b"".join(before.values()).decode("utf-8").lower() + json.dumps([first, second]).lower()
    assert [address for address in checkers() if address in everything] == []


def test_every_form_brought_into_a_new_offer_builds_passes_the_audit_and_names_no_checker(tmp_path: Path) -> None:
    whole = tmp_path / "marlbrook"
    start_offer(whole, Council("Marlbrook Council", "Marlbrook"))
    settings = whole / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("extra:\n", "extra:\n  sample: yes\n", 1), encoding="utf-8")  # addresses of nobody are no fault
    run(whole, feeds.write_feed(tmp_path / "feed", feeds.FIRST, 120), only="all")
    for form, (write, records, written) in FORMS.items():
        told = account.account_of(bring_in(whole, write(tmp_path), form))
        assert (told["records"], told["written"]) == (records, written)
        assert records == written + len(told["left_out"])
    assert bring_in(whole, tables.write_schools(tmp_path, 150), "the register of schools").count("new") == 117
    assert build_site(whole, TODAY).site
    assert main(["audit", "--fast", "--root", str(whole), "--today", TODAY.isoformat()]) == 0
    pages = "".join(path.read_text(encoding="utf-8") for path in (whole / "build/site").rglob("*.html"))
    assert "Activities change with the seasons" in pages
    assert "PRIVATE" not in pages
    assert [address for address in checkers() if address in pages.lower()] == []
