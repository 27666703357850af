"""The reading report ranks what people wrote, and says what easy read lacks."""

from __future__ import annotations

from pathlib import Path

from localoffer.catalogue import read_catalogue
from localoffer.reports.reading import measure_reading
from tests.offer import CLUB, TODAY, copy_site, kept


def test_hardest_pages_come_first(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    path = root / CLUB
    hard = (
        "The organisation endeavours to facilitate recreational participation for every individual notwithstanding "
        "considerable organisational difficulties and unavoidable operational limitations. "
    )
    text = path.read_text(encoding="utf-8")
    lines = text.split("\n")
    start = next(number for number, line in enumerate(lines) if line.startswith("description:"))
    end = next(number for number in range(start + 1, len(lines)) if lines[number][:1].isalpha())
    path.write_text("\n".join([*lines[:start], "description: >-", f"  {hard * 12}", *lines[end:]]), encoding="utf-8")
    catalogue, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None, findings
    first = measure_reading(catalogue)[0]
    assert (first.path, first.kind) == (CLUB, "standard")
    assert first.grade is not None
    assert first.grade > 12
    assert first.warnings > 0
    assert first.longest.startswith("The organisation endeavours")


def test_every_page_and_every_own_easy_read_has_a_row(tmp_path: Path) -> None:
    catalogue, _ = read_catalogue(copy_site(tmp_path), TODAY)
    assert catalogue is not None
    rows = measure_reading(catalogue)
    own = sum(1 for service in catalogue.services.values() if service.easy_read)
    twins = sum(1 for page in catalogue.content.values() if page.easy)
    assert len(rows) == len(catalogue.services) + own + len(catalogue.content) + twins
