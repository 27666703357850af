"""Whom to call at once: one list, with each place's own numbers, said in every text that names them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from localoffer.catalogue import Catalogue
from localoffer.check import check_offer
from localoffer.model.urgent import Call
from localoffer.outputs.index import Index
from localoffer.outputs.search.urgent import make_files
from tests.offer import TODAY, copy_site, kept

GUIDE = "content/guides/short-breaks.md"
LIST = """\
- {id: "999", name: Police, wanted: Life in danger, phone: "999", always: yes, first: yes, words: [Ambulance!]}
- {id: mind, name: NHS 111, wanted: A crisis, phone: "111", choose: option 2, always: yes, words: [want to die]}
- {id: shout, name: Shout, wanted: Cannot speak?, sms: "85258", send: SHOUT, always: yes}
- {id: sign, name: 999 BSL, wanted: Sign, url: "https://999bsl.co.uk/", always: yes}
- {id: here, name: the line here, wanted: A crisis here, role: sendiass, words: [want to die]}
"""
ROLE = (
    "roles:\n- {role: sendiass, name: Tiny line, phone: 01632 960 150, sms: 07700 900 321, "
    "hours: [{byday: Monday to Friday, opens_at: 9am, closes_at: 5pm, not_bank_holidays: yes}]}\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = copy_site(tmp_path)
    (root / "content/_data/urgent.yml").write_text(LIST, "utf-8")
    return root


def read(root: Path) -> Catalogue:
    catalogue, findings = check_offer(root, TODAY, cache=kept(root))
    assert catalogue is not None, [(one.path, one.message) for one in findings if one.is_error]
    return catalogue


def calls(root: Path) -> dict[str, Call]:
    return {call.id: call for call in read(root).urgent}


def test_each_way_to_call_has_its_words_and_its_address(root: Path) -> None:
    found = calls(root)
    assert {name: (call.text, call.href) for name, call in found.items()} == {
        "999": ("999", "tel:999"),
        "mind": ("111, option 2", "tel:111"),
        "shout": ("Text 85258", "sms:85258?&body=SHOUT"),
        "sign": ("999 BSL", "https://999bsl.co.uk/"),
    }
    assert {call.hours for call in found.values()} == {"day and night"}


def test_what_differs_from_place_to_place_comes_from_the_role(root: Path) -> None:
    (root / "content/_data/local.yml").write_text(ROLE, "utf-8")
    here = calls(root)["here"]
    assert (here.name, here.href, here.also_href) == ("Tiny line", "tel:01632960150", "sms:07700900321")
    assert here.hours == "Monday to Friday, 9am to 5pm, not on bank holidays"
    assert here.open == "12345 0900-1700 closed"


def test_a_role_may_be_a_service_of_the_offer(root: Path) -> None:
    (root / "content/_data/local.yml").write_text(
        "roles:\n- {role: sendiass, service: marl-trust/saturday-club}\n", "utf-8"
    )
    here = calls(root)["here"]
    assert (here.name, here.page) == ("Saturday club", "/services/marl-trust/saturday-club/")
    assert here.href.startswith("tel:01632960")


def test_texts_name_the_calls_as_they_name_roles(root: Path) -> None:
    path, words = root / GUIDE, "It gives carers a rest."
    written = "{urgent:mind} or {urgent:shout}, {urgent:mind.name}, {urgent:mind.hours}.{if urgent:here} And {urgent:here}.{end}"
    path.write_text(path.read_text("utf-8").replace(words, written, 1), "utf-8")
    said = "[111, option 2](tel:111) or [Text 85258](sms:85258?&body=SHOUT), NHS 111, day and night."
    assert said in read(root).content["guides/short-breaks"].body
    (root / "content/_data/local.yml").write_text(ROLE, "utf-8")
    assert f"{said} And [01632 960 150](tel:01632960150)." in read(root).content["guides/short-breaks"].body


def test_one_number_changed_changes_every_text_that_names_it(root: Path) -> None:
    path = root / GUIDE
    path.write_text(path.read_text("utf-8").replace("It gives carers a rest.", "Call {urgent:mind}.", 1), "utf-8")
    first = read(root).content["guides/short-breaks"]
    (root / "content/_data/urgent.yml").write_text(LIST.replace('"111"', '"112"'), "utf-8")
    second = read(root).content["guides/short-breaks"]
    assert "tel:112" in second.body
    assert first.origin.digest != second.origin.digest


@pytest.mark.parametrize(
    ("old", "new", "rule", "says"),
    [
        ("{urgent:mind}", "{urgent:minds}", "placeholder-unknown", "Did you mean {urgent:mind}?"),
        ("role: sendiass", "role: sendias", "role-unknown", "Did you mean sendiass?"),
        ('phone: "111"', 'phone: "1"', "phone-form", "“1” is not a phone number"),
    ],
)
def test_a_wrong_name_or_number_is_told_at_its_line(root: Path, old: str, new: str, rule: str, says: str) -> None:
    page = root / GUIDE
    page.write_text(page.read_text("utf-8").replace("It gives carers a rest.", "Call {urgent:mind}.", 1), "utf-8")
    for path in (page, root / "content/_data/urgent.yml"):
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    assert [one for one in check_offer(root, TODAY, cache=kept(root))[1] if one.rule == rule and says in one.message]


def test_search_knows_whom_to_show_for_which_words(root: Path) -> None:
    (root / "content/_data/local.yml").write_text(ROLE, "utf-8")
    ((address, text),) = make_files(Index(read(root)))
    told = json.loads(str(text))
    assert address == "find/urgent.json"
    assert told["words"] == {"ambulance": ["999"], "want to die": ["mind", "here"]}
    assert told["calls"][0] == {
        "id": "999", "name": "Police", "wanted": "Life in danger", "text": "999", "href": "tel:999",
        "hours": "day and night", "open": "1234567 0000-2400",
    }  # fmt: skip
