"""A name that leads nowhere: each place that has it is told of the others, and of what was meant."""

from __future__ import annotations

from pathlib import Path

from localoffer.catalogue import read_catalogue
from localoffer.findings import Finding
from tests.offer import TODAY, copy_site, kept

GUIDE, TWIN = "content/guides/short-breaks.md", "content/guides/short-breaks.easy.md"


def add(root: Path, file: str, text: str) -> None:
    page = root / file
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{text}\n", encoding="utf-8")


def broken(root: Path) -> dict[str, Finding]:
    return {
        finding.path: finding
        for finding in read_catalogue(root, TODAY, cache=kept(root))[1]
        if finding.rule == "broken-link"
    }


def test_each_place_is_told_of_the_others_whatever_follows_the_address(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    add(root, GUIDE, "Ask at [the club](/services/marl-trust/zebra-riding/#times).")
    add(root, TWIN, "Ask at [the club](/services/marl-trust/zebra-riding/).")
    found = broken(root)
    assert f" It is named in {TWIN} too." in found[GUIDE].message
    assert f" It is named in {GUIDE} too." in found[TWIN].message


def test_an_address_that_only_begins_alike_is_another(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    add(root, GUIDE, "Ask at [the club](/services/marl-trust/zebra-riding/).")
    add(root, TWIN, "Ask at [the club](/services/marl-trust/zebra-riding-two/).")
    assert not any("is named in" in finding.message for finding in broken(root).values())


def test_one_slip_in_two_places_is_answered_in_both(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    for file in (GUIDE, TWIN):
        add(root, file, "Ask at [the club](/services/marl-trust/saturday-clubb/).")
    found = broken(root)
    assert {finding.fix for finding in found.values()} == {"write /services/marl-trust/saturday-club/"}
    assert set(found) == {GUIDE, TWIN}
