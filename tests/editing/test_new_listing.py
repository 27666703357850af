"""`build.py new`: what it writes asks for what is missing, and passes once it is filled in."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from localoffer.catalogue import read_catalogue
from localoffer.editing.new_listing import file_name, listing_text, write_listing
from localoffer.model import Service
from localoffer.system.failures import CannotRun
from tests.offer import TODAY, copy_site, kept

BLANKS = {
    "summary:\n": "summary: Games and art for children on Sundays.\n",
    "description:\n": "description: Come and play with us.\n",
    "topics: []": "topics: [short-breaks]",
    "minimum_age:\n": "minimum_age: 5\n",
    "maximum_age:\n": "maximum_age: 11\n",
    "needs: []": "needs: [all]",
    "route: []": "route: [drop-in]",
    "free:\n": "free: yes\n",
    "delivery: []": "delivery: [online]",
    "service_areas: []": "service_areas: [whole area]",
    "role:\n": "role: Leader\n",
    "phone:\n": "phone: 01632 960 115\n",
    "email:\n": "email: sunday@marl-trust.example\n",
    "by:\n": "by: Leader\n",
    "how:\n": "how: phone\n",
}


def test_a_new_listing_passes_once_its_blanks_are_filled(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    path = write_listing(root, "marl-trust", "Sunday club", TODAY)
    text = (root / path).read_text(encoding="utf-8")
    for blank, filled in BLANKS.items():
        assert text.count(f" {blank}") + text.count(f"\n{blank}") == 1, blank
        text = text.replace(blank, filled, 1)
    (root / path).write_text(text, encoding="utf-8")
    catalogue, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert catalogue is not None, findings
    assert not findings


def test_each_blank_is_one_finding(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    path = write_listing(root, "marl-trust", "Sunday club", TODAY)
    _, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert {finding.path for finding in findings} == {path}
    assert {finding.rule for finding in findings} == {"empty-field", "empty-list"}
    assert len(findings) == len(BLANKS)


def test_a_new_provider_gets_its_file(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    write_listing(root, "new-club", "O’Brien's: club", TODAY)
    assert (root / "providers" / "new-club" / "obriens-club.yml").is_file()
    assert (root / "providers" / "new-club" / "provider.yml").read_text(encoding="utf-8").count("name: New Club") == 1


@pytest.mark.parametrize(
    ("provider", "name"),
    [("Marl Trust", "Club"), ("../x", "Club"), ("marl-trust", "?"), ("marl-trust", "Saturday club")],
)
def test_what_cannot_be_written_is_said(provider: str, name: str, tmp_path: Path) -> None:
    with pytest.raises(CannotRun, match=r"folder|name|already"):
        write_listing(copy_site(tmp_path), provider, name, TODAY)


def test_names_become_addresses() -> None:
    assert file_name("Saturday Club (Easton)") == "saturday-club-easton"
    assert file_name("Café Zoë") == "cafe-zoe"


def test_a_new_listing_names_every_field_of_the_model() -> None:
    named = set(re.findall(r"^(?:# )?([a-z_]+):", listing_text("Saturday club", TODAY), re.MULTILINE))
    assert set(Service.model_fields) <= named
