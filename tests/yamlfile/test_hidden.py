"""Signs nobody sees: what says nothing is left out and told with its edit; what turns text is refused; joiners that are needed stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from localoffer.catalogue import read_catalogue
from localoffer.findings import SURE, WARNING
from localoffer.yamlfile.edits import apply_edits
from localoffer.yamlfile.hidden import check_hidden, without_hidden
from tests.offer import CLUB, TODAY, copy_site, kept

FAMILY = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
PERSIAN = "می\u200cخواهم"


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("Satur\u200bday", "Saturday"),
        ("one\u2060two\ufeff", "onetwo"),
        ("Satur\u200cday and Sun\u200dday", "Saturday and Sunday"),
        ("phone: \u202a01632 960 114\u202c", "phone: 01632 960 114"),
        ("\u2066club@marl.example\u2069", "club@marl.example"),
        (f"Fam\u200bily {FAMILY}", f"Family {FAMILY}"),
    ],
)
def test_what_says_nothing_is_left_out_and_told_with_one_sure_edit(line: str, meant: str) -> None:
    assert without_hidden(line) == meant
    (found,) = check_hidden(f"first\n{line}\nlast", "a.yml")
    assert found.severity == WARNING
    assert found.edit is not None
    assert found.edit.how_sure == SURE
    assert apply_edits(f"first\n{line}\nlast", [found.edit])[0] == f"first\n{meant}\nlast"


@pytest.mark.parametrize(
    "line", [FAMILY, PERSIAN, "नमस्\u200dते", "שלום\u200f!", "Saturday, \u200eعربي", "no hidden sign", "👍🏽 1️⃣"]
)
def test_what_other_alphabets_and_emoji_need_stays(line: str) -> None:
    assert without_hidden(line) == line
    assert check_hidden(line, "a.yml") == []


@pytest.mark.parametrize(
    "line", ["a\u202eb", "a\u2067b", "a\u2028b", "a\x07b", "\u202aشماره\u202c 0163", "\u200ba\u202eb"]
)
def test_what_turns_or_ends_text_is_refused(line: str) -> None:
    (found,) = check_hidden(line, "a.yml")
    assert found.is_error
    assert found.edit is None or found.edit.how_sure != SURE


def test_a_listing_and_a_page_with_such_signs_are_read_without_them(tmp_path: Path) -> None:
    root = copy_site(tmp_path)
    club, guide = root / CLUB, root / "content/guides/short-breaks.md"
    good, _ = read_catalogue(root, TODAY, cache=kept(root))
    club.write_text(club.read_text("utf-8").replace("Saturday club", "Sat\u200burday\u2060 club"), "utf-8")
    guide.write_text(guide.read_text("utf-8").replace("the ", "t\u200bhe "), "utf-8")
    catalogue, findings = read_catalogue(root, TODAY, cache=kept(root))
    assert good is not None
    assert catalogue is not None, findings
    name = "marl-trust/saturday-club"
    assert catalogue.services[name].model_dump() == good.services[name].model_dump()
    assert catalogue.content["guides/short-breaks"].body == good.content["guides/short-breaks"].body
    assert {found.path for found in findings if found.rule == "hidden-character"} == {
        CLUB,
        "content/guides/short-breaks.md",
    }


SIGNS = st.sampled_from(
    [*"aZ ß文ع", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u202a", "\u202c", "\u202e", "\n", "👩", "\u00ad"]
)


@given(st.lists(SIGNS, max_size=30).map("".join))
@example("\u200b\u200ca\u202e")
def test_after_its_edits_a_text_has_nothing_left_to_say_but_what_is_refused(text: str) -> None:
    text = f"x{text}"  # at the very start stands a byte order mark, which no text holds
    for _ in range(3):
        found = [one for one in check_hidden(text, "a.yml") if one.edit and one.edit.how_sure == SURE]
        text, _changes = apply_edits(text, [one.edit for one in found if one.edit])
    assert not [one for one in check_hidden(text, "a.yml") if not one.is_error]
    assert without_hidden(without_hidden(text)) == without_hidden(text)
