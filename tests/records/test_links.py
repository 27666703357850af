"""A link leads straight to a page that can be there; what was meant by a slip is written in its place."""

from __future__ import annotations

import pytest

from localoffer.catalogue import read_catalogue
from localoffer.findings import SURE
from localoffer.records.links import check_copied, check_false_signs, check_links
from tests.offer import CLUB, TODAY, copy_site

SLIPS = [
    ("https://a.example/x,", "https://a.example/x"),
    ("https://a.example/x.", "https://a.example/x"),
    ("www.a.example/x.", "https://www.a.example/x"),
    ("//www.a.example/x", "https://www.a.example/x"),
    ("club@a.example", "mailto:club@a.example"),
    ("mailto:club@a.example,", "mailto:club@a.example"),
    ("mailto:o’neill@a.example", "mailto:o'neill@a.example"),
    ("tel:01632 960 114", "tel:01632960114"),
    ("01632 960114", "tel:01632960114"),
    ("tel:+44 (0)1632 960114", "tel:01632960114"),
    ("/guides/travel", "/guides/travel/"),
    ("/guides/travel?a=1#b", "/guides/travel/?a=1#b"),
]
RIGHT = [
    "https://a.example",
    "https://a.example/x(1)",
    "http://a.example:8080/?b=1#c",
    "mailto:club@a.example?subject=Hello%20there",
    "mailto:club@a.example,hall@a.example",
    "tel:01632960114",
    "tel:+441632960114",
    "/guides/travel/",
    "/guides/map.pdf",
    "/",
]
WRONG = [
    "https:///x",
    "https://",
    "https://localhost/x",
    "https://club",
    "club.html",
    "../x.md",
    "#top",
    "tel:abc",
    "mailto:club",
    "",
]


@pytest.mark.parametrize(("target", "better"), SLIPS)
def test_a_slip_in_an_address_is_written_right(target: str, better: str) -> None:
    text = f"Ring or [write to the club]({target}), please."
    found = [fault.put for rule, fault in check_links(text) if rule.id == "link-form"]
    assert [(put.text, put.how_sure) for put in found if put] == [(better, SURE)]
    mended = text.replace(target, better)
    assert not list(check_links(mended))


@pytest.mark.parametrize("target", RIGHT)
def test_an_address_that_can_work_is_left_alone(target: str) -> None:
    assert not list(check_links(f"See [the club]({target})."))


def test_brackets_at_the_end_of_a_line_and_at_the_beginning_of_the_next_are_no_link() -> None:
    assert not list(check_links("Bring a towel [or ask us]\n(ii) and a drink"))
    assert [rule.id for rule, _ in check_links("See [the club] (the-club)")] == ["link-form"]


@pytest.mark.parametrize("target", WRONG)
def test_an_address_without_a_host_has_no_edit(target: str) -> None:
    faults = [fault for rule, fault in check_links(f"See [the club]({target}).") if rule.id == "link-form"]
    assert len(faults) == 1
    assert faults[0].put is None


def test_a_host_without_anything_before_it_is_only_a_guess() -> None:
    faults = [fault for _rule, fault in check_links("See [the club](a.example/club).")]
    assert [(fault.put.text, fault.put.how_sure) for fault in faults if fault.put] == [
        ("https://a.example/club", "maybe")
    ]


@pytest.mark.parametrize("address", ["https://m\u0430rl.example/", "www.m\u0430rl.example", "club@m\u0430rl.example"])
def test_a_false_letter_is_told_in_any_text(address: str) -> None:
    faults = [fault for _rule, fault in check_false_signs(f"Write to us: {address}, please.")]
    assert len(faults) == 1
    assert "Cyrillic" in faults[0].message


def test_other_alphabets_in_a_text_are_no_fault() -> None:
    assert not list(check_false_signs("Пишіть нам: club@marl.example, https://marl.example/клуб"))


def test_tracking_is_told_where_it_stands_and_shown_without_it() -> None:
    text = "Go to https://a.example/?utm_source=x&day=sa, or [join](https://b.example/?fbclid=1)."
    assert [text[fault.put.start : fault.put.end] for _rule, fault in check_copied(text) if fault.put] == [
        "https://a.example/?utm_source=x&day=sa",
        "https://b.example/?fbclid=1",
    ]


def test_every_field_of_a_listing_is_read_clean_and_told_once(tmp_path_factory: pytest.TempPathFactory) -> None:
    root = copy_site(tmp_path_factory.mktemp("copied"))
    file = root / CLUB
    dirty = file.read_text(encoding="utf-8")
    for clean in ("https://www.marl-trust.example/join", "https://www.marl-trust.example/club"):
        assert dirty.count(clean) >= 1
        dirty = dirty.replace(clean, f"{clean}?fbclid=IwAR0")
    file.write_text(dirty, encoding="utf-8")
    catalogue, findings = read_catalogue(root, TODAY)
    assert catalogue is not None
    club = catalogue.services["marl-trust/saturday-club"]
    assert "fbclid" not in club.model_dump_json()
    told = [finding for finding in findings if finding.rule == "link-tracking"]
    assert len(told) == dirty.count("fbclid")
    assert all(finding.edit and finding.edit.how_sure == SURE for finding in told)
