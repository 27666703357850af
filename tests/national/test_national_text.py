"""The text that comes with the package holds no fact of a place, and every list and page of it can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from localoffer.overlay import NATIONAL
from localoffer.system.carried import PACKAGE
from tests.table import each_of

FOLDER = PACKAGE.parent / NATIONAL
FILES = sorted(path for path in FOLDER.rglob("*") if path.suffix in (".md", ".yml"))
ROOT = Path(__file__).resolve().parents[2]

#: Numbers that are the same in the whole country.
EVERYWHERE = re.compile(r"(?:0800|0808|0300|0303|0345|116|111|999|101|105|119|159|18000|18001|18002)")
PHONE = re.compile(r"\(tel:(\+?\d+)\)")
OF_A_PLACE = {
    "the number of a place": re.compile(r"01632|07700 ?900|\b020 7946"),
    "an address of the sample": re.compile(r"\.example\b|example\.(?:org|com)"),
    "a service of one council": re.compile(r"\]\(/services/[a-z]|\b[a-z-]+/[a-z-]+/school-place\b"),
    "a postcode": re.compile(r"\b[A-Z]{1,2}\d{1,2}[A-Z]? ?\d[A-Z]{2}\b"),
    "the sample's own names": re.compile(r"Marlbrook|\bMarl\b|\bMB\d|Okoro|Southmoor|Hartley|Mill Vale|Northfield"),
}


def test_a_national_file_holds_no_fact_of_a_place() -> None:
    each_of(FILES, holds_no_fact_of_a_place, lambda path: path.relative_to(FOLDER).as_posix())


def holds_no_fact_of_a_place(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    found = {what: match[0] for what, pattern in OF_A_PLACE.items() if (match := pattern.search(text))}
    local = [number for number in PHONE.findall(text) if not EVERYWHERE.match(number)]
    assert not found
    assert not local


@pytest.mark.sample
def test_no_provider_of_the_sample_is_named_in_national_text() -> None:
    names = set()
    for file in (ROOT / "providers").glob("*/provider.yml"):
        found = re.search(r"^name: *[\"']?(.*?)[\"']?$", file.read_text(encoding="utf-8"), re.MULTILINE)
        names |= {found[1]} if found else set()
    assert len(names) > 50
    texts = {path.name: path.read_text(encoding="utf-8") for path in FILES}
    assert [(file, name) for file, text in texts.items() for name in sorted(names) if name in text] == []
