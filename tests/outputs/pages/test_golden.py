"""A listing and the page made of it, together in one file: tests/cases/pages/*.txt. Rewritten with --golden."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from localoffer.catalogue import read_catalogue
from localoffer.outputs.pages import page_text, write_pages
from tests.conftest import Golden
from tests.offer import TODAY, copy_site, kept

CASES = Path(__file__).resolve().parents[2] / "cases" / "pages"
QR = re.compile(r"^qr: .*$", re.MULTILINE)
INPUT, OUTPUT = "═══ write ", "═══ page "


def sections(text: str) -> list[tuple[str, str]]:
    """`═══ write providers/p/s.yml` and what follows it, in order."""
    found = []
    for part in text.split("═══ ")[1:]:
        head, _, body = part.partition("\n")
        found.append((f"═══ {head}", body))
    return found


@pytest.mark.parametrize("case", sorted(CASES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_listing_makes_this_page(case: Path, tmp_path: Path, golden: Golden) -> None:
    parts = sections(case.read_text(encoding="utf-8"))
    root = copy_site(tmp_path)
    for head, body in parts:
        if head.startswith(INPUT):
            file = root / head.removeprefix(INPUT)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(body, encoding="utf-8")
    catalogue, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None, findings
    pages = {page.path: QR.sub("qr: …", page_text(page)) for page in write_pages(catalogue)}
    shown = "".join(
        f"{head}\n{body if head.startswith(INPUT) else pages[head.removeprefix(OUTPUT)]}" for head, body in parts
    )
    golden.check(case, shown)
